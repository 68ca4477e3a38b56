using System.Net;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Tests.Accounts;
using Xunit;

namespace Koers.Web.Tests.Site.Initiatives;

public class InitiativePageTests(PostgreSqlServer databases)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task An_idea_is_written_down_in_one_page_and_takes_its_first_step(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Register.SaveSquare();
        await server.Add("anne", new GivenRole(Role.Proposer));
        using var browser = await PageBrowser.SignedIn(server, "anne");

        var form = await browser.Get("/initiatieven/nieuw");
        var idea = await browser.Send(
            form, "/initiatieven/nieuw", ("/naam", "Fietsbrug Noord"), ("/samenvatting", "Een brug.\r\nVoor fietsers."), ("/afdeling", "ruimte"), ("/programma", ""),
            ("/gebied", "Noord"));
        Assert.Equal(HttpStatusCode.OK, idea.Status);
        Assert.Contains("Uw idee staat in de lijst", idea.Html, StringComparison.Ordinal);
        Assert.Contains("Een brug.\nVoor fietsers.", idea.Html, StringComparison.Ordinal);

        var stepped = await browser.Send(
            idea, idea.Path + "/stappen", ("/naar", "in-voorbereiding"), ("/reden", ""), ("_versie", idea.Field("_versie")));

        Assert.Contains("in voorbereiding", stepped.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_in_a_proposal_stands_at_its_field_and_all_that_was_typed_stays()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        await server.Add("anne", new GivenRole(Role.Proposer));
        using var browser = await PageBrowser.SignedIn(server, "anne");

        var again = await browser.Send(
            await browser.Get("/initiatieven/nieuw"), "/initiatieven/nieuw", ("/naam", ""), ("/samenvatting", "<b>Lang</b> verhaal"), ("/afdeling", "bestaat-niet"));

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains("id=\"veld-naam-fout\"", again.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"veld-afdeling-fout\"", again.Html, StringComparison.Ordinal);
        Assert.Contains("<b>Lang</b> verhaal", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_let_the_same_initiative_take_a_step_do_not_undo_each_other()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        await server.Add("pm", new GivenRole(Role.PortfolioManager));
        using var one = await PageBrowser.SignedIn(server, "pm");
        using var other = await PageBrowser.SignedIn(server, "pm");
        var (seen, alsoSeen) = (await one.Get("/initiatieven/2026-0042"), await other.Get("/initiatieven/2026-0042"));

        var first = await one.Send(seen, "/initiatieven/2026-0042/stappen", ("/naar", "geparkeerd"), ("/reden", "Eerst het riool"), ("_versie", seen.Field("_versie")));
        var second = await other.Send(
            alsoSeen, "/initiatieven/2026-0042/stappen", ("/naar", "afgewezen"), ("/reden", "Past niet"), ("_versie", alsoSeen.Field("_versie")));

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, second.Status);
        Assert.Contains("Past niet", second.Html, StringComparison.Ordinal);
        Assert.Contains("Eerst het riool", second.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_sees_no_proposals_and_cannot_make_one()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        await server.Add("raadslid", new GivenRole(Role.Reader));
        using var browser = await PageBrowser.SignedIn(server, "raadslid");

        Assert.DoesNotContain("2026-0042", (await browser.Get("/initiatieven")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/initiatieven/2026-0042")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get("/initiatieven/nieuw")).Status);
    }

    [Fact]
    public async Task Every_page_says_how_far_browsers_may_trust_it()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("pm", new GivenRole(Role.PortfolioManager));
        using var browser = await PageBrowser.SignedIn(server, "pm");

        var page = await browser.Get("/initiatieven");

        var policy = Assert.Single(page.Answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.True(page.Answer.Headers.CacheControl is { Private: true, NoCache: true });
        Assert.DoesNotContain(" style=\"", page.Html, StringComparison.Ordinal);
    }
}
