using System.Net;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Tests.Accounts;
using Xunit;

namespace Koers.Web.Tests.Site.SignIn;

public class SignInPageTests(PostgreSqlServer databases)
{
    [Fact]
    public async Task Who_is_not_signed_in_comes_by_the_sign_in_page_to_the_page_asked_for()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("pm", new GivenRole(Role.PortfolioManager));
        using var browser = PageBrowser.Stranger(server);

        var asked = await browser.Get("/initiatieven?zoek=brug");
        Assert.StartsWith("/aanmelden", asked.Path, StringComparison.Ordinal);
        var back = asked.Field("terug");
        var seen = await browser.Send(asked, "/aanmelden", ("/naam", "pm"), ("/wachtwoord", People.Password), ("terug", back));

        Assert.Equal("/initiatieven?zoek=brug", seen.Path);
        Assert.Contains("De pm", seen.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_without_saying_what_was_wrong_and_the_name_stays_typed()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("pm", new GivenRole(Role.PortfolioManager));
        using var browser = PageBrowser.Stranger(server);

        var wrong = await browser.Send(await browser.Get("/aanmelden"), "/aanmelden", ("/naam", "pm"), ("/wachtwoord", "niet-dit-wachtwoord"));
        var unknown = await browser.Send(await browser.Get("/aanmelden"), "/aanmelden", ("/naam", "wie"), ("/wachtwoord", "niet-dit-wachtwoord"));

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.Status);
        Assert.Contains("value=\"pm\"", wrong.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("niet-dit-wachtwoord", wrong.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elders.example/")]
    [InlineData("//elders.example/")]
    [InlineData("/\\elders.example")]
    public async Task Signing_in_never_leads_to_another_site(string elsewhere)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("pm", new GivenRole(Role.PortfolioManager));
        using var browser = PageBrowser.Stranger(server);

        var seen = await browser.Send(await browser.Get("/aanmelden"), "/aanmelden", ("/naam", "pm"), ("/wachtwoord", People.Password), ("terug", elsewhere));

        Assert.Equal("/", seen.Path);
    }

    [Fact]
    public async Task After_signing_out_the_pages_are_closed_and_the_form_of_before_does_nothing()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        await server.Add("pm", new GivenRole(Role.PortfolioManager));
        using var browser = await PageBrowser.SignedIn(server, "pm");
        var before = await browser.Get("/initiatieven/nieuw");

        await browser.Send(before, "/afmelden");

        Assert.StartsWith("/aanmelden", (await browser.Get("/initiatieven")).Path, StringComparison.Ordinal);
        var late = await browser.Send(before, "/initiatieven/nieuw", ("/naam", "Te laat"), ("/afdeling", "ruimte"));
        Assert.NotEqual(HttpStatusCode.OK, late.Status == HttpStatusCode.OK && late.Path.StartsWith("/aanmelden", StringComparison.Ordinal) ? HttpStatusCode.Redirect : late.Status);
        await using var context = server.Register.Open();
        Assert.DoesNotContain(context.Initiatives.ToList(), i => i.Name == "Te laat");
    }

    [Fact]
    public async Task The_language_chosen_stays_chosen()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var browser = PageBrowser.Stranger(server);

        var page = await browser.Get("/aanmelden");
        Assert.Contains("<html lang=\"nl\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.Send(page, "/taal", ("taal", "nl"), ("terug", "/aanmelden?van=é"))).Status);
        var english = await browser.Send(page, "/taal", ("taal", "en"), ("terug", "/aanmelden"));

        Assert.Contains("<html lang=\"en\"", english.Html, StringComparison.Ordinal);
        Assert.Contains("Sign in", (await browser.Get("/aanmelden")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_the_token_of_its_page_is_refused()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("pm", new GivenRole(Role.PortfolioManager));
        using var browser = await server.SignedIn("pm");
        using var forged = new FormUrlEncodedContent([KeyValuePair.Create("/naam", "Van elders"), KeyValuePair.Create("/afdeling", "ruimte")]);

        using var answer = await browser.PostAsync("/initiatieven/nieuw", forged, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await using var context = server.Register.Open();
        Assert.Empty(context.Initiatives.ToList());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/beheer/accounts/rechten.csv")]
    [InlineData("/beheer/audit/export?vorm=csv")]
    [InlineData("/BEHEER/accounts")]
    public async Task A_token_of_the_api_opens_no_page(string path)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var client = await server.ClientWith(Enum.GetValues<Role>());
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal("/aanmelden", answer.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Theory]
    [InlineData("%2Fnaam=a%00b", "application/x-www-form-urlencoded")]
    [InlineData("HUGE", "application/x-www-form-urlencoded")]
    [InlineData("--x\r\nbroken", "multipart/form-data; boundary=x")]
    public async Task A_form_that_cannot_be_read_is_refused_and_is_no_fault_of_the_server(string body, string type)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var client = server.Stranger();
        using var content = new StringContent(body == "HUGE" ? "%2Fnaam=" + new string('x', 5_000_000) : body);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        using var answer = await client.PostAsync("/aanmelden", content, TestContext.Current.CancellationToken);
        Assert.InRange((int)answer.StatusCode, 400, 413);
    }
}
