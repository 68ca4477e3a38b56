using Microsoft.Playwright;
using Xunit;

namespace Koers.Web.Tests.Site.Browser;

/// <summary>What people do, from signing in to the result, in a real browser.</summary>
public class JourneyTests(DemoServer demo)
{
    [Theory]
    [InlineData("nl", "Initiatief voorstellen", "Idee opschrijven", "Stap zetten", "in voorbereiding")]
    [InlineData("en", "Propose an initiative", "Write down the idea", "Take the step", "in preparation")]
    public async Task A_proposer_writes_down_an_idea_sees_what_is_like_it_and_takes_the_first_step(
        string language, string propose, string write, string step, string state)
    {
        var page = await demo.Window("indiener1", language);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = propose }).First.ClickAsync();
        var name = $"Lindepark, waterberging voor kinderen ({language})";
        await page.FillAsync("[name='/naam']", name);
        // What is like it is pointed out while typing
        await Assertions.Expect(page.Locator("koers-bij-typen a").First).ToBeVisibleAsync();
        await page.FillAsync("[name='/samenvatting']", "Een plek waar water blijft staan en kinderen spelen.");
        await page.SelectOptionAsync("[name='/afdeling']", new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = write }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync(name);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();

        await page.SelectOptionAsync("[name='/naar']", "in-voorbereiding");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = step }).ClickAsync();

        await Assertions.Expect(page.Locator(".utrecht-status-badge").First).ToContainTextAsync(state);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_wrong_gets_the_focus_and_leads_to_its_field()
    {
        var page = await demo.Window("indiener1");
        await page.GotoAsync("/initiatieven/nieuw");
        await page.FillAsync("[name='/naam']", new string('x', 200));
        await page.EvaluateAsync("document.querySelector(\"[name='/naam']\").maxLength = 999; document.querySelector('form[data-koers-bewaar]').noValidate = true");
        await page.FillAsync("[name='/naam']", new string('x', 300));
        await page.Locator("form[data-koers-bewaar] button[type=submit]").ClickAsync();

        await Assertions.Expect(page.Locator("[data-koers-focus]")).ToBeFocusedAsync();
        await page.Locator("[data-koers-focus] a").First.ClickAsync();
        await Assertions.Expect(page.Locator("[name='/naam']")).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_lost_connection_is_shown_and_what_was_typed_stays_and_is_sent_afterwards()
    {
        var page = await demo.Window("indiener1");
        await page.GotoAsync("/initiatieven/nieuw");
        await page.FillAsync("[name='/naam']", "Zonder verbinding begonnen");
        await page.SelectOptionAsync("[name='/afdeling']", new SelectOptionValue { Index = 1 });
        await page.Context.SetOfflineAsync(true);
        await page.Locator("form[data-koers-bewaar] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".koers-verbinding")).ToBeVisibleAsync();
        Assert.Equal("Zonder verbinding begonnen", await page.InputValueAsync("[name='/naam']"));

        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator(".koers-verbinding")).ToHaveCountAsync(0);
        await page.Locator("form[data-koers-bewaar] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("Zonder verbinding begonnen");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_whole_way_to_an_idea_works_by_keyboard_alone_and_without_scripts()
    {
        var page = await demo.Window("indiener1", "nl", new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".utrecht-skip-link")).ToBeFocusedAsync();
        await page.GotoAsync("/initiatieven/nieuw");
        await page.FocusAsync("[name='/naam']");
        await page.Keyboard.TypeAsync("Met het toetsenbord");
        await page.FocusAsync("[name='/afdeling']");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.FocusAsync("form[data-koers-bewaar] button[type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Met het toetsenbord");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Where_scripts_are_off_words_stand_in_place_of_a_drawing_and_no_empty_space()
    {
        var page = await demo.Window("portfoliomanager", "nl", new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync("/afweging/overzicht");
        await Assertions.Expect(page.Locator("koers-grafiek")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByText("de tabel heeft dezelfde cijfers")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
