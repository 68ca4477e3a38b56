using System.Net;
using System.Text;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Api;

/// <summary>However an address is written, the same guards stand before it: a request is refused, or there is nothing there.</summary>
public class AddressSpellingTests(PostgreSqlServer databases)
{
    private const string Ordinary = "/api/v1";

    private static readonly object Initiative = new { naam = "Fietsbrug", afdeling = "ruimte" };

    private static readonly HttpStatusCode[] Refused = [HttpStatusCode.Forbidden, HttpStatusCode.NotFound];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly string[] Roots =
    [
        Ordinary, "/API/V1", "/Api/v1", "//api/v1", "/api//v1", "/%61pi/v1", "/%41PI/V%31", "/./api/v1", "/%2e/API/v1", "/x/..%2fapi/v1", "/x/%2e%2e/Api/V1",
    ];

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("//")]
    [InlineData("/.")]
    public async Task A_guard_is_not_passed_by_writing_the_address_in_another_way(string end)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        await server.Add("pm", new GivenRole(Role.PortfolioManager));
        await server.Add("nieuw");
        using var stranger = server.Stranger();
        using var forged = await server.SignedIn("pm");
        forged.DefaultRequestHeaders.Remove("X-Requested-With");
        using var newcomer = await server.SignedIn("nieuw");
        using var reading = await server.ClientOf([ApiScope.Read], Role.PortfolioManager);
        using var planning = await server.ClientOf([ApiScope.Plan], Role.PortfolioManager);
        using var writing = await server.ClientWith(Role.PortfolioManager);
        var large = new { naam = "x", afdeling = "ruimte", samenvatting = new string('x', 1024 * 1024) };
        foreach (var root in Roots)
        {
            Assert.Contains(await Post(stranger, $"{root}/sessies{end}", new { naam = "pm", wachtwoord = People.Password }), Refused);
            Assert.Contains(await Post(forged, $"{root}/initiatieven{end}", Initiative), Refused);
            Assert.Contains(await Get(newcomer, $"{root}/initiatieven{end}"), Refused);
            Assert.Contains(await Post(reading, $"{root}/initiatieven{end}", Initiative), Refused);
            Assert.Contains(await Post(reading, $"{root}/planningsruns{end}", new { soort = "plan" }), Refused);
            Assert.Contains(await Post(planning, $"{root}/initiatieven{end}", Initiative), Refused);
            Assert.Contains(
                await Post(writing, $"{root}/initiatieven{end}", large), (HttpStatusCode[])[HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.NotFound]);
        }

        await using var context = server.Register.Open();
        Assert.Equal(1, await context.Initiatives.CountAsync(Stop));
    }

    [Fact]
    public async Task An_answer_of_the_API_has_its_form_and_headers_however_the_address_is_written()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.Controller);
        var refused = 0;
        foreach (var root in Roots)
        {
            using var answer = await client.SendAsync(Request(HttpMethod.Post, client, $"{root}/initiatieven", Initiative), Stop);
            if (answer.StatusCode == HttpStatusCode.NotFound)
                continue;
            refused++;
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("no-store", $"{answer.Headers.CacheControl}");
            Assert.Equal("1.0.0", answer.Headers.GetValues("API-Version").Single());
            Assert.Equal("default-src 'none'; frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        }

        await using var context = server.Register.Open();
        var noted = await context.AuditEntries.AsNoTracking().Select(e => e.Target).ToListAsync(Stop);
        Assert.Equal(Enumerable.Repeat("initiatieven", refused), noted);
        Assert.InRange(refused, 3, Roots.Length);
    }

    [Theory]
    [InlineData("/API/V1/initiatieven")]
    [InlineData("/api/v1/Initiatieven")]
    public async Task Capitals_in_an_address_make_no_difference_to_who_may(string address)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.PortfolioManager);
        Assert.Equal(HttpStatusCode.Created, await Post(client, address, Initiative));
        Assert.Equal(HttpStatusCode.OK, await Get(client, address));
        using var stranger = server.Stranger();
        Assert.Equal(HttpStatusCode.Unauthorized, await Get(stranger, address));
    }

    [Fact]
    public async Task The_description_and_its_reference_are_the_same_in_capitals()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var stranger = server.Stranger();
        using var description = await stranger.GetAsync("/API/V1/OpenAPI.json", Stop);
        Assert.Equal((HttpStatusCode.OK, "*"), (description.StatusCode, description.Headers.GetValues("Access-Control-Allow-Origin").Single()));
        using var reference = await stranger.GetAsync("/API/Docs", Stop);
        Assert.Contains("'unsafe-inline'", reference.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> Post(HttpClient client, string address, object body)
    {
        using var answer = await client.SendAsync(Request(HttpMethod.Post, client, address, body), Stop);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> Get(HttpClient client, string address)
    {
        using var answer = await client.SendAsync(Request(HttpMethod.Get, client, address, null), Stop);
        return answer.StatusCode;
    }

    /// <summary>A request of which the address goes out as it is written here.</summary>
    private static HttpRequestMessage Request(HttpMethod method, HttpClient client, string address, object? body)
    {
        var origin = client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        return new HttpRequestMessage(method, new Uri(origin + address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }))
        {
            // What is refused unread is not sent
            Headers = { ExpectContinue = body is not null },
            Content = body is null ? null : new StringContent(System.Text.Json.JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"),
        };
    }
}
