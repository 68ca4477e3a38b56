using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.App.Weighing;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Koers.Domain.Means;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.App.Tests.Weighing;

public class WeighingTests(PostgreSqlServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Scores_are_blind_until_the_weighing_is_over_and_then_open_with_mean_spread_and_who(DatabaseKind kind)
    {
        using var town = await WeighedTown.Make(kind, server);
        await town.Give(town.One, "groen", 8);
        await town.Give(town.Two, "groen", 4);
        await town.Give(town.One, "veilig", 6);

        var sheet = await town.With(s => s.Sheet(town.Two, "2026-0042", Stop));
        Assert.Equal([("groen", 4.0), ("veilig", null)], sheet.Goals.Select(g => (g.Goal, g.Score?.Points)));
        await Assert.ThrowsAsync<AgainstRuleException>(() => town.Results(r => r.Show(town.Two, "2026-0042", Stop)));
        Assert.Empty((await town.Results(r => r.Overview(town.Two, "-spreiding", new PageRequest(), Stop))).Items);
        var counted = await town.Results(r => r.Show(WeighedTown.Manager, "2026-0042", Stop));
        Assert.Equal((false, 2, null), (counted.IsOpen, counted.Assessors, counted.Total));
        Assert.Equal([(2, null, 0), (1, null, 0)], counted.Goals.Select(g => (g.Assessors, g.Mean, g.Scores.Count)));
        Assert.Equal(["veilig"], counted.Warnings);

        await town.Step(WeighedTown.Manager, InitiativeState.Weighed);
        var open = await town.Results(r => r.Show(town.Two, "2026-0042", Stop));
        // Green: mean of 8 and 4 is 6, spread 2, agreement 1 - 2/5; safe: 6 by one. Total 0.75 × 6 + 0.25 × 6
        Assert.Equal([(6.0, 2.0, 0.6), (6.0, 0.0, null)], open.Goals.Select(g => (g.Mean, g.Spread, g.Agreement)));
        Assert.Equal(6.0, open.Total!.Value, 9);
        Assert.Equal(
            [("beoordelaar financiën", 4.0), ("beoordelaar ruimte", 8.0)], open.Goals[0].Scores.Select(s => (s.Name, s.Points)));
        var line = Assert.Single((await town.Results(r => r.Overview(town.One, "-spreiding", new PageRequest(), Stop))).Items);
        Assert.Equal((2, 2.0, "groen", Euro.Of(125_000.10m), Euro.Of(2_500m)), (line.Assessors, line.Spread, line.MostDisputed, line.Cost, line.CostAfter));
        // Open means closed for scores
        await Assert.ThrowsAsync<AgainstRuleException>(() => town.Give(town.Two, "veilig", 1));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_score_is_changed_and_taken_back_by_its_version_and_the_work_list_follows(DatabaseKind kind)
    {
        using var town = await WeighedTown.Make(kind, server);
        Assert.Equal((0, 2), await Work(town, town.One));
        var first = await town.Give(town.One, "groen", 8);
        Assert.Equal(1, first.Version);
        Assert.Equal((1, 2), await Work(town, town.One));
        // A second window that knows of no score yet, and one that knows an old version
        Assert.Equal(1, (await Assert.ThrowsAsync<ChangedMeanwhileException>(() => town.Give(town.One, "groen", 2))).Version);
        Assert.Equal(2, (await town.Give(town.One, "groen", 7, version: 1)).Version);
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => town.Give(town.One, "groen", 2, version: 1));
        await town.Give(town.One, "veilig", 3);
        Assert.Null(await Work(town, town.One));
        await town.With(async s =>
        {
            await s.Clear(town.One, "2026-0042", "veilig", 1, Stop);
            return 0;
        });
        Assert.Equal((1, 2), await Work(town, town.One));
        await using var context = town.Register.Open();
        Assert.Equal(7.0, (await context.Scores.SingleAsync(Stop)).Points);
        Assert.Equal(
            ["score.geven", "score.geven", "score.geven", "score.wissen"],
            await context.AuditEntries.OrderBy(e => e.Number).Select(e => e.Action).ToListAsync(Stop));
    }

    [Fact]
    public async Task Weighing_ends_only_when_every_goal_was_scored_and_all_that_miss_are_named()
    {
        using var town = await WeighedTown.Make(DatabaseKind.Sqlite, server);
        var nothing = await Assert.ThrowsAsync<IncompleteException>(() => town.Step(WeighedTown.Manager, InitiativeState.Weighed));
        Assert.Equal(["/scores/groen", "/scores/veilig"], nothing.Missing.Select(m => m.Where));
        await town.Give(town.One, "groen", 0);
        var half = await Assert.ThrowsAsync<IncompleteException>(() => town.Step(WeighedTown.Manager, InitiativeState.Weighed));
        Assert.Equal(["/scores/veilig"], half.Missing.Select(m => m.Where));
        // Nor by a detour
        await town.Step(WeighedTown.Manager, InitiativeState.Parked, "eerst geld");
        await Assert.ThrowsAsync<IncompleteException>(() => town.Step(WeighedTown.Manager, InitiativeState.Weighed));
        await Assert.ThrowsAsync<AgainstRuleException>(() => town.Results(r => r.Show(town.One, "2026-0042", Stop)));
    }

    [Fact]
    public async Task What_is_reopened_is_blind_again_and_can_be_scored()
    {
        using var town = await WeighedTown.Make(DatabaseKind.Sqlite, server);
        await town.Give(town.One, "groen", 5);
        await town.Give(town.One, "veilig", 5);
        await town.Step(WeighedTown.Manager, InitiativeState.Weighed);
        await town.Step(WeighedTown.Manager, InitiativeState.Submitted, "een beoordelaar was er niet");
        await Assert.ThrowsAsync<AgainstRuleException>(() => town.Results(r => r.Show(town.Two, "2026-0042", Stop)));
        Assert.Equal(1, (await town.Give(town.Two, "groen", 9)).Version);
    }

    [Fact]
    public async Task Nobody_scores_own_work_and_only_assessors_with_an_account_score()
    {
        using var town = await WeighedTown.Make(DatabaseKind.Sqlite, server);
        await Assert.ThrowsAsync<AgainstRuleException>(() => town.Give(town.Proposer, "groen", 10));
        var elsewhere = town.One with { Grants = [new Grant(Role.Assessor, Guid.NewGuid())] };
        await Assert.ThrowsAsync<NotAllowedException>(() => town.Give(elsewhere, "groen", 10));
        await Assert.ThrowsAsync<NotAllowedException>(() => town.Give(new Actor(null, "client/1", [new Grant(Role.Assessor)], null), "groen", 10));
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Assessor))
        {
            var actor = town.Two with { Grants = [new Grant(role)] };
            if (role == Role.Reader)
                await Assert.ThrowsAsync<NotThereException>(() => town.Give(actor, "groen", 10));
            else
                await Assert.ThrowsAsync<NotAllowedException>(() => town.Give(actor, "groen", 10));
        }

        Assert.Null(await Work(town, town.Proposer));
    }

    [Theory]
    [InlineData("groen", -0.5)]
    [InlineData("groen", 10.5)]
    [InlineData("groen", double.NaN)]
    [InlineData("groen", double.PositiveInfinity)]
    public async Task A_score_outside_the_scale_is_refused(string goal, double points)
    {
        using var town = await WeighedTown.Make(DatabaseKind.Sqlite, server);
        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => town.Give(town.One, goal, points));
        Assert.Equal("/punten", Assert.Single(refused.Faults).Where);
    }

    [Theory]
    [InlineData("wonen")] // not a leaf
    [InlineData("bestaat-niet")]
    public async Task Only_leaves_of_the_tree_are_scored(string goal)
    {
        using var town = await WeighedTown.Make(DatabaseKind.Sqlite, server);
        await Assert.ThrowsAsync<NotThereException>(() => town.Give(town.One, goal, 5));
    }

    private static async Task<(int, int)?> Work(WeighedTown town, Actor actor)
    {
        var page = await town.Results(r => r.ToScore(actor, new PageRequest(), Stop));
        return page.Items.Select(line => ((int, int)?)(line.Scored, line.ToScore)).SingleOrDefault();
    }
}
