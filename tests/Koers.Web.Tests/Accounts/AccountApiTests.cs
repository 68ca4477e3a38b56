using System.Net;
using System.Net.Http.Headers;
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

public class AccountApiTests(PostgreSqlServer databases)
{
    private const string Accounts = "/api/v1/accounts";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // Which roles may do what with accounts: all that is not named is refused
    private static readonly Dictionary<AccountAction, Role[]> Allowed = new()
    {
        [AccountAction.Browse] = [.. Enum.GetValues<Role>().Where(role => role != Role.Reader)],
        [AccountAction.See] = [Role.Administrator, Role.Controller],
        [AccountAction.ExportRights] = [Role.Administrator, Role.Controller],
        [AccountAction.Manage] = [Role.Administrator],
        [AccountAction.ManageClients] = [Role.Administrator],
    };

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Each_role_may_do_with_accounts_what_the_table_says_and_nothing_else(Role role)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("beheer", new GivenRole(Role.Administrator));
        await server.Add("iemand", new GivenRole(role));
        using var browser = await server.SignedIn("iemand");
        var person = new { naam = "nieuw", weergavenaam = "Nieuw" };
        async Task<Guid> Fresh() => await server.Add($"x{Guid.NewGuid():N}", new GivenRole(Role.Proposer));
        async Task<Guid> Closed()
        {
            var id = await Fresh();
            await using var context = server.Register.Open();
            await context.Users.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.IsClosed, true), Stop);
            return id;
        }

        async Task<HttpResponseMessage> Put()
        {
            var id = await Fresh();
            using var administrator = await server.SignedIn("beheer");
            using var shown = await administrator.GetAsync($"{Accounts}/{id}", Stop);
            return await browser.Change($"{Accounts}/{id}", shown.Headers.ETag!.ToString(), new { weergavenaam = "Ander" });
        }

        async Task<HttpResponseMessage> Withdraw()
        {
            using var client = await server.ClientWith(Role.Reader);
            await using var context = server.Register.Open();
            var id = await context.ApiClients.Select(c => c.Id).OrderBy(c => c).LastAsync(Stop);
            return await browser.DeleteAsync($"/api/v1/api-clients/{id}", Stop);
        }

        var requests = new (AccountAction Action, Func<Task<HttpResponseMessage>> Ask)[]
        {
            (AccountAction.Browse, () => browser.GetAsync(Accounts, Stop)),
            (AccountAction.See, async () => await browser.GetAsync($"{Accounts}/{await Fresh()}", Stop)),
            (AccountAction.ExportRights, () => browser.GetAsync("/api/v1/rechten", Stop)),
            (AccountAction.Manage, () => browser.PostAsJsonAsync(Accounts, person, Stop)),
            (AccountAction.Manage, Put),
            (AccountAction.Manage, async () => await browser.PutAsync($"{Accounts}/{await Fresh()}/afsluiting", null, Stop)),
            (AccountAction.Manage, async () => await browser.DeleteAsync($"{Accounts}/{await Closed()}/afsluiting", Stop)),
            (AccountAction.Manage, async () => await browser.PostAsync($"{Accounts}/{await Fresh()}/wachtwoordherstel", null, Stop)),
            (AccountAction.Manage, async () => await browser.PostAsync($"{Accounts}/{await Closed()}/anonimisering", null, Stop)),
            (AccountAction.ManageClients, () => browser.GetAsync("/api/v1/api-clients", Stop)),
            (AccountAction.ManageClients, () => browser.PostAsJsonAsync("/api/v1/api-clients", Client(["lezen"]), Stop)),
            (AccountAction.ManageClients, Withdraw),
        };
        Assert.Equal(Enum.GetValues<AccountAction>().Order(), requests.Select(request => request.Action).Distinct().Order());
        foreach (var (request, n) in requests.Select((request, n) => (request, n)))
        {
            using var answer = await request.Ask();
            Assert.True(
                Allowed[request.Action].Contains(role) ? answer.IsSuccessStatusCode : answer.StatusCode == HttpStatusCode.Forbidden,
                $"{role}, request {n} ({request.Action}): {answer.StatusCode} {await answer.Content.ReadAsStringAsync(Stop)}");
        }

        foreach (var own in (string[])["/api/v1/mij", "/api/v1/mij/gegevens", "/api/v1/mij/toegangssleutels"])
            Assert.Equal(HttpStatusCode.OK, await browser.Status(own));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task An_account_is_made_changed_and_in_the_audit_trail_without_a_name_or_password(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Register.SaveSquare();
        var administratorId = await server.Add("beheer", new GivenRole(Role.Administrator));
        using var administrator = await server.SignedIn("beheer");
        using var made = await administrator.PostAsJsonAsync(
            Accounts, new { naam = "hoofd.ruimte", weergavenaam = "Afdelingshoofd Ruimte", afdeling = "ruimte", rollen = new[] { new { rol = "afdelingshoofd", afdeling = "ruimte" } } }, Stop);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var body = await made.Json();
        var password = (string)body["wachtwoord"]!;
        var id = (string)body["account"]!["id"]!;
        using var head = await server.SignedIn("hoofd.ruimte", password);

        object Content(string name) => new { weergavenaam = name, rollen = new[] { new { rol = "indiener" } } };
        using var without = await administrator.Change($"{Accounts}/{id}", null, Content("Geheimzinnig"));
        Assert.Equal(HttpStatusCode.PreconditionRequired, without.StatusCode);
        var tag = made.Headers.ETag!.ToString();
        using var changed = await administrator.Change($"{Accounts}/{id}", tag, Content("Geheimzinnig"));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        using var second = await administrator.Change($"{Accounts}/{id}", tag, Content("Nog anders"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, second.StatusCode);
        using var twice = await administrator.PostAsJsonAsync(Accounts, new { naam = "HOOFD.ruimte", weergavenaam = "x" }, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);

        var trail = await server.Trail();
        var change = Assert.Single(trail, line => line.Action == "account.wijzigen");
        Assert.Equal(($"account/{administratorId}", $"account/{id}"), (change.Actor, change.Target));
        Assert.Equal("""{"afdeling":null,"rollen":[{"rol":"indiener","afdeling":null}]}""", change.After);
        foreach (var secret in (string[])[password, "hoofd.ruimte", "Geheimzinnig", "Afdelingshoofd Ruimte"])
            Assert.DoesNotContain(trail, line => $"{line}".Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("beheerder", HttpStatusCode.Created)]
    [InlineData("bestuurder", HttpStatusCode.Forbidden)]
    public async Task A_token_gives_nobody_a_role_that_it_lacks_and_no_password(string role, HttpStatusCode expected)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        var known = await server.Add("iemand", new GivenRole(Role.Reader));
        using var client = await server.ClientOf([ApiScope.Read, ApiScope.Write], Role.Administrator);
        using var made = await client.PostAsJsonAsync(Accounts, new { naam = "nieuw", weergavenaam = "Nieuw", rollen = new[] { new { rol = role } } }, Stop);
        Assert.Equal(expected, made.StatusCode);
        using var password = await client.PostAsync($"{Accounts}/{known}/wachtwoordherstel", null, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, password.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/sessies", "{}", "/wachtwoord")]
    [InlineData("/api/v1/sessies", """{"naam":"x","wachtwoord":null}""", "/wachtwoord")]
    [InlineData("/api/v1/sessies/tweede-stap", "{}", "/code")]
    [InlineData("/api/v1/sessies/toegangssleutel", "{}", "/sleutel")]
    [InlineData("/api/v1/mij/toegangssleutels", """{"naam":"x"}""", "/sleutel")]
    [InlineData("/api/v1/accounts", """{"naam":"q","weergavenaam":"q","rollen":[null]}""", "/rollen/0")]
    [InlineData("/api/v1/accounts", """{"naam":"q","weergavenaam":"q","rollen":null}""", "/rollen")]
    public async Task What_is_missing_is_said_with_its_place_and_is_no_failure(string address, string body, string where)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("beheer", new GivenRole(Role.Administrator));
        using var browser = await server.SignedIn("beheer");
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await browser.PostAsync(address, content, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"\"{where}\"", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_makes_no_tokens_that_would_live_on_without_it()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var client = await server.ClientOf([ApiScope.Read, ApiScope.Write], Role.Administrator);
        using var answer = await client.PostAsJsonAsync(
            "/api/v1/api-clients",
            new { naam = "kopie", bereik = new[] { "lezen" }, rollen = new[] { "beheerder" }, verlooptOp = TimeProvider.System.GetUtcNow().AddDays(3) }, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task All_faults_of_a_new_account_are_named_at_once()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("beheer", new GivenRole(Role.Administrator));
        using var administrator = await server.SignedIn("beheer");
        using var answer = await administrator.PostAsJsonAsync(
            Accounts,
            new { naam = "twee woorden", weergavenaam = "", afdeling = "nergens", taal = "fr", wachtwoord = "kort", rollen = new[] { new { rol = "beheerder", afdeling = "nergens" } } }, Stop);
        Assert.Equal(
            ["/naam", "/weergavenaam", "/afdeling", "/taal", "/rollen/0/afdeling", "/rollen/0/afdeling", "/wachtwoord"],
            (await answer.Json())["fouten"]!.AsArray().Select(fault => (string?)fault!["waar"]));
    }

    [Fact]
    public async Task The_last_administrator_stays_and_stays_administrator()
    {
        await using var server = await RunningServer.Start(DatabaseKind.PostgreSql, databases);
        var id = await server.Add("beheer", new GivenRole(Role.Administrator));
        using var administrator = await server.SignedIn("beheer");
        async Task<HttpStatusCode> Demote()
        {
            using var shown = await administrator.GetAsync($"{Accounts}/{id}", Stop);
            using var answer = await administrator.Change($"{Accounts}/{id}", shown.Headers.ETag!.ToString(), new { weergavenaam = "x", rollen = new[] { new { rol = "lezer" } } });
            return answer.StatusCode;
        }

        async Task<HttpStatusCode> Close()
        {
            using var answer = await administrator.PutAsync($"{Accounts}/{id}/afsluiting", null, Stop);
            return answer.StatusCode;
        }

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (await Demote(), await Close()));
        // One that is closed does not count
        var other = await server.Add("tweede", new GivenRole(Role.Administrator));
        using (await administrator.PutAsync($"{Accounts}/{other}/afsluiting", null, Stop))
            Assert.Equal(HttpStatusCode.Conflict, await Close());
        using (await administrator.DeleteAsync($"{Accounts}/{other}/afsluiting", Stop))
            Assert.Equal(HttpStatusCode.OK, await Demote());
    }

    [Fact]
    public async Task A_reset_gives_a_new_password_and_ends_what_was_open()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("beheer", new GivenRole(Role.Administrator));
        var id = await server.Add("indiener", new GivenRole(Role.Proposer));
        using var administrator = await server.SignedIn("beheer");
        using var open = await server.SignedIn("indiener");
        using var reset = await administrator.PostAsync($"{Accounts}/{id}/wachtwoordherstel", null, Stop);
        var password = (string)(await reset.Json())["wachtwoord"]!;
        Assert.Equal(HttpStatusCode.Unauthorized, await open.Status("/api/v1/mij"));
        using var old = await open.SignIn("indiener", People.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
        using var renewed = await server.SignedIn("indiener", password);
    }

    [Fact]
    public async Task Somebody_sees_all_that_is_kept_and_a_closed_account_can_forget_who_it_was()
    {
        await using var server = await RunningServer.Start(DatabaseKind.PostgreSql, databases);
        await server.Register.SaveSquare();
        await server.Add("beheer", new GivenRole(Role.Administrator));
        var id = await server.Add("indiener", new GivenRole(Role.Proposer));
        using var administrator = await server.SignedIn("beheer");
        using var browser = await server.SignedIn("indiener");
        using var proposed = await browser.PostAsJsonAsync("/api/v1/initiatieven", new { naam = "Fietsbrug", afdeling = "ruimte" }, Stop);
        var number = (string)(await proposed.Json())["nummer"]!;
        var data = (await browser.GetFromJsonAsync<JsonObject>("/api/v1/mij/gegevens", Stop))!;
        Assert.Equal(("De indiener", number), ((string?)data["account"]!["weergavenaam"], (string?)data["ingediend"]![0]));
        Assert.Equal(["account.maken", "account.aanmelden", "initiatief.indienen"], data["auditspoor"]!.AsArray().Select(line => (string?)line!["actie"]));
        Assert.Single(data["sessies"]!.AsArray());
        Assert.DoesNotContain("hash", data.ToJsonString(), StringComparison.OrdinalIgnoreCase);

        using var early = await administrator.PostAsync($"{Accounts}/{id}/anonimisering", null, Stop);
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        using var closed = await administrator.PutAsync($"{Accounts}/{id}/afsluiting", null, Stop);
        using var done = await administrator.PostAsync($"{Accounts}/{id}/anonimisering", null, Stop);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        using var reopened = await administrator.DeleteAsync($"{Accounts}/{id}/afsluiting", Stop);
        Assert.Equal(HttpStatusCode.Conflict, reopened.StatusCode);
        await using var context = server.Register.Open();
        var left = await context.Users.AsNoTracking().SingleAsync(a => a.Id == id, Stop);
        Assert.DoesNotContain("indiener", $"{left.UserName} {left.NormalizedUserName} {left.DisplayName}", StringComparison.OrdinalIgnoreCase);
        Assert.Null(left.PasswordHash);
        Assert.Empty(await context.UserTokens.Where(t => t.UserId == id).ToListAsync(Stop));
        Assert.Equal(id, (await context.Initiatives.SingleAsync(i => i.Number == number, Stop)).ProposerId);
        Assert.Empty(await new AuditTrail(context, TimeProvider.System).Verify(Stop).ToListAsync(Stop));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task The_export_of_rights_names_every_role_of_every_account_and_client(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Register.SaveSquare();
        await server.Add("controller", new GivenRole(Role.Controller), new GivenRole(Role.DepartmentHead, "ruimte"));
        await server.Add("niemand");
        using var client = await server.ClientWith(Role.PortfolioManager);
        using var browser = await server.SignedIn("controller");
        var lines = (await browser.GetFromJsonAsync<JsonArray>("/api/v1/rechten", Stop))!;
        Assert.Equal(
            ["controller afdelingshoofd ruimte", "controller concerncontroller ", "niemand  ", "test portfoliomanager "],
            lines.Select(line => $"{line!["naam"]} {line["rol"]} {line["afdeling"]}").Order(StringComparer.Ordinal));
        Assert.NotNull(lines.First(line => (string?)line!["naam"] == "controller")!["laatstAangemeld"]);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/rechten") { Headers = { { "Accept", "text/csv" } } };
        using var answer = await browser.SendAsync(request, Stop);
        var csv = await answer.Content.ReadAsByteArrayAsync(Stop);
        Assert.Equal((0xEF, 0xBB, 0xBF), (csv[0], csv[1], csv[2]));
        Assert.Equal(6, System.Text.Encoding.UTF8.GetString(csv).Split("\r\n").Length);
    }

    [Fact]
    public void A_name_that_is_a_formula_does_not_work_in_the_table()
    {
        var line = new RightLine { Kind = "account", Id = Guid.Empty, Name = "x", DisplayName = "=HYPERLINK(\"a\";\"b\")", Origin = "lokaal", IsClosed = false };
        Assert.Contains(";\"'=HYPERLINK(\"\"a\"\";\"\"b\"\")\";", RightsExport.Csv([line]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lezen", HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("schrijven", HttpStatusCode.Forbidden, HttpStatusCode.Created, HttpStatusCode.Forbidden)]
    [InlineData("plannen", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, null)]
    public async Task A_token_does_what_its_scope_says(string scope, HttpStatusCode reads, HttpStatusCode writes, HttpStatusCode? plans)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        await server.Add("beheer", new GivenRole(Role.Administrator));
        using var administrator = await server.SignedIn("beheer");
        using var made = await administrator.PostAsJsonAsync("/api/v1/api-clients", Client([scope]), Stop);
        var token = (string)(await made.Json())["token"]!;
        Assert.Matches("^koers_[0-9a-f]{64}$", token);
        using var client = server.Stranger();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Assert.Equal(reads, await client.Status("/api/v1/initiatieven"));
        using var written = await client.PostAsJsonAsync("/api/v1/initiatieven", new { naam = "Fietsbrug", afdeling = "ruimte" }, Stop);
        Assert.Equal(writes, written.StatusCode);
        using var planned = await client.PostAsJsonAsync("/api/v1/planningsruns", new { }, Stop);
        if (plans is { } status)
            Assert.Equal(status, planned.StatusCode);
        else
            Assert.NotEqual(HttpStatusCode.Forbidden, planned.StatusCode);
    }

    [Fact]
    public async Task A_token_is_dead_when_withdrawn_or_expired_and_its_use_is_known_to_the_hour()
    {
        var clock = new HandClock();
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases, settings => settings with { Clock = clock });
        await server.Add("beheer", new GivenRole(Role.Administrator));
        using var administrator = await server.SignedIn("beheer");
        async Task<(HttpClient Client, string Address)> Given(int days)
        {
            using var made = await administrator.PostAsJsonAsync("/api/v1/api-clients", Client(["lezen"], clock.GetUtcNow().AddDays(days)), Stop);
            var client = server.Stranger();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("bearer", (string)(await made.Json())["token"]!);
            return (client, made.Headers.Location!.ToString());
        }

        clock.Forward(TimeSpan.FromMinutes(25));
        var (one, address) = await Given(1);
        var (other, _) = await Given(3);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await one.Status("/api/v1/mij"), await other.Status("/api/v1/mij")));
        var shown = (await administrator.GetFromJsonAsync<JsonArray>("/api/v1/api-clients", Stop))!;
        Assert.All(shown, client => Assert.Equal("2026-11-02T08:00:00Z", (string?)client!["gebruiktOp"]));
        using var withdrawn = await administrator.DeleteAsync(address, Stop);
        Assert.Equal(HttpStatusCode.NoContent, withdrawn.StatusCode);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await one.Status("/api/v1/mij"), await other.Status("/api/v1/mij")));
        clock.Forward(TimeSpan.FromDays(3));
        Assert.Equal(HttpStatusCode.Unauthorized, await other.Status("/api/v1/mij"));
        // A cookie beside a bad token does not help: who sends a token is that client or nobody
        using var both = await server.SignedIn("beheer");
        both.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "koers_fout");
        Assert.Equal(HttpStatusCode.Unauthorized, await both.Status("/api/v1/mij"));
        Assert.Equal(["api-client.maken", "api-client.maken", "api-client.intrekken"], (await server.Trail()).Select(l => l.Action).Where(a => a.StartsWith("api-", StringComparison.Ordinal)));
        one.Dispose();
        other.Dispose();
    }

    private static object Client(string[] scopes, DateTimeOffset? until = null) => new
    {
        naam = "zaaksysteem",
        bereik = scopes,
        rollen = new[] { "portfoliomanager" },
        verlooptOp = until ?? TimeProvider.System.GetUtcNow().AddDays(30),
    };
}
