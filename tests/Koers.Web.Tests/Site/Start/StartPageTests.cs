using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Tests.Accounts;
using Koers.Web.Tests.Frames;
using Koers.Web.Tests.Site.Course;
using Koers.Web.Tests.Site.Runs;
using Xunit;

namespace Koers.Web.Tests.Site.Start;

public class StartPageTests(PostgreSqlServer databases)
{
    private static readonly string[] First = ["/beheer/afdelingen", "/beheer/accounts", "/koers/instellingen", "/koers/doelen", "/koers/doelen/wegen", "/koers/vaststellen"];

    [Fact]
    public async Task In_a_new_register_everybody_is_told_what_comes_first_and_later_no_more()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("beheer", new GivenRole(Role.Administrator));
        using var administrator = await PageBrowser.SignedIn(server, "beheer");
        Assert.Equal(["/beheer/afdelingen", "/beheer/accounts"], Waiting(await administrator.Get("/")));
        await server.Add("eerste", new GivenRole(Role.PortfolioManager));
        using var manager = await PageBrowser.SignedIn(server, "eerste");
        Assert.Equal(["/beheer/afdelingen"], Waiting(await administrator.Get("/")));
        var first = await manager.Get("/");
        Assert.Equal(["/koers/instellingen", "/koers/doelen"], Waiting(first));
        foreach (var path in Waiting(first))
            Assert.Equal(System.Net.HttpStatusCode.OK, (await manager.Get(path)).Status);

        await server.SettleTown();

        Assert.Empty(Waiting(await administrator.Get("/")));
        // The weights are whole; nothing was adopted
        Assert.Equal(["/koers/vaststellen"], Waiting(await manager.Get("/")));
    }

    [Fact]
    public async Task With_goals_a_new_register_leads_on_to_their_weights_and_to_adopting_the_frames()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("pm", new GivenRole(Role.PortfolioManager));
        await server.Add("wethouder", new GivenRole(Role.Executive));
        await server.Add("beheer", new GivenRole(Role.Administrator));
        using var client = await server.ClientWith(Role.PortfolioManager);
        using var manager = await PageBrowser.SignedIn(server, "pm");
        using var executive = await PageBrowser.SignedIn(server, "wethouder");
        using var administrator = await PageBrowser.SignedIn(server, "beheer");
        await client.Put("instellingen", new { gemeente = "Lindewaard", begin = "2027-01-01", kwartalen = 8 }, "\"0\"");
        await client.Post("doelen", new { code = "wonen", naam = "Wonen" });
        foreach (var browser in (PageBrowser[])[manager, executive])
            Assert.Equal(["/koers/doelen/wegen", "/koers/vaststellen"], Waiting(await browser.Get("/")));
        Assert.Contains("De doelen zijn nog niet gewogen", (await manager.Get("/")).Html, StringComparison.Ordinal);
        Assert.Contains("Begin met het concept", (await manager.Get("/koers")).Html, StringComparison.Ordinal);
        var seen = (await administrator.Get("/koers")).Html;
        Assert.DoesNotContain("Begin met het concept", seen, StringComparison.Ordinal);
        Assert.Contains("De portfoliomanager schrijft het concept", seen, StringComparison.Ordinal);

        await client.Post("doelen/wegingen", new { methode = "direct", antwoorden = new { wonen = 1 } }, "\"0\"");
        Assert.Equal(["/koers/vaststellen"], Waiting(await manager.Get("/")));
        await client.Post("budgetten", new { code = "b", naam = "B", jaren = new[] { new { jaar = 2027, bedrag = 1 } } });
        var page = await executive.Get("/koers/vaststellen");
        await executive.Send(page, "/koers/vaststellen", page.Filled("/koers/vaststellen", ("/besluit", "Kadernota")));
        Assert.Empty(Waiting(await manager.Get("/")));
    }

    [Fact]
    public async Task The_same_value_reads_the_same_on_the_plan_and_on_the_start_page_and_one_initiative_is_one()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        using var executive = await PageBrowser.SignedIn(server, "wethouder");
        await executive.Send(await executive.Get("/"), "/taal", ("taal", "en"), ("terug", "/"));
        var plan = await executive.Plan(server);
        Assert.Contains("1 new plan can be adopted", (await executive.Get("/")).Html, StringComparison.Ordinal);
        await executive.Send(await executive.Get("/afspraken/vaststellen?run=1"), "/afspraken/vaststellen", ("/run", "1"), ("/naam", "Agreement"));

        var start = await executive.Get("/");

        // 0.75 x 6 points in three of four quarters: 3.375
        Assert.Contains("3.38", plan.Html, StringComparison.Ordinal);
        Assert.Contains(">3.38</span> points of value", start.Html, StringComparison.Ordinal);
        Assert.Contains(": 1 initiative.", start.Html, StringComparison.Ordinal);
    }

    private static string[] Waiting(SeenPage page) =>
        [.. First.Where(path => page.Html.Contains($"<li><a class=\"utrecht-link utrecht-link--html-a\" href=\"{path}\"", StringComparison.Ordinal))];
}
