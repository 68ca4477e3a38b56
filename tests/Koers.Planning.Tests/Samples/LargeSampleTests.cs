using Koers.Planning.Checking;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Xunit;

namespace Koers.Planning.Tests.Samples;

public sealed class LargeSampleTests
{
    public static TheoryData<string> Large => SampleFiles.Large;

    /// <summary>Warnings are allowed: one profile of gemeente-1200 ends with a small correction under zero.</summary>
    [Theory, MemberData(nameof(Large))]
    public void The_file_is_without_errors(string file)
    {
        var read = ProblemReader.ReadFile(SampleFiles.PathOf(file));
        Assert.DoesNotContain(read.Faults, f => f.Severity == Severity.Error);
        Assert.DoesNotContain(ProblemValidator.Validate(read.Required()), f => f.Severity == Severity.Error);
    }

    [Theory, MemberData(nameof(Large))]
    public void Three_seconds_of_work_give_a_plan_that_holds_and_a_bound_above_it(string file)
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
