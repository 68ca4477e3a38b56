namespace Koers.Cli.Texts;

/// <summary>The English texts of the analyses.</summary>
internal static class EnglishAnalysis
{
    public static AnalysisTexts Texts { get; } = new()
    {
        PlanLine = "{0}  {1}",
        PlanLineBreaksRules = "{0}  {1} (breaks rules: see koers check)",
        SideBySide = "Side by side",
        Count = "Initiatives",
        ValuePerGoal = "Value per goal",
        Money = "Money, all years together",
        People = "People, all periods together",
        Differences = "What is different in {0} from A ({1})",
        NoDifference = "Nothing: the same initiatives, variants and starts.",
        In = "in",
        Out = "out",
        Earlier = "{0} earlier",
        Later = "{0} later",
        OtherVariant = "other variant",
    };
}
