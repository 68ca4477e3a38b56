using System.Net;
using System.Net.Http.Json;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Planning;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Frames;
using Koers.Domain.Initiatives;
using Koers.Web.Tests.Accounts;
using Koers.Web.Tests.Frames;
using Xunit;

namespace Koers.Web.Tests.Site.Course;

public class CoursePageTests(PostgreSqlServer databases)
{
    private static readonly string[] DraftPages = ["/koers/doelen", "/koers/doelen/wegen", "/koers/kaders", "/koers/middelen"];

    private static readonly string[] ChangePages =
    [
        "/koers/doelen/nieuw", "/koers/doelen/wonen/bewerken", "/koers/doelen/wonen/verwijderen", "/koers/kaders/nieuw", "/koers/kaders/nieuw?soort=besteding",
        "/koers/kaders/innovatie/bewerken", "/koers/kaders/innovatie/verwijderen", "/koers/instellingen",
    ];

    private static readonly string[] MeansPages =
    [
        "/koers/middelen/budgetten", "/koers/middelen/capaciteit", "/koers/middelen/budgetten/incidenteel/verwijderen", "/koers/middelen/capaciteit/leiders/verwijderen",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_role_gets_the_pages_of_what_it_may_see_and_change_and_is_refused_the_others()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        await FrameCaller.SetUp(manager);
        foreach (var (role, changes, means, draft) in ((Role, bool, bool, bool)[])[
            (Role.PortfolioManager, true, true, true), (Role.Executive, true, false, true), (Role.Controller, false, true, true),
            (Role.Proposer, false, false, true), (Role.Reader, false, false, false)])
        {
            await server.Add(role.ToString().ToLowerInvariant(), new GivenRole(role));
            using var browser = await PageBrowser.SignedIn(server, role.ToString().ToLowerInvariant());
            foreach (var (pages, isAllowed) in ((string[], bool)[])[(["/koers", "/koers/vaststellen"], true), (DraftPages, draft), (ChangePages, changes), (MeansPages, means)])
                foreach (var path in pages)
                    Assert.True((await browser.Get(path)).Status == (isAllowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden), $"{role} {path}");
        }
    }

    [Fact]
    public async Task Every_page_is_there_in_english()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        await FrameCaller.SetUp(manager);
        await server.Add("pm", new GivenRole(Role.PortfolioManager));
        using var browser = await PageBrowser.SignedIn(server, "pm");
        var page = await browser.Get("/koers");
        await browser.Send(page, "/taal", ("taal", "en"), ("terug", "/koers"));
        foreach (var path in (string[])["/koers", "/koers/vaststellen", .. DraftPages, .. ChangePages, .. MeansPages])
        {
            var english = await browser.Get(path);
            Assert.Contains("<html lang=\"en\"", english.Html, StringComparison.Ordinal);
            foreach (var dutch in (string[])["Opslaan in het concept", "Annuleren", "Nog een", "Wat er", "Overzicht", "Middelen", "Kaders vaststellen"])
                Assert.DoesNotContain(dutch, english.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_overview_says_how_full_frames_and_means_are_in_the_agreement_and_a_reader_sees_it()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        var town = new SmallTown();
        town.With("2026-0001", InitiativeState.Weighed, cost: 60_000m);
        await using (var context = server.Register.Open())
        {
            context.Add(new Frame { Id = Guid.CreateVersion7(), Code = "samen", Name = "Samen", Type = FrameType.Count, Min = 1, Max = 4 });
            await town.Save(context);
        }

        using var executive = await server.ClientWith(Role.Executive);
        var draft = await executive.Get("kaders/concept");
        Assert.Equal(HttpStatusCode.Created, (await executive.Post("kaders/vaststellingen", new { besluit = "Kadernota 2027" }, draft.Tag)).Status);
        await server.Add("raadslid", new GivenRole(Role.Reader));
        using var reader = await PageBrowser.SignedIn(server, "raadslid");
        Assert.Contains("nog geen portfolioafspraak", (await reader.Get("/koers")).Html, StringComparison.Ordinal);

        using var asked = await executive.PostAsJsonAsync("/api/v1/planningsruns", new { soort = "plan" }, Stop);
        await executive.GetStringAsync("/api/v1/planningsruns/1/voortgang", Stop);
        Assert.Equal(HttpStatusCode.Created, (await executive.Post("portfolioafspraken", new { run = 1, naam = "Afspraak 2027" })).Status);

        var page = await reader.Get("/koers");
        Assert.Contains("Er worden minstens 1 en hoogstens 4 initiatieven gekozen.", page.Html, StringComparison.Ordinal);
        Assert.Contains("<strong>1</strong>, minstens 1 en hoogstens 4", page.Html, StringComparison.Ordinal);
        // 60,000 of 100,000.10
        Assert.Contains("€ 60 dzd van € 100 dzd", page.Html, StringComparison.Ordinal);
        Assert.Contains("75,0%", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/koers/doelen\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("Kadernota 2027", (await reader.Get("/koers/vaststellen/1")).Html, StringComparison.Ordinal);
    }
}
