namespace Koers.Cli.Texts;

/// <summary>The English texts of <c>koers frontier</c>.</summary>
internal static class EnglishFrontier
{
    public static FrontierTexts Texts { get; } = new()
    {
        Command = "Say what more or less money or people would bring, point by point.",
        Example = "what would more or less money bring?",
        ExampleJson = "the same, for a script",
    };
}
