namespace Koers.Cli.Texts;

/// <summary>What <c>koers robust</c> says.</summary>
internal sealed record RobustTexts
{
    public required string Command { get; init; }
    public required string Example { get; init; }
    public required string ExampleJson { get; init; }
}
