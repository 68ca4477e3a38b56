using System.Net;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Site.Forms;

/// <summary>What becomes of a form that is sent twice, or when its session has ended.</summary>
public class SentFormTests(PostgreSqlServer databases)
{
    private const string Propose = "/initiatieven/nieuw";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task The_same_form_sent_four_times_at_once_does_its_work_once_and_leads_to_the_same_page(DatabaseKind kind)
    {
        await using var server = await Started(kind);
        using var browser = await server.SignedIn("medewerker");
        var page = await browser.Page(Propose);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.Send(page, Propose, Idea("Bomen bij het station"))));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.Status));
        Assert.Single(answers.Select(answer => answer.Location).Distinct());
        Assert.Equal(1, await Ideas(server));
    }

    [Fact]
    public async Task Who_goes_back_and_changes_the_form_or_asks_for_a_new_one_does_something_else()
    {
        await using var server = await Started(DatabaseKind.Sqlite);
        using var browser = await server.SignedIn("medewerker");
        var page = await browser.Page(Propose);
        await browser.Send(page, Propose, Idea("Bomen"));
        await browser.Send(page, Propose, Idea("Bankjes"));
        await browser.Send(await browser.Page(Propose), Propose, Idea("Bomen"));
        Assert.Equal(3, await Ideas(server));
    }

    [Fact]
    public async Task A_form_that_came_back_with_faults_is_looked_at_anew_each_time_it_is_sent()
    {
        await using var server = await Started(DatabaseKind.Sqlite);
        using var browser = await server.SignedIn("medewerker");
        var page = await browser.Page(Propose);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Send(page, Propose, ("/naam", ""))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Send(page, Propose, ("/naam", ""))).Status);
    }

    [Fact]
    public async Task Faults_are_listed_by_the_name_of_their_field_and_lead_to_it()
    {
        await using var server = await Started(DatabaseKind.Sqlite);
        using var browser = await server.SignedIn("medewerker");
        var back = await browser.Send(await browser.Page(Propose), Propose, Idea("Bomen")[0], ("/afdeling", "nergens"));
        var links = back.Document.QuerySelectorAll(".koers-fouten li a").ToDictionary(link => link.GetAttribute("href")!, link => link.TextContent.Trim());
        Assert.StartsWith("Afdeling die het zou uitvoeren: ", links["#veld-afdeling"], StringComparison.Ordinal);
        Assert.All(links.Keys, where => Assert.NotNull(back.Document.GetElementById(where[1..])));
    }

    [Fact]
    public async Task What_was_typed_while_the_session_ended_elsewhere_stands_on_the_page_and_can_be_sent_after_signing_in()
    {
        await using var server = await Started(DatabaseKind.Sqlite);
        var cookies = new CookieContainer();
        using var browser = await server.SignedIn("medewerker", cookies: cookies);
        browser.DefaultRequestHeaders.Add("Origin", server.Address.GetLeftPart(UriPartial.Authority));
        var page = await browser.Page(Propose);
        await End(server);

        var kept = await browser.Send(page, Propose, [.. Idea("Bomen"), ("/samenvatting", "Schaduw\r\nen koelte <b>")]);
        Assert.Equal(HttpStatusCode.Unauthorized, kept.Status);
        Assert.Contains("Schaduw en koelte <b>", kept.Text, StringComparison.Ordinal);

        using (await browser.SignIn("medewerker", People.Password)) { }
        var again = await browser.Send(kept, Propose);
        Assert.Equal((HttpStatusCode.BadRequest, "Bomen"), (again.Status, again.Field("/naam")));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(again, Propose)).Status);
        await using var context = server.Register.Open();
        Assert.Equal("Schaduw\nen koelte <b>", (await context.Initiatives.SingleAsync(i => i.Name == "Bomen", Stop)).Summary);
    }

    [Theory]
    [InlineData("https://elders.example", Propose, "/naam", "Bomen", false)]
    [InlineData(null, Propose, "/naam", "Bomen", false)]
    [InlineData("here", Propose, "/nieuwWachtwoord", "geheim-geheim", false)]
    [InlineData("here", "/mij/wachtwoord", "/oud", "geheim-geheim", false)]
    [InlineData("here", "/koers/doelen/nieuw", "/code", "groener-dan-groen", true)]
    public async Task A_form_from_elsewhere_or_with_a_secret_in_it_is_not_given_back(string? origin, string action, string name, string text, bool isGivenBack)
    {
        await using var server = await Started(DatabaseKind.Sqlite);
        using var browser = server.Browser();
        if (origin is not null)
            browser.DefaultRequestHeaders.Add("Origin", origin == "here" ? server.Address.GetLeftPart(UriPartial.Authority) : origin);
        using var content = new FormUrlEncodedContent([new(name, text)]);
        using var answer = await browser.PostAsync(action, content, Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Equal(isGivenBack, page.Contains(text, StringComparison.Ordinal));
        Assert.Contains("href=\"/aanmelden", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_led_to_signing_in_stays_on_the_host_that_the_browser_knows()
    {
        await using var server = await Started(DatabaseKind.Sqlite);
        using var browser = server.Browser();
        browser.DefaultRequestHeaders.Host = "kwaad.example";
        using var answer = await browser.GetAsync("/initiatieven?zoek=plein", Stop);
        Assert.Equal("/aanmelden?terug=%2Finitiatieven%3Fzoek%3Dplein", answer.Headers.Location?.OriginalString);
    }

    private static (string Name, string Value)[] Idea(string name) => [("/naam", name), ("/afdeling", "ruimte")];

    private static async Task<int> Ideas(RunningServer server)
    {
        await using var context = server.Register.Open();
        // One was there
        return await context.Initiatives.CountAsync(Stop) - 1;
    }

    private static async Task End(RunningServer server)
    {
        await using var context = server.Register.Open();
        await context.UserTokens.ExecuteDeleteAsync(Stop);
    }

    private async Task<RunningServer> Started(DatabaseKind kind)
    {
        var server = await RunningServer.Start(kind, databases);
        await server.Register.SaveSquare();
        await server.Add("medewerker", new GivenRole(Role.Proposer));
        return server;
    }
}
