using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Koers.App.Accounts;
using Koers.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Koers.Web.Tests.Accounts;

/// <summary>People with accounts, and browsers in which they sign in.</summary>
internal static class People
{
    public const string Password = "paarse-fiets-tegen-wind";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Who makes accounts where nobody has one yet.</summary>
    public static Actor Program { get; } = new(null, "koers", [new Grant(Role.Administrator)], "opdrachtregel");

    /// <summary>An account with the password above.</summary>
    public static async Task<Guid> Add(this RunningServer server, string name, params GivenRole[] roles)
    {
        await using var context = server.Register.Open();
        await using var services = AccountServices.On(context, TimeProvider.System);
        var input = new AccountInput { Name = name, DisplayName = $"De {name}", Password = Password, Roles = roles };
        return (await services.GetRequiredService<AccountRegister>().Make(Program, input, Stop)).Account.Id;
    }

    /// <summary>A browser: keeps cookies, follows nothing by itself, and sends the header of our own pages.</summary>
    public static HttpClient Browser(this RunningServer server, CookieContainer? cookies = null)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = cookies ?? new CookieContainer(), AllowAutoRedirect = false })
        {
            BaseAddress = server.Address,
        };
        client.DefaultRequestHeaders.Add("X-Requested-With", "koers");
        return client;
    }

    /// <summary>A browser in which somebody is signed in.</summary>
    public static async Task<HttpClient> SignedIn(this RunningServer server, string name, string password = Password, CookieContainer? cookies = null)
    {
        var browser = server.Browser(cookies);
        using var answer = await browser.SignIn(name, password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return browser;
    }

    public static Task<HttpResponseMessage> SignIn(this HttpClient browser, string name, string password) =>
        browser.PostAsJsonAsync("/api/v1/sessies", new { naam = name, wachtwoord = password }, Stop);

    public static async Task<HttpStatusCode> Status(this HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(address, Stop);
        return answer.StatusCode;
    }

    public static async Task<JsonObject> Json(this HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonObject>(Stop))!;

    public static Task<HttpResponseMessage> Change(this HttpClient browser, string address, string? version, object content)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(content) };
        if (version is not null)
            request.Headers.Add("If-Match", version);
        return browser.SendAsync(request, Stop);
    }

    /// <summary>What the audit trail says, in order: action, result, and what became of it.</summary>
    public static async Task<(string Action, string Actor, string Target, string? After)[]> Trail(this RunningServer server)
    {
        await using var context = server.Register.Open();
        return [.. (await context.AuditEntries.AsNoTracking().OrderBy(e => e.Number).ToListAsync(Stop)).Select(e => (e.Action, e.Actor, e.Target, e.After))];
    }
}
