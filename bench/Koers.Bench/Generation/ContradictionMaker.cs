using Koers.Planning.Problems;

namespace Koers.Bench.Generation;

/// <summary>Makes a feasible municipality impossible by adding a few initiatives, relations or frames that cannot hold together.</summary>
internal static class ContradictionMaker
{
    private static readonly Effect AtOnce = new([0.0], 1.0);

    public static Problem Add(Problem problem, Contradiction contradiction) => contradiction switch
    {
        Contradiction.Goals => problem with { Frames = [.. problem.Frames, .. Floors(problem)] },
        Contradiction.Capacity => AddInitiatives(problem, 3, Crowding(problem)),
        Contradiction.Money => AddInitiatives(problem, 2, Costing(100.0)) with
        {
            Frames = [.. problem.Frames, new SpendFrame(new("noodplafond"), "Plafond noodmaatregelen", FrameMaker.Where("kind", "nood"),
                null, null, null, 199.0)],
        },
        Contradiction.Relations => Quarrel(problem),
        _ => throw new ArgumentOutOfRangeException(nameof(contradiction), contradiction, "Goals, Capacity, Money or Relations."),
    };

    /// <summary>42% of all points on every goal: a goal alone can have that, all of them together cannot.</summary>
    private static IEnumerable<Frame> Floors(Problem problem) => problem.Goals.Select(g =>
        new GoalFloor(new($"ambitie-{g.Id}"), $"Ambitie {g.Name}", g.Id, Math.Round(0.42 * FrameMaker.Points(problem.Initiatives, g.Id), 1)));

    /// <summary>Each asks 45% of what the first capacity has in period 0, hiring included, and cannot wait.</summary>
    private static Variant Crowding(Problem problem)
    {
        var capacity = problem.Capacities[0];
        var units = Math.Round(0.45 * (capacity.Available(0) + (capacity.Hire?.MaxPerPeriod ?? 0)), 3);
        return Bare(new Dictionary<CapacityId, IReadOnlyList<double>> { [capacity.Id] = [units] }, []);
    }

    private static Variant Costing(double money) =>
        Bare([], new Dictionary<BudgetId, IReadOnlyList<double>> { [new(Vocabulary.Running)] = [money] });

    private static Problem Quarrel(Problem problem)
    {
        var grown = AddInitiatives(problem, 2, Costing(1.0));
        var voluntary = problem.Initiatives.Where(i => !i.Mandatory).Take(2).Select(i => i.Id).ToList();
        return grown with
        {
            Relations =
            [
                .. problem.Relations,
                new Requires(new("twist-1"), grown.Initiatives[^2].Id, voluntary[0]),
                new Requires(new("twist-2"), grown.Initiatives[^1].Id, voluntary[1]),
                new Excludes(new("twist"), voluntary),
            ],
        };
    }

    private static Problem AddInitiatives(Problem problem, int count, Variant variant)
    {
        var labels = new Dictionary<string, string> { ["department"] = "Veiligheid", ["area"] = "stadsbreed", ["kind"] = "nood" };
        var added = Enumerable.Range(1, count).Select(k =>
            new Initiative(new InitiativeId($"nood{k}"), $"Noodmaatregel {k}", labels, Mandatory: true, [variant]));
        return problem with { Initiatives = [.. problem.Initiatives, .. added] };
    }

    private static Variant Bare(
        Dictionary<CapacityId, IReadOnlyList<double>> effort, Dictionary<BudgetId, IReadOnlyList<double>> spend) =>
        new(new VariantId("basis"), 1, 0, 0, spend, new Dictionary<BudgetId, double>(), effort, new Dictionary<GoalId, double>(), 1.0, AtOnce);
}
