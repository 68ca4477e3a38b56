namespace Koers.App.Exchange.Initiatives;

/// <summary>How it ended with a file of initiatives.</summary>
internal enum ImportOutcome
{
    /// <summary>What it would change was shown.</summary>
    Seen,

    /// <summary>It was stored.</summary>
    Stored,

    /// <summary>Something in it was wrong, or it was not any more what was seen.</summary>
    Refused,
}
