using System.Net;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Web.Tests.Accounts;
using Koers.Web.Tests.Frames;
using Koers.Web.Tests.Site.Course;
using Xunit;

namespace Koers.Web.Tests.Site.Means;

public class MeansPageTests(PostgreSqlServer databases)
{
    private const string Budgets = "/koers/middelen/budgetten";
    private const string Pools = "/koers/middelen/capaciteit";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_table_of_budgets_is_saved_whole_with_new_rows_and_only_what_changed_gets_a_new_version(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        using var browser = await Signed(server);
        var form = await browser.Get(Budgets);
        Assert.Contains("value=\"1.250.000,1\"", form.Html, StringComparison.Ordinal);
        Assert.Contains("niets gewijzigd", (await browser.Send(form, Budgets, form.Filled(Budgets))).Html, StringComparison.Ordinal);
        Assert.Equal(1, (int)(await manager.Get("budgetten/incidenteel")).Body!["versie"]!);

        var saved = await browser.Send(form, Budgets, form.Filled(
            Budgets, ("/budgetten/0/inhoud/jaren/1/bedrag", ""), ("/budgetten/1/inhoud/naam", "Kredieten"), ("/budgetten/1/inhoud/code", "krediet"),
            ("/budgetten/1/inhoud/soort", "investering"), ("/budgetten/1/inhoud/jaren/1/bedrag", "€ 2.500.000,50"), ("/budgetten/1/inhoud/overhevelen", "true")));
        Assert.Equal("/koers/middelen", saved.Path);
        Assert.Contains("€ 2.500.000,50", saved.Html, StringComparison.Ordinal);
        Assert.Contains("investering, schuift door", saved.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("€ 900.000", saved.Html, StringComparison.Ordinal);
        Assert.Equal(["budget.wijzigen", "budget.toevoegen"], (await server.Trail()).Select(line => line.Action).TakeLast(2));
    }

    [Fact]
    public async Task One_wrong_cell_saves_nothing_and_stands_at_its_place()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        using var browser = await Signed(server);
        var form = await browser.Get(Budgets);
        var wrong = await browser.Send(form, Budgets, form.Filled(
            Budgets, ("/budgetten/0/inhoud/naam", "Anders"), ("/budgetten/1/inhoud/naam", "Zonder korte naam"), ("/budgetten/1/inhoud/jaren/1/bedrag", "-5")));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("id=\"veld-budgetten-1-inhoud-code-fout\"", wrong.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"veld-budgetten-1-inhoud-jaren-1-bedrag-fout\"", wrong.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Anders\"", wrong.Html, StringComparison.Ordinal);
        Assert.Equal("Incidenteel geld", (string?)(await manager.Get("budgetten/incidenteel")).Body!["inhoud"]!["naam"]);
    }

    [Theory]
    [InlineData(Budgets, "/budgetten", "jaren/0/bedrag", "jaren/1/bedrag", "€ -5")]
    [InlineData(Pools, "/capaciteitspools", "kwartalen/0/fte", "kwartalen/1/fte", "-5")]
    public async Task Figures_that_cannot_be_read_and_rules_that_are_broken_are_told_together_and_once_each(
        string address, string list, string unreadable, string broken, string figure)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var browser = await Signed(server);
        var form = await browser.Get(address);
        var wrong = await browser.Send(form, address, form.Filled(
            address, ($"{list}/0/inhoud/{unreadable}", "veel"), ($"{list}/0/inhoud/{broken}", figure), ($"{list}/1/inhoud/naam", "Zonder korte naam")));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        foreach (var place in (string[])[$"{list}/0/inhoud/{unreadable}", $"{list}/0/inhoud/{broken}", $"{list}/1/inhoud/code"])
            Assert.Equal(2, wrong.Html.Split($"id=\"veld{place.Replace('/', '-')}-fout\"").Length);
        Assert.Contains("value=\"veel\"", wrong.Html, StringComparison.Ordinal);

        var mended = await browser.Send(wrong, address, wrong.Filled(
            address, ($"{list}/0/inhoud/{unreadable}", "1"), ($"{list}/0/inhoud/{broken}", "2"), ($"{list}/1/inhoud/naam", "")));
        Assert.Equal("/koers/middelen", mended.Path);
    }

    [Theory]
    [InlineData(Budgets, "jaar2027", "en dat is geen jaar")]
    [InlineData(Budgets, "3027", "en dat is geen jaar")]
    [InlineData(Budgets, "2028", "staat er twee keer")]
    [InlineData(Pools, "2027-5", "en dat is geen kwartaal")]
    [InlineData(Pools, "2027", "en dat is geen kwartaal")]
    public async Task A_column_that_cannot_be_is_told_once_and_not_for_each_cell_below_it(string address, string column, string said)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var browser = await Signed(server);
        var form = await browser.Get(address);
        var wrong = await browser.Send(form, address, form.Filled(address, ("_kolom/0", column)));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal(2, wrong.Html.Split(said).Length);
        Assert.Equal(2, wrong.Html.Split("<li class=\"utrecht-unordered-list__item\">").Length);
    }

    [Fact]
    public async Task Who_saves_over_a_row_that_another_changed_is_told_and_may_then_save()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var browser = await Signed(server);
        var form = await browser.Get(Budgets);
        await browser.Send(form, Budgets, form.Filled(Budgets, ("/budgetten/0/inhoud/naam", "Van de een")));
        var late = await browser.Send(form, Budgets, form.Filled(Budgets, ("/budgetten/0/inhoud/naam", "Van de ander")));
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.Status);
        Assert.Contains("door een ander of door uzelf", late.Html, StringComparison.Ordinal);
        Assert.Contains("Van de ander", (await browser.Send(late, Budgets, late.Filled(Budgets))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_cells_that_only_one_of_two_touched_nobody_undoes_the_other()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        using var browser = await Signed(server);
        var form = await browser.Get(Budgets);
        await browser.Send(form, Budgets, form.Filled(
            Budgets, ("/budgetten/0/inhoud/jaren/0/bedrag", "111"), ("/budgetten/1/inhoud/naam", "Kredieten"), ("/budgetten/1/inhoud/code", "krediet"),
            ("/budgetten/1/inhoud/soort", "investering")));
        var late = await browser.Send(form, Budgets, form.Filled(Budgets, ("/budgetten/0/inhoud/jaren/1/bedrag", "222")));
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.Status);
        Assert.Contains("Dit had u niet gewijzigd", late.Html, StringComparison.Ordinal);
        await browser.Send(late, Budgets, late.Filled(Budgets));
        var years = (await manager.Get("budgetten/incidenteel")).Body!["inhoud"]!["jaren"]!.AsArray();
        Assert.Equal([111m, 222m], years.Take(2).Select(year => (decimal)year!["bedrag"]!));
        Assert.Equal(HttpStatusCode.OK, (await manager.Get("budgetten/krediet")).Status);
    }

    [Theory]
    [InlineData(0, "is weggehaald of heet nu anders.", HttpStatusCode.NotFound)]
    [InlineData(1, "U werkte erin, dus het staat hieronder nog", HttpStatusCode.OK)]
    public async Task A_row_that_another_took_away_does_not_stop_who_has_the_table_open(int worked, string said, HttpStatusCode after)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        using var browser = await Signed(server);
        var form = await browser.Get(Budgets);
        await browser.Send(form, Budgets, form.Filled(
            Budgets, ("/budgetten/1/inhoud/naam", "Kredieten"), ("/budgetten/1/inhoud/code", "krediet"), ("/budgetten/1/inhoud/soort", "investering")));
        var open = await browser.Get(Budgets);
        Assert.Equal(HttpStatusCode.NoContent, (await manager.Send(HttpMethod.Delete, "budgetten/krediet", tag: (await manager.Get("budgetten/krediet")).Tag)).Status);

        var late = await browser.Send(open, Budgets, open.Filled(Budgets, ($"/budgetten/{worked}/inhoud/jaren/0/bedrag", "333")));
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.Status);
        Assert.Contains("“krediet”", late.Html, StringComparison.Ordinal);
        Assert.Contains(said, late.Html, StringComparison.Ordinal);
        var saved = await browser.Send(late, Budgets, late.Filled(Budgets));
        Assert.Equal("/koers/middelen", saved.Path);
        Assert.Equal(after, (await manager.Get("budgetten/krediet")).Status);
        var code = worked == 0 ? "incidenteel" : "krediet";
        Assert.Equal(333m, (decimal)(await manager.Get("budgetten/" + code)).Body!["inhoud"]!["jaren"]!.AsArray().First(year => (decimal)year!["bedrag"]! == 333m)!["bedrag"]!);
    }

    [Fact]
    public async Task A_table_of_capacity_holds_quarters_reserve_and_hire_and_grows_by_a_year()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var manager = await server.ClientWith(Role.PortfolioManager);
        using var browser = await Signed(server);
        var before = (await manager.Get("capaciteitspools/leiders")).Body!["inhoud"]!.ToJsonString();
        var form = await browser.Get(Pools);
        Assert.Contains("value=\"10%\"", form.Html, StringComparison.Ordinal);
        await browser.Send(form, Pools, form.Filled(Pools));
        Assert.Equal(before, (await manager.Get("capaciteitspools/leiders")).Body!["inhoud"]!.ToJsonString());

        var wider = await browser.Send(form, Pools, [.. form.Filled(Pools), ("_rij", "/kolommen")]);
        Assert.Contains("2029 K4", wider.Html, StringComparison.Ordinal);
        var saved = await browser.Send(wider, Pools, wider.Filled(
            Pools, ("/capaciteitspools/0/inhoud/reserve", "12,5"), ("/capaciteitspools/0/inhoud/kwartalen/11/fte", "8,25"),
            ("/capaciteitspools/0/inhoud/inhuur/meestTegelijk", ""), ("/capaciteitspools/0/inhoud/inhuur/prijsPerKwartaal", ""),
            ("/capaciteitspools/0/inhoud/inhuur/budget", "")));
        Assert.Equal("/koers/middelen", saved.Path);
        var after = (await manager.Get("capaciteitspools/leiders")).Body!["inhoud"]!;
        Assert.Equal(0.125, (double)after["reserve"]!);
        Assert.Null(after["inhuur"]);
        Assert.Equal((2029, 4, 8.25), ((int)after["kwartalen"]![1]!["jaar"]!, (int)after["kwartalen"]![1]!["kwartaal"]!, (double)after["kwartalen"]![1]!["fte"]!));
    }

    [Fact]
    public async Task A_budget_that_is_used_is_not_removed_and_it_is_said_by_what()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var browser = await Signed(server);
        const string remove = Budgets + "/incidenteel/verwijderen";
        var question = await browser.Get(remove);
        var refused = await browser.Send(question, remove, question.Filled(remove));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("inhuur van capaciteitspool leiders", refused.Html, StringComparison.Ordinal);
    }

    private static async Task<PageBrowser> Signed(RunningServer server)
    {
        using var manager = await server.ClientWith(Role.PortfolioManager);
        await FrameCaller.SetUp(manager);
        await server.Add("pm", new GivenRole(Role.PortfolioManager));
        return await PageBrowser.SignedIn(server, "pm");
    }
}
