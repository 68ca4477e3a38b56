namespace Koers.Cli.Texts;

/// <summary>What <c>koers repair</c> says.</summary>
internal sealed record RepairTexts
{
    public required string Command { get; init; }
    public required string Example { get; init; }
    public required string ExampleJson { get; init; }
    public required string Out { get; init; }
    public required string MostConflicts { get; init; }
    public required string BadConflicts { get; init; }
    public required string GiveUp { get; init; }
    public required string Title { get; init; }
    public required string StepsOf { get; init; }
    public required string Nothing { get; init; }
    public required string NothingWritten { get; init; }
    public required string Proven { get; init; }
    public required string NotProven { get; init; }
    public required string AllConflicts { get; init; }
    public required string SomeConflicts { get; init; }
    public required string NoConflict { get; init; }
    public required string Irreducible { get; init; }
    public required string OneRule { get; init; }
    public required string PointsAre { get; init; }
    public required string NotIrreducible { get; init; }
    public required string Cheapest { get; init; }
    public required string ProvenLeast { get; init; }
    public required string AtLeast { get; init; }
    public required string NotKnownLeast { get; init; }
    public required string ProvenLeastKept { get; init; }
    public required string AtLeastKept { get; init; }
    public required string NotKnownLeastKept { get; init; }
    public required string WithoutGivingUp { get; init; }
    public required string GivingUpAsLittle { get; init; }
    public required string GiveUpToo { get; init; }
    public required string NoWayOut { get; init; }
    public required string GivesWay { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public required string Points { get; init; }
    public required string AtMostSide { get; init; }
    public required string AtLeastSide { get; init; }
    public required string Budget { get; init; }
    public required string Capacity { get; init; }
    public required string GivenUp { get; init; }
    public required string Alone { get; init; }
    public required string AloneCannot { get; init; }
    public required string AloneUnknown { get; init; }
    public required string After { get; init; }
    public required string AfterBound { get; init; }
    public required string NoPlanAfter { get; init; }
    public required string Written { get; init; }
}
