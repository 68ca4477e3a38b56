namespace Koers.Cli.Texts;

/// <summary>What <c>koers prices</c> says.</summary>
internal sealed record PricesTexts
{
    public required string Command { get; init; }
    public required string Example { get; init; }
    public required string ExampleJson { get; init; }
}
