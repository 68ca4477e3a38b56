namespace Koers.Cli.Texts;

/// <summary>The Dutch texts of <c>koers silos</c>.</summary>
internal static class DutchSilos
{
    public static SilosTexts Texts { get; } = new()
    {
        Command = "Zeg wat het verdelen van de middelen over afdelingen het geheel kost.",
        Example = "wat kost het als elke afdeling voor zichzelf plant?",
        ExampleJson = "hetzelfde, voor een script",
    };
}
