using System.CommandLine;
using Koers.Cli.Terminal;

namespace Koers.Cli.Commands;

/// <summary><c>koers repair</c>.</summary>
internal static class RepairCommand
{
    public static Command Create(Screen screen) => new("repair", screen.Vocabulary.Repair.Command);
}
