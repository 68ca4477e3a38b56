using System.Net;
using System.Text.Json.Nodes;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Koers.Domain.Weighing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Frames;

/// <summary>What a scenario that is taken over leaves as it was, and when it cannot be taken over.</summary>
public class PromotionTests(PostgreSqlServer databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task What_initiatives_use_is_kept_with_all_that_it_needs_itself(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        using var manager = await Town(server, variant =>
        {
            variant.Efforts.Add(new VariantEffort { PoolId = Id(server, "leiders"), Quarter = 0, Fte = 1 });
            variant.Effects.Add(new VariantEffect { GoalId = Id(server, "groen"), Points = 3 });
        });
        await manager.Post("doelen", new { code = "bomen", naam = "Bomen", boven = "wonen" });
        var promoted = await Promoted(manager, content =>
        {
            content["kaders"]!.AsArray().Clear();
            content["capaciteitspools"]!.AsArray().Clear();
            // The pool that is used hires from this budget, and no initiative spends from it
            Without(content, "budgetten", "incidenteel");
            foreach (var goal in (string[])["groen", "bomen"])
                Without(content, "doelen", goal);
        });
        Assert.True(promoted.Status == HttpStatusCode.OK, promoted.Body?.ToJsonString());
        Assert.Equal(
            ["budget/incidenteel", "capaciteitspool/leiders", "doel/groen"], promoted.Body!["behouden"]!.AsArray().Select(k => (string)k!).Order(StringComparer.Ordinal));
        var draft = (await manager.Get("kaders/concept")).Body!["inhoud"]!;
        // Kept and without a weight; the goal that nothing uses is gone
        Assert.Equal([("groen", 0.0), ("wonen", 0.6)], draft["doelen"]!.AsArray().Select(g => ((string)g!["code"]!, (double)g["gewicht"]!)).Order());
        Assert.Equal("leiders", (string?)Assert.Single(draft["capaciteitspools"]!.AsArray())!["code"]);
        Assert.Contains("incidenteel", draft["budgetten"]!.AsArray().Select(b => (string?)b!["code"]));
    }

    [Fact]
    public async Task What_nothing_uses_goes_from_the_bottom_of_the_tree()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await Town(server);
        await manager.Post("doelen", new { code = "bomen", naam = "Bomen", boven = "groen" });
        await manager.Post("doelen", new { code = "eiken", naam = "Eiken", boven = "bomen" });
        var promoted = await Promoted(manager, content =>
        {
            content["kaders"]!.AsArray().Clear();
            content["capaciteitspools"]!.AsArray().Clear();
            Without(content, "budgetten", "incidenteel");
            foreach (var goal in (string[])["groen", "bomen", "eiken"])
                Without(content, "doelen", goal);
        });
        Assert.True(promoted.Status == HttpStatusCode.OK, promoted.Body?.ToJsonString());
        Assert.Empty(promoted.Body!["behouden"]!.AsArray());
        var draft = (await manager.Get("kaders/concept")).Body!["inhoud"]!;
        Assert.Equal("wonen", (string?)Assert.Single(draft["doelen"]!.AsArray())!["code"]);
        Assert.Equal((0, "investering"), (draft["capaciteitspools"]!.AsArray().Count, (string?)Assert.Single(draft["budgetten"]!.AsArray())!["code"]));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_scenario_that_hangs_goals_below_a_goal_that_counts_is_refused_and_nothing_changes(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        using var manager = await Town(server, variant => variant.Effects.Add(new VariantEffect { GoalId = Id(server, "groen"), Points = 3 }));
        await RefusedUnchanged(manager, "groen", content => content["doelen"]!.AsArray().Add(JsonNode.Parse("""{"code":"bomen","naam":"Bomen","boven":"groen","gewicht":1}""")));
    }

    [Fact]
    public async Task A_scenario_with_a_scale_that_leaves_scores_outside_is_refused_and_nothing_changes()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await Town(server);
        await using (var context = server.Register.Open())
        {
            var initiative = await context.Initiatives.SingleAsync(Stop);
            var assessor = new Account { Id = Guid.CreateVersion7(), UserName = "beoordelaar", DisplayName = "Beoordelaar" };
            context.AddRange(
                assessor, new Score { Id = Guid.CreateVersion7(), InitiativeId = initiative.Id, GoalId = Id(server, "groen"), AssessorId = assessor.Id, Points = 9 });
            await context.SaveChangesAsync(Stop);
        }

        await RefusedUnchanged(manager, "1 score", content => content["instellingen"]!["hoogsteScore"] = 5);
    }

    [Fact]
    public async Task Only_a_level_that_got_other_weights_was_weighed()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await Town(server);
        var before = (int)(await manager.Get("doelen/wegingen")).Body!["totaal"]!;
        Assert.Equal(HttpStatusCode.OK, (await Promoted(manager, content => content["doelen"]![0]!["naam"] = "Anders genoemd")).Status);
        Assert.Equal(before, (int)(await manager.Get("doelen/wegingen")).Body!["totaal"]!);
        Assert.Equal(HttpStatusCode.OK, (await Promoted(manager, content =>
        {
            (content["doelen"]![0]!["gewicht"], content["doelen"]![1]!["gewicht"]) = (0.5, 0.5);
        })).Status);
        Assert.Equal(before + 1, (int)(await manager.Get("doelen/wegingen")).Body!["totaal"]!);
    }

    private static async Task RefusedUnchanged(HttpClient manager, string word, Action<JsonObject> change)
    {
        var before = (await manager.Get("kaders/concept")).Body!["inhoud"]!.ToJsonString();
        var refused = await Promoted(manager, change);
        Assert.True(refused.Status == HttpStatusCode.Conflict, refused.Body?.ToJsonString());
        Assert.Contains(word, (string?)refused.Body!["detail"], StringComparison.Ordinal);
        Assert.Equal(before, (await manager.Get("kaders/concept")).Body!["inhoud"]!.ToJsonString());
        Assert.Equal(1, (int?)(await manager.Get("scenarios?toestand=open")).Body!["totaal"]);
    }

    /// <summary>The frames of <see cref="FrameCaller"/>, and the square with what is added to its variant.</summary>
    private static async Task<HttpClient> Town(RunningServer server, Action<Variant>? add = null)
    {
        await server.Register.SaveSquare();
        var manager = await server.ClientWith(Role.PortfolioManager);
        await FrameCaller.SetUp(manager);
        await using var context = server.Register.Open();
        var square = await context.Initiatives.Include(i => i.Variants).SingleAsync(Stop);
        add?.Invoke(square.Variants[0]);
        await context.SaveChangesAsync(Stop);
        return manager;
    }

    private static Guid Id(RunningServer server, string code)
    {
        using var context = server.Register.Open();
        return context.Goals.Where(g => g.Code == code).Select(g => g.Id).Concat(context.CapacityPools.Where(p => p.Code == code).Select(p => p.Id)).Single();
    }

    private static async Task<(HttpStatusCode Status, JsonObject? Body, string? Tag)> Promoted(HttpClient manager, Action<JsonObject> change)
    {
        var made = await manager.Post("scenarios", new { naam = $"Scenario {Guid.NewGuid()}" });
        var (path, content) = ($"scenarios/{(string)made.Body!["id"]!}", made.Body["inhoud"]!.DeepClone().AsObject());
        change(content);
        var changed = await manager.Put(path, new { naam = "Anders", inhoud = content }, made.Tag!);
        Assert.True(changed.Status == HttpStatusCode.OK, changed.Body?.ToJsonString());
        return await manager.Post(path + "/stappen", new { naar = "overgenomen" }, changed.Tag);
    }

    private static void Without(JsonObject content, string list, string code)
    {
        var parts = content[list]!.AsArray();
        parts.Remove(parts.Single(part => (string?)part!["code"] == code));
    }
}
