namespace Koers.Cli.Texts;

/// <summary>What the help says, and what the command line says when it is used wrongly.</summary>
internal sealed record CommandTexts
{
    public required string Koers { get; init; }
    public required string Plan { get; init; }
    public required string Check { get; init; }
    public required string Compare { get; init; }
    public required string ExportMps { get; init; }
    public required string Validate { get; init; }

    public required string ProblemFile { get; init; }
    public required string PlanFile { get; init; }
    public required string PlanAsked { get; init; }
    public required string PlanFiles { get; init; }
    public required string MpsFile { get; init; }
    public required string Out { get; init; }
    public required string TimeLimit { get; init; }
    public required string AnalysisTimeLimit { get; init; }
    public required string Gap { get; init; }
    public required string Seed { get; init; }
    public required string Deterministic { get; init; }
    public required string DeterministicAnswer { get; init; }
    public required string Threads { get; init; }
    public required string Quiet { get; init; }
    public required string Json { get; init; }
    public required string All { get; init; }
    public required string Language { get; init; }
    public required string Help { get; init; }
    public required string Version { get; init; }

    // Names of values in the usage line
    public required string DurationValue { get; init; }
    public required string NumberValue { get; init; }
    public required string FileValue { get; init; }
    public required string CommandValue { get; init; }
    public required string OptionsValue { get; init; }

    public required string UsageTitle { get; init; }
    public required string CommandsTitle { get; init; }
    public required string ArgumentsTitle { get; init; }
    public required string OptionsTitle { get; init; }
    public required string ExamplesTitle { get; init; }
    public required string ExitStatusTitle { get; init; }
    public required string MoreHelp { get; init; }

    public required string ExitDone { get; init; }
    public required string ExitDoesNotHold { get; init; }
    public required string ExitUnusable { get; init; }
    public required string ExitInfeasible { get; init; }
    public required string ExitNoPlan { get; init; }
    public required string ExitFailure { get; init; }
    public required string ExitInterrupted { get; init; }
    public required string ExitTerminated { get; init; }

    public required string ExamplePlan { get; init; }
    public required string ExamplePlanOut { get; init; }
    public required string ExamplePlanDeterministic { get; init; }
    public required string ExamplePlanJson { get; init; }
    public required string ExampleCheck { get; init; }
    public required string ExampleCheckJson { get; init; }
    public required string ExampleValidate { get; init; }
    public required string ExampleValidateJson { get; init; }
    public required string ExampleExportMps { get; init; }
    public required string ExampleCompare { get; init; }
    public required string ExampleCompareJson { get; init; }

    public required string UnknownArgument { get; init; }
    public required string UnknownArgumentSuggestion { get; init; }
    public required string ExtraArgument { get; init; }
    public required string MissingArgument { get; init; }
    public required string MoreArguments { get; init; }
    public required string MissingValue { get; init; }
    public required string DecimalPoint { get; init; }
    public required string GivenTwice { get; init; }
    public required string BadTimeLimit { get; init; }
    public required string BadGap { get; init; }
    public required string BadSeed { get; init; }
    public required string BadThreads { get; init; }
    public required string BadLanguage { get; init; }
    public required string OtherUsageFault { get; init; }
    public required string SeeHelp { get; init; }
}
