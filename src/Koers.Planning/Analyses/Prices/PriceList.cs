using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>What a price is of.</summary>
public enum MeansKind
{
    /// <summary>Money of a budget in a year.</summary>
    Budget,

    /// <summary>People of a capacity in a period.</summary>
    Capacity,

    /// <summary>The upper limit of a frame.</summary>
    FrameMax,

    /// <summary>The lower limit of a frame; more room is a lower limit.</summary>
    FrameMin,
}

/// <summary>Something that is scarce, and what more of it is worth.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Rule">The rule, as conflicts name it, for example <c>budget/investering</c>.</param>
/// <param name="Index">Year of a budget, period of a capacity; null for a frame.</param>
/// <param name="Limit">What there is: money of the year itself, units of the period itself, or the limit of the frame.</param>
/// <param name="Room">What the plan leaves, in the same unit; with carry-over until the tightest later year. Null for a frame per period
/// or with a share.</param>
/// <param name="Price">Points per unit more, from the certificate: Σ price of every row that a unit more relieves, ≥ 0.</param>
/// <param name="Relief">The amount more that is looked at.</param>
/// <param name="Gain">What that amount was found to bring; null where it was not confirmed.</param>
public sealed record MeansPrice(
    MeansKind Kind, string Rule, int? Index, double Limit, double? Room, double Price, double Relief, ConfirmedGain? Gain)
{
    /// <summary>Points that the relief is worth at the price: about what it brings at most, near the present amount.</summary>
    public double Worth => Price * Relief;
}

/// <summary>What more of something brings, by planning again with it.</summary>
/// <param name="Found">Points by which the best plan found with more is worth more than the best found without; ≥ 0. Zero says that none
/// was found, not that there is none.</param>
/// <param name="Least">Proven: the best plans differ at least by so much; ≥ 0.</param>
/// <param name="Most">Proven: the best plans differ at most by so much.</param>
/// <param name="Plan">The checked plan with more; its bound and certificate are those of the problem with more.</param>
public sealed record ConfirmedGain(double Found, double Least, double Most, Plan Plan);

/// <summary>What one more unit of everything scarce is worth.</summary>
/// <param name="Base">The best plan known of the problem itself, with its bound and the certificate that the prices come from.</param>
/// <param name="IsCertificateGiven">Whether the certificate is that of the plan given; false: it had none, and one was made.</param>
/// <param name="Improved">Points by which <paramref name="Base"/> is worth more than the plan given, because a better one was met; ≥ 0.</param>
/// <param name="Prices">Every budget-year, capacity-period and limit of a frame; what the relief is worth most of first.</param>
/// <param name="IsComplete">Whether everything that was to be confirmed is; false after a stop.</param>
public sealed record PriceList(
    Plan Base, bool IsCertificateGiven, double Improved, IReadOnlyList<MeansPrice> Prices, bool IsComplete);
