using Koers.Domain.Means;

namespace Koers.App.Initiatives;

/// <summary>Money of which only the total is known, spread evenly over the quarters of a variant.</summary>
public static class EvenSpread
{
    /// <summary>Spreads a total: the parts add up to it, and differ by a cent at most.</summary>
    /// <param name="total">The total in euros, 0 or more.</param>
    /// <param name="quarters">Over how many quarters, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no quarter to spread it over.</exception>
    public static IReadOnlyList<Euro> Of(Euro total, int quarters)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quarters, 1);
        var (each, left) = Math.DivRem(total.Cents, quarters);
        // What is left over in whole cents lies in the first quarters
        return [.. Enumerable.Range(0, quarters).Select(quarter => new Euro(each + (quarter < left ? 1 : 0)))];
    }
}
