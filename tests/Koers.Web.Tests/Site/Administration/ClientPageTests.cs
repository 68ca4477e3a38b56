using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Tests.Accounts;
using Xunit;

namespace Koers.Web.Tests.Site.Administration;

public partial class ClientPageTests(PostgreSqlServer databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_token_is_shown_once_works_within_its_scope_and_stops_when_it_is_withdrawn(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Add("beheerder", new GivenRole(Role.Administrator));
        using var browser = await PageBrowser.SignedIn(server, "beheerder");
        var day = TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        var made = await browser.Send(
            await browser.Get("/beheer/clients"), "/beheer/clients", ("/naam", "Zaaksysteem"), ("/bereik/0", "lezen"), ("/rollen/6", "concerncontroller"), ("/verlooptOp", day));

        var token = Token().Match(made.Html).Value;
        Assert.NotEqual("", token);
        Assert.DoesNotContain(token, (await browser.Get("/beheer/clients")).Html, StringComparison.Ordinal);
        using var system = server.Stranger();
        system.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Assert.Equal(HttpStatusCode.OK, await system.Status("/api/v1/initiatieven"));
        var withdraw = Withdrawal().Match(made.Html).Groups[1].Value;
        var withdrawn = await browser.Send(await browser.Get(withdraw), withdraw);
        Assert.Contains("ingetrokken op", withdrawn.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await system.Status("/api/v1/initiatieven"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(withdraw)).Status);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_what_was_ticked_stays_ticked()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("beheerder", new GivenRole(Role.Administrator));
        using var browser = await PageBrowser.SignedIn(server, "beheerder");

        var again = await browser.Send(
            await browser.Get("/beheer/clients"), "/beheer/clients", ("/naam", ""), ("/rollen/6", "concerncontroller"), ("/verlooptOp", ""));

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        foreach (var field in (string[])["naam", "verlooptOp"])
            Assert.Contains($"id=\"veld-{field}-fout\"", again.Html, StringComparison.Ordinal);
        Assert.Contains("Noem ten minste één van lezen", again.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"concerncontroller\" checked", again.Html, StringComparison.Ordinal);
    }

    [GeneratedRegex("koers_[0-9a-f]{64}", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("href=\"(?<found>/beheer/clients/[^\"]+/intrekken)\"", RegexOptions.None, 1000)]
    private static partial Regex Withdrawal();
}
