using Koers.Planning.Analyses;
using Koers.Planning.Checking;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Generation;
using Xunit;

namespace Koers.Planning.Tests.Analyses.Risk;

/// <summary>Durations and success are discrete: on small problems every way in which a plan can turn out is tried, with its
/// probability.</summary>
public class RiskAgainstEnumerationTests
{
    private const int Runs = 4000;
    private static readonly ThreePoint Slips = new(0.6, 1, 2);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(8100, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Chances_and_means_are_those_of_all_ways_it_can_turn_out(int seed)
    {
        for (var s = seed * 10; s < (seed * 10) + 10; s++)
        {
            var problem = ProblemGenerator.Make(s).Ranged(duration: Slips) with { Reference = null };
            var plan = Selection(problem, s, most: 4);
            var exact = Enumerate(problem, plan);
            var found = problem.Simulate(Runs, [.. plan.Select(o => o.Choice)], seed);
            Compare(problem, plan, exact, found);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Where_all_is_certain_chances_are_0_or_1_and_figures_those_of_the_plan(int seed)
    {
        for (var s = seed * 10; s < (seed * 10) + 10; s++)
        {
            var made = ProblemGenerator.Make(s);
            var problem = made.Ranged() with
            {
                Initiatives = [.. made.Initiatives.Select(i => i with { Variants = [.. i.Variants.Select(v => v with { Success = 1 })] })],
            };
            Choice[] plan = [.. Selection(problem, s, most: 8).Select(o => o.Choice)];
            var (figures, result) = (Evaluator.Evaluate(problem, plan), problem.Simulate(200, plan));
            Assert.Equal(figures.Value, result.Value.Mean, 1e-9);
            Assert.Equal(figures.Value, result.Value.Planned, 1e-9);
            Assert.True(result.Value.Deviation < 1e-6);
            var broken = new PlainReading(problem).Broken(Plain(problem, plan)).ToHashSet();
            foreach (var (capacity, risk) in figures.Capacities.Zip(result.Capacities))
            {
                Near(capacity.Used, risk.Periods.Select(p => p.ExpectedUse));
                Near(capacity.Used, risk.Periods.Select(p => p.Planned));
                Assert.Equal(broken.Contains($"capacity/{capacity.Capacity.Id}") ? 1 : 0, risk.Total.Chance.Probability);
            }

            // What cannot be hired costs nothing in a run; the evaluator lets it be paid
            if (figures.Capacities.Any(c => c.Capacity.Hire is { } hire && c.Hired.Any(units => units > hire.MaxPerPeriod)))
                continue;
            foreach (var (budget, risk) in figures.Budgets.Zip(result.Budgets))
            {
                Near(budget.Spent, risk.Years.Select(y => y.ExpectedUse));
                Near(budget.Available, risk.Years.Select(y => y.Available));
                Assert.Equal(broken.Contains($"budget/{budget.Budget.Id}") ? 1 : 0, risk.Total.Chance.Probability);
            }
        }
    }

    [Fact]
    public void With_only_success_uncertain_the_expected_value_is_the_value_of_the_plan()
    {
        for (var s = 8300; s < 8340; s++)
        {
            var made = ProblemGenerator.Make(s);
            var problem = made.Ranged() with { Goals = [.. made.Goals.Select(g => g with { Cap = null })] };
            Choice[] plan = [.. Selection(problem, s, most: 8).Select(o => o.Choice)];
            var value = problem.Simulate(Runs, plan).Value;
            RiskByHandTests.Within(value.Planned, value.Mean, value.StandardError);
        }
    }

    private sealed class Exact
    {
        public double Nothing { get; set; }
        public double Value { get; set; }
        public Dictionary<string, (double Chance, double Mean)> Slices { get; } = [];
        public double[] Late { get; init; } = [];

        public void Add(string slice, double excess, double probability)
        {
            var (chance, mean) = Slices.GetValueOrDefault(slice);
            Slices[slice] = (chance + (excess > 0 ? probability : 0), mean + (probability * excess));
        }
    }

    private static Exact Enumerate(Problem problem, List<PlainOption> plan)
    {
        var exact = new Exact { Late = new double[plan.Count] };
        var (lengths, succeeds) = (new int[plan.Count], new bool[plan.Count]);
        void From(int n, double probability)
        {
            if (probability == 0)
                return;
            if (n == plan.Count)
            {
                Add(problem, plan, new PlainRun(problem, plan, lengths, succeeds), probability, exact);
                return;
            }

            foreach (var happens in (bool[])[true, false])
                foreach (var (length, chance) in Lengths(plan[n]))
                {
                    (lengths[n], succeeds[n]) = (length, happens);
                    From(n + 1, probability * chance * (happens ? plan[n].Variant.Success : 1 - plan[n].Variant.Success));
                }
        }

        From(0, 1);
        return exact;
    }

    private static void Add(Problem problem, List<PlainOption> plan, PlainRun run, double probability, Exact exact)
    {
        var any = false;
        foreach (var budget in problem.Budgets)
        {
            var excess = run.Excess(budget);
            any |= excess.Any(x => x > 0);
            for (var y = 0; y < excess.Length; y++)
                exact.Add($"budget/{budget.Id}/{y}", excess[y], probability);
            exact.Add($"budget/{budget.Id}", budget.CarryOver ? excess.Max() : excess.Sum(), probability);
        }

        foreach (var capacity in problem.Capacities)
        {
            var excess = run.Excess(capacity);
            any |= excess.Any(x => x > 0);
            for (var t = 0; t < excess.Length; t++)
                exact.Add($"capacity/{capacity.Id}/{t}", excess[t], probability);
            exact.Add($"capacity/{capacity.Id}", excess.Sum(), probability);
        }

        exact.Nothing += any ? 0 : probability;
        exact.Value += probability * run.Value;
        for (var n = 0; n < plan.Count; n++)
            exact.Late[n] += run.Finish[n] > plan[n].Finish ? probability : 0;
    }

    // Triangular: F(x) = (x - low)² / ((high - low)(likely - low)) below likely, and the mirror image above it. A length k comes about
    // where the factor times what is left rounds to k
    private static IEnumerable<(int Length, double Chance)> Lengths(PlainOption option)
    {
        static double Below(double x) => x <= Slips.Low ? 0
            : x < Slips.Likely ? (x - Slips.Low) * (x - Slips.Low) / ((Slips.High - Slips.Low) * (Slips.Likely - Slips.Low))
            : x < Slips.High ? 1 - ((Slips.High - x) * (Slips.High - x) / ((Slips.High - Slips.Low) * (Slips.High - Slips.Likely)))
            : 1;
        var left = option.Finish - Math.Max(0, option.Start);
        if (left <= 0)
            return [(0, 1.0)];
        return Enumerable.Range(1, (2 * left) + 1)
            .Select(k => (k, Below((k + 0.5) / left) - (k == 1 ? 0 : Below((k - 0.5) / left)))).Where(p => p.Item2 > 0);
    }

    private static void Compare(Problem problem, List<PlainOption> plan, Exact exact, RiskResult found)
    {
        // By the exact standard error: the one found is 0 where something rare did not happen
        void Chance(double expected, Chance chance) =>
            RiskByHandTests.Within(expected, chance.Probability, Math.Sqrt(Math.Max(0, expected * (1 - expected)) / Runs) + (0.2 / Runs));
        void Excess(string slice, Excess excess)
        {
            var (chance, mean) = exact.Slices[slice];
            Chance(chance, excess.Chance);
            RiskByHandTests.Within(mean, excess.Expected, excess.StandardError + (mean / Runs) + 1e-6);
        }

        Chance(exact.Nothing, found.NothingExceeded);
        var synergies = Evaluator.Evaluate(problem, [.. plan.Select(o => o.Choice)]).SynergyValue;
        RiskByHandTests.Within(exact.Value + synergies, found.Value.Mean, found.Value.StandardError + 1e-9);
        foreach (var budget in found.Budgets)
        {
            Excess($"budget/{budget.Budget.Id}", budget.Total);
            foreach (var year in budget.Years)
                Excess($"budget/{budget.Budget.Id}/{year.Index}", year.Excess);
        }

        foreach (var capacity in found.Capacities)
        {
            Excess($"capacity/{capacity.Capacity.Id}", capacity.Total);
            foreach (var period in capacity.Periods)
                Excess($"capacity/{capacity.Capacity.Id}/{period.Index}", period.Excess);
        }

        for (var n = 0; n < plan.Count; n++)
            Chance(exact.Late[n], found.Initiatives.Single(i => i.Initiative.Id == plan[n].Initiative.Id).Late);
    }

    // The generator names what comes first first, so the order of the problem is one in which nobody waits for a later one
    private static List<PlainOption> Selection(Problem problem, int seed, int most)
    {
        var random = new Random(seed);
        return [.. problem.Initiatives.OrderBy(_ => random.Next()).Take(most).Select(i => PlainOption.Of(problem, i)).Where(o => o.Count > 0)
            .Select(options => options[random.Next(options.Count)])
            .OrderBy(o => problem.Initiatives.Index().First(p => p.Item.Id == o.Initiative.Id).Index)];
    }

    private static List<PlainOption> Plain(Problem problem, Choice[] plan) =>
        [.. plan.Select(c => PlainOption.Of(problem, problem.Initiatives.First(i => i.Id == c.Initiative)).First(o => o.Choice == c))];

    private static void Near(IEnumerable<double> expected, IEnumerable<double> found)
    {
        foreach (var (e, f) in expected.Zip(found))
            Assert.Equal(e, f, 1e-9);
    }
}
