namespace Koers.Domain.Goals;

/// <summary>The goals of a municipality as a tree (doelenboom).</summary>
public sealed class GoalTree
{
    private const double Whole = 1e-6;

    private readonly Dictionary<Guid, Goal> _byId;
    private readonly ILookup<Guid?, Goal> _below;

    /// <param name="goals">All goals.</param>
    /// <exception cref="ArgumentException">A parent is missing, or goals are part of each other in a circle.</exception>
    public GoalTree(IEnumerable<Goal> goals)
    {
        ArgumentNullException.ThrowIfNull(goals);
        Goals = [.. goals.OrderBy(goal => goal.Order).ThenBy(goal => goal.Code, StringComparer.Ordinal)];
        _byId = Goals.ToDictionary(goal => goal.Id);
        _below = Goals.ToLookup(goal => goal.ParentId);
        foreach (var goal in Goals)
            if (goal.ParentId is { } parent && !_byId.ContainsKey(parent))
                throw new ArgumentException($"Goal {goal.Code} is part of a goal that is not there.", nameof(goals));
        if (Goals.FirstOrDefault(IsInCircle) is { } circular)
            throw new ArgumentException($"Goal {circular.Code} is part of itself.", nameof(goals));
    }

    /// <summary>All goals, in order of place.</summary>
    public IReadOnlyList<Goal> Goals { get; }

    /// <summary>Goals without a goal below them: what is scored.</summary>
    public IEnumerable<Goal> Leaves => Goals.Where(goal => !_below[goal.Id].Any());

    /// <summary>The goals that a goal consists of; the tops for null.</summary>
    /// <param name="parent">The goal, or null.</param>
    public IEnumerable<Goal> Below(Guid? parent) => _below[parent];

    /// <summary>Share of a goal in the whole: its weight times those of the goals that it is part of.</summary>
    /// <param name="goal">A goal of the tree.</param>
    public double ShareOfWhole(Goal goal)
    {
        ArgumentNullException.ThrowIfNull(goal);
        var share = 1.0;
        for (var at = goal; at is not null; at = at.ParentId is { } parent ? _byId[parent] : null)
            share *= at.Weight;
        return share;
    }

    /// <summary>The levels on which the weights do not add up to 1, with what they add up to.</summary>
    public IEnumerable<(Guid? Parent, double Sum)> LevelsThatAreNotWhole() => _below
        .Select(level => (Parent: level.Key, Sum: level.Sum(goal => goal.Weight)))
        .Where(level => Math.Abs(level.Sum - 1.0) > Whole);

    private bool IsInCircle(Goal goal)
    {
        var at = goal;
        for (var steps = 0; at.ParentId is { } parent; steps++)
        {
            if (steps > Goals.Count)
                return true;
            at = _byId[parent];
        }

        return false;
    }
}
