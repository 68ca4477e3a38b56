using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.Planning.Tests.Samples;

/// <summary>The plan and the prices that docs/method-sample.md derives by hand.</summary>
public sealed class SmallTownTests
{
    private const double BestValue = 116;

    private static readonly Dictionary<string, double> HandPrices = new(StringComparer.Ordinal)
    {
        ["capacity/projectleiders/0"] = 13,
        ["capacity/projectleiders/1"] = 7,
        ["capacity/projectleiders/2"] = 2,
        ["budget/investering/3"] = 1,
        ["excludes/een-zwembad"] = 2,
        ["dependsOn/straat-na-riool/0"] = 4,
        ["dependsOn/straat-na-riool/1"] = 5,
        ["dependsOn/straat-na-riool/2"] = 6,
        ["mandatory/kazerne"] = 9,
        ["frame/oosterend/min"] = 2,
        ["synergy/schoolroute/fietsbrug"] = 1,
        ["synergy/schoolroute/school"] = 2,
    };

    private static readonly Choice[] HandPlan =
    [
        Choose("riool", 0), Choose("dorpsstraat", 1), Choose("stationskwartier", 0), Choose("zwembad-renovatie", 1),
        Choose("fietsbrug", 2), Choose("school", 2), Choose("kazerne", 3), Choose("dorpshuis", 3),
    ];

    [Fact]
    public void The_prices_found_by_hand_prove_that_the_plan_found_by_hand_is_best()
    {
        var plan = new Plan(
            PlanStatus.Optimal, HandPlan, BestValue, BestValue, new Certificate(BestValue, HandPrices), [], 0, "pen and paper");
        var report = Evaluator.Check(SampleFiles.Read(SampleFiles.SmallTown), plan);
        Assert.True(report.Holds, string.Join(' ', [.. report.Faults, .. report.Violations.Select(v => v.Row)]));
        Assert.Equal(BestValue, report.CertifiedBound!.Value, 1e-9);
    }

    [Fact]
    public void The_engine_finds_the_plan_found_by_hand() =>
        Assert.Equal(HandPlan, SamplePlans.OfSmall(SampleFiles.SmallTown).Selected);

    private static Choice Choose(string initiative, int start) => new(new(initiative), new("basis"), start);
}
