using Koers.Planning.Plans;

namespace Koers.Planning;

/// <summary>How long and how hard the planner searches.</summary>
public sealed record PlannerOptions
{
    /// <summary>Wall time after which the best checked plan so far is returned; default 60 s, more than zero.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The gap at which a plan is good enough, (bound - value) / |value|; default 0.001, ≥ 0.</summary>
    public double Gap { get; init; } = 0.001;

    /// <summary>Seed of every random choice; default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Whether the same input and seed must give the same plan, byte for byte. Effort is then counted in steps instead of
    /// seconds, and the time limit is translated into a number of steps.</summary>
    public bool Deterministic { get; init; }

    /// <summary>Threads to use; default the number of processors, at least 1.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>What the planner is doing.</summary>
public enum PlanningPhase
{
    /// <summary>Building options and rules.</summary>
    Preparing,

    /// <summary>Solving the linear relaxation for bound and prices.</summary>
    Bounding,

    /// <summary>Looking for a first plan that keeps all rules.</summary>
    FirstPlan,

    /// <summary>Improving the plan and tightening the bound.</summary>
    Improving,

    /// <summary>No plan exists: finding an irreducible conflict, of which nothing can be left out.</summary>
    Explaining,

    /// <summary>Finished.</summary>
    Done,
}

/// <summary>How far the planner is; reported at least once a second.</summary>
/// <param name="Phase">What it is doing.</param>
/// <param name="Elapsed">Wall time since the start.</param>
/// <param name="Value">Worth of the best checked plan; null where there is none yet.</param>
/// <param name="Bound">Proven upper bound; null where there is none yet.</param>
/// <param name="Gap">Gap between them; null where either is missing.</param>
public sealed record PlanningProgress(PlanningPhase Phase, TimeSpan Elapsed, double? Value, double? Bound, double? Gap)
{
    /// <summary>The best checked plan, worth <see cref="Value"/>, to keep in case the process ends: its status is feasible, without a bound and a
    /// certificate. Null where there is none yet.</summary>
    public Plan? Plan { get; init; }
}
