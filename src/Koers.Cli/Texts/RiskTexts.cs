namespace Koers.Cli.Texts;

/// <summary>What <c>koers risk</c> says.</summary>
internal sealed record RiskTexts
{
    public required string Command { get; init; }
    public required string Example { get; init; }
    public required string ExampleJson { get; init; }
    public required string PlanFile { get; init; }
    public required string Runs { get; init; }
    public required string BadRuns { get; init; }
    public required string Simulating { get; init; }
    public required string StepsOf { get; init; }

    // The answer in short, and what it rests on
    public required string Holds { get; init; }
    public required string BreaksRules { get; init; }
    public required string RunsDone { get; init; }
    public required string RunsCutShort { get; init; }
    public required string FewRunsKept { get; init; }
    public required string Assumed { get; init; }
    public required string RangesAssumed { get; init; }
    public required string Correlated { get; init; }
    public required string NotCorrelated { get; init; }

    // Budgets and capacities
    public required string Budgets { get; init; }
    public required string BudgetLegend { get; init; }
    public required string Capacities { get; init; }
    public required string CapacityLegend { get; init; }
    public required string CapacityLegendAll { get; init; }
    public required string Chance { get; init; }
    public required string Spare { get; init; }
    public required string Expected { get; init; }
    public required string Buffer { get; init; }
    public required string AllYears { get; init; }
    public required string AllPeriods { get; init; }
    public required string PerPeriod { get; init; }
    public required string AtMost { get; init; }
    public required string Postponed { get; init; }
    public required string PostponedItem { get; init; }

    // Value, drivers, delays
    public required string Value { get; init; }
    public required string ValueMean { get; init; }
    public required string ValueOfOne { get; init; }
    public required string ValueRange { get; init; }
    public required string NoValueRange { get; init; }
    public required string HistogramLegend { get; init; }
    public required string MoneyDrivers { get; init; }
    public required string PeopleDrivers { get; init; }
    public required string DriverLegend { get; init; }
    public required string BudgetsTogether { get; init; }
    public required string CapacitiesTogether { get; init; }
    public required string Hiring { get; init; }
    public required string Late { get; init; }
    public required string NobodyLate { get; init; }
    public required string LateChance { get; init; }
    public required string Waits { get; init; }
    public required string PlannedEnd { get; init; }
    public required string LateEnd { get; init; }
}
