namespace Koers.Cli.Texts;

/// <summary>The English texts of <c>koers explain</c>.</summary>
internal static class EnglishExplain
{
    public static ExplainTexts Texts { get; } = new()
    {
        Command = "Say why an initiative is in a plan or not, and the smallest change that would turn that.",
        Example = "why is it in, or why not?",
        ExampleJson = "the same, for a script",
    };
}
