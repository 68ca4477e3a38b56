using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Tests.Accounts;
using Xunit;

namespace Koers.Web.Tests.Api;

public class SoundRequestTests(PostgreSqlServer databases)
{
    private const string Initiatives = "/api/v1/initiatieven";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Initiatives, "application/json; charset=bestaat-niet", """{"naam":"x","afdeling":"ruimte"}""", HttpStatusCode.UnsupportedMediaType)]
    [InlineData(Initiatives, "application/json; charset=utf-7", """{"naam":"x","afdeling":"ruimte"}""", HttpStatusCode.UnsupportedMediaType)]
    [InlineData(Initiatives, "text/plain", "x", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("/api/v1/imports", "multipart/form-data", "x", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/imports", "multipart/form-data; boundary=grens", "--grens\r\nContent-Disposition: form-data; name=a; filename=b.csv\r\n\r\nNum", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/plannen", "multipart/form-data; boundary=grens", "--grens", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_read_is_refused_and_is_no_failure_of_the_server(string address, string type, string body, HttpStatusCode expected)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.PortfolioManager);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = await client.PostAsync(address, content, Stop);
        Assert.Equal((expected, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData(Initiatives + "?pagina=99999999999", "/pagina", "“99999999999” is geen heel getal")]
    [InlineData(Initiatives + "?pagina=1&pagina=2", "/pagina", "Deze parameter kan één keer worden gegeven en staat er 2 keer.")]
    [InlineData(Initiatives + "?zoek=a&Zoek=b", "/zoek", "Deze parameter kan één keer")]
    [InlineData(Initiatives + "?toestand=idee&zoeken=a", "/zoeken", "Deze parameter is hier niet bekend. Bekend zijn: zoek, ")]
    [InlineData("/api/v1/mij?x=1", "/x", "Deze parameter is hier niet bekend. Dit adres kent geen parameters.")]
    [InlineData("/api/v1/planningsruns/1/resultaat?x=1", "/x", "Deze parameter is hier niet bekend. Dit adres kent geen parameters.")]
    [InlineData("/api/v1/auditregels?van=gisteren", "/van", "“gisteren” is geen tijdstip")]
    public async Task A_parameter_that_cannot_be_read_or_is_not_known_or_comes_twice_is_named(string address, string where, string said)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var client = await server.ClientWith(Role.PortfolioManager);
        using var answer = await client.GetAsync(address, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var fault = (await answer.Json())["fouten"]![0]!;
        Assert.Equal(where, (string?)fault["waar"]);
        Assert.StartsWith(said, (string?)fault["wat"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Initiatives + "?toestand=idee&toestand=gekozen")]
    [InlineData("/api/v1/openapi.json?x=1")]
    [InlineData("/health/live?x=1")]
    [InlineData("/aanmelden?terug=%2Fkoers&x=1")]
    public async Task A_list_may_come_more_than_once_and_what_is_beside_the_api_takes_what_it_gets(string address)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var client = await server.ClientWith(Role.PortfolioManager);
        using var answer = await client.GetAsync(address, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_word_that_is_not_possible_is_answered_with_those_that_are()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var client = await server.ClientWith(Role.PortfolioManager);
        using var content = new StringContent("""{"soort":"plannen"}""", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/api/v1/planningsruns", content, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var fault = (await answer.Json())["fouten"]![0]!;
        Assert.Equal("/soort", (string?)fault["waar"]);
        Assert.Contains("Kies een van: plan, ", (string?)fault["wat"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_large_is_said_to_be_too_large()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var client = await server.ClientWith(Role.PortfolioManager);
        using var content = new StringContent(new string(' ', 2 * 1024 * 1024), Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(Initiatives, content, Stop);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("1024 kB", (string?)(await answer.Json())["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en;q=0", "nl")]
    [InlineData("en;q=0, nl;q=0", "nl")]
    [InlineData("en, nl;q=0.5", "en")]
    [InlineData("fr, en;q=0.1", "en")]
    public async Task The_language_is_the_one_that_is_asked_for_and_is_said(string asked, string expected)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var stranger = server.Stranger();
        stranger.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", asked);
        using var answer = await stranger.GetAsync(Initiatives, Stop);
        Assert.Equal((expected, "Accept-Language"), (answer.Content.Headers.ContentLanguage.Single(), answer.Headers.Vary.Single()));
        Assert.Contains(expected == "nl" ? "Meld u aan" : "Sign in", (string?)(await answer.Json())["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_looking_is_answered_as_getting_without_the_body()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.PortfolioManager);
        using var request = new HttpRequestMessage(HttpMethod.Head, Initiatives + "/2026-0042");
        using var answer = await client.SendAsync(request, Stop);
        Assert.Equal((HttpStatusCode.OK, "\"0\""), (answer.StatusCode, answer.Headers.ETag?.ToString()));
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task A_weak_tag_is_no_version()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.PortfolioManager);
        using var answer = await client.Change(Initiatives + "/2026-0042", "W/\"0\"", new { naam = "x", afdeling = "ruimte" });
        Assert.Equal(HttpStatusCode.PreconditionRequired, answer.StatusCode);
    }

    [Theory]
    [InlineData("--naam", HttpStatusCode.BadRequest)]
    [InlineData("-naam", HttpStatusCode.OK)]
    public async Task An_order_is_one_that_there_is(string order, HttpStatusCode expected)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var client = await server.ClientWith(Role.PortfolioManager);
        Assert.Equal(expected, await client.Status($"{Initiatives}?sorteer={order}"));
    }
}
