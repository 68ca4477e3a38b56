namespace Koers.Planning.Bounding;

/// <summary>Something that can give way in an elastic search.</summary>
/// <param name="Price">Price per unit, more than zero.</param>
/// <param name="Most">Most units; plus infinity where there is no end.</param>
/// <param name="IsWhole">Whether it comes in whole units.</param>
/// <param name="Rows">Rows of the model and by how much a unit raises their limit.</param>
internal sealed record Slack(double Price, double Most, bool IsWhole, IReadOnlyList<(int Row, double PerUnit)> Rows)
{
    /// <summary>For a limit on a share, which cannot be raised by a fixed amount: the one row, the shares by which it may give way, and
    /// what they are shares of. Null for all else.</summary>
    public ShareSteps? Shares { get; init; }
}

/// <summary>How a limit on a share gives way: row - step × whole ≤ 0, for one of the steps.</summary>
/// <param name="Row">The row.</param>
/// <param name="Steps">By how much the share may give way, ascending.</param>
/// <param name="Whole">Per option, what it puts in the whole.</param>
internal sealed record ShareSteps(int Row, IReadOnlyList<double> Steps, IReadOnlyList<double> Whole);

/// <summary>What an elastic search found.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Chosen">Per initiative its option or -1; null where none was found.</param>
/// <param name="Amounts">Units by which each slack gives way; empty where none was found.</param>
/// <param name="Price">What that costs; null where none was found.</param>
/// <param name="Least">Proven: no way out costs less; null where nothing is proven.</param>
internal sealed record ElasticResult(ExactStatus Status, int[]? Chosen, IReadOnlyList<double> Amounts, double? Price, double? Least);
