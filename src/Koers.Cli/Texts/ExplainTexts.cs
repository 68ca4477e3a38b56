namespace Koers.Cli.Texts;

/// <summary>What <c>koers explain</c> says.</summary>
internal sealed record ExplainTexts
{
    public required string Command { get; init; }
    public required string Example { get; init; }
    public required string ExampleJson { get; init; }
    public required string InitiativeOption { get; init; }
    public required string InitiativeValue { get; init; }
    public required string Title { get; init; }

    // Bad input
    public required string UnknownInitiative { get; init; }
    public required string NoInitiatives { get; init; }
    public required string UnknownInitiativeSuggestion { get; init; }
    public required string AmbiguousInitiative { get; init; }

    // The story
    public required string IsIn { get; init; }
    public required string IsInVariant { get; init; }
    public required string IsOut { get; init; }
    public required string Statutory { get; init; }
    public required string Adds { get; init; }
    public required string AddsNothing { get; init; }
    public required string StatutoryCosts { get; init; }
    public required string Costs { get; init; }
    public required string CostsNothing { get; init; }
    public required string Exact { get; init; }
    public required string RangeAdds { get; init; }
    public required string RangeCosts { get; init; }
    public required string OpenIn { get; init; }
    public required string OpenOut { get; init; }
    public required string NoRange { get; init; }
    public required string ImprovedIn { get; init; }
    public required string ImprovedOut { get; init; }
    public required string Improved { get; init; }
    public required string Impossible { get; init; }
    public required string Necessary { get; init; }
    public required string TakenIn { get; init; }
    public required string NoConflict { get; init; }
    public required string NotFoundWith { get; init; }
    public required string NotFoundWithout { get; init; }
    public required string TakesPlace { get; init; }
    public required string NothingTakesPlace { get; init; }
    public required string PushesOut { get; init; }
    public required string PushesNothingOut { get; init; }
    public required string OthersMove { get; init; }
    public required string BillShort { get; init; }
    public required string BillKeeps { get; init; }
    public required string BillDuty { get; init; }
    public required string BillEven { get; init; }
    public required string Smallest { get; init; }
    public required string NothingBringsIn { get; init; }
    public required string First { get; init; }
    public required string MayBeFirst { get; init; }
    public required string SmallestKnown { get; init; }
    public required string LegendProvenOnly { get; init; }
    public required string NothingPutsOut { get; init; }
    public required string Incomplete { get; init; }

    // The bill
    public required string BillTitle { get; init; }
    public required string Uses { get; init; }
    public required string Amount { get; init; }
    public required string Price { get; init; }
    public required string Points { get; init; }
    public required string BringsItself { get; init; }
    public required string Left { get; init; }
    public required string NoPrices { get; init; }

    // Relations
    public required string RelationsTitle { get; init; }
    public required string AreIn { get; init; }
    public required string AreOut { get; init; }

    // The other plan
    public required string ChangesWith { get; init; }
    public required string ChangesWithout { get; init; }
    public required string Now { get; init; }
    public required string ThenWith { get; init; }
    public required string ThenWithout { get; init; }

    // Turning points
    public required string BringsInTitle { get; init; }
    public required string DutyTitle { get; init; }
    public required string BearsTitle { get; init; }
    public required string Change { get; init; }
    public required string InAt { get; init; }
    public required string OutAt { get; init; }
    public required string ThatIs { get; init; }
    public required string Cheaper { get; init; }
    public required string Dearer { get; init; }
    public required string MoreEffect { get; init; }
    public required string LessEffect { get; init; }
    public required string MorePeople { get; init; }
    public required string Fewer { get; init; }
    public required string OtherStart { get; init; }
    public required string MoreBudget { get; init; }
    public required string MoreCapacity { get; init; }
    public required string By { get; init; }
    public required string Between { get; init; }
    public required string OfWhatItAsks { get; init; }
    public required string AmountMoney { get; init; }
    public required string AmountPoints { get; init; }
    public required string AmountPeak { get; init; }
    public required string NeverRaised { get; init; }
    public required string NeverLowered { get; init; }
    public required string NeverStart { get; init; }
    public required string NotFoundRaised { get; init; }
    public required string NotFoundLowered { get; init; }
    public required string NotFoundStart { get; init; }
    public required string AlwaysRaised { get; init; }
    public required string AlwaysLowered { get; init; }
    public required string NotKnown { get; init; }
    public required string Legend { get; init; }
    public required string LegendProven { get; init; }
}
