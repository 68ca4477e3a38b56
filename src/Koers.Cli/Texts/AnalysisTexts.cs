namespace Koers.Cli.Texts;

/// <summary>What the analyses say.</summary>
internal sealed record AnalysisTexts
{
    // Comparison
    public required string PlanLine { get; init; }
    public required string PlanLineBreaksRules { get; init; }
    public required string SideBySide { get; init; }
    public required string Count { get; init; }
    public required string ValuePerGoal { get; init; }
    public required string Money { get; init; }
    public required string People { get; init; }
    public required string Differences { get; init; }
    public required string NoDifference { get; init; }
    public required string In { get; init; }
    public required string Out { get; init; }
    public required string Earlier { get; init; }
    public required string Later { get; init; }
    public required string OtherVariant { get; init; }
}
