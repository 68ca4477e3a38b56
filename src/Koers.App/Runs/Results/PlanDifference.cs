namespace Koers.App.Runs.Results;

/// <summary>What is different between two plans, each as worth by its own problem: what it costs or brings to decide something beforehand, or to have
/// other frames.</summary>
/// <param name="Was">Number of the run that is compared with.</param>
/// <param name="ValueWas">What its plan is worth, in points.</param>
/// <param name="ValueIs">What this plan is worth.</param>
/// <param name="BoundWas">No plan is worth more than this, by the problem of the other run; null where nothing was proven.</param>
/// <param name="BoundIs">No plan is worth more than this; null where nothing was proven.</param>
/// <param name="Goals">Per goal.</param>
/// <param name="In">What comes in.</param>
/// <param name="Out">What goes out, as the other plan had it.</param>
/// <param name="Moved">What starts at another time or in another variant.</param>
/// <param name="Money">Euros more, all years together; negative = less.</param>
/// <param name="People">Years of work more; negative = less.</param>
public sealed record PlanDifference(
    int Was, double ValueWas, double ValueIs, double? BoundWas, double? BoundIs, IReadOnlyList<GoalDifference> Goals, IReadOnlyList<PlannedInitiative> In,
    IReadOnlyList<PlannedInitiative> Out, IReadOnlyList<MovedInitiative> Moved, double Money, double People)
{
    /// <summary>Points that this plan is worth more; negative = less.</summary>
    public double Value => ValueIs - ValueWas;

    /// <summary>Whether the difference is proven to have this sign: whatever better plans there may be on either side.</summary>
    public bool IsProven => Value < 0 ? BoundIs < ValueWas : Value > 0 && BoundWas < ValueIs;

    /// <summary>Whether anything is planned differently.</summary>
    public bool HasChanges => In.Count + Out.Count + Moved.Count > 0;

    /// <summary>From one plan to another.</summary>
    /// <param name="was">The plan that is compared with.</param>
    /// <param name="becomes">The plan.</param>
    /// <returns>The difference; null where either has no plan.</returns>
    public static PlanDifference? Between(PlanPicture was, PlanPicture becomes)
    {
        ArgumentNullException.ThrowIfNull(was);
        ArgumentNullException.ThrowIfNull(becomes);
        if (was.Value is not { } before || becomes.Value is not { } after)
            return null;
        var old = was.Chosen.ToDictionary(i => i.Number, StringComparer.Ordinal);
        var now = becomes.Chosen.ToDictionary(i => i.Number, StringComparer.Ordinal);
        // Where the first quarter differs, a start is compared by day
        int Shift(PlannedInitiative one, PlannedInitiative other) =>
            becomes.Calendar.PeriodOf(becomes.Calendar.DayOf(other.Start)) - becomes.Calendar.PeriodOf(was.Calendar.DayOf(one.Start));
        return new PlanDifference(
            was.Run, before, after, was.Bound, becomes.Bound, GoalsOf(was, becomes),
            [.. becomes.Chosen.Where(i => !old.ContainsKey(i.Number))], [.. was.Chosen.Where(i => !now.ContainsKey(i.Number))],
            [.. becomes.Chosen.Where(i => old.ContainsKey(i.Number)).Select(i => new MovedInitiative(old[i.Number], i, Shift(old[i.Number], i)))
                .Where(moved => moved.Shift != 0 || moved.Was.Variant != moved.Becomes.Variant)],
            becomes.Money - was.Money, becomes.People - was.People);
    }

    private static GoalDifference[] GoalsOf(PlanPicture was, PlanPicture becomes)
    {
        var old = was.Goals.ToDictionary(g => g.Code, StringComparer.Ordinal);
        var now = becomes.Goals.ToDictionary(g => g.Code, StringComparer.Ordinal);
        return [.. becomes.Goals.Concat(was.Goals.Where(g => !now.ContainsKey(g.Code))).Select(g => new GoalDifference(
            g.Code, g.Name, old.GetValueOrDefault(g.Code)?.Value ?? 0, now.GetValueOrDefault(g.Code)?.Value ?? 0))];
    }
}

/// <summary>What a goal gets in two plans.</summary>
/// <param name="Code">Code of the goal.</param>
/// <param name="Name">How people call it.</param>
/// <param name="Was">Value in the one, in points.</param>
/// <param name="Is">Value in the other.</param>
public sealed record GoalDifference(string Code, string Name, double Was, double Is);

/// <summary>An initiative that two plans hold differently.</summary>
/// <param name="Was">As the one holds it.</param>
/// <param name="Becomes">As the other holds it.</param>
/// <param name="Shift">Quarters by which it starts later; negative = earlier.</param>
public sealed record MovedInitiative(PlannedInitiative Was, PlannedInitiative Becomes, int Shift);
