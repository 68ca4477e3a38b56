namespace Koers.Cli.Texts;

/// <summary>What <c>koers silos</c> says.</summary>
internal sealed record SilosTexts
{
    public required string Command { get; init; }
    public required string Example { get; init; }
    public required string ExampleJson { get; init; }

    // Options
    public required string By { get; init; }
    public required string LabelValue { get; init; }
    public required string Shares { get; init; }
    public required string SharesFile { get; init; }
    public required string BadShares { get; init; }
    public required string SharesFileNotHistoric { get; init; }
    public required string UnknownLabel { get; init; }
    public required string NoLabels { get; init; }
    public required string NoHistory { get; init; }
    public required string HistoryMissing { get; init; }
    public required string HistoryOutOfRange { get; init; }
    public required string HistoryTooMuch { get; init; }
    public required string HistoryTwice { get; init; }

    // Headline
    public required string Title { get; init; }
    public required string DividedAsked { get; init; }
    public required string DividedHistoric { get; init; }
    public required string DividedEqual { get; init; }
    public required string OnePart { get; init; }
    public required string Loss { get; init; }
    public required string LossOfNothing { get; init; }
    public required string NoLoss { get; init; }
    public required string AtLeast { get; init; }
    public required string AtMost { get; init; }
    public required string Breaks { get; init; }
    public required string MostUnknown { get; init; }
    public required string FreedBound { get; init; }
    public required string FreedNoBound { get; init; }
    public required string Freed { get; init; }
    public required string NotKnown { get; init; }
    public required string WholeUnfinished { get; init; }
    public required string MoreTime { get; init; }
    public required string MostlyTooSmall { get; init; }
    public required string LossNotWithinPart { get; init; }
    public required string LossTooLarge { get; init; }
    public required string LossNeeds { get; init; }
    public required string LossCollides { get; init; }
    public required string LossBetter { get; init; }
    public required string LossUsedOtherwise { get; init; }
    public required string LossOther { get; init; }
    public required string GainOther { get; init; }
    public required string Unfinished { get; init; }
    public required string NotCompared { get; init; }

    // Tables
    public required string Whole { get; init; }
    public required string Parts { get; init; }
    public required string BoundOf { get; init; }
    public required string PerGoal { get; init; }
    public required string Lost { get; init; }
    public required string PerPart { get; init; }
    public required string PerPartLegend { get; init; }
    public required string Part { get; init; }
    public required string Proposed { get; init; }
    public required string ChosenWhole { get; init; }
    public required string ChosenParts { get; init; }
    public required string ValueWhole { get; init; }
    public required string ValueParts { get; init; }
    public required string WithoutLabel { get; init; }
    public required string PartBreaks { get; init; }
    public required string PartUnfinished { get; init; }
    public required string OnlyWhole { get; init; }
    public required string OnlyWholeToo { get; init; }
    public required string OnlyWholeNone { get; init; }
    public required string Why { get; init; }
    public required string CountNeeds { get; init; }
    public required string CountTooLarge { get; init; }
    public required string CountBetter { get; init; }
    public required string CountUsedOtherwise { get; init; }
    public required string FrameName { get; init; }
    public required string TooLarge { get; init; }
    public required string TooLargeRelation { get; init; }
    public required string Better { get; init; }
    public required string UsedOtherwise { get; init; }
    public required string SynergiesLost { get; init; }
    public required string Collisions { get; init; }
    public required string WorthMoreWithout { get; init; }
    public required string Means { get; init; }
    public required string MeansLegend { get; init; }
    public required string MeansName { get; init; }
    public required string Available { get; init; }
    public required string UsedWhole { get; init; }
    public required string UsedParts { get; init; }
    public required string Stranded { get; init; }
    public required string MostLeft { get; init; }
    public required string AmountLeft { get; init; }
}
