namespace Koers.Cli.Texts;

/// <summary>The Dutch texts of <c>koers frontier</c>.</summary>
internal static class DutchFrontier
{
    public static FrontierTexts Texts { get; } = new()
    {
        Command = "Zeg wat meer of minder geld of mensen zou brengen, punt voor punt.",
        Example = "wat zou meer of minder geld brengen?",
        ExampleJson = "hetzelfde, voor een script",
    };
}
