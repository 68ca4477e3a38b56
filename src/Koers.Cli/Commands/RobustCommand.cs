using System.CommandLine;
using Koers.Cli.Terminal;

namespace Koers.Cli.Commands;

/// <summary><c>koers robust</c>.</summary>
internal static class RobustCommand
{
    public static Command Create(Screen screen) => new("robust", screen.Vocabulary.Robust.Command);
}
