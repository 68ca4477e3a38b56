using System.CommandLine;
using Koers.Cli.Terminal;

namespace Koers.Cli.Commands;

/// <summary><c>koers replan</c>.</summary>
internal static class ReplanCommand
{
    public static Command Create(Screen screen) => new("replan", screen.Vocabulary.Replan.Command);
}
