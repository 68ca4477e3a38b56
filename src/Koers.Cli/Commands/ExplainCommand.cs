using System.CommandLine;
using Koers.Cli.Terminal;

namespace Koers.Cli.Commands;

/// <summary><c>koers explain</c>.</summary>
internal static class ExplainCommand
{
    public static Command Create(Screen screen) => new("explain", screen.Vocabulary.Explain.Command);
}
