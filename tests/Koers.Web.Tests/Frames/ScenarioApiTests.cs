using System.Net;
using System.Text.Json.Nodes;
using Koers.App.Audit;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Koers.Web.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Frames;

public class ScenarioApiTests(PostgreSqlServer databases)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_scenario_is_copied_changed_compared_and_promoted_over_the_draft(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Register.SaveSquare();
        using var manager = await server.ClientWith(Role.PortfolioManager);
        await FrameCaller.SetUp(manager);
        var made = await manager.Post("scenarios", new { naam = "Meer groen" });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        var path = $"scenarios/{(string)made.Body!["id"]!}";

        var content = made.Body["inhoud"]!.DeepClone().AsObject();
        content["doelen"]![0]!["gewicht"] = 0.3;
        content["doelen"]![1]!["gewicht"] = 0.7;
        var budgets = content["budgetten"]!.AsArray();
        // The budget that 2026-0042 spends from is not in the scenario; another is
        budgets.Remove(budgets.Single(budget => (string?)budget!["code"] == "investering"));
        budgets.Add(JsonNode.Parse("""{"code":"subsidie","naam":"Subsidie","soort":"geoormerkt","jaren":[{"jaar":2027,"bedrag":10.01}]}"""));
        content["kaders"]!.AsArray().Clear();
        var changed = await manager.Put(path, new
        {
            naam = "Meer groen",
            inhoud = content,
            keuzes = new[] { new { initiatief = "2026-0042", soort = "start-vast", start = "2027-04-01", variant = "basis" } },
        }, made.Tag!);
        Assert.True(changed.Status == HttpStatusCode.OK, changed.Body?.ToJsonString());
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await manager.Put(path, new { naam = "x", inhoud = content }, made.Tag!)).Status);

        var difference = (await manager.Get(path + "/verschillen")).Body!["items"]!.AsArray();
        Assert.Equal(
            ["Gewicht van doel groen", "Gewicht van doel wonen", "Budget investering", "Budget subsidie", "Kader innovatie", "Keuze voor 2026-0042"],
            difference.Select(change => (string?)change!["wat"]!["nl"]));
        Assert.Equal("start vast op 2027-04-01 (basis)", (string?)difference[5]!["wordt"]!["nl"]);

        using var controller = await server.ClientWith(Role.Controller);
        Assert.Equal(HttpStatusCode.Forbidden, (await controller.Post(path + "/stappen", new { naar = "overgenomen" }, changed.Tag)).Status);
        var promoted = await manager.Post(path + "/stappen", new { naar = "overgenomen" }, changed.Tag);
        Assert.True(promoted.Status == HttpStatusCode.OK, promoted.Body?.ToJsonString());
        Assert.Equal(["budget/investering"], promoted.Body!["behouden"]!.AsArray().Select(kept => (string?)kept));
        var draft = (await manager.Get("kaders/concept")).Body!["inhoud"]!;
        Assert.Equal([0.3, 0.7], draft["doelen"]!.AsArray().Select(goal => (double)goal!["gewicht"]!));
        Assert.Equal(["incidenteel", "investering", "subsidie"], draft["budgetten"]!.AsArray().Select(budget => (string?)budget!["code"]));
        Assert.Empty(draft["kaders"]!.AsArray());
        Assert.Equal(2, (int?)(await manager.Get("doelen/wegingen")).Body!["totaal"]);
        Assert.Equal("2026-0042", (string?)(await manager.Get("initiatieven/2026-0042")).Body!["nummer"]);
        Assert.Equal(HttpStatusCode.Conflict, (await manager.Put(path, new { naam = "x", inhoud = content }, promoted.Tag!)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await manager.Post(path + "/stappen", new { naar = "vervallen" }, promoted.Tag)).Status);
    }

    [Fact]
    public async Task A_scenario_of_adopted_frames_starts_as_they_were_and_can_be_dropped()
    {
        await using var server = await RunningServer.Start(DatabaseKind.PostgreSql, databases);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        using var executive = await server.ClientWith(Role.Executive);
        await FrameCaller.SetUp(manager);
        await executive.Post("kaders/vaststellingen", new { besluit = "Kadernota 2027" }, (await executive.Get("kaders/concept")).Tag);
        var frame = await manager.Get("kaders/innovatie");
        await manager.Send(HttpMethod.Delete, "kaders/innovatie", tag: frame.Tag);
        var made = await manager.Post("scenarios", new { naam = "Zoals vastgesteld", vaststelling = 1 });
        var path = $"scenarios/{(string)made.Body!["id"]!}";
        Assert.Empty((await manager.Get(path + "/verschillen?vaststelling=1")).Body!["items"]!.AsArray());
        Assert.Equal("Kader innovatie", (string?)Assert.Single((await manager.Get(path + "/verschillen")).Body!["items"]!.AsArray())!["wat"]!["nl"]);
        Assert.Equal(HttpStatusCode.OK, (await manager.Post(path + "/stappen", new { naar = "vervallen" }, made.Tag)).Status);
        Assert.Equal(1, (int?)(await manager.Get("scenarios?toestand=vervallen")).Body!["totaal"]);
        Assert.Equal(0, (int?)(await manager.Get("scenarios?toestand=open")).Body!["totaal"]);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Post("scenarios", new { naam = "x", vaststelling = 9 })).Status);
    }

    [Theory]
    [InlineData(InitiativeState.Parked, "is geparkeerd")]
    [InlineData(InitiativeState.Rejected, "heeft toestand “afgewezen”")]
    [InlineData(InitiativeState.Weighed, null)]
    public async Task What_a_scenario_puts_in_and_could_never_be_adopted_is_said(InitiativeState state, string? said)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var manager = await server.ClientWith(Role.PortfolioManager);
        await FrameCaller.SetUp(manager);
        await using (var context = server.Register.Open())
        {
            await new AuditTrail(context, TimeProvider.System).Save(
                TestRegister.Manager,
                async stop =>
                {
                    context.Entry(await context.Initiatives.SingleAsync(stop)).Property(i => i.State).CurrentValue = state;
                    return new Happening("initiatief.stap", "initiatief/2026-0042");
                },
                TestContext.Current.CancellationToken);
        }

        var made = await manager.Post("scenarios", new { naam = "Toch erin" });
        var path = $"scenarios/{(string)made.Body!["id"]!}";
        var changed = await manager.Put(
            path, new { naam = "Toch erin", inhoud = made.Body["inhoud"], keuzes = new[] { new { initiatief = "2026-0042", soort = "erin" } } }, made.Tag!);

        Assert.Empty(made.Body["belemmeringen"]!.AsArray());
        foreach (var body in (JsonObject[])[changed.Body!, (await manager.Get(path)).Body!])
            if (said is null)
                Assert.Empty(body["belemmeringen"]!.AsArray());
            else
            {
                var obstacle = Assert.Single(body["belemmeringen"]!.AsArray())!;
                Assert.Equal(("2026-0042", Words.Json(state)), ((string)obstacle["initiatief"]!, (string)obstacle["toestand"]!));
                Assert.Contains(said, (string)obstacle["wat"]!["nl"]!, StringComparison.Ordinal);
            }

        // The trail keeps what was decided, and not how initiatives stood
        Assert.DoesNotContain("2026-0042 ", (await server.Trail())[^1].After!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_in_the_document_of_a_scenario_is_named_with_its_place()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        await FrameCaller.SetUp(manager);
        var made = await manager.Post("scenarios", new { naam = "Fout" });
        var content = made.Body!["inhoud"]!.DeepClone().AsObject();
        content["doelen"]![0]!["boven"] = "groen";
        content["doelen"]![1]!["boven"] = "wonen";
        content["doelen"]![0]!["gewicht"] = null;
        content["capaciteitspools"]![0]!["inhuur"]!["budget"] = "weg";
        var answer = await manager.Put($"scenarios/{(string)made.Body["id"]!}", new { naam = "Fout", inhoud = content }, made.Tag!);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(
            ["/inhoud/doelen/0/gewicht", "/inhoud/doelen/0/boven", "/inhoud/doelen/1/boven", "/inhoud/capaciteitspools/0/inhuur/budget"],
            answer.Body!["fouten"]!.AsArray().Select(fault => (string?)fault!["waar"]));
    }
}
