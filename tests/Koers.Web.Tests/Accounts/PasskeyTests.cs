using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Xunit;

namespace Koers.Web.Tests.Accounts;

public class PasskeyTests(PostgreSqlServer databases)
{
    private const string Own = "/api/v1/mij/toegangssleutels";
    private const string SignIn = "/api/v1/sessies/toegangssleutel";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_passkey_is_added_opens_a_session_without_a_password_and_is_removed(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        var id = await server.Add("controller", new GivenRole(Role.Controller));
        using var owner = await server.SignedIn("controller");
        using var key = KeyFor(server);
        Assert.Equal(HttpStatusCode.NoContent, await Add(owner, key));
        var known = Assert.Single((await owner.GetFromJsonAsync<JsonArray>(Own, Stop))!)!;
        Assert.Equal((key.Id, "telefoon"), ((string?)known["id"], (string?)known["naam"]));

        using var browser = server.Browser();
        Assert.Equal(HttpStatusCode.OK, await Enter(browser, key));
        var mine = (await browser.GetFromJsonAsync<JsonObject>("/api/v1/mij", Stop))!;
        Assert.Equal($"account/{id}", (string?)mine["kenmerk"]);

        using var removed = await owner.DeleteAsync($"{Own}/{key.Id}", Stop);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var late = server.Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, await Enter(late, key));
        Assert.Equal(
            ["account.maken", "account.aanmelden", "account.toegangssleutel-toevoegen", "account.aanmelden", "account.toegangssleutel-verwijderen", "account.aanmelden"],
            (await server.Trail()).Select(line => line.Action));
    }

    [Fact]
    public async Task A_copied_key_another_site_an_old_question_and_a_key_without_its_owner_open_nothing()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("controller", new GivenRole(Role.Controller));
        using var owner = await server.SignedIn("controller");
        using var key = KeyFor(server);
        Assert.Equal(HttpStatusCode.NoContent, await Add(owner, key));
        using var browser = server.Browser();
        Assert.Equal(HttpStatusCode.OK, await Enter(browser, key));

        key.Count = 0; // a copy that was used less often
        Assert.Equal(HttpStatusCode.Unauthorized, await Enter(browser, key));
        (key.Count, key.IsVerified) = (10, false);
        Assert.Equal(HttpStatusCode.Unauthorized, await Enter(browser, key));
        key.IsVerified = true;
        var old = await Options(browser, SignIn + "/opties");
        await Options(browser, SignIn + "/opties");
        Assert.Equal(HttpStatusCode.Unauthorized, await Send(browser, SignIn, key.Sign(old)));
        Assert.Equal(HttpStatusCode.Unauthorized, await Send(browser, SignIn, key.Sign(old)));
        Assert.Equal(HttpStatusCode.Unauthorized, await Send(browser, SignIn, new JsonObject()));
        Assert.Equal(HttpStatusCode.OK, await Enter(browser, key));

        using var elsewhere = new SoftwareKey("127.0.0.1", "https://kwaad.example");
        Assert.Equal(HttpStatusCode.BadRequest, await Add(owner, elsewhere));
        using var other = new SoftwareKey("kwaad.example", server.Address.GetLeftPart(UriPartial.Authority));
        Assert.Equal(HttpStatusCode.BadRequest, await Add(owner, other));
    }

    [Fact]
    public async Task The_passkey_of_a_closed_account_opens_nothing()
    {
        await using var server = await RunningServer.Start(DatabaseKind.PostgreSql, databases);
        await server.Add("beheer", new GivenRole(Role.Administrator));
        var id = await server.Add("controller", new GivenRole(Role.Controller));
        using var owner = await server.SignedIn("controller");
        using var key = KeyFor(server);
        Assert.Equal(HttpStatusCode.NoContent, await Add(owner, key));
        using var administrator = await server.SignedIn("beheer");
        using var closed = await administrator.PutAsync($"/api/v1/accounts/{id}/afsluiting", null, Stop);
        using var browser = server.Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, await Enter(browser, key));
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.Status("/api/v1/mij"));
    }

    private static SoftwareKey KeyFor(RunningServer server) => new("127.0.0.1", server.Address.GetLeftPart(UriPartial.Authority));

    private static async Task<HttpStatusCode> Add(HttpClient owner, SoftwareKey key) =>
        await Send(owner, Own, key.Make(await Options(owner, Own + "/opties")));

    private static async Task<HttpStatusCode> Enter(HttpClient browser, SoftwareKey key) =>
        await Send(browser, SignIn, key.Sign(await Options(browser, SignIn + "/opties")));

    private static async Task<JsonObject> Options(HttpClient browser, string address)
    {
        using var answer = await browser.PostAsync(address, null, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Json();
    }

    private static async Task<HttpStatusCode> Send(HttpClient browser, string address, JsonObject credential)
    {
        using var answer = await browser.PostAsJsonAsync(address, new { sleutel = credential, naam = "telefoon" }, Stop);
        return answer.StatusCode;
    }
}
