using Microsoft.Playwright;
using Xunit;

namespace Koers.Web.Tests.Site.Browser;

/// <summary>Blocks from Excel that are pasted in tables, in a real browser. Nothing of it is saved.</summary>
public class PasteTests(DemoServer demo)
{
    private const string Budgets = "/koers/middelen/budgetten";

    [Fact]
    public async Task A_tick_and_a_list_stay_as_they_are_under_a_word_that_says_nothing_to_them_and_those_are_named()
    {
        var page = await demo.Window("portfoliomanager");
        await page.GotoAsync(Budgets);
        var tick = page.Locator("[type=checkbox][name='/budgetten/0/inhoud/overhevelen']");
        var kind = page.Locator("[name='/budgetten/0/inhoud/soort']");
        var last = page.Locator("[name^='/budgetten/0/inhoud/jaren/']").Last;
        var note = page.Locator("koers-plakken [role=status]");
        await tick.CheckAsync();

        // The last year, and a column of totals
        await Paste(last, "100\t1.234");
        await Assertions.Expect(tick).ToBeCheckedAsync();
        await Assertions.Expect(last).ToHaveValueAsync("100");
        await Assertions.Expect(note).ToContainTextAsync("“1.234” (Schuift door, regel 1)");

        await Paste(last, "100\t\n200\tja");
        await Assertions.Expect(tick).ToBeCheckedAsync();
        await Assertions.Expect(note).ToHaveTextAsync("Geplakt.");
        await Paste(last, "100\tnee");
        await Assertions.Expect(tick).Not.ToBeCheckedAsync();
        await Paste(last, "100\tJa\t5");
        await Assertions.Expect(tick).ToBeCheckedAsync();
        await Assertions.Expect(note).ToHaveTextAsync("Geplakt. 1 cel paste niet in de tabel. Voeg eerst regels of kolommen toe.");

        var before = await kind.InputValueAsync();
        await Paste(page.Locator("[name='/budgetten/0/inhoud/naam']"), "Anders\tonzin");
        await Assertions.Expect(kind).ToHaveValueAsync(before);
        await Assertions.Expect(note).ToContainTextAsync("“onzin” (Soort, regel 1)");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("nl", "2 cellen pasten niet in de tabel")]
    [InlineData("en", "2 cells did not fit in the table")]
    public async Task A_table_without_a_place_for_messages_gets_one_before_anything_is_pasted(string language, string said)
    {
        var page = await demo.Window("portfoliomanager", language);
        await page.GotoAsync("/initiatieven/2026-0026/bewerken?stap=varianten");
        var table = page.Locator("koers-plakken").First;
        await Assertions.Expect(table.Locator("[role=status]")).ToHaveCountAsync(1);
        await Assertions.Expect(table.Locator("[role=status]")).ToBeEmptyAsync();
        await Paste(table.Locator("tbody tr").Last.Locator("input:not([type=hidden])").Last, "1\t2\t3");
        await Assertions.Expect(table.Locator("[role=status]")).ToContainTextAsync(said);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task At_the_width_of_a_laptop_the_table_of_budgets_is_there_as_a_whole()
    {
        var page = await demo.Window("portfoliomanager");
        await page.GotoAsync(Budgets);
        var room = await page.EvaluateAsync<int[]>(
            "() => { const f = document.querySelector('koers-plakken table').parentElement; return [f.scrollWidth, f.clientWidth]; }");
        Assert.True(room[0] <= room[1], $"{room[0]} in {room[1]}");
        // The longest name may still slide in its field
        var cut = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('koers-plakken tbody input:not([type=hidden])')].filter(f => f.scrollWidth > f.clientWidth + 1).map(f => f.value)");
        Assert.True(cut.Length <= 1, string.Join("; ", cut));
        await page.Context.CloseAsync();
    }

    private static async Task Paste(ILocator field, string block) => await field.EvaluateAsync(
        """
        (field, block) => {
          const data = new DataTransfer();
          data.setData("text/plain", block);
          field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """,
        block);
}
