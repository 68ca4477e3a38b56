using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>Which uncertainty <see cref="Robustness"/> looks at, and how closely.</summary>
public sealed record RobustSettings
{
    /// <summary>How far every weight may be from that in the problem where nothing says how uncertain weights are: 0.25 is ± 25%.</summary>
    public const double UsualSpread = 0.25;

    /// <summary>Goals from the most to the least important, instead of what the problem says about weights; null = none.</summary>
    public IReadOnlyList<GoalId>? Order { get; init; }

    /// <summary>How far every weight may be from that in the problem, as a share of it, 0 to 1, instead of what the problem says about
    /// weights; null = none. With <see cref="Order"/> both hold.</summary>
    public double? Spread { get; init; }

    /// <summary>Weight vectors in all, extreme and drawn; default 500, at least 1.</summary>
    public int Vectors { get; init; } = 500;

    /// <summary>The gap at which the plan for one vector is good enough; default 0.001, ≥ 0.</summary>
    public double Gap { get; init; } = 0.001;

    /// <summary>Most selections that are tried for an exact answer; default 100,000. 0 = never exact.</summary>
    public int MostSelections { get; init; } = 100_000;
}

/// <summary>Where the uncertainty of weights comes from.</summary>
public enum WeightSource
{
    /// <summary>The problem says it.</summary>
    Problem,

    /// <summary>An order of importance was given with the question.</summary>
    Order,

    /// <summary>A spread was given with the question.</summary>
    Spread,

    /// <summary>Both were given with the question.</summary>
    OrderAndSpread,

    /// <summary>Nobody said anything: <see cref="RobustSettings.UsualSpread"/> was assumed.</summary>
    Assumed,
}

/// <summary>How the answer was found.</summary>
public enum RobustMethod
{
    /// <summary>All portfolios that are not dominated were enumerated.</summary>
    Exact,

    /// <summary>The best plan was sought at extreme and drawn weights.</summary>
    Sampled,
}
