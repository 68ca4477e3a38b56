namespace Koers.Cli.Texts;

/// <summary>What <c>koers repair</c> says.</summary>
internal sealed record RepairTexts
{
    public required string Command { get; init; }
    public required string Example { get; init; }
    public required string ExampleJson { get; init; }
}
