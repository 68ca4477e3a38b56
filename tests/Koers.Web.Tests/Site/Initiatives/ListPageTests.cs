using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Koers.Domain.Means;
using Koers.Web.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Site.Initiatives;

public class ListPageTests(PostgreSqlServer databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Columns_can_be_chosen_and_come_along_when_sorting_and_turning_pages()
    {
        await using var server = await Started(DatabaseKind.Sqlite);
        using var browser = await server.SignedIn("manager");
        var page = await browser.Page("/initiatieven?kolom=geen&kolom=fase&kolom=wettelijk");
        Assert.Equal(["Nummer ▲", "Naam", "Fase", "Wettelijk"], page.Document.QuerySelectorAll("thead th").Select(head => head.TextContent.Trim()));
        Assert.Contains("kolom=fase", page.Document.QuerySelector("thead a")!.GetAttribute("href")!, StringComparison.Ordinal);
        Assert.Equal(2, (await browser.Page("/initiatieven?kolom=geen")).Document.QuerySelectorAll("thead th").Length);
    }

    [Fact]
    public async Task A_search_that_is_too_long_is_answered_with_the_field_and_what_is_wrong_in_it()
    {
        await using var server = await Started(DatabaseKind.Sqlite);
        using var browser = await server.SignedIn("manager");
        var page = await browser.Page($"/initiatieven?zoek={new string('x', 5_000)}");
        var fault = Assert.Single(page.Document.QuerySelectorAll("main li")).TextContent;
        Assert.StartsWith("Zoeken: ", fault, StringComparison.Ordinal);
        Assert.Contains("100", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_view_is_kept_for_the_own_account_replaced_by_name_and_removed(DatabaseKind kind)
    {
        await using var server = await Started(kind);
        using var browser = await server.SignedIn("manager");
        using var other = await server.SignedIn("ander");
        var page = await browser.Page("/initiatieven?zoek=plein&pagina=3");
        var kept = await browser.Send(page, "/initiatieven/weergaven", ("/naam", "Pleinen"));
        Assert.Equal("/initiatieven?zoek=plein", kept.Location);
        await browser.Send(await browser.Page("/initiatieven?zoek=brug"), "/initiatieven/weergaven", ("/naam", "Pleinen"));
        var view = Assert.Single((await browser.Page("/initiatieven")).Document.QuerySelectorAll(".koers-weergaven a"));
        Assert.Equal("/initiatieven?zoek=brug", view.GetAttribute("href"));
        Assert.Empty((await other.Page("/initiatieven")).Document.QuerySelectorAll(".koers-weergaven a"));

        var empty = await browser.Send(page, "/initiatieven/weergaven", ("/naam", " "));
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        var mine = await browser.Page("/initiatieven");
        var remove = mine.Document.QuerySelectorAll("form").Select(form => form.GetAttribute("action")!).Single(action => action.EndsWith("/verwijderen", StringComparison.Ordinal));
        // Another's view is not there for this account
        using var theft = new FormUrlEncodedContent([new("_formulier", (await other.Page("/initiatieven")).Field("_formulier")!)]);
        using var refused = await other.PostAsync(remove, theft, Stop);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(mine, remove)).Status);
        await using var context = server.Register.Open();
        Assert.Empty(await context.ListViews.ToListAsync(Stop));
    }

    [Fact]
    public async Task What_is_kept_as_a_view_is_an_address_of_the_list_and_nothing_else()
    {
        await using var server = await Started(DatabaseKind.Sqlite);
        using var browser = await server.SignedIn("manager");
        var kept = await browser.Send(
            await browser.Page("/initiatieven"), "/initiatieven/weergaven", ("/naam", "x"), ("vraag", "//kwaad.example?zoek=a&script=1"));
        Assert.Equal("/initiatieven", kept.Location!.Split('?')[0]);
        Assert.DoesNotContain("script", kept.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_was_found_goes_out_as_csv_and_as_a_workbook()
    {
        await using var server = await Started(DatabaseKind.Sqlite);
        using var browser = await server.SignedIn("manager");
        var csv = await browser.GetStringAsync("/initiatieven/bestand?zoek=plein&vorm=csv", Stop);
        Assert.Contains("Stationsplein", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Fietsbrug", csv, StringComparison.Ordinal);
        using var workbook = await browser.GetAsync("/initiatieven/bestand?vorm=xlsx", Stop);
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString((await workbook.Content.ReadAsByteArrayAsync(Stop))[..2]));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task More_than_are_looked_up_by_number_go_out_with_all_that_is_in_them_and_only_what_was_found(DatabaseKind kind)
    {
        await using var server = await Started(kind);
        await SaveOrchards(server, 150);
        using var browser = await server.SignedIn("manager");
        var lines = (await browser.GetStringAsync("/initiatieven/bestand?zoek=boomgaard&vorm=csv", Stop)).TrimEnd().Split("\r\n");
        Assert.Equal(150, lines.Select(line => line.Split(';')[0]).Where(number => number.StartsWith("2026-0", StringComparison.Ordinal)).Distinct().Count());
        Assert.DoesNotContain(lines, line => line.Contains("Stationsplein", StringComparison.Ordinal) || line.Contains("Fietsbrug", StringComparison.Ordinal));

        // Initiatives, variants and what they cost: a sheet of each, with a line for the heads
        using var workbook = new ZipArchive(await browser.GetStreamAsync("/initiatieven/bestand?zoek=boomgaard&vorm=xlsx", Stop), ZipArchiveMode.Read);
        var rows = new List<int>();
        foreach (var sheet in workbook.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await sheet.OpenAsync(Stop));
            rows.Add(XDocument.Parse(await reader.ReadToEndAsync(Stop)).Descendants().Count(element => element.Name.LocalName == "row"));
        }

        Assert.Equal(3, rows.Count(count => count == 151));
    }

    [Fact]
    public async Task A_step_for_many_is_taken_by_those_that_can_and_the_others_are_named_with_why()
    {
        await using var server = await Started(DatabaseKind.Sqlite);
        using var browser = await server.SignedIn("manager");
        var page = await browser.Page("/initiatieven/stappen?kies=2026-0042&kies=2026-0043");
        // The square is an idea and can go to preparation; the bridge is there already
        var done = await browser.Send(page, "/initiatieven/stappen", ("/naar", "in-voorbereiding"));
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Contains("voor 1 initiatief.", done.Text, StringComparison.Ordinal);
        Assert.Contains("Fietsbrug Noord: Van “in voorbereiding” naar “in voorbereiding” is er geen stap", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_or_nothing_does_nothing_where_one_cannot_and_a_reason_is_asked_for()
    {
        await using var server = await Started(DatabaseKind.Sqlite);
        using var browser = await server.SignedIn("manager");
        var page = await browser.Page("/initiatieven/stappen?kies=2026-0042&kies=2026-0043");
        var refused = await browser.Send(page, "/initiatieven/stappen", ("/naar", "in-voorbereiding"), ("/allesOfNiets", "true"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        var without = await browser.Send(refused, "/initiatieven/stappen", ("/naar", "geparkeerd"));
        Assert.Contains("Bij deze stap hoort een reden", without.Text, StringComparison.Ordinal);
        await using (var context = server.Register.Open())
            Assert.Equal([InitiativeState.Idea, InitiativeState.InPreparation], await context.Initiatives.OrderBy(i => i.Number).Select(i => i.State).ToListAsync(Stop));

        var done = await browser.Send(without, "/initiatieven/stappen", ("/reden", "Geen geld in 2027"));
        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        await using var after = server.Register.Open();
        Assert.All(await after.Initiatives.ToListAsync(Stop), i => Assert.Equal((InitiativeState.Parked, "Geen geld in 2027"), (i.State, i.Reason)));
        Assert.Equal(2, await after.AuditEntries.CountAsync(e => e.Action == "initiatief.stap", Stop));
    }

    [Fact]
    public async Task Who_decides_nothing_gets_no_boxes_and_no_step_for_many()
    {
        await using var server = await Started(DatabaseKind.Sqlite);
        using var browser = await server.SignedIn("indiener");
        Assert.Empty((await browser.Page("/initiatieven")).Document.QuerySelectorAll("input[name=kies]"));
        Assert.Equal(HttpStatusCode.Forbidden, await browser.Status("/initiatieven/stappen?kies=2026-0042"));
    }

    [Fact]
    public async Task A_step_in_the_history_says_where_it_led_and_a_change_says_what_it_changed()
    {
        await using var server = await Started(DatabaseKind.Sqlite);
        using var browser = await server.SignedIn("manager");
        const string edit = "/initiatieven/2026-0042/bewerken?stap=verhaal";
        await browser.Send(await browser.Page(edit), edit, ("/gebied", "Centrum"));
        await browser.Send(await browser.Page("/initiatieven/2026-0042"), "/initiatieven/2026-0042/stappen", ("/naar", "in-voorbereiding"));
        var text = (await browser.Page("/initiatieven/2026-0042")).Text;
        Assert.Contains("Stap gezet: in voorbereiding", text, StringComparison.Ordinal);
        Assert.Contains("Gebied: – → Centrum", text, StringComparison.Ordinal);
    }

    private static async Task SaveOrchards(RunningServer server, int count)
    {
        await using var context = server.Register.Open();
        var (department, budget) = (await context.Departments.SingleAsync(Stop), await context.Budgets.SingleAsync(Stop));
        await new AuditTrail(context, TimeProvider.System).Save(
            TestRegister.Manager,
            _ =>
            {
                foreach (var number in Enumerable.Range(100, count))
                {
                    var basis = new Variant { Id = Guid.CreateVersion7(), Code = "basis", Duration = 1 };
                    basis.Spends.Add(new VariantSpend { BudgetId = budget.Id, Quarter = 0, Amount = Euro.Of(125_000.10m) });
                    var one = new Initiative
                    {
                        Id = Guid.CreateVersion7(),
                        Number = $"2026-0{number}",
                        Name = $"Boomgaard {number}",
                        DepartmentId = department.Id,
                        CreatedAt = DateTimeOffset.UnixEpoch,
                        ChangedAt = DateTimeOffset.UnixEpoch,
                    };
                    one.Variants.Add(basis);
                    context.Initiatives.Add(one);
                }

                return Task.FromResult(new Happening("import.uitvoeren", "import/1"));
            },
            Stop);
    }

    private async Task<RunningServer> Started(DatabaseKind kind)
    {
        var server = await RunningServer.Start(kind, databases);
        var square = await server.Register.SaveSquare();
        await using (var context = server.Register.Open())
        {
            var bridge = new Initiative
            {
                Id = Guid.CreateVersion7(),
                Number = "2026-0043",
                Name = "Fietsbrug Noord",
                DepartmentId = square.DepartmentId,
                CreatedAt = DateTimeOffset.UnixEpoch,
                ChangedAt = DateTimeOffset.UnixEpoch,
            };
            bridge.Take(InitiativeSteps.Find(InitiativeState.Idea, InitiativeState.InPreparation)!, null);
            context.Initiatives.Add(bridge);
            await context.SaveChangesAsync(Stop);
        }

        await server.Add("manager", new GivenRole(Role.PortfolioManager));
        await server.Add("ander", new GivenRole(Role.PortfolioManager));
        await server.Add("indiener", new GivenRole(Role.Proposer));
        return server;
    }
}
