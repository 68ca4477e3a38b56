using System.Net;
using System.Net.Http.Json;
using System.Text;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Accounts;

public class SecondStepTests(PostgreSqlServer databases)
{
    private const string Step = "/api/v1/mij/tweede-stap";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // RFC 6238, appendix B (the last six of its eight digits), secret "12345678901234567890"
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long second, string code) => Assert.Equal(
        code, TimeCode.Of(Encoding.ASCII.GetBytes("12345678901234567890"), TimeCode.StepAt(DateTimeOffset.FromUnixTimeSeconds(second))));

    // RFC 4648 writes "foobarfoobarfoobarfo" in base 32 like this
    [Fact]
    public void A_secret_is_written_as_apps_read_it() =>
        Assert.Equal("MZXW6YTBOJTG633CMFZGM33PMJQXEZTP", TimeCode.Written(Encoding.ASCII.GetBytes("foobarfoobarfoobarfo")));

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task With_a_second_step_the_password_alone_opens_nothing_and_a_code_works_once(DatabaseKind kind)
    {
        var clock = new HandClock();
        await using var server = await RunningServer.Start(kind, databases, settings => settings with { Clock = clock });
        await server.Add("controller", new GivenRole(Role.Controller));
        var (secret, codes) = await TurnOn(server, clock, "controller");
        clock.Forward(TimeSpan.FromSeconds(30));

        using var browser = server.Browser();
        using var first = await browser.SignIn("controller", People.Password);
        Assert.Equal((HttpStatusCode.OK, false), (first.StatusCode, (bool)(await first.Json())["aangemeld"]!));
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.Status("/api/v1/mij"));
        var code = TimeCode.Of(secret, TimeCode.StepAt(clock.GetUtcNow()));
        Assert.Equal(HttpStatusCode.Unauthorized, await Second(browser, code == "000000" ? "000001" : "000000"));
        Assert.Equal(HttpStatusCode.OK, await Second(browser, code));
        Assert.Equal(HttpStatusCode.OK, await browser.Status("/api/v1/mij"));

        using var replay = server.Browser();
        using (await replay.SignIn("controller", People.Password))
            Assert.Equal(HttpStatusCode.Unauthorized, await Second(replay, code));
        // A recovery code works once too
        Assert.Equal((HttpStatusCode.OK, 10), (await Second(replay, codes[0]), codes.Distinct().Count()));
        using var again = server.Browser();
        using (await again.SignIn("controller", People.Password))
            Assert.Equal(HttpStatusCode.Unauthorized, await Second(again, codes[0]));
        Assert.DoesNotContain(await server.Trail(), line => $"{line}".Contains(code, StringComparison.Ordinal) || $"{line}".Contains(codes[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_second_step_comes_within_five_minutes_after_the_password_and_only_then()
    {
        var clock = new HandClock();
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases, settings => settings with { Clock = clock });
        await server.Add("controller", new GivenRole(Role.Controller));
        var (_, codes) = await TurnOn(server, clock, "controller");
        using var browser = server.Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, await Second(browser, codes[0]));
        using (await browser.SignIn("controller", People.Password))
            clock.Forward(TimeSpan.FromMinutes(5.1));
        Assert.Equal(HttpStatusCode.Unauthorized, await Second(browser, codes[0]));
    }

    [Fact]
    public async Task Guessing_codes_locks_the_account_even_with_the_right_password_in_between()
    {
        var clock = new HandClock();
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases, settings => settings with { Clock = clock });
        await server.Add("controller", new GivenRole(Role.Controller));
        var (_, codes) = await TurnOn(server, clock, "controller");
        using var browser = server.Browser();
        for (var n = 0; n < 5; n++)
            using (await browser.SignIn("controller", People.Password))
                Assert.Equal(HttpStatusCode.Unauthorized, await Second(browser, "geen code"));
        using var locked = await browser.SignIn("controller", People.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, locked.StatusCode);
        clock.Forward(TimeSpan.FromMinutes(16));
        using (await browser.SignIn("controller", People.Password))
            Assert.Equal(HttpStatusCode.OK, await Second(browser, codes[1]));
    }

    [Fact]
    public async Task Nothing_is_turned_on_without_a_right_code_nor_off()
    {
        var clock = new HandClock();
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases, settings => settings with { Clock = clock });
        await server.Add("controller", new GivenRole(Role.Controller));
        using var browser = await server.SignedIn("controller");
        using var unasked = await browser.Change(Step, null, new { code = "123456" });
        Assert.Equal(HttpStatusCode.BadRequest, unasked.StatusCode);
        using var still = await server.SignedIn("controller");
        Assert.Equal(HttpStatusCode.OK, await still.Status("/api/v1/mij"));

        var (_, codes) = await TurnOn(clock, "controller", browser);
        using var again = await browser.PostAsync(Step, null, Stop);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        using var wrong = await browser.PostAsJsonAsync(Step + "/uitzetten", new { code = "fout" }, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var off = await browser.PostAsJsonAsync(Step + "/uitzetten", new { code = codes[3] }, Stop);
        Assert.Equal(HttpStatusCode.NoContent, off.StatusCode);
        using var plain = await server.SignedIn("controller");
        Assert.Equal(HttpStatusCode.OK, await plain.Status("/api/v1/mij"));
    }

    // Behind a session that was left open 300 codes were tried in ten seconds, and nothing told of it
    [Fact]
    public async Task Guessing_a_code_to_turn_it_off_locks_the_account_and_is_in_the_trail()
    {
        var clock = new HandClock();
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases, settings => settings with { Clock = clock });
        await server.Add("controller", new GivenRole(Role.Controller));
        using var browser = await server.SignedIn("controller");
        var (_, codes) = await TurnOn(clock, "controller", browser);
        for (var n = 0; n < 5; n++)
            Assert.Equal(HttpStatusCode.BadRequest, await Off(browser, "fout"));
        Assert.Equal(HttpStatusCode.Conflict, await Off(browser, codes[0]));
        Assert.Equal(5, (await server.Trail()).Count(line => line.Action == "account.tweede-stap-uitzetten"));
        await using (var context = server.Register.Open())
            Assert.Equal(5, await context.AuditEntries.CountAsync(e => e.Result == AuditResult.Refused, Stop));
        using var locked = await server.Browser().SignIn("controller", People.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, locked.StatusCode);
        clock.Forward(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.NoContent, await Off(browser, codes[0]));
    }

    [Fact]
    public async Task Codes_are_tried_no_more_often_than_one_may_sign_in()
    {
        var clock = new HandClock();
        await using var server = await RunningServer.Start(
            DatabaseKind.Sqlite, databases, settings => settings with { Clock = clock, SignIn = settings.SignIn with { FailuresPerName = 3, MostFailures = 1_000 } });
        await server.Add("controller", new GivenRole(Role.Controller));
        using var browser = await server.SignedIn("controller");
        var seen = new List<HttpStatusCode>();
        for (var n = 0; n < 8; n++)
            seen.Add(await Off(browser, "fout"));
        Assert.Contains(HttpStatusCode.TooManyRequests, seen);
    }

    [Fact]
    public async Task Turning_it_on_or_off_ends_all_other_sessions()
    {
        var clock = new HandClock();
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases, settings => settings with { Clock = clock });
        await server.Add("controller", new GivenRole(Role.Controller));
        using var other = await server.SignedIn("controller");
        using var browser = await server.SignedIn("controller");
        var (_, codes) = await TurnOn(clock, "controller", browser);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await other.Status("/api/v1/mij"), await browser.Status("/api/v1/mij")));

        using var second = server.Browser();
        using (await second.SignIn("controller", People.Password))
            Assert.Equal(HttpStatusCode.OK, await Second(second, codes[0]));
        Assert.Equal(HttpStatusCode.NoContent, await Off(browser, codes[1]));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await second.Status("/api/v1/mij"), await browser.Status("/api/v1/mij")));
    }

    private static async Task<HttpStatusCode> Off(HttpClient browser, string code)
    {
        using var answer = await browser.PostAsJsonAsync(Step + "/uitzetten", new { code }, Stop);
        return answer.StatusCode;
    }

    private static async Task<(byte[] Secret, string[] Codes)> TurnOn(RunningServer server, HandClock clock, string name)
    {
        using var browser = await server.SignedIn(name);
        return await TurnOn(clock, name, browser);
    }

    private static async Task<(byte[] Secret, string[] Codes)> TurnOn(HandClock clock, string name, HttpClient browser)
    {
        using var proposed = await browser.PostAsync(Step, null, Stop);
        var proposal = await proposed.Json();
        var written = (string)proposal["geheim"]!;
        Assert.Equal(
            $"otpauth://totp/Koers:{name}?secret={written}&issuer=Koers&algorithm=SHA1&digits=6&period=30", (string?)proposal["adres"]);
        var secret = Read(written);
        using var confirmed = await browser.Change(Step, null, new { code = TimeCode.Of(secret, TimeCode.StepAt(clock.GetUtcNow())) });
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        return (secret, [.. (await confirmed.Json())["herstelcodes"]!.AsArray().Select(code => (string)code!)]);
    }

    private static byte[] Read(string base32)
    {
        var bits = string.Concat(base32.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Select(eight => Convert.ToByte(new string(eight), 2))];
    }

    private static async Task<HttpStatusCode> Second(HttpClient browser, string code)
    {
        using var answer = await browser.PostAsJsonAsync("/api/v1/sessies/tweede-stap", new { code }, Stop);
        return answer.StatusCode;
    }
}
