using Koers.Planning.Formats;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.Planning.Tests.Formats;

/// <summary>Problems made by hand get the same checks, and some that no file needs.</summary>
public class ProblemValidatorTests
{
    [Fact]
    public void Finds_nothing_wrong_with_a_problem_that_was_read() => Assert.Empty(ProblemValidator.Validate(Sample.Read()));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(-1e300)]
    public void Refuses_numbers_that_cannot_be_calculated_with(double wrong)
    {
        var problem = Sample.Read();
        var basis = problem.Initiatives[0].Variants[0];
        var variant = basis with
        {
            Spend = new Dictionary<BudgetId, IReadOnlyList<double>> { [new("investering")] = [1, wrong] },
            Contribution = new Dictionary<GoalId, double> { [new("groen")] = wrong },
            Effect = new([wrong], wrong),
            Success = wrong,
        };
        var faults = ProblemValidator.Validate(problem with
        {
            Goals = [problem.Goals[0] with { Weight = wrong }, problem.Goals[1] with { Cap = wrong }],
            Value = problem.Value with { DiscountPerYear = wrong },
            Initiatives = [problem.Initiatives[0] with { Variants = [variant] }, .. problem.Initiatives.Skip(1)],
        });
        const string at = "/initiatives/0/variants/0";
        Assert.Equal(
            [
                "/goals/0/weight", "/goals/1/cap", $"{at}/contribution/groen", $"{at}/effect/after", $"{at}/effect/profile/0",
                $"{at}/spend/investering/1", $"{at}/success", "/value/discountPerYear",
            ],
            faults.Select(f => f.JsonPointer).Order(StringComparer.Ordinal));
        Assert.All(faults, f => Assert.Equal(Severity.Error, f.Severity));
    }

    [Fact]
    public void Refuses_ids_that_were_never_given()
    {
        var problem = Sample.Read();
        var faults = ProblemValidator.Validate(problem with { Goals = [.. problem.Goals, new(default, "Naamloos", 1, null)] });
        Assert.Equal("/goals/2/id: the id is empty; expected: an id of at least one character", Assert.Single(faults).ToString());
    }

    [Fact]
    public void Refuses_impossible_horizons_without_calculating_on()
    {
        var problem = Sample.Read();
        var faults = ProblemValidator.Validate(problem with { Horizon = new(new(2027, 1, 1), int.MinValue, 0) });
        Assert.Equal(["/horizon/periods", "/horizon/periodsPerYear"], faults.Select(f => f.JsonPointer));
    }

    [Fact]
    public void Refuses_impossible_windows_without_overflow()
    {
        var problem = Sample.Read();
        var variant = problem.Initiatives[2].Variants[0] with { Duration = int.MaxValue, EarliestStart = int.MinValue };
        var faults = ProblemValidator.Validate(problem with
        {
            Initiatives = [.. problem.Initiatives.Take(2), problem.Initiatives[2] with { Variants = [variant] }],
        });
        Assert.Equal(
            ["/initiatives/2/variants/0/duration", "/initiatives/2/variants/0/earliestStart"], faults.Select(f => f.JsonPointer));
    }
}
