namespace Koers.Cli.Texts;

/// <summary>What <c>koers prices</c> says.</summary>
internal sealed record PricesTexts
{
    public required string Command { get; init; }
    public required string Example { get; init; }
    public required string ExampleJson { get; init; }
    public required string Relief { get; init; }
    public required string Confirm { get; init; }
    public required string ShareValue { get; init; }
    public required string BadRelief { get; init; }
    public required string BadConfirm { get; init; }
    public required string Title { get; init; }
    public required string Worth { get; init; }
    public required string Made { get; init; }
    public required string Improved { get; init; }
    public required string Confirmed { get; init; }
    public required string ConfirmedHow { get; init; }
    public required string NothingFound { get; init; }
    public required string Others { get; init; }
    public required string OthersHow { get; init; }
    public required string Free { get; init; }
    public required string AllFree { get; init; }
    public required string FreeMay { get; init; }
    public required string FreeTried { get; init; }
    public required string FreeAllTried { get; init; }
    public required string FreeNotTried { get; init; }
    public required string Incomplete { get; init; }
    public required string Means { get; init; }
    public required string More { get; init; }
    public required string PerUnit { get; init; }
    public required string AtPrice { get; init; }
    public required string Found { get; init; }
    public required string AtMost { get; init; }
    public required string FrameLower { get; init; }
    public required string FrameUpper { get; init; }
}
