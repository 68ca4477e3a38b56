using System.Net;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Tests.Accounts;
using Koers.Web.Tests.Frames;
using Koers.Web.Tests.Site.Course;
using Xunit;

namespace Koers.Web.Tests.Site.Goals;

public class GoalPageTests(PostgreSqlServer databases)
{
    private const string Weigh = "/koers/doelen/wegen";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_goal_is_added_with_its_anchors_changed_and_removed_after_a_question(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        using var browser = await Manager(server);
        const string add = "/koers/doelen/nieuw";
        var tree = await browser.Send(await browser.Get(add), add, [
            ("/naam", "Lucht"), ("/code", "lucht"), ("/boven", ""), ("/plafond", "12,5"), ("/taakveld", "7.4"), ("/sdg", "13"),
            ("/ankers/0/punten", "2"), ("/ankers/0/betekenis", "Een straat"), ("/ankers/1/punten", ""), ("/ankers/1/betekenis", "")]);
        Assert.Contains("plafond 12,5 punten", tree.Html, StringComparison.Ordinal);

        const string change = "/koers/doelen/lucht/bewerken";
        var form = await browser.Get(change);
        Assert.Contains("value=\"Een straat\"", form.Html, StringComparison.Ordinal);
        var changed = await browser.Send(form, change, form.Filled(change, ("/naam", "Schone lucht")));
        Assert.Contains("Doel “Schone lucht” is gewijzigd", changed.Html, StringComparison.Ordinal);

        const string remove = "/koers/doelen/lucht/verwijderen";
        var question = await browser.Get(remove);
        Assert.DoesNotContain("Schone lucht", (await browser.Send(question, remove, question.Filled(remove))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_in_a_goal_stands_at_its_field_and_what_another_saved_stands_beside_it()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var browser = await Manager(server);
        const string change = "/koers/doelen/wonen/bewerken";
        var (form, alsoSeen) = (await browser.Get(change), await browser.Get(change));
        var wrong = await browser.Send(form, change, form.Filled(change, ("/plafond", "veel"), ("/naam", "Goed wonen")));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("id=\"veld-plafond-fout\"", wrong.Html, StringComparison.Ordinal);
        Assert.Contains("Goed wonen", wrong.Html, StringComparison.Ordinal);

        await browser.Send(form, change, form.Filled(change, ("/indicator", "woningen")));
        var late = await browser.Send(alsoSeen, change, alsoSeen.Filled(change, ("/indicator", "huizen")));
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.Status);
        Assert.Contains("Dit wijzigde u allebei", late.Html, StringComparison.Ordinal);
        Assert.Contains("woningen</dd>", late.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"huizen\"", late.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.Send(late, change, late.Filled(change))).Status);
    }

    [Fact]
    public async Task Weights_are_typed_as_percentages_and_it_stays_known_who_set_them()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var browser = await Manager(server);
        var form = await browser.Get(Weigh + "?methode=direct");
        Assert.Contains("value=\"60%\"", form.Html, StringComparison.Ordinal);
        var wrong = await browser.Send(form, Weigh, form.Filled(Weigh, ("/antwoorden/wonen", "80")));
        Assert.Contains("120%", wrong.Html, StringComparison.Ordinal);
        var tree = await browser.Send(form, Weigh, form.Filled(Weigh, ("/antwoorden/wonen", "12,5"), ("/antwoorden/groen", "87,5%")));
        Assert.Contains("12,5%", tree.Html, StringComparison.Ordinal);
        Assert.Contains("door De pm", tree.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_in_pairs_that_contradict_each_other_are_kept_only_on_purpose()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        using var browser = await Manager(server);
        await manager.Post("doelen", new { code = "werk", naam = "Werk", volgorde = 2 });
        var form = await browser.Get(Weigh + "?methode=paarsgewijs");
        (string, string)[] circle = [("/antwoorden/wonen~1groen", "9"), ("/antwoorden/wonen~1werk", "0,111111111111"), ("/antwoorden/groen~1werk", "9")];

        var missing = await browser.Send(form, Weigh, form.Filled(Weigh));
        Assert.Equal(HttpStatusCode.BadRequest, missing.Status);
        var seen = await browser.Send(form, Weigh, [.. form.Filled(Weigh, circle), ("_bekijk", "ja")]);
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.Contains("Consistentieratio", seen.Html, StringComparison.Ordinal);
        Assert.Contains("spreekt het meest tegen", seen.Html, StringComparison.Ordinal);
        var held = await browser.Send(form, Weigh, form.Filled(Weigh, circle));
        Assert.Equal(HttpStatusCode.Conflict, held.Status);
        Assert.Equal("0,111111111111", held.Filled(Weigh).Single(field => field.Name == "/antwoorden/wonen~1werk").Text);

        await browser.Send(held, Weigh, held.Filled(Weigh, ("/ondanksTegenspraak", "true")));
        Assert.Contains("Vastgelegd hoewel", (await browser.Get(Weigh)).Html, StringComparison.Ordinal);
    }

    private static async Task<PageBrowser> Manager(RunningServer server)
    {
        using var manager = await server.ClientWith(Role.PortfolioManager);
        await FrameCaller.SetUp(manager);
        await server.Add("pm", new GivenRole(Role.PortfolioManager));
        return await PageBrowser.SignedIn(server, "pm");
    }
}
