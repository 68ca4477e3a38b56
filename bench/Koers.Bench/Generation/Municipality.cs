using Koers.Planning.Problems;

namespace Koers.Bench.Generation;

/// <summary>A synthetic Dutch municipality of any size, of the same kind as gemeente-60, -300 and -1200 in samples/.</summary>
internal static class Municipality
{
    public static Problem Make(MunicipalitySettings settings)
    {
        var dice = new Dice(settings.Seed);
        var capacities = Vocabulary.Capacities[..Math.Clamp(settings.Initiatives / 15, 4, Vocabulary.Capacities.Length)];
        var maker = new InitiativeMaker(settings, dice, capacities);
        var initiatives = Enumerable.Range(1, settings.Initiatives).Select(maker.Make).ToList();
        var supply = new SupplyMaker(settings, dice, initiatives);
        var problem = new Problem(
            $"gemeente-{settings.Initiatives}-{settings.Years}-{settings.Seed}",
            new Horizon(new DateOnly(2027, 1, 1), settings.Periods, MunicipalitySettings.PeriodsPerYear),
            new ValueSettings(0.0225, settings.Periods, Normalise: true),
            Goals(dice, initiatives),
            supply.Budgets(),
            supply.Capacities(capacities),
            initiatives,
            new RelationMaker(settings, dice, initiatives).Make(),
            FrameMaker.Make(initiatives),
            Reference: null);
        return settings.Contradiction is { } contradiction ? ContradictionMaker.Add(problem, contradiction) : problem;
    }

    private static List<Goal> Goals(Dice dice, List<Initiative> initiatives)
    {
        var weights = Vocabulary.GoalNames.Select(_ => dice.Between(0.06, 0.15)).ToList();
        var sum = weights.Sum();
        return [.. Vocabulary.GoalNames.Select((g, k) => new Goal(
            new GoalId(g.Id), g.Name, Math.Round(weights[k] / sum, 4),
            k == 0 ? Math.Round(0.35 * FrameMaker.Points(initiatives, new GoalId(g.Id)), 1) : null))];
    }
}
