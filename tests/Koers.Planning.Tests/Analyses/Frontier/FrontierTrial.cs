using System.Text.Json;
using Koers.Planning.Analyses;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Generation;
using Xunit;

namespace Koers.Planning.Tests.Analyses;

/// <summary>A generated problem with means to change, and the best value at every factor by trying everything.</summary>
internal sealed class FrontierTrial
{
    private readonly Dictionary<double, double?> _best = [];

    private FrontierTrial(int seed, Problem problem, FrontierSettings settings) => (Seed, Problem, Settings) = (seed, problem, settings);

    public int Seed { get; }

    public Problem Problem { get; }

    public FrontierSettings Settings { get; }

    /// <summary>The trials of so many seeds; problems without means are left out.</summary>
    public static IEnumerable<FrontierTrial> Make(int first, int count)
    {
        for (var seed = first; seed < first + count; seed++)
        {
            // A third of them only money, a third only people, a third both
            var problem = ProblemGenerator.Make(seed);
            var settings = new FrontierSettings
            {
                Budgets = seed % 3 == 1 ? [] : [.. problem.Budgets.Skip(seed % 2).Select(b => b.Id)],
                Capacities = seed % 3 == 0 ? [] : [.. problem.Capacities.Select(c => c.Id)],
                From = seed % 4 * 0.25,
                To = 1.75,
                Points = 5,
                Gap = 0,
            };
            var trial = new FrontierTrial(seed, problem, settings);
            if (problem.Budgets.Where(b => settings.Budgets.Contains(b.Id)).Sum(b => b.PerYear.Sum())
                + problem.Capacities.Where(c => settings.Capacities.Contains(c.Id)).Sum(c => c.PerPeriod.Sum()) > 0)
                yield return trial;
        }
    }

    /// <summary>Effort counted in steps, and enough of it to come to the end.</summary>
    public static AnalysisOptions Repeatable(int seed = 1, int threads = 2) =>
        new() { Deterministic = true, Seed = seed, TimeLimit = TimeSpan.FromSeconds(60), Pool = new LocalPool(threads) };

    public FrontierResult Run(double gap = 0) =>
        Frontier.Trace(Problem, Settings with { Gap = gap }, Repeatable(), null, TestContext.Current.CancellationToken);

    /// <summary>Stops after so many points.</summary>
    public FrontierResult RunUntil(int points)
    {
        using var patience = new CancellationTokenSource();
        return Frontier.Trace(
            Problem, Settings, new AnalysisOptions { Deterministic = true, Pool = new ImpatientPool(points, patience) }, null, patience.Token);
    }

    /// <summary>The problem with its means multiplied, written down once more.</summary>
    public Problem At(double factor)
    {
        Budget[] budgets = [.. Problem.Budgets];
        for (var b = 0; b < budgets.Length; b++)
            if (Settings.Budgets.Contains(budgets[b].Id))
                budgets[b] = budgets[b] with { PerYear = [.. budgets[b].PerYear.Select(money => money * factor)] };
        Capacity[] capacities = [.. Problem.Capacities];
        for (var c = 0; c < capacities.Length; c++)
            if (Settings.Capacities.Contains(capacities[c].Id))
                capacities[c] = capacities[c] with { PerPeriod = [.. capacities[c].PerPeriod.Select(people => people * factor)] };
        return Problem with { Budgets = budgets, Capacities = capacities };
    }

    /// <summary>What the best plan is worth; null where there is none.</summary>
    public double? Best(double factor)
    {
        if (!_best.TryGetValue(factor, out var best))
            _best[factor] = best = new BruteForce(At(factor)).Best()?.Value;
        return best;
    }

    public override string ToString() => $"seed {Seed}";

    /// <summary>Everything that an answer says, in one text.</summary>
    public static string Text(FrontierResult result) => JsonSerializer.Serialize(new
    {
        Points = result.Points.Select(p => new
        {
            p.Factor,
            p.Amount,
            p.IsPlanned,
            p.Plan.Status,
            p.Plan.Value,
            p.Plan.Bound,
            Selected = p.Plan.Selected.Select(choice => $"{choice}"),
            Certified = p.Plan.Certificate?.Bound,
            p.Plan.Conflict,
        }),
        Steps = result.Steps.Select(s => new { s.Gain, s.LeastGain, s.MostGain, In = s.In.Select(i => i.Value), Out = s.Out.Select(i => i.Value) }),
        result.Hull,
        result.Knee,
        Presence = result.Presence.Select(p => new { p.Initiative.Id.Value, p.Course, Spans = p.Spans.Select(s => $"{s.First}-{s.Last}") }),
        result.IsFinished,
    });
}

/// <summary>Plans as the pool of this machine does, and stops after so many tasks.</summary>
internal sealed class ImpatientPool(int atMost, CancellationTokenSource patience) : IPlanningPool
{
    private int _left = atMost;

    public int Width => 1;

    public IReadOnlyList<Plan> PlanAll(
        IReadOnlyList<PlanningTask> tasks, Action<int, Plan>? finished = null, CancellationToken cancellationToken = default) =>
        new LocalPool(1).PlanAll(tasks, (n, plan) =>
        {
            finished?.Invoke(n, plan);
            if (--_left == 0)
                patience.Cancel();
        }, cancellationToken);
}
