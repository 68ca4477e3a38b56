namespace Koers.Cli.Texts;

/// <summary>The English texts of <c>koers robust</c>.</summary>
internal static class EnglishRobust
{
    public static RobustTexts Texts { get; } = new()
    {
        Command = "Say whether the choice holds when weights, scores or costs are uncertain.",
        Example = "which initiatives are chosen whatever the weights?",
        ExampleJson = "the same, for a script",
    };
}
