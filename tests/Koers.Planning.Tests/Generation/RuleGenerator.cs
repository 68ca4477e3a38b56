using Koers.Planning.Problems;

namespace Koers.Planning.Tests.Generation;

/// <summary>Makes relations, frames and a reference plan for generated initiatives, each kind as likely as the next.</summary>
internal sealed class RuleGenerator(
    Random random, Horizon horizon, List<Goal> goals, List<Budget> budgets, List<Capacity> capacities, List<Initiative> initiatives)
{
    public List<Relation> Relations() =>
        initiatives.Count < 2 ? [] : [.. Enumerable.Range(1, random.Next(0, 5)).Select(n => Relation(new RelationId($"r{n}")))];

    public List<Frame> Frames() => [.. Enumerable.Range(1, random.Next(0, 4)).Select(n => Frame(new FrameId($"f{n}"), $"Kader {n}"))];

    public ReferencePlan? Reference()
    {
        if (random.NextDouble() < 0.75)
            return null;
        var held = initiatives.Where(_ => random.NextDouble() < 0.5)
            .Select(i => (i.Id, Variant: i.Variants[random.Next(i.Variants.Count)]))
            .Select(p => new Choice(p.Id, p.Variant.Id, random.Next(p.Variant.EarliestStart, p.Variant.LatestStart + 1)));
        return new ReferencePlan([.. held], Halves(3), Halves(2), Halves(1), Halves(2));
    }

    private Relation Relation(RelationId id)
    {
        // The earlier initiative comes first, so that dependencies never go round in a circle
        var several = Members(random.Next(2, Math.Min(4, initiatives.Count) + 1));
        var (first, second) = (several[0], several[1]);
        var max = random.Next(0, several.Count + 1);
        return random.Next(8) switch
        {
            0 => new DependsOn(id, first, second, random.Next(-2, 3)),
            1 => new Before(id, first, second, random.Next(-2, 3)),
            2 => new Requires(id, second, first),
            3 => new Excludes(id, several),
            4 => new Together(id, several),
            5 => new Group(id, several, random.Next(0, max + 1), max),
            6 => random.Next(2) == 0 ? new Group(id, several, 1, null) : new Group(id, several, null, several.Count - 1),
            _ => new Synergy(id, several, random.Next(2) == 0 ? Halves(4) : -Halves(4)),
        };
    }

    private Frame Frame(FrameId id, string name) => random.Next(capacities.Count > 0 ? 8 : 7) switch
    {
        0 => new GoalFloor(id, name, goals[random.Next(goals.Count)].Id, Halves(2)),
        1 => SpendWithin(id, name),
        2 => ShareWithin(id, name),
        3 => random.Next(2) == 0 ? new CountFrame(id, name, Where(), null, random.Next(0, 4)) : new CountFrame(id, name, Where(), 1, random.Next(1, 5)),
        4 => new ConcurrentFrame(id, name, Where(), random.Next(0, 3)),
        5 => new StartsFrame(id, name, Where(), random.Next(0, 3)),
        6 => new RiskFrame(id, name, Where(), Halves(4)),
        _ => new EffortFrame(id, name, Where(), capacities[random.Next(capacities.Count)].Id, Halves(4)),
    };

    private SpendFrame SpendWithin(FrameId id, string name)
    {
        var min = random.Next(2) == 0 ? Halves(3) : (double?)null;
        return new(id, name, Where(), SomeBudgets(), SomeYears(), min, min is null || random.Next(2) == 0 ? (min ?? 0) + Halves(8) : null);
    }

    private SpendShareFrame ShareWithin(FrameId id, string name)
    {
        var min = random.Next(2) == 0 ? random.Next(0, 3) * 0.25 : (double?)null;
        return new(id, name, Where(), SomeBudgets(), SomeYears(), min, min is null || random.Next(2) == 0 ? (min ?? 0) + (random.Next(0, 3) * 0.25) : null);
    }

    private Selector Where()
    {
        var labels = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (random.NextDouble() < 0.5)
            labels["soort"] = random.Next(2) == 0 ? ["brug"] : ["weg", "ict"];
        if (random.NextDouble() < 0.3)
            labels["wijk"] = ["noord"];
        return new Selector(labels);
    }

    private List<BudgetId>? SomeBudgets() =>
        budgets.Count == 0 || random.Next(2) == 0 ? null : [budgets[random.Next(budgets.Count)].Id];

    private List<int>? SomeYears() => random.Next(2) == 0 ? null : [random.Next(horizon.Years)];

    private List<InitiativeId> Members(int count) =>
        [.. Enumerable.Range(0, initiatives.Count).OrderBy(_ => random.Next()).Take(count).Order().Select(i => initiatives[i].Id)];

    private double Halves(double high) => 0.5 * random.Next(0, (int)(high * 2) + 1);
}
