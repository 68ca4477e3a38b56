using Koers.Planning.Analyses;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Generation;
using Xunit;

namespace Koers.Planning.Tests.Analyses.Explain;

/// <summary>A generated problem with a plan and an initiative to ask about, and what trying everything says. Changes figures by itself, and
/// shares nothing with how the engine does.</summary>
internal sealed class ExplainTrial
{
    private static readonly ExplainSettings Settings = new() { MostTimes = 3, Precision = 0.2 };

    private ExplainTrial(int seed, Problem problem, InitiativeId asked, IReadOnlyList<Choice> plan)
    {
        (Seed, Problem, Asked, Plan) = (seed, problem, asked, plan);
        (With, Without) = (BestWith(problem), BestWithout(problem));
        Explanation = Explanation.Of(
            problem, new Plan(PlanStatus.Feasible, plan, null, null, null, [], 0, "hand"), asked, Settings,
            new AnalysisOptions { Deterministic = true, TimeLimit = TimeSpan.FromSeconds(120), Pool = new LocalPool(1) },
            cancellationToken: TestContext.Current.CancellationToken);
    }

    public int Seed { get; }
    public Problem Problem { get; }
    public InitiativeId Asked { get; }
    public IReadOnlyList<Choice> Plan { get; }

    /// <summary>What the best plan with the initiative is worth; null where no plan can hold it.</summary>
    public double? With { get; }

    /// <summary>What the best plan without it is worth, whatever the law asks; null where no plan can do without it.</summary>
    public double? Without { get; }

    public Explanation Explanation { get; }

    public Initiative Initiative => Problem.Initiatives.Single(i => i.Id == Asked);

    /// <summary>Null where no plan keeps the rules: there is nothing to explain then.</summary>
    public static ExplainTrial? Make(int seed)
    {
        var problem = ProblemGenerator.Make(seed);
        var random = new Random(seed);
        IReadOnlyList<Choice>[] plans = [.. new BruteForce(problem).Plans()];
        if (plans.Length == 0)
            return null;
        // Two of three ask about the best plan, the others about any: that one can be improved
        var plan = seed % 3 == 0 ? plans[random.Next(plans.Length)] : new BruteForce(problem).Best()!.Value.Plan;
        return new ExplainTrial(seed, problem, Choose(problem, plans, random, seed), plan);
    }

    // One in four is drawn from all; else one that can be in and can be out, and makes a difference: a few in, most out
    private static InitiativeId Choose(Problem problem, IReadOnlyList<Choice>[] plans, Random random, int seed)
    {
        InitiativeId[] all = [.. problem.Initiatives.Select(i => i.Id)];
        random.Shuffle(all);
        var reading = new PlainReading(problem);
        var options = reading.Options.SelectMany(o => o).ToDictionary(o => o.Choice);
        var values = plans.Select(plan => reading.Value([.. plan.Select(choice => options[choice])])).ToArray();
        double Best(InitiativeId id, bool holds) =>
            plans.Zip(values).Where(p => p.First.Any(c => c.Initiative == id) == holds).Select(p => p.Second).DefaultIfEmpty(double.NaN).Max();
        return seed % 4 == 0 ? all[0] : all.FirstOrDefault(
            id => Best(id, true) - Best(id, false) is var adds && (seed % 4 == 1 ? adds > 1e-3 : adds < -1e-3), all[0]);
    }

    public double? BestWith(Problem problem) => new BruteForce(Each(problem, i => i with { Mandatory = true })).Best()?.Value;

    public double? BestWithout(Problem problem) =>
        new BruteForce(Each(problem, i => i with { Mandatory = false, Variants = [] })).Best()?.Value;

    public Problem Forced => Each(Problem, i => i with { Mandatory = true });

    public Problem Banned => Each(Problem, i => i with { Mandatory = false, Variants = [] });

    /// <summary>The problem with a change of some size.</summary>
    public Problem Changed(TurningPoint point, double size)
    {
        var factor = point.IsRaised ? 1 + size : 1 - size;
        return point.Kind switch
        {
            ChangeKind.Cost => EachWay(v => v with
            {
                Spend = v.Spend.ToDictionary(s => s.Key, s => Times(s.Value, factor)),
                SpendAfter = v.SpendAfter.ToDictionary(s => s.Key, s => s.Value * factor),
            }),
            ChangeKind.Contribution => EachWay(v => v with { Contribution = v.Contribution.ToDictionary(c => c.Key, c => c.Value * factor) }),
            ChangeKind.Effort => EachWay(v => v with { Effort = v.Effort.ToDictionary(e => e.Key, e => Times(e.Value, factor)) }),
            ChangeKind.EffortOfOne => EachWay(v => v with
            {
                Effort = v.Effort.ToDictionary(e => e.Key, e => e.Key.Value == point.Resource ? Times(e.Value, factor) : e.Value),
            }),
            ChangeKind.Start => EachWay(v => v.EarliestStart < 0 ? v : v with
            {
                EarliestStart = Math.Max(0, v.EarliestStart - (int)size),
                LatestStart = Math.Min(Problem.Horizon.Periods - v.Duration, v.LatestStart + (int)size),
            }),
            ChangeKind.Budget => Problem with
            {
                Budgets = [.. Problem.Budgets.Select(b => b.Id.Value != point.Resource ? b : b with
                {
                    PerYear = [.. b.PerYear.Select((had, year) => had + (size * Math.Max(0, Held.Money[b.Id]
                        .Where((_, t) => Problem.Horizon.YearOf(t) == year).Sum())))],
                })],
            },
            ChangeKind.Capacity => Problem with
            {
                Capacities = [.. Problem.Capacities.Select(c => c.Id.Value != point.Resource ? c : c with
                {
                    PerPeriod = [.. c.PerPeriod.Select((had, t) => had + (size * Math.Max(0, Held.People[c.Id][t]) / (1 - c.Reserve)))],
                })],
            },
            _ => throw new ArgumentOutOfRangeException(nameof(point), point.Kind, "a change that is known"),
        };
    }

    /// <summary>Whether it can be worked out here: more of a budget or capacity is counted in what the initiative asks in the best plan that
    /// holds it, so there must be one.</summary>
    public bool CanTry(TurningPoint point) => point.Kind is not (ChangeKind.Budget or ChangeKind.Capacity) || With is not null;

    private PlainOption Held => Options(Problem, Explanation.With.Selected).Single(option => option.Initiative.Id == Asked);

    public static IReadOnlyList<string> Broken(Problem problem, IReadOnlyList<Choice> plan) => new PlainReading(problem).Broken(Options(problem, plan));

    public static double Worth(Problem problem, IReadOnlyList<Choice> plan) => new PlainReading(problem).Value(Options(problem, plan));

    public bool Holds(IReadOnlyList<Choice> plan) => plan.Any(choice => choice.Initiative == Asked);

    public override string ToString() => $"seed {Seed}, {Asked}, plan {RandomPlan.Text(Plan)}: with {With:R}, without {Without:R}";

    private static List<PlainOption> Options(Problem problem, IReadOnlyList<Choice> plan)
    {
        var options = new PlainReading(problem).Options.SelectMany(o => o).ToList();
        return [.. plan.Select(choice => options.First(option => option.Choice == choice))];
    }

    private static IReadOnlyList<double> Times(IReadOnlyList<double> amounts, double factor) => [.. amounts.Select(amount => amount * factor)];

    private Problem EachWay(Func<Variant, Variant> change) =>
        Each(Problem, i => i with { Variants = [.. i.Variants.Select(change)] });

    private Problem Each(Problem problem, Func<Initiative, Initiative> change) =>
        problem with { Initiatives = [.. problem.Initiatives.Select(i => i.Id == Asked ? change(i) : i)] };
}
