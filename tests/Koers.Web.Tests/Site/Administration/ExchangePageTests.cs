using System.Net;
using System.Text;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Site.Administration;

public class ExchangePageTests(PostgreSqlServer databases)
{
    private static readonly byte[] File = Encoding.UTF8.GetBytes("Nummer;Naam;Afdeling\r\n2026-0042;Stationsplein;ruimte\r\n;Fietsbrug;ruimte\r\n");

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_file_is_seen_first_and_then_stored_whole_without_choosing_it_again(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Register.SaveSquare();
        await server.Add("pm", new GivenRole(Role.PortfolioManager));
        using var browser = await PageBrowser.SignedIn(server, "pm");

        var preview = await browser.SendFile(await browser.Get("/beheer/import"), "/beheer/import", "ideeën.csv", File);
        Assert.Contains("1 nieuw, 1 gewijzigd, 0 ongewijzigd.", preview.Html, StringComparison.Ordinal);
        Assert.Contains("Stationsplein vergroenen</del>", preview.Html, StringComparison.Ordinal);
        await using (var context = server.Register.Open())
            Assert.Equal(1, await context.Initiatives.CountAsync(TestContext.Current.CancellationToken));
        (string, string)[] fields = [("kenmerk", preview.Field("kenmerk")), ("bestandsnaam", preview.Field("bestandsnaam")), ("inhoud", preview.Field("inhoud"))];
        var stored = await browser.SendFile(preview, "/beheer/import/opslaan", "", null, fields);

        Assert.Contains("Opgeslagen: 1 nieuwe en 1 gewijzigde initiatieven.", stored.Html, StringComparison.Ordinal);
        await using var after = server.Register.Open();
        Assert.Equal(["Fietsbrug", "Stationsplein"], await after.Initiatives.Select(i => i.Name).OrderBy(n => n).ToListAsync(TestContext.Current.CancellationToken));
        // What was seen is not what would happen any more
        var again = await browser.SendFile(preview, "/beheer/import/opslaan", "", null, fields);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("Bekijk het opnieuw.", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_stands_per_place_in_the_file_and_nothing_can_be_stored()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        await server.Add("pm", new GivenRole(Role.PortfolioManager));
        using var browser = await PageBrowser.SignedIn(server, "pm");
        var wrong = Encoding.UTF8.GetBytes("Nummer;Naam;Afdeling\r\n;Fietsbrug;bestaat-niet\r\n");

        var preview = await browser.SendFile(await browser.Get("/beheer/import"), "/beheer/import", "ideeën.csv", wrong);

        Assert.Contains("bestaat-niet", preview.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/beheer/import/opslaan", preview.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_takes_away_and_reads_there_who_takes_in()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("beheerder", new GivenRole(Role.Administrator));
        using var browser = await PageBrowser.SignedIn(server, "beheerder");
        var page = await browser.Get("/beheer/import");
        Assert.Contains("vorm=xlsx", page.Html, StringComparison.Ordinal);
        Assert.Contains("doet de portfoliomanager", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"file\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_file_and_no_file_of_ours_are_said_at_the_field()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("pm", new GivenRole(Role.PortfolioManager));
        using var browser = await PageBrowser.SignedIn(server, "pm");
        var page = await browser.Get("/beheer/import");

        var none = await browser.SendFile(page, "/beheer/import", "", null);
        var empty = await browser.SendFile(page, "/beheer/import", "leeg.csv", []);
        var other = await browser.SendFile(page, "/beheer/import", "foto.png", [1, 2, 3]);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (none.Status, other.Status));
        Assert.Contains("id=\"veld-bestand-fout\"", none.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"veld-bestand-fout\"", other.Html, StringComparison.Ordinal);
        Assert.Contains("Dit bestand is leeg", empty.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_controller_takes_out_and_brings_nothing_in()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("controller", new GivenRole(Role.Controller));
        using var browser = await PageBrowser.SignedIn(server, "controller");

        var page = await browser.Get("/beheer/import");

        Assert.DoesNotContain("name=\"bestand\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendFile(page, "/beheer/import", "a.csv", File)).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/api/v1/exports/initiatieven?vorm=csv&blad=varianten")).Status);
        // There is no agreement yet: a page says so
        Assert.Contains("nog geen portfolioafspraak", (await browser.Get("/beheer/import/planning.xml")).Html, StringComparison.Ordinal);
    }
}
