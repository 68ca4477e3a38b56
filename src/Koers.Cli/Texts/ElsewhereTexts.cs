namespace Koers.Cli.Texts;

/// <summary>What the commands say that work with other programs: problems and plans, and schedules.</summary>
internal sealed record ElsewhereTexts
{
    public required string Schedule { get; init; }
    public required string ScheduleExport { get; init; }
    public required string ScheduleFile { get; init; }
    public required string By { get; init; }
    public required string ScheduleWritten { get; init; }
    public required string ScheduleCompare { get; init; }
    public required string ScheduleIn { get; init; }
    public required string Json { get; init; }
    public required string Unchanged { get; init; }
    public required string Moved { get; init; }
    public required string Missing { get; init; }
    public required string Unknown { get; init; }
    public required string Run { get; init; }
    public required string Problem { get; init; }
    public required string ProblemOut { get; init; }
    public required string ProblemWritten { get; init; }
    public required string Add { get; init; }
    public required string PlanIn { get; init; }
    public required string Added { get; init; }
    public required string OfRun { get; init; }
    public required string OfScenario { get; init; }
    public required string OfDraft { get; init; }
    public required string NumberValue { get; init; }
    public required string TooLarge { get; init; }
    public required string ExampleExport { get; init; }
    public required string ExampleCompare { get; init; }
    public required string ExampleProblem { get; init; }
    public required string ExampleAdd { get; init; }
}
