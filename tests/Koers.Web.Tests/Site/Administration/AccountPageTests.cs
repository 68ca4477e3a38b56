using System.Net;
using System.Text.RegularExpressions;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Tests.Accounts;
using Koers.Web.Tests.Frames;
using Xunit;

namespace Koers.Web.Tests.Site.Administration;

public partial class AccountPageTests(PostgreSqlServer databases)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task An_account_is_made_with_a_password_that_is_shown_once_and_opens_it(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Register.SaveSquare();
        await server.Add("beheerder", new GivenRole(Role.Administrator));
        using var browser = await PageBrowser.SignedIn(server, "beheerder");

        var made = await browser.Send(
            await browser.Get("/beheer/accounts/nieuw"), "/beheer/accounts/nieuw", ("/naam", "bo"), ("/weergavenaam", "Bo Bakker"), ("/afdeling", "ruimte"), ("/taal", "nl"),
            ("/rollen/0/rol", "beoordelaar"), ("/rollen/0/afdeling", "ruimte"), ("/rollen/1/rol", ""), ("/rollen/1/afdeling", ""));

        var password = Password().Match(made.Html).Groups[1].Value;
        Assert.Equal(23, password.Length);
        Assert.DoesNotContain(password, (await browser.Get(made.Path)).Html, StringComparison.Ordinal);
        using var bo = await PageBrowser.SignedIn(server, "bo", password);
        Assert.Contains("Bo Bakker", (await bo.Get("/mij")).Html, StringComparison.Ordinal);
        Assert.Contains("Bo Bakker", (await browser.Get("/beheer/accounts?zoek=bakk")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Bo Bakker", (await browser.Get("/beheer/accounts?zoek=jansen")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task An_account_is_found_by_the_name_to_sign_in_with_by_who_sees_accounts_and_by_nobody_else(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Add("beheerder", new GivenRole(Role.Administrator));
        using var browser = await PageBrowser.SignedIn(server, "beheerder");
        await browser.Send(
            await browser.Get("/beheer/accounts/nieuw"), "/beheer/accounts/nieuw", ("/naam", "Indiener1"), ("/weergavenaam", "Bo Bakker"), ("/taal", "nl"));
        Assert.Contains("Bo Bakker", (await browser.Get("/beheer/accounts?zoek=indiener")).Html, StringComparison.Ordinal);
        using var proposer = await server.ClientWith(Role.Proposer);
        Assert.Empty((await proposer.Get("accounts?zoek=indiener")).Body!["items"]!.AsArray());
        Assert.Single((await proposer.Get("accounts?zoek=bakker")).Body!["items"]!.AsArray());
    }

    [Fact]
    public async Task A_department_without_a_role_beside_it_gives_no_role()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        await server.Add("beheerder", new GivenRole(Role.Administrator));
        using var browser = await PageBrowser.SignedIn(server, "beheerder");

        var again = await browser.Send(
            await browser.Get("/beheer/accounts/nieuw"), "/beheer/accounts/nieuw", ("/naam", "bo"), ("/weergavenaam", "Bo Bakker"), ("/taal", "nl"),
            ("/rollen/0/rol", ""), ("/rollen/0/afdeling", "ruimte"));

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains("id=\"veld-rollen-0-rol-fout\"", again.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Bo Bakker\"", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_more_role_is_asked_for_without_losing_what_was_typed_and_is_then_given()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("beheerder", new GivenRole(Role.Administrator));
        var anne = await server.Add("anne", new GivenRole(Role.Proposer));
        using var browser = await PageBrowser.SignedIn(server, "beheerder");
        var path = $"/beheer/accounts/{anne}";
        var page = await browser.Get(path);

        var more = await browser.Send(
            page, path, ("_rij", "/rollen"), ("_versie", page.Field("_versie")), ("/weergavenaam", "Anne nieuw"), ("/taal", "en"), ("/rollen/0/rol", "indiener"),
            ("/rollen/0/afdeling", ""), ("/rollen/1/rol", ""), ("/rollen/1/afdeling", ""));
        Assert.Contains("value=\"Anne nieuw\"", more.Html, StringComparison.Ordinal);
        Assert.Contains("name=\"/rollen/2/rol\"", more.Html, StringComparison.Ordinal);
        var saved = await browser.Send(
            more, path, ("_versie", more.Field("_versie")), ("/weergavenaam", "Anne nieuw"), ("/taal", "en"), ("/rollen/0/rol", "indiener"), ("/rollen/0/afdeling", ""),
            ("/rollen/1/rol", "lezer"), ("/rollen/1/afdeling", ""));

        Assert.Contains("Het account is gewijzigd.", saved.Html, StringComparison.Ordinal);
        var late = await browser.Send(page, path, ("_versie", page.Field("_versie")), ("/weergavenaam", "Anne laat"), ("/taal", "nl"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.Status);
        Assert.Contains("value=\"Anne laat\"", late.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_resetting_and_anonymising_are_asked_about_first_and_the_last_administrator_stays()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        var own = await server.Add("beheerder", new GivenRole(Role.Administrator));
        var anne = await server.Add("anne", new GivenRole(Role.Proposer));
        using var browser = await PageBrowser.SignedIn(server, "beheerder");
        var path = $"/beheer/accounts/{anne}";

        var reset = await browser.Send(await browser.Get(path + "/wachtwoord"), path + "/wachtwoord");
        Assert.Matches(Password(), reset.Html);
        var early = await browser.Send(await browser.Get(path + "/anonimiseren"), path + "/anonimiseren");
        Assert.Equal(HttpStatusCode.Conflict, early.Status);
        Assert.Contains("Sluit het account eerst.", early.Html, StringComparison.Ordinal);
        Assert.Contains("De anne", (await browser.Send(await browser.Get(path + "/sluiten"), path + "/sluiten")).Html, StringComparison.Ordinal);
        var gone = await browser.Send(await browser.Get(path + "/anonimiseren"), path + "/anonimiseren");
        Assert.Contains("voormalig account", gone.Html, StringComparison.Ordinal);
        var last = await browser.Send(await browser.Get($"/beheer/accounts/{own}/sluiten"), $"/beheer/accounts/{own}/sluiten");
        Assert.Equal(HttpStatusCode.Conflict, last.Status);
    }

    [Fact]
    public async Task A_controller_looks_and_takes_all_rights_away_and_changes_nothing()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        var own = await server.Add("controller", new GivenRole(Role.Controller));
        using var browser = await PageBrowser.SignedIn(server, "controller");

        var page = await browser.Get($"/beheer/accounts/{own}");
        Assert.DoesNotContain("/sluiten", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get("/beheer/accounts/nieuw")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Send(page, $"/beheer/accounts/{own}", ("_versie", "1"), ("/weergavenaam", "Ik"))).Status);
        Assert.Contains("concerncontroller", (await browser.Get("/beheer/accounts/rechten.csv")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Administrator, "/accounts /afdelingen /programmas /import /audit /clients /huisstijl")]
    [InlineData(Role.Controller, "/accounts /import /audit")]
    [InlineData(Role.PortfolioManager, "/afdelingen /programmas /import /audit")]
    [InlineData(Role.Executive, "")]
    [InlineData(Role.Proposer, "")]
    [InlineData(Role.Reader, "")]
    public async Task Everybody_sees_the_parts_of_the_administration_that_are_theirs_and_no_other(Role role, string seen)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("wie", new GivenRole(role));
        using var browser = await PageBrowser.SignedIn(server, "wie");
        var parts = seen.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var all = await browser.Get("/beheer");
        Assert.Equal(parts.Length > 0 ? HttpStatusCode.OK : HttpStatusCode.Forbidden, all.Status);
        Assert.Equal(parts.Length > 0, (await browser.Get("/mij")).Html.Contains("href=\"/beheer\"", StringComparison.Ordinal));
        foreach (var part in (string[])["/accounts", "/afdelingen", "/programmas", "/import", "/audit", "/clients", "/huisstijl"])
        {
            Assert.Equal(parts.Contains(part), all.Html.Contains($"href=\"/beheer{part}\"", StringComparison.Ordinal));
            Assert.Equal((part, parts.Contains(part) ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (part, (await browser.Get("/beheer" + part)).Status));
        }
    }

    [Fact]
    public async Task All_parts_speak_English_too()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Add("beheerder", new GivenRole(Role.Administrator));
        using var browser = await PageBrowser.SignedIn(server, "beheerder");
        await browser.Send(await browser.Get("/mij"), "/taal", ("taal", "en"), ("terug", "/mij"));

        foreach (var (part, title) in ((string, string)[])[
            ("", "Administration"), ("/accounts", "Accounts and roles"), ("/accounts/nieuw", "Add an account"), ("/afdelingen", "Departments"), ("/programmas", "Programmes"),
            ("/import", "Import and export"), ("/audit", "Audit trail"), ("/clients", "API clients"), ("/huisstijl", "Own look")])
            Assert.Contains($"<h1 class=\"utrecht-heading-1\">{title}</h1>", (await browser.Get("/beheer" + part)).Html, StringComparison.Ordinal);
    }

    [GeneratedRegex("koers-geheim\"><code>(?<found>[^<]+)<", RegexOptions.None, 1000)]
    private static partial Regex Password();
}
