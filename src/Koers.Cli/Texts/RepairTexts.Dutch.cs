namespace Koers.Cli.Texts;

/// <summary>The Dutch texts of <c>koers repair</c>.</summary>
internal static class DutchRepair
{
    public static RepairTexts Texts { get; } = new()
    {
        Command = "Zeg welke kaders niet samen kunnen, en wat de goedkoopste uitweg is.",
        Example = "de kaders kunnen niet samen: wat is de goedkoopste uitweg?",
        ExampleJson = "hetzelfde, voor een script",
    };
}
