namespace Koers.Cli.Texts;

/// <summary>The Dutch texts of <c>koers explain</c>.</summary>
internal static class DutchExplain
{
    public static ExplainTexts Texts { get; } = new()
    {
        Command = "Zeg waarom een initiatief in een plan zit of niet, en met welke kleinste verandering dat anders wordt.",
        Example = "waarom zit het erin, of waarom niet?",
        ExampleJson = "hetzelfde, voor een script",
    };
}
