namespace Koers.Cli.Texts;

/// <summary>What a result says. A text with a bar in it holds the form for one and the form for more: <c>one|more</c>.</summary>
internal sealed record ReportTexts
{
    // Headline
    public required string ProblemSize { get; init; }
    public required string WithinGap { get; init; }
    public required string WithinPoints { get; init; }
    public required string ProvenBest { get; init; }
    public required string NoBound { get; init; }
    public required string CertifiedGap { get; init; }
    public required string CertifiedBound { get; init; }
    public required string GapReached { get; init; }
    public required string GapNotReached { get; init; }
    public required string ChosenOf { get; init; }
    public required string Written { get; init; }

    // Lists
    public required string Chosen { get; init; }
    public required string LeftOut { get; init; }
    public required string NothingChosen { get; init; }
    public required string NothingLeftOut { get; init; }
    public required string Start { get; init; }
    public required string Duration { get; init; }
    public required string Initiative { get; init; }
    public required string Variant { get; init; }
    public required string Department { get; init; }
    public required string Cost { get; init; }
    public required string CostFrom { get; init; }
    public required string Running { get; init; }
    public required string AndMore { get; init; }

    // Bars
    public required string Budgets { get; init; }
    public required string BudgetLegend { get; init; }
    public required string BudgetLegendHire { get; init; }
    public required string CarryOver { get; init; }
    public required string PaysHiring { get; init; }
    public required string Capacities { get; init; }
    public required string CapacityLegend { get; init; }
    public required string CapacityLegendHire { get; init; }
    public required string Hired { get; init; }
    public required string MostUsedFirst { get; init; }
    public required string OutOf { get; init; }

    // Goals, synergies, frames
    public required string Goals { get; init; }
    public required string Goal { get; init; }
    public required string Score { get; init; }
    public required string Cap { get; init; }
    public required string Value { get; init; }
    public required string AboveCap { get; init; }
    public required string Synergies { get; init; }
    public required string Penalty { get; init; }
    public required string Frames { get; init; }
    public required string Frame { get; init; }
    public required string Measures { get; init; }
    public required string AtLeast { get; init; }
    public required string Measured { get; init; }
    public required string AtMost { get; init; }
    public required string MeasuresScore { get; init; }
    public required string MeasuresSpend { get; init; }
    public required string MeasuresShare { get; init; }
    public required string MeasuresCount { get; init; }
    public required string MeasuresConcurrent { get; init; }
    public required string MeasuresStarts { get; init; }
    public required string MeasuresEffort { get; init; }
    public required string MeasuresRisk { get; init; }

    // No plan
    public required string Infeasible { get; init; }
    public required string Conflict { get; init; }
    public required string OneRule { get; init; }
    public required string OpenConflict { get; init; }
    public required string OpenConflictMessage { get; init; }
    public required string NoConflictKnown { get; init; }
    public required string Unknown { get; init; }
    public required string UnknownWithBound { get; init; }

    // Periods
    public required string Quarter { get; init; }
    public required string Half { get; init; }
    public required string Period { get; init; }
    public required string MonthNames { get; init; }
    public required string Quarters { get; init; }
    public required string Months { get; init; }
    public required string Years { get; init; }
    public required string Periods { get; init; }
    public required string ShortQuarters { get; init; }
    public required string ShortMonths { get; init; }
    public required string ShortYears { get; init; }
    public required string ShortPeriods { get; init; }
}
