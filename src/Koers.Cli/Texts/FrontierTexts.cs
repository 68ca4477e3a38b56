namespace Koers.Cli.Texts;

/// <summary>What <c>koers frontier</c> says.</summary>
internal sealed record FrontierTexts
{
    public required string Command { get; init; }
    public required string Example { get; init; }
    public required string ExampleJson { get; init; }
}
