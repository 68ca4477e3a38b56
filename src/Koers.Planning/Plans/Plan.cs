using Koers.Planning.Problems;

namespace Koers.Planning.Plans;

/// <summary>What is known of a plan.</summary>
public enum PlanStatus
{
    /// <summary>No plan was found and none was proven impossible.</summary>
    Unknown,

    /// <summary>A plan was found; time or a stop came before the gap that was asked for.</summary>
    Feasible,

    /// <summary>A plan was found whose gap is within what was asked.</summary>
    Optimal,

    /// <summary>Proven: no plan keeps all rules. <see cref="Plan.Conflict"/> says why.</summary>
    Infeasible,
}

/// <summary>
/// The answer of the engine, one <c>koers-plan/1</c> file in memory. What does not exist is null, never 0 or infinity.
/// </summary>
/// <param name="Status">What is known of it.</param>
/// <param name="Selected">What is chosen, in the order of the problem's initiatives; empty where no plan was found.</param>
/// <param name="Value">Worth of the plan, in points.</param>
/// <param name="Bound">Proven: no plan is worth more.</param>
/// <param name="Certificate">Row prices from which anyone can recompute a bound.</param>
/// <param name="Conflict">Where infeasible: things that cannot hold together, irreducible: nothing can be left out of it.</param>
/// <param name="Seconds">Wall time that it took.</param>
/// <param name="Engine">Name and version of what made the plan.</param>
public sealed record Plan(
    PlanStatus Status,
    IReadOnlyList<Choice> Selected,
    double? Value,
    double? Bound,
    Certificate? Certificate,
    IReadOnlyList<string> Conflict,
    double Seconds,
    string Engine)
{
    /// <summary>Where infeasible and time ran out before a <see cref="Conflict"/> could be proven irreducible: rules that are proven unable
    /// to hold together, of which it is not known whether each is needed. Else empty. Not part of <c>koers-plan/1</c>.</summary>
    public IReadOnlyList<string> OpenConflict { get; init; } = [];

    /// <summary>(bound - value) / max(1e-9, |value|); null where either is missing.</summary>
    public double? Gap => Value is { } value && Bound is { } bound ? (bound - value) / Math.Max(1e-9, Math.Abs(value)) : null;
}

/// <summary>A bound that anyone can recompute from row prices (weak duality).</summary>
/// <param name="Bound">The bound that the prices prove.</param>
/// <param name="Prices">Row name → price ≥ 0; rows left out have price 0.</param>
public sealed record Certificate(double Bound, IReadOnlyDictionary<string, double> Prices);
