namespace Koers.Cli.Texts;

/// <summary>The English texts of <c>koers repair</c>.</summary>
internal static class EnglishRepair
{
    public static RepairTexts Texts { get; } = new()
    {
        Command = "Say which frames cannot hold together, and the cheapest way out.",
        Example = "the frames cannot hold together: what is the cheapest way out?",
        ExampleJson = "the same, for a script",
    };
}
