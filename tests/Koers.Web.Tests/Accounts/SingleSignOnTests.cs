using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Accounts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Accounts;

public class SingleSignOnTests(PostgreSqlServer databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Somebody_of_the_provider_gets_an_account_and_every_time_the_roles_that_the_claims_give(DatabaseKind kind)
    {
        await using var provider = await IdentityProvider.Start();
        await using var server = await Start(kind, provider);
        await server.Register.SaveSquare();
        provider.Roles = ["koers-pm", "koers-hoofd-ruimte", "koers-hoofd-opgeheven", "iets-anders"];
        using var browser = server.Browser();
        Assert.Equal("/initiatieven?toestand=idee", await SignIn(browser, "/initiatieven?toestand=idee"));
        var mine = (await browser.GetFromJsonAsync<JsonObject>("/api/v1/mij", Stop))!;
        Assert.Equal(["portfoliomanager ", "afdelingshoofd ruimte"], Roles(mine));
        Assert.Equal(
            ("medewerker@gemeente.example", "Medewerker van de gemeente", provider.Address.ToString()),
            ((string?)mine["account"]!["naam"], (string?)mine["account"]!["weergavenaam"], (string?)mine["account"]!["herkomst"]));

        provider.Roles = ["koers-pm"];
        using var later = server.Browser();
        Assert.Equal("/", await SignIn(later, null));
        Assert.Equal(["portfoliomanager "], Roles((await later.GetFromJsonAsync<JsonObject>("/api/v1/mij", Stop))!));
        // The session of before has lost the role as well: it is the same account
        Assert.Equal(["portfoliomanager "], Roles((await browser.GetFromJsonAsync<JsonObject>("/api/v1/mij", Stop))!));
        await using var context = server.Register.Open();
        Assert.Equal(1, await context.Users.CountAsync(Stop));
        var trail = await server.Trail();
        Assert.Equal(["account.maken", "account.aanmelden", "account.wijzigen", "account.aanmelden"], trail.Select(line => line.Action));
        Assert.DoesNotContain(trail, line => $"{line}".Contains("medewerker", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_role_that_nobody_mapped_gives_no_rights()
    {
        await using var provider = await IdentityProvider.Start();
        await using var server = await Start(DatabaseKind.Sqlite, provider);
        provider.Roles = ["beheerder", "Administrator", "KOERS-PM"];
        using var browser = server.Browser();
        await SignIn(browser, null);
        var mine = (await browser.GetFromJsonAsync<JsonObject>("/api/v1/mij", Stop))!;
        Assert.Empty(mine["rollen"]!.AsArray());
        foreach (var address in (string[])["/api/v1/initiatieven", "/api/v1/accounts", "/api/v1/rechten"])
            Assert.Equal(HttpStatusCode.Forbidden, await browser.Status(address));
    }

    [Fact]
    public async Task A_name_at_the_provider_opens_no_account_that_was_here_already()
    {
        await using var provider = await IdentityProvider.Start();
        await using var server = await Start(DatabaseKind.Sqlite, provider);
        var local = await server.Add("beheer", new GivenRole(Role.Administrator));
        provider.Name = "Beheer";
        using var browser = server.Browser();
        await SignIn(browser, null);
        var mine = (await browser.GetFromJsonAsync<JsonObject>("/api/v1/mij", Stop))!;
        Assert.NotEqual($"account/{local}", (string?)mine["kenmerk"]);
        Assert.Empty(mine["rollen"]!.AsArray());
    }

    [Fact]
    public async Task A_closed_account_stays_closed_whatever_the_provider_says()
    {
        await using var provider = await IdentityProvider.Start();
        await using var server = await Start(DatabaseKind.Sqlite, provider);
        await server.Add("beheer", new GivenRole(Role.Administrator));
        provider.Roles = ["koers-pm"];
        using var browser = server.Browser();
        await SignIn(browser, null);
        var id = ((string)(await browser.GetFromJsonAsync<JsonObject>("/api/v1/mij", Stop))!["account"]!["id"]!);
        using var administrator = await server.SignedIn("beheer");
        using var closed = await administrator.PutAsync($"/api/v1/accounts/{id}/afsluiting", null, Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.Status("/api/v1/mij"));
        using var back = await browser.GetAsync(await Provider(browser, null), Stop);
        using var answer = await browser.GetAsync(back.Headers.Location, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.Status("/api/v1/mij"));
        // Its roles are the provider's: here they are not changed, and a password it has not
        using var reset = await administrator.PostAsync($"/api/v1/accounts/{id}/wachtwoordherstel", null, Stop);
        Assert.Equal(HttpStatusCode.Conflict, reset.StatusCode);
    }

    [Fact]
    public async Task A_forged_state_another_browser_and_a_nonce_of_another_question_are_refused()
    {
        await using var provider = await IdentityProvider.Start();
        await using var server = await Start(DatabaseKind.Sqlite, provider);
        using var browser = server.Browser();
        using var back = await browser.GetAsync(await Provider(browser, null), Stop);
        var good = back.Headers.Location!;

        using var stranger = server.Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, await stranger.Status(good.ToString()));
        var forged = good.ToString().Replace("state=", "state=x", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.Status(forged));
        Assert.Equal(0, provider.Exchanges);

        // The nonce changed on the way to the provider: what comes back was not meant for this question
        var question = await Provider(browser, null);
        var other = System.Text.RegularExpressions.Regex.Replace(question, "nonce=[^&]+", "nonce=638000000000000000.Zm91dA", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.NotEqual(question, other);
        using var crossed = await browser.GetAsync(other, Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.Status(crossed.Headers.Location!.ToString()));
        Assert.Equal(1, provider.Exchanges);
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.Status("/api/v1/mij"));
        await using var context = server.Register.Open();
        Assert.Equal(0, await context.Users.CountAsync(Stop));
        Assert.All(await server.Trail(), line => Assert.Equal(("account.aanmelden", """{"reden":"eenmalige aanmelding"}"""), (line.Action, line.After)));
    }

    [Fact]
    public async Task Who_signs_out_hears_where_to_sign_out_at_the_provider_too_and_comes_back_from_there()
    {
        await using var provider = await IdentityProvider.Start();
        await using var server = await Start(DatabaseKind.Sqlite, provider);
        using var browser = server.Browser();
        await SignIn(browser, null);
        using var answer = await browser.DeleteAsync("/api/v1/sessies", Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.Status("/api/v1/mij"));
        var address = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>(Stop))!["afmeldenBij"]!;
        Assert.StartsWith($"{provider.Address}connect/logout?", address, StringComparison.Ordinal);
        using var atProvider = await browser.GetAsync(address, Stop);
        Assert.Equal(HttpStatusCode.Redirect, atProvider.StatusCode);
        Assert.Equal(provider.Subject, Assert.Single(provider.SignedOut));
        Assert.StartsWith($"{server.Address}aanmelden/sso/afgemeld", atProvider.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var back = await browser.GetAsync(atProvider.Headers.Location, Stop);
        Assert.Equal((HttpStatusCode.Redirect, "/"), (back.StatusCode, back.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task Who_signs_out_by_the_page_is_shown_the_way_to_sign_out_at_the_provider_too()
    {
        await using var provider = await IdentityProvider.Start();
        await using var server = await Start(DatabaseKind.Sqlite, provider);
        await server.Add("beheer", new GivenRole(Role.Administrator));
        using var browser = server.Browser();
        await SignIn(browser, null);
        var seen = await browser.GetStringAsync("/mij", Stop);
        var token = System.Text.RegularExpressions.Regex.Match(seen, "name=\"_formulier\" value=\"(?<token>[^\"]+)\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)).Groups["token"].Value;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("_formulier", token)]);
        using var answer = await browser.PostAsync("/afmelden", form, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Contains($"href=\"{provider.Address}connect/logout?", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.Status("/api/v1/mij"));
    }

    [Fact]
    public async Task Where_the_provider_cannot_be_reached_people_are_told_so_and_can_do_otherwise()
    {
        var provider = await IdentityProvider.Start();
        await using var server = await Start(DatabaseKind.Sqlite, provider);
        await provider.DisposeAsync();
        using var browser = server.Browser();
        using var answer = await browser.GetAsync("/aanmelden/sso", Stop);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("meld u aan met uw naam en wachtwoord", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_many_wait_for_a_provider_that_says_nothing_others_get_their_pages()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var server = await Start(DatabaseKind.Sqlite, new Uri($"http://{silent.LocalEndpoint}/"));
        using var strangers = server.Browser();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var waiting = Enumerable.Range(0, 16 * Environment.ProcessorCount).Select(_ => strangers.GetAsync("/aanmelden/sso", enough.Token)).ToList();
        using var asked = await silent.AcceptTcpClientAsync(Stop);

        using var client = server.Browser();
        using var answer = await client.GetAsync("/aanmelden", Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(waiting, question => !question.IsCompleted);

        await enough.CancelAsync();
        await Task.WhenAll(waiting).ContinueWith(_ => { }, Stop, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    [Fact]
    public async Task Where_there_is_nothing_to_sign_out_of_at_the_provider_the_answer_is_empty()
    {
        await using var provider = await IdentityProvider.Start(hasSignOut: false);
        await using var server = await Start(DatabaseKind.Sqlite, provider);
        await server.Add("beheer", new GivenRole(Role.Administrator));
        using var byPassword = await server.SignedIn("beheer");
        using var byProvider = server.Browser();
        await SignIn(byProvider, null);
        foreach (var browser in (HttpClient[])[byPassword, byProvider])
        {
            using var answer = await browser.DeleteAsync("/api/v1/sessies", Stop);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, await browser.Status("/api/v1/mij"));
        }
    }

    [Theory]
    [InlineData("/initiatieven/2026-0042?a=b#c", "/initiatieven/2026-0042?a=b#c")]
    [InlineData("https://kwaad.example/", "/")]
    [InlineData("//kwaad.example/", "/")]
    [InlineData("/\\kwaad.example/", "/")]
    [InlineData("/\t/kwaad.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/aanmelden/sso", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Afterwards_one_goes_to_a_page_of_this_server_only(string? asked, string expected) =>
        Assert.Equal(expected, SingleSignOnScheme.SafeReturn(asked));

    private Task<RunningServer> Start(DatabaseKind kind, IdentityProvider provider) => Start(kind, provider.Address);

    private Task<RunningServer> Start(DatabaseKind kind, Uri provider) => RunningServer.Start(kind, databases, settings => settings with
    {
        SignIn = new SignInSettings
        {
            SingleSignOn = new SingleSignOnSettings
            {
                Authority = provider,
                ClientId = IdentityProvider.ClientId,
                ClientSecret = IdentityProvider.ClientSecret,
                Roles =
                [
                    new MappedRole("koers-pm", Role.PortfolioManager), new MappedRole("koers-hoofd-ruimte", Role.DepartmentHead, "ruimte"),
                    new MappedRole("koers-hoofd-opgeheven", Role.DepartmentHead, "opgeheven"),
                ],
            },
        },
    });

    private static IEnumerable<string> Roles(JsonObject mine) => mine["rollen"]!.AsArray().Select(role => $"{role!["rol"]} {role["afdeling"]}");

    /// <summary>Goes to the sign-in; gives the address at the provider.</summary>
    private static async Task<string> Provider(HttpClient browser, string? back)
    {
        using var answer = await browser.GetAsync("/aanmelden/sso" + (back is null ? "" : "?terug=" + Uri.EscapeDataString(back)), Stop);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    /// <summary>Signs in all the way; gives where the browser is sent then.</summary>
    private static async Task<string> SignIn(HttpClient browser, string? back)
    {
        using var atProvider = await browser.GetAsync(await Provider(browser, back), Stop);
        Assert.Equal(HttpStatusCode.Redirect, atProvider.StatusCode);
        using var answer = await browser.GetAsync(atProvider.Headers.Location, Stop);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Stop)}");
        return answer.Headers.Location!.ToString();
    }
}
