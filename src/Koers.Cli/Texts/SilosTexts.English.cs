namespace Koers.Cli.Texts;

/// <summary>The English texts of <c>koers silos</c>.</summary>
internal static class EnglishSilos
{
    public static SilosTexts Texts { get; } = new()
    {
        Command = "Say what dividing the means over departments costs the whole.",
        Example = "what does every department for itself cost?",
        ExampleJson = "the same, for a script",
    };
}
