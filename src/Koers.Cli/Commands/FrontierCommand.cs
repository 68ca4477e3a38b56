using System.CommandLine;
using Koers.Cli.Terminal;

namespace Koers.Cli.Commands;

/// <summary><c>koers frontier</c>.</summary>
internal static class FrontierCommand
{
    public static Command Create(Screen screen) => new("frontier", screen.Vocabulary.Frontier.Command);
}
