using Koers.Planning.Pools;

namespace Koers.Planning.Analyses;

/// <summary>What all analyses that plan share.</summary>
public sealed record AnalysisOptions
{
    /// <summary>Wall time for the whole analysis, after which it answers with what it has, as bounds or ranges; default 60 s, more than
    /// zero.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Seed of every random choice; default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Whether the same input and seed must give the same answer. Effort is then counted in steps instead of seconds.</summary>
    public bool Deterministic { get; init; }

    /// <summary>Where problems are planned; null = on the processors of this machine.</summary>
    public IPlanningPool? Pool { get; init; }
}
