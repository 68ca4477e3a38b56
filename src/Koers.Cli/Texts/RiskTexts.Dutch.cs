namespace Koers.Cli.Texts;

/// <summary>The Dutch texts of <c>koers risk</c>.</summary>
internal static class DutchRisk
{
    public static RiskTexts Texts { get; } = new()
    {
        Command = "Zeg met simulatie hoe waarschijnlijk een plan binnen zijn middelen blijft.",
        Example = "hoe waarschijnlijk is het dat het plan standhoudt?",
        ExampleJson = "hetzelfde, voor een script",
    };
}
