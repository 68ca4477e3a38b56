namespace Koers.Cli.Texts;

/// <summary>The Dutch texts of <c>koers prices</c>.</summary>
internal static class DutchPrices
{
    public static PricesTexts Texts { get; } = new()
    {
        Command = "Zeg wat een euro of fte meer waard is, en wat ruimte in een kader waard is.",
        Example = "wat is een euro of fte meer waard?",
        ExampleJson = "hetzelfde, voor een script",
    };
}
