namespace Koers.Cli.Texts;

/// <summary>What <c>koers frontier</c> says.</summary>
internal sealed record FrontierTexts
{
    public required string Command { get; init; }
    public required string Example { get; init; }
    public required string ExampleJson { get; init; }

    // Options
    public required string Budget { get; init; }
    public required string AllBudgets { get; init; }
    public required string Capacity { get; init; }
    public required string AllCapacities { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public required string Points { get; init; }
    public required string BadShare { get; init; }
    public required string BadPoints { get; init; }
    public required string NothingNamed { get; init; }
    public required string UnknownBudget { get; init; }
    public required string UnknownCapacity { get; init; }
    public required string NotLess { get; init; }
    public required string NothingHeld { get; init; }

    // Result
    public required string Title { get; init; }
    public required string And { get; init; }
    public required string Legend { get; init; }
    public required string Unfinished { get; init; }
    public required string Means { get; init; }
    public required string Money { get; init; }
    public required string People { get; init; }
    public required string PerUnit { get; init; }
    public required string PerPercent { get; init; }
    public required string InOut { get; init; }
    public required string Gap { get; init; }
    public required string NoPlan { get; init; }
    public required string NotFound { get; init; }
    public required string Now { get; init; }
    public required string Knee { get; init; }
    public required string MarginalNote { get; init; }
    public required string KneeAt { get; init; }
    public required string KneeSure { get; init; }
    public required string KneeRange { get; init; }
    public required string KneeUnproven { get; init; }
    public required string AllAndSome { get; init; }
    public required string IdTwice { get; init; }
    public required string KneeUncertain { get; init; }
    public required string NoKnee { get; init; }
    public required string Hull { get; init; }
    public required string ConflictOfOne { get; init; }
    public required string Conflict { get; init; }
    public required string Changes { get; init; }
    public required string ChangesLegend { get; init; }
    public required string Always { get; init; }
    public required string NoChanges { get; init; }
    public required string ComesIn { get; init; }
    public required string GoesOut { get; init; }
    public required string ComesAndGoes { get; init; }
}
