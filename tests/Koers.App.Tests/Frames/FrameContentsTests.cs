using Koers.App.Frames;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Frames;
using Koers.Domain.Goals;
using Koers.Domain.Means;
using Xunit;

namespace Koers.App.Tests.Frames;

public class FrameContentsTests(PostgreSqlServer databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task The_draft_is_read_from_the_tables_and_comes_back_from_its_json_exactly(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, databases);
        var written = Content();
        await using (var context = register.Open())
        {
            context.Add(written.Settings);
            // In another order than the draft is read in
            context.AddRange(Enumerable.Reverse(written.Goals));
            context.AddRange(written.Budgets);
            context.AddRange(written.CapacityPools);
            context.AddRange(written.Frames);
            await context.SaveChangesAsync(Stop);
        }

        await using var fresh = register.Open();
        var json = FrameContents.Serialise(await FrameContents.ReadDraft(fresh, Stop));
        Assert.Equal(FrameContents.Serialise(written), json);
        Assert.Equal(json, FrameContents.Serialise(FrameContents.Deserialise(json)));
        Assert.Contains("12000000.05", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_draft_before_the_municipality_was_set_up()
    {
        using var register = await TestRegister.Make(DatabaseKind.Sqlite, databases);
        await using var context = register.Open();
        await Assert.ThrowsAsync<AgainstRuleException>(() => FrameContents.ReadDraft(context, Stop));
    }

    [Fact]
    public void Every_value_survives_the_way_through_json()
    {
        var back = FrameContents.Deserialise(FrameContents.Serialise(Content()));
        Assert.Equal(0.1 + 0.2, back.Goals.Single(g => g.Code == "wonen").Weight);
        Assert.Equal(new Euro(1_200_000_005), back.Budgets[0].Years[0].Amount);
        Assert.Equal(0.04m, back.Frames[0].Min);
        Assert.Equal(["innovatie", "vernieuwing \"plus\" €"], back.Frames[0].Conditions.Single().Values);
        Assert.Equal([2027, 2028], back.Frames[0].Years);
        Assert.Equal(back.Budgets[0].Id, back.Frames[0].BudgetIds.Single());
        Assert.Equal((7.5, "veel"), (back.Goals[0].Anchors[1].Points, back.Goals[0].Anchors[1].Meaning));
        Assert.Equal(new DateOnly(2027, 1, 1), back.Settings.Start);
    }

    internal static FrameContent Content()
    {
        var green = new Goal { Id = Guid.CreateVersion7(), Code = "groen", Name = "Groene stad", Weight = 0.7, Cap = 40, SustainableDevelopmentGoal = 11 };
        green.Anchors.AddRange([new ScaleAnchor { Points = 0, Meaning = "niets" }, new ScaleAnchor { Points = 7.5, Meaning = "veel" }]);
        var living = new Goal { Id = Guid.CreateVersion7(), Code = "wonen", Name = "Betaalbaar wonen", Weight = 0.1 + 0.2, PolicyField = "8.3", Order = 1 };
        var budget = new Budget { Id = Guid.CreateVersion7(), Code = "investering", Name = "Investeringen", Kind = BudgetKind.Investment };
        budget.Years.AddRange([new BudgetYear { Year = 2027, Amount = Euro.Of(12_000_000.05m) }, new BudgetYear { Year = 2028 }]);
        var pool = new CapacityPool { Id = Guid.CreateVersion7(), Code = "leiders", Name = "Projectleiders", Reserve = 0.1, HireBudgetId = budget.Id };
        pool.Quarters.AddRange([
            new CapacityQuarter { Year = 2027, Quarter = 1, Fte = 10.3 }, new CapacityQuarter { Year = 2027, Quarter = 2, Fte = 1.0 / 3 }]);
        var frame = new Frame { Id = Guid.CreateVersion7(), Code = "innovatie", Name = "Ruimte voor innovatie", Type = FrameType.SpendShare, Min = 0.04m };
        frame.BudgetIds.Add(budget.Id);
        frame.Years.AddRange([2027, 2028]);
        frame.Conditions.Add(new FrameCondition { Label = "soort", Values = { "innovatie", "vernieuwing \"plus\" €" } });
        return new FrameContent
        {
            Settings = new PlanningSettings { Municipality = "Waterland-Oost", Start = new DateOnly(2027, 1, 1), DiscountPerYear = 0.03 },
            Goals = { green, living },
            Budgets = { budget },
            CapacityPools = { pool },
            Frames = { frame },
        };
    }
}
