namespace Koers.Cli.Texts;

/// <summary>What <c>koers silos</c> says.</summary>
internal sealed record SilosTexts
{
    public required string Command { get; init; }
    public required string Example { get; init; }
    public required string ExampleJson { get; init; }
}
