namespace Koers.Cli.Texts;

/// <summary>The Dutch texts of <c>koers robust</c>.</summary>
internal static class DutchRobust
{
    public static RobustTexts Texts { get; } = new()
    {
        Command = "Zeg of de keuze standhoudt als gewichten, scores of kosten onzeker zijn.",
        Example = "welke initiatieven worden gekozen, welke gewichten er ook gelden?",
        ExampleJson = "hetzelfde, voor een script",
    };
}
