using Koers.Planning.Checking;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Xunit;

namespace Koers.Planning.Tests.Samples;

public sealed class SmallSampleTests
{
    public static TheoryData<string> Small => SampleFiles.Small;

    public static TheoryData<string> WithPlan => SampleFiles.WithPlan;

    public static TheoryData<string> WithoutPlan => SampleFiles.WithoutPlan;

    [Fact]
    public void Every_file_in_the_folder_is_a_sample_with_a_test()
    {
        var tested = SampleFiles.Small.Concat(SampleFiles.Large).Select(row => row.Data);
        Assert.Equal(SampleFiles.All.Order(StringComparer.Ordinal), tested.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Small))]
    public void The_file_is_without_faults(string file) => Assert.Empty(ProblemReader.ReadFile(SampleFiles.PathOf(file)).Faults);

    [Theory, MemberData(nameof(Small))]
    public void The_status_is_that_of_the_enumeration(string file) =>
        Assert.Equal(SampleFiles.Expected(file).Status, SamplePlans.OfSmall(file).Status.ToString(), ignoreCase: true);

    [Theory, MemberData(nameof(WithPlan))]
    public void The_best_plan_has_the_value_of_the_enumeration(string file)
    {
        var plan = SamplePlans.OfSmall(file);
        Assert.Equal(SampleFiles.Expected(file).Value!.Value, plan.Value!.Value, 1e-6);
        Assert.Equal(SampleFiles.Expected(file).Value!.Value, plan.Bound!.Value, 1e-6);
        Assert.Empty(plan.Conflict);
    }

    [Theory, MemberData(nameof(WithPlan))]
    public void The_plan_and_its_certificate_hold(string file)
    {
        var plan = SamplePlans.OfSmall(file);
        var report = Evaluator.Check(SampleFiles.Read(file), plan);
        Assert.True(report.Holds, string.Join(' ', [.. report.Faults, .. report.Violations.Select(v => v.Row)]));
        Assert.NotNull(plan.Certificate);
        Assert.True(report.CertifiedBound >= plan.Value - 1e-6);
    }

    [Theory, MemberData(nameof(WithPlan))]
    public Task The_reference_script_accepts_the_plan(string file) =>
        ReferenceScript.Accepts(file, SamplePlans.OfSmall(file), TestContext.Current.CancellationToken);

    [Theory, MemberData(nameof(WithoutPlan))]
    public void The_conflict_is_that_of_the_enumeration_and_there_is_no_plan(string file)
    {
        var plan = SamplePlans.OfSmall(file);
        Assert.Equal(SampleFiles.Expected(file).Conflict, plan.Conflict.Order(StringComparer.Ordinal));
        Assert.Empty(plan.Selected);
        Assert.Null(plan.Value);
        Assert.Null(plan.Gap);
    }

    [Theory, MemberData(nameof(WithoutPlan))]
    public void The_rules_of_the_conflict_alone_cannot_hold_together(string file)
    {
        var conflict = SampleFiles.Expected(file).Conflict;
        var plan = SamplePlans.Of(Loosened.Keeping(SampleFiles.Read(file), conflict.Contains));
        Assert.Equal(PlanStatus.Infeasible, plan.Status);
    }

    [Theory, MemberData(nameof(WithoutPlan))]
    public void Without_any_one_rule_of_the_conflict_the_others_can_hold_together(string file)
    {
        foreach (var left in SampleFiles.Expected(file).Conflict)
        {
            var problem = Loosened.Keeping(SampleFiles.Read(file), rule => rule != left);
            var plan = SamplePlans.Of(problem);
            Assert.Equal(PlanStatus.Optimal, plan.Status);
            Assert.True(Evaluator.Check(problem, plan).Holds, left);
        }
    }
}
