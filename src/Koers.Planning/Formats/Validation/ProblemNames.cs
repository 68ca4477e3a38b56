using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>Everything in a problem that can be referred to.</summary>
internal sealed class ProblemNames
{
    private readonly Dictionary<InitiativeId, Initiative> _initiatives = [];

    public ProblemNames(Problem problem, Checks checks)
    {
        var root = JsonPath.Root;
        Goals = new(problem.Goals.Select(g => g.Id.Value), root["goals"], Phrase.Goal, checks);
        Budgets = new(problem.Budgets.Select(b => b.Id.Value), root["budgets"], Phrase.Budget, checks);
        Capacities = new(problem.Capacities.Select(c => c.Id.Value), root["capacities"], Phrase.Capacity, checks);
        Initiatives = new(problem.Initiatives.Select(i => i.Id.Value), root["initiatives"], Phrase.Initiative, checks);
        _ = new IdSet(problem.Frames.Select(f => f.Id.Value), root["frames"], Phrase.Frame, checks);
        foreach (var initiative in problem.Initiatives) _initiatives.TryAdd(initiative.Id, initiative);
    }

    public IdSet Goals { get; }

    public IdSet Budgets { get; }

    public IdSet Capacities { get; }

    public IdSet Initiatives { get; }

    /// <summary>The initiative with this id; null where there is none.</summary>
    public Initiative? Find(InitiativeId id) => _initiatives.GetValueOrDefault(id);
}
