using System.Globalization;

namespace Koers.Domain.Means;

/// <summary>An amount of money in euros, exact to the cent.</summary>
/// <param name="Cents">The amount in cents; negative is received.</param>
public readonly record struct Euro(long Cents) : IComparable<Euro>
{
    private const int CentsInOne = 100;

    /// <summary>Nothing.</summary>
    public static Euro Zero { get; }

    /// <summary>The amount in euros.</summary>
    public decimal Amount => Cents / (decimal)CentsInOne;

    /// <summary>An amount in euros.</summary>
    /// <param name="amount">Euros, in whole cents.</param>
    /// <exception cref="ArgumentException">It has parts of a cent.</exception>
    /// <exception cref="OverflowException">It is more than 92 quadrillion.</exception>
    public static Euro Of(decimal amount)
    {
        var cents = amount * CentsInOne;
        return cents == decimal.Truncate(cents)
            ? new Euro(decimal.ToInt64(cents))
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{amount} has parts of a cent."), nameof(amount));
    }

    /// <summary>The sum.</summary>
    public static Euro operator +(Euro one, Euro other) => new(checked(one.Cents + other.Cents));

    /// <summary>The difference.</summary>
    public static Euro operator -(Euro one, Euro other) => new(checked(one.Cents - other.Cents));

    /// <summary>The sum.</summary>
    public static Euro Add(Euro one, Euro other) => one + other;

    /// <summary>The difference.</summary>
    public static Euro Subtract(Euro one, Euro other) => one - other;

    /// <summary>Whether it is less.</summary>
    public static bool operator <(Euro one, Euro other) => one.Cents < other.Cents;

    /// <summary>Whether it is more.</summary>
    public static bool operator >(Euro one, Euro other) => one.Cents > other.Cents;

    /// <summary>Whether it is at most as much.</summary>
    public static bool operator <=(Euro one, Euro other) => one.Cents <= other.Cents;

    /// <summary>Whether it is at least as much.</summary>
    public static bool operator >=(Euro one, Euro other) => one.Cents >= other.Cents;

    /// <inheritdoc/>
    public int CompareTo(Euro other) => Cents.CompareTo(other.Cents);

    /// <summary>As files write it: euros with two decimals and a point.</summary>
    public override string ToString() => Amount.ToString("0.00", CultureInfo.InvariantCulture);
}
