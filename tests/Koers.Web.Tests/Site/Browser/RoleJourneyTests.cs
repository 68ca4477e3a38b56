using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Web.Tests.Accounts;
using Koers.Web.Tests.Site.Runs;
using Microsoft.Playwright;
using Xunit;

namespace Koers.Web.Tests.Site.Browser;

/// <summary>What people of each role come for, from signing in to the result, in both languages. The proposer's is in <see cref="JourneyTests"/>.</summary>
public class RoleJourneyTests(DemoServer demo, PostgreSqlServer databases)
{
    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task A_plan_is_made_by_the_manager_adopted_by_the_executive_and_read_by_the_council(string language)
    {
        var words = Words(language);
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.SettleTown();
        var manager = await demo.Window(server, "pm", People.Password, language);
        await manager.GetByRole(AriaRole.Link, Named(words("Samenstellen", "Compose"))).First.ClickAsync();
        await manager.GetByRole(AriaRole.Link, Named(words("Plan maken", "Make a plan"))).First.ClickAsync();
        await manager.FillAsync("[name='/opties/tijdslimiet']", "5");
        await manager.GetByRole(AriaRole.Button, Named(words("Plan maken", "Make the plan"))).ClickAsync();
        // The page follows the run by itself
        var heading = manager.GetByRole(AriaRole.Heading, Named(words("Wat dit plan brengt", "What this plan brings")));
        await Assertions.Expect(heading).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 60_000 });
        await Assertions.Expect(manager.Locator("main")).ToContainTextAsync(words("best denkbare", "best thinkable"));
        await manager.Context.CloseAsync();

        var executive = await demo.Window(server, "wethouder", People.Password, language);
        await executive.GotoAsync("/samenstellen/runs/1");
        await executive.GetByRole(AriaRole.Link, Named(words("Vaststellen als portfolioafspraak", "Adopt as portfolio agreement"))).ClickAsync();
        await executive.FillAsync("[name='/naam']", "Portfolioafspraak 2027");
        await executive.GetByRole(AriaRole.Button, Named(words("Vaststellen", "Adopt"))).ClickAsync();
        await Assertions.Expect(executive.Locator("h1")).ToContainTextAsync("Portfolioafspraak 2027");
        await executive.Context.CloseAsync();

        var council = await demo.Window(server, "raadslid", People.Password, language);
        await Assertions.Expect(council.Locator("main")).ToContainTextAsync("Portfolioafspraak 2027");
        await council.GetByRole(AriaRole.Link, Named("Portfolioafspraak 2027")).First.ClickAsync();
        await council.GetByRole(AriaRole.Link, Named("Initiatief 2026-0002")).First.ClickAsync();
        await Assertions.Expect(council.Locator(".utrecht-status-badge").First).ToContainTextAsync(words("gekozen", "chosen"));
        await council.Context.CloseAsync();
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task An_assessor_scores_an_initiative_by_keyboard_and_comes_to_the_next(string language)
    {
        var words = Words(language);
        var page = await demo.Window(language == "nl" ? "beoordelaar1" : "beoordelaar2", language);
        await page.GetByRole(AriaRole.Link, Named(words("Afweging", "Weighing"))).First.ClickAsync();
        await page.Locator("main a.utrecht-button-link").First.ClickAsync();
        var first = page.Url;
        var goals = page.Locator("fieldset.koers-score");
        var count = await goals.CountAsync();
        Assert.True(count > 5, $"{count} goals");
        for (var i = 0; i < count; i++)
        {
            await goals.Nth(i).Locator("input[type=radio]").First.FocusAsync();
            await page.Keyboard.PressAsync("ArrowRight");
        }

        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url != first, new() { WaitUntil = WaitUntilState.Commit });
        await Assertions.Expect(page.Locator("h1[data-koers-focus]")).ToBeFocusedAsync();
        await page.GotoAsync(first);
        await Assertions.Expect(goals.First.Locator("input[type=radio]:checked")).Not.ToHaveValueAsync("");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task An_administrator_makes_an_account_whose_owner_gets_in_with_the_password_shown(string language)
    {
        var words = Words(language);
        var page = await demo.Window("beheerder", language);
        await page.GetByRole(AriaRole.Link, Named(words("Beheer", "Administration"))).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, Named(words("Accounts en rollen", "Accounts and roles"))).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, Named(words("Account toevoegen", "Add an account"))).ClickAsync();
        await page.FillAsync("[name='/naam']", $"stagiair-{language}");
        await page.FillAsync("[name='/weergavenaam']", $"stagiair ({language})");
        await page.SelectOptionAsync("[name='/rollen/0/rol']", "indiener");
        await page.GetByRole(AriaRole.Button, Named(words("Account maken", "Make the account"))).ClickAsync();
        var password = await page.Locator("pre.koers-geheim code").InnerTextAsync();
        await page.Context.CloseAsync();

        var owner = await demo.Window(await demo.Server(), $"stagiair-{language}", password.Trim(), language);
        await Assertions.Expect(owner.Locator("h1")).ToContainTextAsync($"stagiair ({language})");
        await owner.Context.CloseAsync();
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task A_controller_follows_who_did_what_to_an_initiative(string language)
    {
        var words = Words(language);
        var page = await demo.Window("concerncontroller", language);
        await page.GotoAsync("/beheer/audit");
        await page.FillAsync("#object", "initiatief/2026-0003");
        await page.GetByRole(AriaRole.Button, Named(words("Tonen", "Show"))).ClickAsync();
        var lines = page.Locator("main table tbody tr");
        Assert.InRange(await lines.CountAsync(), 1, 100);
        await Assertions.Expect(lines.First).ToContainTextAsync("2026-0003");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task A_department_head_finds_an_initiative_and_asks_about_it(string language)
    {
        var words = Words(language);
        var page = await demo.Window("afdelingshoofd", language);
        await page.GetByRole(AriaRole.Link, Named(words("Initiatieven", "Initiatives"))).First.ClickAsync();
        await page.Locator("main input[type=search]").First.FillAsync("school");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("zoek=school", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("main table tbody th a, main table tbody td a").First.ClickAsync();
        await page.GetByLabel(words("Uw opmerking", "Your remark")).Last.FillAsync($"Past dit bij de ploeg van dit jaar? ({language})");
        await page.Locator("form[action$='/opmerkingen'] button[type=submit]").Last.ClickAsync();
        await Assertions.Expect(page.Locator("article.koers-opmerking").Last).ToContainTextAsync($"({language})");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task A_project_lead_sees_in_the_roadmap_when_the_work_begins(string language)
    {
        var words = Words(language);
        var page = await demo.Window("projectleider", language);
        await page.GetByRole(AriaRole.Link, Named(words("Afspraken", "Agreements"))).First.ClickAsync();
        await page.Locator("main table tbody a").First.ClickAsync();
        await Assertions.Expect(page.Locator("main table").First).ToBeVisibleAsync();
        await page.GotoAsync("/samenstellen/runs/1/routekaart");
        await Assertions.Expect(page.Locator(".koers-routekaart").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private static Func<string, string, string> Words(string language) => (dutch, english) => language == "en" ? english : dutch;

    private static PageGetByRoleOptions Named(string name) => new() { Name = name };
}
