using Koers.Planning.Checking;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Xunit;

namespace Koers.Planning.Tests.Samples;

/// <summary>Runs alone: what else the machine does would eat the three seconds.</summary>
[CollectionDefinition(nameof(LargeSamples), DisableParallelization = true)]
public sealed class LargeSamples;

[Collection(nameof(LargeSamples))]
public sealed class LargeSampleTests
{
    public static TheoryData<string> Large => SampleFiles.Large;

    [Theory, MemberData(nameof(Large))]
    public void The_file_is_without_faults(string file) => Assert.Empty(ProblemValidator.Validate(SampleFiles.Read(file)));

    [Theory, MemberData(nameof(Large))]
    public void Three_seconds_give_a_plan_that_holds_and_a_bound_above_it(string file)
    {
        var plan = SamplePlans.OfLarge(file);
        Assert.True(plan.Status is PlanStatus.Feasible or PlanStatus.Optimal, plan.Status.ToString());
        Assert.NotEmpty(plan.Selected);
        Assert.True(plan.Bound >= plan.Value - 1e-6, $"bound {plan.Bound}, value {plan.Value}");
        var report = Evaluator.Check(SampleFiles.Read(file), plan);
        Assert.True(report.Holds, string.Join(' ', [.. report.Faults, .. report.Violations.Select(v => v.Row)]));
        Assert.NotNull(report.CertifiedBound);
    }

    [Theory, MemberData(nameof(Large))]
    public Task The_reference_script_accepts_the_plan(string file) =>
        ReferenceScript.Accepts(file, SamplePlans.OfLarge(file), TestContext.Current.CancellationToken);
}
