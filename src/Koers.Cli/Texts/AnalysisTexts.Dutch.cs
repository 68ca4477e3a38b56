namespace Koers.Cli.Texts;

/// <summary>The Dutch texts of the analyses.</summary>
internal static class DutchAnalysis
{
    public static AnalysisTexts Texts { get; } = new()
    {
        PlanLine = "{0}  {1}",
        PlanLineBreaksRules = "{0}  {1} (houdt zich niet aan alle regels: zie koers check)",
        SideBySide = "Naast elkaar",
        Count = "Initiatieven",
        ValuePerGoal = "Waarde per doel",
        Money = "Geld, alle jaren samen",
        People = "Mensen, alle perioden samen",
        Differences = "Wat er in {0} anders is dan in A ({1})",
        NoDifference = "Niets: dezelfde initiatieven, varianten en starts.",
        In = "erbij",
        Out = "eruit",
        Earlier = "{0} eerder",
        Later = "{0} later",
        OtherVariant = "andere variant",
    };
}
