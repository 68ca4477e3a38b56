using Koers.App.Frames;
using Koers.App.Goals;
using Koers.App.Means;
using Koers.App.Scenarios;
using Koers.Domain.Means;
using Koers.Domain.Scenarios;
using Xunit;

namespace Koers.App.Tests.Scenarios;

public class ScenarioEditTests
{
    [Fact]
    public void Only_what_is_turned_changes_found_by_its_code()
    {
        var scenario = Scenario();

        var input = new ScenarioEdit
        {
            Name = "Anders",
            Content = new ContentEdit
            {
                Budgets = [new BudgetEdit("b", [new BudgetYearInput(2028, Euro.Of(7m)), new BudgetYearInput(2031, Euro.Of(9m))]), new BudgetEdit("weg", [])],
            },
        }.In(scenario);

        Assert.Equal([1m, 2m], input.Content.Budgets[0].Years.Select(y => y.Amount.Amount));
        Assert.Equal([3m, 7m], input.Content.Budgets[1].Years.Select(y => y.Amount.Amount));
        Assert.Equal(scenario.Content.Goals, input.Content.Goals);
        Assert.Equal("Anders", input.Name);
    }

    [Fact]
    public void A_weight_that_was_shown_with_fewer_decimals_stays_what_it_was()
    {
        // A field shows twelve decimals of a third
        var kept = new ScenarioEdit { Name = "x", Content = new ContentEdit { Goals = [new WeightEdit("g", 0.333333333333)] } }.In(Scenario());
        var turned = new ScenarioEdit { Name = "x", Content = new ContentEdit { Goals = [new WeightEdit("g", 0.4)] } }.In(Scenario());

        Assert.Equal((1.0 / 3, 0.4), (kept.Content.Goals[0].Weight, turned.Content.Goals[0].Weight));
    }

    private static ScenarioView Scenario() => new()
    {
        Id = Guid.Empty,
        Name = "Proef",
        Description = "",
        State = ScenarioState.Open,
        BasedOn = null,
        MadeBy = null,
        MadeAt = DateTimeOffset.UnixEpoch,
        ChangedAt = DateTimeOffset.UnixEpoch,
        Version = 1,
        Choices = [],
        Content = new FrameContentInput
        {
            Settings = new SettingsInput { Municipality = "Westerkoog", Start = new DateOnly(2027, 1, 1) },
            Goals = [new GoalInput { Code = "g", Name = "Doel", Weight = 1.0 / 3 }],
            Budgets = [Budget("a", 1m, 2m), Budget("b", 3m, 4m)],
        },
    };

    private static BudgetInput Budget(string code, decimal first, decimal second) => new()
    {
        Code = code,
        Name = code,
        Years = [new BudgetYearInput(2027, Euro.Of(first)), new BudgetYearInput(2028, Euro.Of(second))],
    };
}
