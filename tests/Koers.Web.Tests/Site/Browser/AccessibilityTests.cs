using Deque.AxeCore.Commons;
using Koers.Domain.Accounts;
using Microsoft.Playwright;
using Xunit;

namespace Koers.Web.Tests.Site.Browser;

/// <summary>Looks at every page in a real browser, as people with different needs do.</summary>
public class AccessibilityTests(DemoServer demo)
{
    // What passes is not gathered: it is most of the work
    private const string Run = """
        async () => (await axe.run(document, {
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
            resultTypes: ['violations']
        })).violations.map(violation => `${violation.id}: ${violation.nodes[0].html}`)
        """;

    // The package has a way of its own for pages in pages, which takes a window more for each page; there are none here
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [Theory]
    [InlineData("portfoliomanager", Role.PortfolioManager, "nl", ColorScheme.Light)]
    [InlineData("portfoliomanager", Role.PortfolioManager, "en", ColorScheme.Dark)]
    [InlineData("beoordelaar1", Role.Assessor, "nl", ColorScheme.Dark)]
    [InlineData("raadslid", Role.Reader, "en", ColorScheme.Light)]
    [InlineData("beheerder", Role.Administrator, "nl", ColorScheme.Light)]
    public async Task Axe_finds_nothing_on_any_page(string user, Role role, string language, ColorScheme scheme)
    {
        var page = await demo.Window(user, language, new BrowserNewContextOptions { ColorScheme = scheme });
        var found = new List<string>();
        foreach (var path in SitePages.All.Where(p => p.For.Contains(role)).Select(p => p.Path).Concat(SitePages.Open))
            await Look(page, path, found);
        await page.Context.CloseAsync();
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("portfoliomanager", Role.PortfolioManager)]
    [InlineData("raadslid", Role.Reader)]
    public async Task No_page_scrolls_sideways_on_a_phone_or_at_four_times_the_size(string user, Role role)
    {
        var page = await demo.Window(user, "nl", new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 320, Height = 640 } });
        var wide = new List<string>();
        foreach (var path in SitePages.All.Where(p => p.For.Contains(role)).Select(p => p.Path).Concat(SitePages.Open))
        {
            await page.GotoAsync(path);
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                wide.Add(path);
        }

        await page.Context.CloseAsync();
        Assert.Empty(wide);
    }

    [Fact]
    public async Task The_content_security_policy_stops_nothing_that_the_pages_need()
    {
        var page = await demo.Window("portfoliomanager");
        var said = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                said.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => said.Add($"{page.Url}: {error}");
        foreach (var (path, isFor) in SitePages.All)
            if (isFor.Contains(Role.PortfolioManager))
                await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        await page.Context.CloseAsync();
        Assert.Empty(said);
    }

    private static async Task Look(IPage page, string path, List<string> found)
    {
        await page.GotoAsync(path);
        await page.EvaluateAsync(Axe);
        found.AddRange((await page.EvaluateAsync<string[]>(Run)).Select(violation => $"{path}: {violation}"));
    }
}
