using System.CommandLine;
using Koers.Cli.Terminal;

namespace Koers.Cli.Commands;

/// <summary><c>koers silos</c>.</summary>
internal static class SilosCommand
{
    public static Command Create(Screen screen) => new("silos", screen.Vocabulary.Silos.Command);
}
