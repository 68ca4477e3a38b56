namespace Koers.Cli.Texts;

/// <summary>What <c>koers replan</c> says.</summary>
internal sealed record ReplanTexts
{
    public required string Command { get; init; }
    public required string Example { get; init; }
    public required string ExampleJson { get; init; }
}
