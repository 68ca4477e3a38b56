namespace Koers.Cli.Texts;

/// <summary>The English texts of <c>koers prices</c>.</summary>
internal static class EnglishPrices
{
    public static PricesTexts Texts { get; } = new()
    {
        Command = "Say what one more euro or fte, and giving way on a frame, is worth.",
        Example = "what is one more euro or fte worth?",
        ExampleJson = "the same, for a script",
    };
}
