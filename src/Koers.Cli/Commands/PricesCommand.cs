using System.CommandLine;
using Koers.Cli.Terminal;

namespace Koers.Cli.Commands;

/// <summary><c>koers prices</c>.</summary>
internal static class PricesCommand
{
    public static Command Create(Screen screen) => new("prices", screen.Vocabulary.Prices.Command);
}
