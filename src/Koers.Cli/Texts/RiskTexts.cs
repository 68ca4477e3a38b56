namespace Koers.Cli.Texts;

/// <summary>What <c>koers risk</c> says.</summary>
internal sealed record RiskTexts
{
    public required string Command { get; init; }
    public required string Example { get; init; }
    public required string ExampleJson { get; init; }
}
