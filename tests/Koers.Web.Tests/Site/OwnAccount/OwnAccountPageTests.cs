using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Tests.Accounts;
using Xunit;

namespace Koers.Web.Tests.Site.OwnAccount;

public partial class OwnAccountPageTests(PostgreSqlServer databases)
{
    private const string NewPassword = "groene-brug-zonder-hek";

    [Fact]
    public async Task Who_has_no_role_yet_sees_the_own_account_and_nothing_else()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("nieuw");
        using var browser = await PageBrowser.SignedIn(server, "nieuw");

        var page = await browser.Get("/mij");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("vraag de beheerder om een rol", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get("/initiatieven")).Status);
    }

    [Theory]
    [InlineData("nl", "Mijn account")]
    [InlineData("en", "My account")]
    public async Task The_own_account_is_there_in_both_languages_with_roles_sessions_and_department(string language, string title)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        await server.Add("anne", new GivenRole(Role.Proposer, "ruimte"));
        using var browser = await PageBrowser.SignedIn(server, "anne");

        await browser.Send(await browser.Get("/mij"), "/taal", ("taal", language), ("terug", "/mij"));
        var page = await browser.Get("/mij");

        Assert.Contains($"<h1 class=\"utrecht-heading-1\">{title}</h1>", page.Html, StringComparison.Ordinal);
        Assert.Contains("(Ruimte en Wonen)", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_password_is_asked_twice_and_then_opens_the_account_in_place_of_the_old()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("anne", new GivenRole(Role.Proposer));
        using var browser = await PageBrowser.SignedIn(server, "anne");
        var page = await browser.Get("/mij");

        var twice = await browser.Send(page, "/mij/wachtwoord", ("/oud", People.Password), ("/nieuw", NewPassword), ("/nogmaals", "iets-anders-getypt"));
        var wrong = await browser.Send(page, "/mij/wachtwoord", ("/oud", "niet-dit-wachtwoord"), ("/nieuw", NewPassword), ("/nogmaals", NewPassword));
        var done = await browser.Send(page, "/mij/wachtwoord", ("/oud", People.Password), ("/nieuw", NewPassword), ("/nogmaals", NewPassword));

        Assert.Contains("id=\"veld-nogmaals-fout\"", twice.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"veld-oud-fout\"", wrong.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(NewPassword, wrong.Html, StringComparison.Ordinal);
        Assert.Contains("Uw wachtwoord is gewijzigd", done.Html, StringComparison.Ordinal);
        using var again = await PageBrowser.SignedIn(server, "anne", NewPassword);
        Assert.Equal(HttpStatusCode.OK, (await again.Get("/mij")).Status);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_second_step_goes_on_with_a_code_shows_recovery_codes_once_and_goes_off_with_one(DatabaseKind kind)
    {
        var clock = new HandClock();
        await using var server = await RunningServer.Start(kind, databases, settings => settings with { Clock = clock });
        await server.Add("anne", new GivenRole(Role.Proposer));
        using var browser = await PageBrowser.SignedIn(server, "anne");

        var proposed = await browser.Send(await browser.Get("/mij/tweede-stap"), "/mij/tweede-stap");
        var secret = SecretOf(proposed);
        var wrong = await browser.Send(proposed, "/mij/tweede-stap/bevestigen", ("/code", "geen code"));
        Assert.Equal((HttpStatusCode.BadRequest, secret), (wrong.Status, SecretOf(wrong)));
        var code = TimeCode.Of(Bytes(secret), TimeCode.StepAt(clock.GetUtcNow()));
        var on = await browser.Send(wrong, "/mij/tweede-stap/bevestigen", ("/code", code));

        var codes = Recovery().Match(on.Html).Groups[1].Value.Split('\n');
        Assert.Equal(10, codes.Distinct().Count());
        Assert.DoesNotContain(codes[0], (await browser.Get("/mij/tweede-stap")).Html, StringComparison.Ordinal);
        var off = await browser.Send(on, "/mij/tweede-stap/uitzetten", ("/code", codes[0]));
        Assert.Contains("De tweede stap staat uit.", off.Html, StringComparison.Ordinal);
        Assert.Equal("/mij", off.Path);
    }

    [Fact]
    public async Task The_language_of_the_account_is_chosen_for_every_browser_and_written_down()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("anne", new GivenRole(Role.Proposer));
        using var one = await PageBrowser.SignedIn(server, "anne");
        using var other = await PageBrowser.SignedIn(server, "anne");

        var chosen = await one.Send(await one.Get("/mij"), "/mij/taal", ("/taal", "en"));

        Assert.Contains("<h1 class=\"utrecht-heading-1\">My account</h1>", chosen.Html, StringComparison.Ordinal);
        Assert.Contains("<h1 class=\"utrecht-heading-1\">My account</h1>", (await other.Get("/mij")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await one.Send(chosen, "/mij/taal", ("/taal", "fy"))).Status);
        Assert.Contains("account.taal-kiezen", (await one.Get("/mij/gegevens")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_kept_of_somebody_comes_as_a_file()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("anne", new GivenRole(Role.Proposer));
        using var browser = await PageBrowser.SignedIn(server, "anne");

        var file = await browser.Get("/mij/gegevens");

        Assert.Equal("anne", (string?)JsonNode.Parse(file.Html)!["account"]!["naam"]);
        Assert.Equal("mijn-gegevens.json", file.Answer.Content.Headers.ContentDisposition!.FileName);
    }

    [Fact]
    public async Task A_passkey_that_is_not_there_cannot_be_removed()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("anne", new GivenRole(Role.Proposer));
        using var browser = await PageBrowser.SignedIn(server, "anne");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/mij/toegangssleutels/00ff/verwijderen")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Send(await browser.Get("/mij"), "/mij/toegangssleutels/00ff/verwijderen")).Status);
    }

    private static string SecretOf(SeenPage page) => Secret().Match(page.Html).Groups[1].Value;

    // RFC 4648, base 32
    private static byte[] Bytes(string secret)
    {
        var (bytes, held, bits) = (new List<byte>(), 0, 0);
        foreach (var letter in secret)
        {
            held = (held << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal);
            if ((bits += 5) < 8)
                continue;
            bytes.Add((byte)(held >> (bits -= 8)));
            held &= (1 << bits) - 1;
        }

        return [.. bytes];
    }

    [GeneratedRegex("secret=(?<found>[A-Z2-7]+)", RegexOptions.None, 1000)]
    private static partial Regex Secret();

    [GeneratedRegex("koers-geheim\"><code>(?<found>[^<]+)<", RegexOptions.None, 1000)]
    private static partial Regex Recovery();
}
