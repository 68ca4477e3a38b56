using Koers.Planning.Analyses;
using Koers.Planning.Options;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Generation;
using Xunit;
using SiloAnalysis = Koers.Planning.Analyses.Silos;

namespace Koers.Planning.Tests.Analyses.Silos;

public class SilosAgainstBruteForceTests
{
    private const double Tolerance = 1e-6;

    public static TheoryData<int, MeansDivision> Seeds
    {
        get
        {
            var seeds = new TheoryData<int, MeansDivision>();
            for (var seed = 0; seed < 12; seed++)
                seeds.Add(91_000 + (seed * 100), seed % 2 == 0 ? MeansDivision.Asked : MeansDivision.Equal);
            return seeds;
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whole_parts_and_what_they_bring_together_are_what_trying_everything_finds(int first, MeansDivision division)
    {
        for (var seed = first; seed < first + 15; seed++)
        {
            var problem = ProblemGenerator.Make(seed);
            if (!SiloAnalysis.LabelsOf(problem).Contains("soort"))
                continue;
            var report = Compare(problem, division);
            var best = new BruteForce(problem).Best();
            Assert.Equal(best is null, report.Whole.Status == PlanStatus.Infeasible);
            if (best is null)
                continue;
            Assert.Equal(best.Value.Value, report.Whole.Value!.Value, Tolerance);
            var outcome = report.Outcome!;
            Assert.Equal(
                new BruteForce(LowerLimits.Without(problem, outcome.Broken.ToHashSet())).Best()!.Value.Value, outcome.Whole.Value, Tolerance);
            Assert.True(outcome.Silos.Value <= outcome.Whole.Value + Tolerance, $"{seed}: the silos beat the whole");
            Assert.True(outcome.LeastLoss <= outcome.Loss + Tolerance && outcome.Loss <= outcome.MostLoss + Tolerance, $"{seed}");
            if (report.Parts.Count > 1)
                Parts(seed, problem, division, report);
            Together(seed, problem, report, outcome);
            Assert.Equal(outcome.Whole.Value, report.Parts.Sum(part => part.WholeValue), Tolerance);
            Assert.Equal(outcome.Silos.Value, report.Parts.Sum(part => part.OutcomeValue), Tolerance);
        }
    }

    [Fact]
    public void The_same_input_and_seed_give_the_same_answer()
    {
        var problem = ProblemGenerator.Make(91_003);
        var (a, b) = (Compare(problem, MeansDivision.Asked), Compare(problem, MeansDivision.Asked));
        Assert.Equal(a.Whole.Selected, b.Whole.Selected);
        Assert.Equal(a.Outcome?.Selected, b.Outcome?.Selected);
        Assert.Equal(a.Outcome?.MostLoss, b.Outcome?.MostLoss);
    }

    /// <summary>Each part has the best plan of its problem, or, where no plan keeps its lower limits, the best without those it breaks;
    /// and no plans within the shares are worth more together than the ceiling.</summary>
    private static void Parts(int seed, Problem problem, MeansDivision division, SiloReport report)
    {
        var (parts, options) = (new LabelParts(problem, "soort"), new OptionSet(problem));
        var problems = new PartProblems(parts, new MeansShares(parts, division, "soort", options), options);
        for (var p = 0; p < parts.Count; p++)
        {
            var part = report.Parts[p];
            var own = LowerLimits.Without(problems.All[p], part.Broken.ToHashSet());
            var best = new BruteForce(own).Best();
            Assert.True(best is not null, $"{seed}: the plan of a part breaks more than it says");
            Assert.InRange(part.Plan.Value!.Value, double.NegativeInfinity, best.Value.Value + Tolerance);
            if (part.Broken.Count == 0)
                Assert.Equal(best.Value.Value, part.Plan.Value!.Value, Tolerance);
            else
                Assert.Null(new BruteForce(problems.All[p]).Best());
        }

        foreach (var plan in new BruteForce(LowerLimits.Without(problem, report.Outcome!.Broken.ToHashSet())).Plans())
            if (report.Outcome.Ceiling is { } ceiling && WithinShares(parts, problems, plan))
                Assert.True(Value(new PlainReading(problem), plan) <= ceiling + Tolerance, $"{seed}: above the ceiling");
    }

    private static bool WithinShares(LabelParts parts, PartProblems problems, IReadOnlyList<Choice> plan)
    {
        for (var p = 0; p < parts.Count; p++)
        {
            var own = plan.Where(c => parts.PartOf(c.Initiative) == p).ToList();
            if (own.Any(c => problems.Needs.ContainsKey(c.Initiative)))
                return false;
            var reading = new PlainReading(LowerLimits.WithoutAny(problems.All[p]));
            if (Broken(reading, own).Count > 0)
                return false;
        }

        return true;
    }

    /// <summary>No selection of the parts' choices that keeps the rules is worth more.</summary>
    private static void Together(int seed, Problem problem, SiloReport report, SiloOutcome outcome)
    {
        var reading = new PlainReading(LowerLimits.Without(problem, outcome.Broken.ToHashSet()));
        Assert.Empty(Broken(reading, outcome.Selected));
        var planned = report.Parts.SelectMany(part => part.Plan.Selected).ToList();
        Assert.Empty(outcome.Selected.Except(planned));
        if (outcome.Broken.Count > 0 || report.Parts.Count == 1)
            return;
        for (var subset = 0; subset < 1 << planned.Count; subset++)
        {
            var some = planned.Where((_, n) => (subset & (1 << n)) != 0).ToList();
            if (Broken(reading, some).Count == 0)
                Assert.True(Value(reading, some) <= outcome.Silos.Value + Tolerance, $"{seed}: a better selection exists");
        }
    }

    private static IReadOnlyList<string> Broken(PlainReading reading, IReadOnlyList<Choice> plan) => reading.Broken(Options(reading, plan));

    private static double Value(PlainReading reading, IReadOnlyList<Choice> plan) => reading.Value(Options(reading, plan));

    private static List<PlainOption> Options(PlainReading reading, IReadOnlyList<Choice> plan) =>
        [.. reading.Options.SelectMany(options => options).Where(option => plan.Contains(option.Choice))];

    private static SiloReport Compare(Problem problem, MeansDivision division) => SiloAnalysis.Compare(
        problem, new SiloSettings("soort") { Division = division },
        new AnalysisOptions { TimeLimit = TimeSpan.FromSeconds(20), Deterministic = true },
        cancellationToken: TestContext.Current.CancellationToken);
}
