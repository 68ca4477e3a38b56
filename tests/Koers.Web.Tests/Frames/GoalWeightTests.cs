using System.Net;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Xunit;

namespace Koers.Web.Tests.Frames;

public class GoalWeightTests(PostgreSqlServer databases)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_level_is_weighed_in_three_ways_and_its_history_stays(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        await FrameCaller.SetUp(manager);
        await manager.Post("doelen", new { code = "werk", naam = "Werk", volgorde = 2 });

        // Swings of 100, 60 and 40 points: weights 0.5, 0.3 and 0.2
        var swing = await manager.Post("doelen/wegingen", new { methode = "swing", antwoorden = new { wonen = 100, groen = 60, werk = 40 } }, "\"1\"");
        Assert.Equal(HttpStatusCode.OK, swing.Status);
        Assert.Equal((double[])[0.5, 0.3, 0.2], await Weights(manager));
        Assert.Equal(
            HttpStatusCode.PreconditionFailed,
            (await manager.Post("doelen/wegingen", new { methode = "swing", antwoorden = new { wonen = 100, groen = 60, werk = 40 } }, "\"1\"")).Status);

        // Twice, four times, and twice as important hang together: 4/7, 2/7, 1/7
        var pairs = new Dictionary<string, double> { ["wonen/groen"] = 2, ["wonen/werk"] = 4, ["werk/groen"] = 0.5 };
        var pairwise = await manager.Post("doelen/wegingen", new { methode = "paarsgewijs", antwoorden = pairs }, swing.Tag);
        Assert.Equal(HttpStatusCode.OK, pairwise.Status);
        Assert.Equal(0, (double)pairwise.Body!["consistentieratio"]!, 9);
        Assert.True((await Weights(manager)).Zip((double[])[4 / 7.0, 2 / 7.0, 1 / 7.0], (one, other) => Math.Abs(one - other)).Max() < 1e-9);

        // a over b, b over c, and yet c over a
        var circle = new Dictionary<string, double> { ["wonen/groen"] = 9, ["groen/werk"] = 9, ["werk/wonen"] = 9 };
        var refused = await manager.Post("doelen/wegingen", new { methode = "paarsgewijs", antwoorden = circle }, pairwise.Tag);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("ondanksTegenspraak", (string?)refused.Body!["detail"], StringComparison.Ordinal);
        var accepted = await manager.Post("doelen/wegingen", new { methode = "paarsgewijs", antwoorden = circle, ondanksTegenspraak = true }, pairwise.Tag);
        Assert.Equal(HttpStatusCode.OK, accepted.Status);
        Assert.Contains("Vastgelegd hoewel", (string?)accepted.Body!["opmerking"]!["nl"], StringComparison.Ordinal);

        var history = (await manager.Get("doelen/wegingen")).Body!;
        Assert.Equal(["paarsgewijs", "paarsgewijs", "swing", "direct"], history["items"]!.AsArray().Select(w => (string?)w!["methode"]));
        Assert.Equal(1, (await Weights(manager)).Sum(), 9);
    }

    [Fact]
    public async Task Answers_that_are_missing_too_many_or_not_whole_are_refused()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        await FrameCaller.SetUp(manager);
        foreach (object wrong in (object[])[
            new { methode = "direct", antwoorden = new { wonen = 0.6, groen = 0.5 } },
            new { methode = "direct", antwoorden = new { wonen = 1 } },
            new { methode = "direct", antwoorden = new { wonen = 0.5, groen = 0.5, lucht = 0 } },
            new { methode = "swing", antwoorden = new { wonen = 90, groen = 10 } },
            new { methode = "paarsgewijs", antwoorden = new { wonen = 3 } },
            new { methode = "paarsgewijs", antwoorden = new Dictionary<string, double> { ["wonen/groen"] = 3, ["groen/wonen"] = 3 } },
            new { methode = "paarsgewijs", antwoorden = new Dictionary<string, double> { ["wonen/groen"] = 0 } }])
            Assert.Equal(HttpStatusCode.BadRequest, (await manager.Post("doelen/wegingen", wrong, "\"1\"")).Status);
        var nothing = new { methode = "direct", boven = "groen", antwoorden = new { } };
        Assert.Equal(HttpStatusCode.BadRequest, (await manager.Post("doelen/wegingen", nothing, "\"0\"")).Status);
        Assert.Equal((double[])[0.6, 0.4], await Weights(manager));
    }

    [Fact]
    public async Task Goals_form_a_tree_without_circles_and_weights_are_set_by_weighing_only()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        await FrameCaller.SetUp(manager);
        Assert.Equal(HttpStatusCode.Created, (await manager.Post("doelen", new { code = "huur", naam = "Sociale huur", boven = "wonen" })).Status);
        var tree = (await manager.Get("doelen")).Body!["items"]!.AsArray();
        Assert.Equal([("wonen", 0), ("huur", 1), ("groen", 0)], tree.Select(goal => ((string)goal!["code"]!, (int)goal["niveau"]!)));
        var living = await manager.Get("doelen/wonen");
        Assert.Equal(HttpStatusCode.BadRequest, (await manager.Put("doelen/wonen", new { code = "wonen", naam = "Wonen", boven = "huur" }, living.Tag!)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await manager.Put("doelen/wonen", new { code = "wonen", naam = "Wonen", gewicht = 0.9 }, living.Tag!)).Status);
        Assert.Equal(HttpStatusCode.OK, (await manager.Put("doelen/wonen", living.Body!["inhoud"]!, living.Tag!)).Status);
        var used = await manager.Send(HttpMethod.Delete, "doelen/wonen", tag: "\"3\"");
        Assert.Contains("onderliggend doel huur", (string?)used.Body!["detail"], StringComparison.Ordinal);
    }

    private static async Task<double[]> Weights(HttpClient client) =>
        [.. (await client.Get("doelen")).Body!["items"]!.AsArray().Select(goal => (double)goal!["inhoud"]!["gewicht"]!)];
}
