using System.CommandLine;
using Koers.Cli.Terminal;

namespace Koers.Cli.Commands;

/// <summary><c>koers risk</c>.</summary>
internal static class RiskCommand
{
    public static Command Create(Screen screen) => new("risk", screen.Vocabulary.Risk.Command);
}
