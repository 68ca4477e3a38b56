using System.Globalization;
using System.Net;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Tests.Accounts;
using Xunit;

namespace Koers.Web.Tests.Site.Administration;

public class AuditPageTests(PostgreSqlServer databases)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task The_trail_is_read_by_name_object_action_and_day_with_what_changed_in_words(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Add("pm", new GivenRole(Role.PortfolioManager));
        using var browser = await PageBrowser.SignedIn(server, "pm");
        await browser.Send(await browser.Get("/beheer/afdelingen"), "/beheer/afdelingen", ("/naam", "Ruimte en Wonen"), ("/code", "ruimte"));

        var byName = await browser.Get("/beheer/audit?wie=pm&actie=afdeling.toevoegen");
        Assert.Contains("1 regel.", byName.Html, StringComparison.Ordinal);
        Assert.Contains("De pm", byName.Html, StringComparison.Ordinal);
        Assert.Contains("Ruimte en Wonen</ins>", byName.Html, StringComparison.Ordinal);
        Assert.Contains("1 regel.", (await browser.Get("/beheer/audit?object=afdeling/ruimte")).Html, StringComparison.Ordinal);
        Assert.Contains("1 regel.", (await browser.Get("/beheer/audit?wie=De%20pm&actie=afdeling.toevoegen&resultaat=gedaan")).Html, StringComparison.Ordinal);
        Assert.Contains("Geen regels", (await browser.Get("/beheer/audit?object=afdeling/ruimte&tot=2000-01-01")).Html, StringComparison.Ordinal);
        Assert.Contains("Geen regels", (await browser.Get("/beheer/audit?van=2030-01-01&tot=2000-01-01")).Html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"afdeling.toevoegen\">", byName.Html, StringComparison.Ordinal);
        Assert.Contains("1 regel.", (await browser.Get("/beheer/audit?actie=afdeling")).Html, StringComparison.Ordinal);
        Assert.Contains("value=\"initiatief/2026-0042\"", (await browser.Get("/beheer/audit?object=2026-0042")).Html, StringComparison.Ordinal);
        Assert.Contains("koers audit verify", byName.Html, StringComparison.Ordinal);
        var file = await browser.Get("/beheer/audit/export?vorm=csv&object=afdeling/ruimte");
        Assert.Equal(2, file.Html.TrimEnd().Split("\r\n").Length);
    }

    [Theory]
    // A day of winter begins an hour before that of universal time, a day of summer two; in between lies a day of 23 hours, and one of 25
    [InlineData(DatabaseKind.Sqlite, "2026-01-16", "2026-01-15T23:00:00Z", "2026-01-16T22:59:59Z")]
    [InlineData(DatabaseKind.PostgreSql, "2026-01-16", "2026-01-15T23:00:00Z", "2026-01-16T22:59:59Z")]
    [InlineData(DatabaseKind.Sqlite, "2026-07-16", "2026-07-15T22:00:00Z", "2026-07-16T21:59:59Z")]
    [InlineData(DatabaseKind.PostgreSql, "2026-07-16", "2026-07-15T22:00:00Z", "2026-07-16T21:59:59Z")]
    [InlineData(DatabaseKind.Sqlite, "2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z")]
    [InlineData(DatabaseKind.Sqlite, "2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T22:59:59Z")]
    public async Task A_day_of_the_trail_goes_from_midnight_to_midnight_in_Dutch_time(DatabaseKind kind, string day, string first, string last)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Add("controller", new GivenRole(Role.Controller));
        var (begin, end) = (DateTimeOffset.Parse(first, CultureInfo.InvariantCulture), DateTimeOffset.Parse(last, CultureInfo.InvariantCulture));
        await using (var context = server.Register.Open())
            foreach (var (at, where) in ((DateTimeOffset, string)[])[(begin.AddSeconds(-1), "vooraf"), (begin, "begin"), (end, "einde"), (end.AddSeconds(1), "daarna")])
                await new AuditTrail(context, new StillClock(at)).Save(new Actor(null, "koers", [], ""), new Happening("klok.slaan", "klok/" + where), TestContext.Current.CancellationToken);
        using var browser = await PageBrowser.SignedIn(server, "controller");

        async Task Holds(string asked, params string[] expected)
        {
            var page = await browser.Get("/beheer/audit?actie=klok.slaan" + asked);
            Assert.Equal(expected, ((string[])["vooraf", "begin", "einde", "daarna"]).Where(where => page.Html.Contains("klok/" + where, StringComparison.Ordinal)));
        }

        await Holds($"&van={day}&tot={day}", "begin", "einde");
        await Holds($"&van={day}", "begin", "einde", "daarna");
        await Holds($"&tot={day}", "vooraf", "begin", "einde");
    }

    private sealed class StillClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    [Theory]
    [InlineData("/beheer/audit?pagina=999999999", HttpStatusCode.OK, "Naar de laatste bladzijde")]
    [InlineData("/beheer/audit?van=0001-01-01&tot=9999-12-31&pagina=-1", HttpStatusCode.OK, "regels.")]
    [InlineData("/beheer/audit?resultaat=iets&tot=gisteren", HttpStatusCode.BadRequest, "“gisteren” is geen dag")]
    [InlineData("/beheer/audit/export?van=gisteren", HttpStatusCode.BadRequest, "“gisteren” is geen dag")]
    public async Task A_filter_that_is_none_is_said_and_shows_nothing_in_its_place(string address, HttpStatusCode expected, string said)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("controller", new GivenRole(Role.Controller));
        using var browser = await PageBrowser.SignedIn(server, "controller");

        var page = await browser.Get(address);
        Assert.Equal(expected, page.Status);
        Assert.Contains(said, page.Html, StringComparison.Ordinal);
        if (expected == HttpStatusCode.BadRequest && !address.Contains("export", StringComparison.Ordinal))
            Assert.Contains("name=\"actie\"", page.Html, StringComparison.Ordinal);
    }
}
