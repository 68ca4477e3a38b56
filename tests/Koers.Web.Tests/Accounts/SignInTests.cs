using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Accounts;

public class SignInTests(PostgreSqlServer databases)
{
    private const string Mine = "/api/v1/mij";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Somebody_signs_in_is_who_it_is_and_signs_out(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        var id = await server.Add("portfoliomanager", new GivenRole(Role.PortfolioManager));
        var cookies = new CookieContainer();
        using var browser = await server.SignedIn("Portfoliomanager", cookies: cookies);
        var mine = (await browser.GetFromJsonAsync<JsonObject>(Mine, Stop))!;
        Assert.Equal(
            ($"account/{id}", "portfoliomanager", "nl"),
            ((string?)mine["kenmerk"], (string?)mine["rollen"]![0]!["rol"], (string?)mine["account"]!["taal"]));
        var stolen = new CookieContainer();
        stolen.Add(cookies.GetAllCookies());

        using var ended = await browser.DeleteAsync("/api/v1/sessies", Stop);
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.Status(Mine));
        using var thief = server.Browser(stolen);
        Assert.Equal(HttpStatusCode.Unauthorized, await thief.Status(Mine));

        Assert.Equal(["account.maken", "account.aanmelden", "account.afmelden"], (await server.Trail()).Select(line => line.Action));
        await using var context = server.Register.Open();
        Assert.Empty(await new AuditTrail(context, TimeProvider.System).Verify(Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task The_cookie_is_for_the_browser_only_and_under_https_for_this_host_only()
    {
        foreach (var isHttps in (bool[])[false, true])
        {
            await using var server = await RunningServer.Start(
                DatabaseKind.Sqlite, databases, settings => settings with { SignIn = new SignInSettings { IsHttpsOnly = isHttps } });
            await server.Add("lezer", new GivenRole(Role.Reader));
            using var browser = server.Browser();
            using var answer = await browser.SignIn("lezer", People.Password);
            var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
            Assert.StartsWith(isHttps ? "__Host-koers=" : "koers=", cookie, StringComparison.Ordinal);
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(isHttps, cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task A_role_that_was_withdrawn_and_an_account_that_was_closed_stop_working_at_the_next_request()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("beheer", new GivenRole(Role.Administrator));
        var id = await server.Add("controller", new GivenRole(Role.Controller));
        using var administrator = await server.SignedIn("beheer");
        using var browser = await server.SignedIn("controller");
        Assert.Equal(HttpStatusCode.OK, await browser.Status("/api/v1/rechten"));

        using var shown = await administrator.GetAsync($"/api/v1/accounts/{id}", Stop);
        var change = new { weergavenaam = "De controller", rollen = new[] { new { rol = "lezer" } } };
        using var changed = await administrator.Change($"/api/v1/accounts/{id}", shown.Headers.ETag!.ToString(), change);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await browser.Status("/api/v1/rechten"));
        Assert.Equal(HttpStatusCode.OK, await browser.Status(Mine));

        using var closed = await administrator.PutAsync($"/api/v1/accounts/{id}/afsluiting", null, Stop);
        Assert.Equal(HttpStatusCode.OK, closed.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.Status(Mine));
        using var again = await browser.SignIn("controller", People.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
    }

    [Fact]
    public async Task A_session_ends_after_an_idle_hour_and_after_half_a_day_however_busy()
    {
        var clock = new HandClock();
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases, settings => settings with { Clock = clock });
        await server.Add("lezer", new GivenRole(Role.Reader));
        using var browser = await server.SignedIn("lezer");
        clock.Forward(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.Status(Mine));

        using var busy = await server.SignedIn("lezer");
        for (var minutes = 40; minutes < 12 * 60; minutes += 40)
        {
            clock.Forward(TimeSpan.FromMinutes(40));
            Assert.Equal(HttpStatusCode.OK, await busy.Status(Mine));
        }

        clock.Forward(TimeSpan.FromMinutes(40));
        Assert.Equal(HttpStatusCode.Unauthorized, await busy.Status(Mine));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_wrong_password_an_unknown_name_a_closed_and_a_locked_account_answer_the_same(DatabaseKind kind)
    {
        var clock = new HandClock();
        await using var server = await RunningServer.Start(kind, databases, settings => settings with { Clock = clock });
        var id = await server.Add("medewerker", new GivenRole(Role.Proposer));
        await server.Add("oud", new GivenRole(Role.Proposer));
        await using (var context = server.Register.Open())
            await context.Users.Where(a => a.UserName == "oud").ExecuteUpdateAsync(set => set.SetProperty(a => a.IsClosed, true), Stop);
        using var browser = server.Browser();
        var answers = new HashSet<string>();
        foreach (var (name, password) in ((string, string)[])[("medewerker", "fout"), ("niemand", "fout"), ("oud", People.Password), ("medewerker", ""), ("", "")])
            answers.Add(await Said(browser, name, password));
        // Five times in a row locks; the right password then is as wrong as the others
        for (var n = 0; n < 3; n++)
            answers.Add(await Said(browser, "medewerker", "fout"));
        answers.Add(await Said(browser, "medewerker", People.Password));
        Assert.StartsWith("401", Assert.Single(answers), StringComparison.Ordinal);

        clock.Forward(TimeSpan.FromMinutes(15.1));
        using var after = await browser.SignIn("medewerker", People.Password);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);

        var trail = await server.Trail();
        Assert.Contains(trail, line => line.Target == $"account/{id}" && line.After == """{"reden":"onjuist, nu geblokkeerd"}""");
        Assert.Contains(trail, line => line.Target == $"account/{id}" && line.After == """{"reden":"geblokkeerd"}""");
        foreach (var secret in (string[])["fout", People.Password, "niemand", "medewerker", "De medewerker"])
            Assert.DoesNotContain(trail, line => $"{line}".Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Guessing_in_parallel_gets_no_more_guesses()
    {
        await using var server = await RunningServer.Start(DatabaseKind.PostgreSql, databases, settings => settings with
        {
            SignIn = new SignInSettings { FailuresPerName = 1000, FailuresPerAddress = 1000 },
        });
        await server.Add("indiener", new GivenRole(Role.Proposer));
        await Task.WhenAll(Enumerable.Range(0, 12).Select(async n =>
        {
            using var browser = server.Browser();
            using var answer = await browser.SignIn("indiener", $"gok-{n}");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }));
        Assert.Equal(5, (await server.Trail()).Count(line => line.After?.Contains("onjuist", StringComparison.Ordinal) ?? false));
    }

    [Fact]
    public async Task Another_site_cannot_let_a_browser_change_anything_nor_sign_it_in()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("beheer", new GivenRole(Role.Administrator));
        using var browser = await server.SignedIn("beheer");
        browser.DefaultRequestHeaders.Remove("X-Requested-With");
        Assert.Equal(HttpStatusCode.OK, await browser.Status(Mine));
        using var change = await browser.PostAsJsonAsync("/api/v1/accounts", new { naam = "x", weergavenaam = "x" }, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, change.StatusCode);
        using var signIn = await browser.SignIn("beheer", People.Password);
        Assert.Equal(HttpStatusCode.Forbidden, signIn.StatusCode);
        Assert.Single((await server.Trail()), line => line.Action == "account.aanmelden");
    }

    [Fact]
    public async Task A_cookie_that_was_made_up_or_is_of_another_register_opens_nothing()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await using var other = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("lezer", new GivenRole(Role.Reader));
        await other.Add("lezer", new GivenRole(Role.Reader));
        var cookies = new CookieContainer();
        using var there = await other.SignedIn("lezer", cookies: cookies);
        foreach (var value in (string[])[cookies.GetAllCookies()["koers"]!.Value, "", "x", new string('A', 3000)])
        {
            using var browser = server.Browser();
            browser.DefaultRequestHeaders.Add("Cookie", "koers=" + value);
            Assert.Equal(HttpStatusCode.Unauthorized, await browser.Status(Mine));
        }
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_must_be_a_good_one()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("portfoliomanager", new GivenRole(Role.PortfolioManager));
        using var here = await server.SignedIn("portfoliomanager");
        using var there = await server.SignedIn("portfoliomanager");
        foreach (var (old, wanted, where) in ((string, string, string)[])
            [("fout", "een-heel-ander-woord", "/oud"), (People.Password, "kort", "/nieuw"), (People.Password, new string('x', 201), "/nieuw"),
            (People.Password, People.Password, "/nieuw"), (People.Password, "PortfolioManager", "/nieuw"), (People.Password, "aaaaaaaaaaaaaaa", "/nieuw")])
        {
            using var refused = await here.Change(Mine + "/wachtwoord", null, new { oud = old, nieuw = wanted });
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Equal(where, (string?)Assert.Single((await refused.Json())["fouten"]!.AsArray())!["waar"]);
        }

        using var changed = await here.Change(Mine + "/wachtwoord", null, new { oud = People.Password, nieuw = "een-heel-ander-woord" });
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (await here.Status(Mine), await there.Status(Mine)));
        using var old2 = await there.SignIn("portfoliomanager", People.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, old2.StatusCode);
        using var renewed = await server.SignedIn("portfoliomanager", "een-heel-ander-woord");
    }

    [Fact]
    public async Task Who_tries_too_often_is_told_to_wait()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases, settings => settings with
        {
            SignIn = new SignInSettings { FailuresPerName = 2, FailuresPerAddress = 2, RequestsPerCaller = 3 },
        });
        await server.Add("lezer", new GivenRole(Role.Reader));
        using var reader = await server.SignedIn("lezer");
        using var browser = server.Browser();
        foreach (var (name, status) in ((string, HttpStatusCode)[])
            [("a", HttpStatusCode.Unauthorized), ("a", HttpStatusCode.Unauthorized), ("A ", HttpStatusCode.TooManyRequests), ("b", HttpStatusCode.TooManyRequests)])
        {
            using var answer = await browser.SignIn(name, "fout");
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal(status == HttpStatusCode.TooManyRequests, answer.Headers.RetryAfter is not null);
        }

        for (var n = 0; n < 3; n++)
            Assert.Equal(HttpStatusCode.OK, await reader.Status(Mine));
        using var refused = await reader.GetAsync(Mine, Stop);
        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_whole_municipality_behind_one_address_signs_in_and_only_what_fails_is_counted()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases, settings => settings with
        {
            SignIn = new SignInSettings { FailuresPerName = 100, FailuresPerAddress = 2 },
        });
        await server.Add("lezer", new GivenRole(Role.Reader));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            using var browser = await server.SignedIn("lezer");
        }));
        using var stranger = server.Browser();
        foreach (var status in (HttpStatusCode[])[HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests])
        {
            using var answer = await stranger.SignIn("lezer", "fout");
            Assert.Equal(status, answer.StatusCode);
        }
    }

    private static async Task<string> Said(HttpClient browser, string name, string password)
    {
        using var answer = await browser.SignIn(name, password);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Stop)}";
    }
}

/// <summary>A clock that a test moves.</summary>
internal sealed class HandClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Forward(TimeSpan time) => _now += time;
}
