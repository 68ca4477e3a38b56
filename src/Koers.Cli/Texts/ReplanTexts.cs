namespace Koers.Cli.Texts;

/// <summary>What <c>koers replan</c> says.</summary>
internal sealed record ReplanTexts
{
    public required string Command { get; init; }
    public required string Example { get; init; }
    public required string ExampleJson { get; init; }

    // Options
    public required string ReferenceOption { get; init; }
    public required string FreezeOption { get; init; }
    public required string DropOption { get; init; }
    public required string AddOption { get; init; }
    public required string ShiftOption { get; init; }
    public required string VariantOption { get; init; }
    public required string OutOption { get; init; }
    public required string OutProblemOption { get; init; }
    public required string PointsValue { get; init; }
    public required string PeriodsValue { get; init; }

    // What is wrong with the input
    public required string BadPenalty { get; init; }
    public required string NoFreeze { get; init; }
    public required string BadFreeze { get; init; }
    public required string OtherProblem { get; init; }
    public required string OutTwice { get; init; }

    // The plan held until now
    public required string Title { get; init; }
    public required string StillWorks { get; init; }
    public required string NoLongerWorks { get; init; }
    public required string ImpossibleCount { get; init; }
    public required string Breaks { get; init; }
    public required string GoneCount { get; init; }
    public required string FrozenUntil { get; init; }
    public required string FrozenCount { get; init; }
    public required string RunningCount { get; init; }
    public required string PenaltyLine { get; init; }
    public required string PenaltyAsked { get; init; }
    public required string PenaltyOfProblem { get; init; }
    public required string PenaltyDerived { get; init; }
    public required string PenaltyMixed { get; init; }
    public required string MeanOfReference { get; init; }
    public required string MeanOfProblem { get; init; }
    public required string MeanOfNothing { get; init; }

    // The new plan
    public required string ValueLine { get; init; }
    public required string BoundLine { get; init; }
    public required string BestLine { get; init; }
    public required string NoBoundLine { get; init; }
    public required string NothingChanges { get; init; }
    public required string CountLine { get; init; }
    public required string Incomplete { get; init; }
    public required string Written { get; init; }
    public required string WrittenProblem { get; init; }

    // Changes and reasons
    public required string StripLegend { get; init; }
    public required string Dropped { get; init; }
    public required string Added { get; init; }
    public required string Moved { get; init; }
    public required string OtherVariants { get; init; }
    public required string VariantFromTo { get; init; }
    public required string NotBefore { get; init; }
    public required string NotNow { get; init; }
    public required string NearestPossible { get; init; }
    public required string ImpossibleAtAll { get; init; }
    public required string ImpossibleBreaks { get; init; }
    public required string ImpossibleCosts { get; init; }
    public required string Forced { get; init; }
    public required string MakesRoom { get; init; }
    public required string WorthIt { get; init; }
    public required string MoreRules { get; init; }

    // Curve
    public required string Curve { get; init; }
    public required string CurveLegend { get; init; }
    public required string Weight { get; init; }
    public required string ChangesColumn { get; init; }
    public required string OutColumn { get; init; }
    public required string InColumn { get; init; }
    public required string MovedColumn { get; init; }
    public required string ByColumn { get; init; }
    public required string VariantColumn { get; init; }
    public required string GainColumn { get; init; }
    public required string RoomColumn { get; init; }
    public required string LeastIsProven { get; init; }
    public required string LeastIsAtLeast { get; init; }

    // Means
    public required string Means { get; init; }
    public required string BeforeColumn { get; init; }
    public required string NowColumn { get; init; }
    public required string AvailableColumn { get; init; }
    public required string WasOver { get; init; }
    public required string MeansSame { get; init; }
    public required string MeansKept { get; init; }

    // No plan
    public required string Infeasible { get; init; }
    public required string Together { get; init; }
    public required string KeptFrozen { get; init; }
    public required string KeptRunning { get; init; }
    public required string TryFreeze { get; init; }
    public required string TryRelease { get; init; }
    public required string NotTheFreeze { get; init; }
    public required string NoWayFound { get; init; }
}
