using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>The order in which values by id are written: that of the problem's own lists, whatever order a dictionary has.</summary>
internal sealed class EntryOrder(Problem problem)
{
    private readonly Dictionary<BudgetId, int> _budgets = Positions(problem.Budgets.Select(b => b.Id));
    private readonly Dictionary<CapacityId, int> _capacities = Positions(problem.Capacities.Select(c => c.Id));
    private readonly Dictionary<GoalId, int> _goals = Positions(problem.Goals.Select(g => g.Id));
    private readonly Dictionary<InitiativeId, int> _initiatives = Positions(problem.Initiatives.Select(i => i.Id));

    public int Periods { get; } = problem.Horizon.Periods;

    public IEnumerable<(string Id, T Value)> ByBudget<T>(IReadOnlyDictionary<BudgetId, T> values) => Sort(values, _budgets, b => b.Value);

    public IEnumerable<(string Id, T Value)> ByCapacity<T>(IReadOnlyDictionary<CapacityId, T> values) =>
        Sort(values, _capacities, c => c.Value);

    public IEnumerable<(string Id, T Value)> ByGoal<T>(IReadOnlyDictionary<GoalId, T> values) => Sort(values, _goals, g => g.Value);

    public IEnumerable<(string Id, T Value)> ByInitiative<T>(IReadOnlyDictionary<InitiativeId, T> values) =>
        Sort(values, _initiatives, i => i.Value);

    private static Dictionary<TId, int> Positions<TId>(IEnumerable<TId> ids) where TId : notnull
    {
        var positions = new Dictionary<TId, int>();
        foreach (var id in ids) positions.TryAdd(id, positions.Count);
        return positions;
    }

    private static IEnumerable<(string Id, T Value)> Sort<TId, T>(
        IReadOnlyDictionary<TId, T> values, Dictionary<TId, int> positions, Func<TId, string> text) where TId : notnull =>
        values.OrderBy(e => positions.GetValueOrDefault(e.Key, int.MaxValue)).ThenBy(e => text(e.Key), StringComparer.Ordinal)
            .Select(e => (text(e.Key), e.Value));
}
