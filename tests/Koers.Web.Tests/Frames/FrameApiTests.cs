using System.Net;
using System.Text.Json.Nodes;
using Koers.App.Audit;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Xunit;

namespace Koers.Web.Tests.Frames;

public class FrameApiTests(PostgreSqlServer databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Frames_go_from_draft_to_adopted_and_what_changes_later_is_told_in_words(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        using var executive = await server.ClientWith(Role.Executive);
        using var reader = await server.ClientWith(Role.Reader);
        await FrameCaller.SetUp(manager);

        var frame = await manager.Get("kaders/innovatie");
        Assert.Equal("Minstens 4% van de besteding gaat naar initiatieven met soort innovatie.", (string?)frame.Body!["zin"]!["nl"]);
        Assert.Equal("At least 4% of the spending goes to initiatives with soort innovatie.", (string?)frame.Body["zin"]!["en"]);

        var draft = await executive.Get("kaders/concept");
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.Post("kaders/vaststellingen", new { besluit = "Kadernota 2027" }, draft.Tag)).Status);
        var adopted = await executive.Post("kaders/vaststellingen", new { besluit = "Kadernota 2027" }, draft.Tag);
        Assert.Equal(HttpStatusCode.Created, adopted.Status);
        Assert.Equal(1250000.10m, (decimal?)adopted.Body!["inhoud"]!["budgetten"]![0]!["jaren"]![0]!["bedrag"]);

        var budget = await manager.Get("budgetten/incidenteel");
        var content = budget.Body!["inhoud"]!.DeepClone().AsObject();
        content["jaren"]![1]!["bedrag"] = 1000000;
        Assert.Equal(HttpStatusCode.OK, (await manager.Put("budgetten/incidenteel", content, budget.Tag!)).Status);
        var difference = await manager.Get("kaders/verschillen?van=1");
        var only = Assert.Single(difference.Body!["items"]!.AsArray())!;
        Assert.Equal(
            ("2028 van budget incidenteel", "€ 900.000", "€ 1.000.000", "€ 900,000"),
            ((string?)only["wat"]!["nl"], (string?)only["was"]!["nl"], (string?)only["wordt"]!["nl"], (string?)only["was"]!["en"]));

        // Who looked at the draft before that change cannot adopt it unseen
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await executive.Post("kaders/vaststellingen", new { besluit = "x" }, draft.Tag)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get("kaders/verschillen?van=1")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get("budgetten")).Status);
        Assert.Equal(900000m, (decimal?)(await reader.Get("kaders/vaststellingen/1")).Body!["inhoud"]!["budgetten"]![0]!["jaren"]![1]!["bedrag"]);
        await using var context = server.Register.Open();
        Assert.Empty(await new AuditTrail(context, TimeProvider.System).Verify(Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_draft_without_whole_weights_or_without_goals_is_not_adopted_and_why_is_said()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        using var executive = await server.ClientWith(Role.Executive);
        Assert.Equal(HttpStatusCode.Conflict, (await executive.Get("kaders/concept")).Status);
        await manager.Put("instellingen", new { gemeente = "Waterland-Oost", begin = "2027-01-01", kwartalen = 8 }, "\"0\"");
        var empty = await executive.Post("kaders/vaststellingen", new { besluit = "x" }, (await executive.Get("kaders/concept")).Tag);
        Assert.Equal(HttpStatusCode.Conflict, empty.Status);
        Assert.Contains("er zijn geen doelen", (string?)empty.Body!["detail"], StringComparison.Ordinal);

        await manager.Post("budgetten", new { code = "b", naam = "B", jaren = new[] { new { jaar = 2027, bedrag = 1 } } });
        await manager.Post("doelen", new { code = "wonen", naam = "Wonen" });
        var unweighed = await executive.Post("kaders/vaststellingen", new { besluit = "x" }, (await executive.Get("kaders/concept")).Tag);
        Assert.Equal(HttpStatusCode.Conflict, unweighed.Status);
        Assert.Contains("tellen op tot 0%, niet tot 100%", (string?)unweighed.Body!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_used_is_not_removed_and_what_uses_it_is_named()
    {
        await using var server = await RunningServer.Start(DatabaseKind.PostgreSql, databases);
        await server.Register.SaveSquare();
        using var manager = await server.ClientWith(Role.PortfolioManager);
        var budget = await manager.Get("budgetten/investering");
        var refused = await manager.Send(HttpMethod.Delete, "budgetten/investering", tag: budget.Tag);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("initiatief 2026-0042", (string?)refused.Body!["detail"], StringComparison.Ordinal);
        var department = await manager.Get("afdelingen/ruimte");
        Assert.Equal(HttpStatusCode.Conflict, (await manager.Send(HttpMethod.Delete, "afdelingen/ruimte", tag: department.Tag)).Status);

        var added = await manager.Post("afdelingen", new { code = "sport", naam = "Sport" });
        Assert.Equal(HttpStatusCode.Created, added.Status);
        var renamed = await manager.Put("afdelingen/sport", new { code = "sport", naam = "Sport en Cultuur" }, added.Tag!);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await manager.Put("afdelingen/sport", new { code = "sport", naam = "Anders" }, added.Tag!)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await manager.Send(HttpMethod.Delete, "afdelingen/sport", tag: renamed.Tag)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Get("afdelingen/sport")).Status);
    }

    [Fact]
    public async Task All_faults_of_means_and_frames_are_named_at_once_and_where()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        var budget = await manager.Post("budgetten", new
        {
            code = "B!",
            naam = "",
            jaren = new[] { new { jaar = 1899, bedrag = -1 }, new { jaar = 2027, bedrag = 1 }, new { jaar = 2027, bedrag = 2 } },
        });
        Assert.Equal(["/code", "/naam", "/jaren/0/jaar", "/jaren/0/bedrag", "/jaren/2/jaar"], Faults(budget.Body!));
        var floor = await manager.Post("kaders", new { code = "concept", naam = "x", soort = "doel-minimum", maximum = 3, jaren = new[] { 2027 } });
        Assert.Equal(["/code", "/doel", "/jaren", "/maximum", "/minimum"], Faults(floor.Body!));
        var count = await manager.Post("kaders", new { code = "x", naam = "x", soort = "aantal", minimum = 3.5, maximum = 2 });
        Assert.Equal(["/minimum", "/maximum"], Faults(count.Body!));
        var cents = await manager.Post("kaders", new { code = "x", naam = "x", soort = "risico", maximum = 0.001m });
        Assert.Equal(["/maximum"], Faults(cents.Body!));
        var share = await manager.Post("kaders", new { code = "x", naam = "x", soort = "aandeel-besteding", minimum = 4 });
        Assert.Equal(["/minimum"], Faults(share.Body!));
        var effort = await manager.Post("kaders", new
        {
            code = "x",
            naam = "x",
            soort = "inzet",
            voorwaarden = new[] { new { kenmerk = "wettelijk", waarden = new[] { "misschien" } }, new { kenmerk = "taakveld", waarden = new[] { "0.100" } } },
        });
        Assert.Equal(["/pool", "/voorwaarden/0/waarden/0", "/voorwaarden/1/waarden/0", "/maximum"], Faults(effort.Body!));
        Assert.Equal(0, (int?)(await manager.Get("budgetten")).Body!["totaal"]);
    }

    [Fact]
    public async Task Policy_fields_are_those_of_the_year_and_their_codes_are_text()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var reader = await server.ClientWith(Role.Reader);
        var fields = (await reader.Get("taakvelden?jaar=2026&paginaGrootte=200")).Body!;
        Assert.Equal(69, (int?)fields["totaal"]);
        var codes = fields["items"]!.AsArray().Select(field => (string?)field!["code"]).ToList();
        Assert.Contains("0.1", codes);
        Assert.Contains("0.10", codes);
    }

    [Fact]
    public async Task The_description_of_the_api_names_every_part_of_frames()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var stranger = server.Stranger();
        var paths = (await stranger.Get("openapi.json")).Body!["paths"]!.AsObject().Select(path => path.Key["/api/v1/".Length..]).ToList();
        foreach (var path in (string[])[
            "afdelingen/{code}", "programmas/{code}", "taakvelden", "instellingen", "doelen/{code}", "doelen/wegingen", "budgetten/{code}",
            "capaciteitspools/{code}", "kaders/{code}", "kaders/concept", "kaders/vaststellingen/{nummer}", "kaders/verschillen",
            "scenarios/{id}", "scenarios/{id}/stappen", "scenarios/{id}/verschillen"])
            Assert.Contains(path, paths);
    }

    private static string?[] Faults(JsonObject answer) => [.. answer["fouten"]!.AsArray().Select(fault => (string?)fault!["waar"])];
}
