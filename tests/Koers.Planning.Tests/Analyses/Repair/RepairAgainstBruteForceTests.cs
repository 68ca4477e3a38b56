using Koers.Planning.Analyses;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Generation;
using Xunit;

namespace Koers.Planning.Tests.Analyses.Repair;

public class RepairAgainstBruteForceTests
{
    private static readonly AnalysisOptions Patient = new() { TimeLimit = TimeSpan.FromSeconds(60) };

    [Fact]
    public void All_conflicts_are_found_and_no_others()
    {
        var several = 0;
        foreach (var (seed, problem) in Infeasible(rules: 7, count: 12))
        {
            var expected = Conflicts(problem).Select(Text).Order().ToList();
            var repair = Repairer.Repair(
                problem, new RepairSettings { MostConflicts = 50 }, Patient, cancellationToken: TestContext.Current.CancellationToken);
            Assert.True(repair.HasAllConflicts && repair.IsProvenInfeasible, $"seed {seed}");
            Assert.All(repair.Conflicts, conflict => Assert.True(conflict.IsIrreducible));
            Assert.Equal(expected, repair.Conflicts.Select(c => Text(c.Rules)).Order());
            several += expected.Count > 1 ? 1 : 0;
            if (expected.Count <= 1)
                continue;
            var first = Repairer.Repair(
                problem, new RepairSettings { MostConflicts = 1 }, Patient, cancellationToken: TestContext.Current.CancellationToken);
            Assert.False(first.HasAllConflicts);
            Assert.Single(first.Conflicts);
        }
        Assert.True(several > 0, "no problem with several conflicts was tried");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_way_out_is_cheaper_and_the_repaired_problem_can_be_planned(bool mayGiveUp)
    {
        foreach (var (seed, made) in Infeasible(rules: 12, count: 25))
        {
            // What hiring costs depends on what gives way, and shares give way in steps: their own tests are elsewhere
            var problem = made with
            {
                Capacities = [.. made.Capacities.Select(c => c with { Hire = null })],
                Frames = [.. made.Frames.Where(f => f is not SpendShareFrame)],
            };
            if (new BruteForce(problem).Best() is not null)
                continue;
            var least = new CheapestByBruteForce(problem).Least(mayGiveUp);
            var repair = Repairer.Repair(
                problem, new RepairSettings { MayGiveUp = mayGiveUp }, Patient, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(RepairStatus.Repaired, repair.Status);
            var way = repair.WayOut!;
            var said = $"seed {seed}: least {least:R}, found {way.Price:R} (at least {way.Least:R}) by {string.Join("; ", way.Changes)}";
            Assert.True(way.IsProvenLeast, said);
            // Three figures: at most 1% dearer
            Assert.True(way.Price >= least - 1e-4 && way.Price <= (1.011 * least) + 1e-4, said);
            Assert.True(way.Least <= least + 1e-4, said);
            Assert.True(new BruteForce(repair.Repaired!).Best() is not null, said);
            Assert.NotNull(repair.Plan);
            Assert.Contains(repair.Plan.Status, new[] { PlanStatus.Optimal, PlanStatus.Feasible });
            AssertHalvingIsNotEnough(repair, problem, way.Least);
        }
    }

    /// <summary>Half of any one change would cost less than the least, so it cannot be enough.</summary>
    private static void AssertHalvingIsNotEnough(ProblemRepair repair, Problem problem, double least)
    {
        var changes = repair.WayOut!.Changes;
        foreach (var one in changes.Where(c => c.Side != LimitSide.Whole))
        {
            var half = one with { Amount = one.Amount / 2, New = (one.Old + one.New) / 2 };
            if (changes.Sum(c => c.Price) - (one.Price / 2) < least - 1e-3)
                Assert.Null(new BruteForce(Relaxed.By(problem, [.. changes.Select(c => c == one ? half : c)])).Best());
        }
    }

    private static IEnumerable<(int Seed, Problem Problem)> Infeasible(int rules, int count)
    {
        for (var seed = 0; seed < 2000 && count > 0; seed++)
        {
            var problem = ProblemGenerator.Make(seed);
            if (problem.Capacities.Any(c => c.Reserve >= 1) || new PlainReading(problem).Rules().Count > rules || new BruteForce(problem).Best() is not null)
                continue;
            count--;
            yield return (seed, problem);
        }
    }

    private static List<string[]> Conflicts(Problem problem)
    {
        var (all, tried) = (new PlainReading(problem).Rules(), new BruteForce(problem));
        var found = new List<string[]>();
        foreach (var set in Enumerable.Range(1, (1 << all.Count) - 1).OrderBy(n => int.PopCount(n)))
        {
            string[] rules = [.. all.Where((_, n) => (set >> n & 1) == 1)];
            if (!found.Exists(smaller => smaller.All(rules.Contains)) && !tried.CanHoldTogether(rules))
                found.Add(rules);
        }
        return found;
    }

    private static string Text(IEnumerable<string> rules) => string.Join(" ", rules.Order(StringComparer.Ordinal));
}
