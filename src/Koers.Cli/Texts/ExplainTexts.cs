namespace Koers.Cli.Texts;

/// <summary>What <c>koers explain</c> says.</summary>
internal sealed record ExplainTexts
{
    public required string Command { get; init; }
    public required string Example { get; init; }
    public required string ExampleJson { get; init; }
}
