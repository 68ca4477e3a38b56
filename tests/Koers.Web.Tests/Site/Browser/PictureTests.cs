using Microsoft.Playwright;
using Xunit;

namespace Koers.Web.Tests.Site.Browser;

/// <summary>Takes the pictures of docs/pictures/pages: with KOERS_PICTURES=docs/pictures/pages they are made anew, for somebody to look at.</summary>
public class PictureTests(DemoServer demo)
{
    private const int FewestBytes = 15_000;

    private static readonly (string User, string Path, string Name)[] Pictures =
    [
        ("indiener1", "/", "start"),
        ("wethouder", "/koers", "koers"),
        ("wethouder", "/koers/doelen", "doelen"),
        ("portfoliomanager", "/koers/middelen", "middelen"),
        ("portfoliomanager", "/koers/kaders", "kaders"),
        ("wethouder", "/koers/vaststellen", "vaststellen"),
        ("portfoliomanager", "/initiatieven", "initiatieven"),
        ("indiener1", "/initiatieven/nieuw", "voorstel"),
        ("portfoliomanager", "/initiatieven/2026-0003", "initiatief"),
        ("portfoliomanager", "/initiatieven/2026-0003/bewerken", "bewerken"),
        ("beoordelaar1", "/afweging", "afweging"),
        ("portfoliomanager", "/afweging/overzicht", "overzicht"),
        ("portfoliomanager", "/samenstellen", "samenstellen"),
        ("portfoliomanager", "/samenstellen/runs/1", "plan"),
        ("portfoliomanager", "/samenstellen/runs/1/routekaart", "routekaart"),
        ("portfoliomanager", "/samenstellen/runs/1/middelen", "plan-middelen"),
        ("portfoliomanager", "/samenstellen/runs/nieuw?soort=plan", "plan-maken"),
        ("raadslid", "/afspraken/1", "afspraak"),
        ("beheerder", "/beheer/accounts", "accounts"),
        ("beheerder", "/beheer/huisstijl", "huisstijl"),
        ("concerncontroller", "/beheer/audit", "audit"),
        ("beheerder", "/mij", "mij"),
        ("portfoliomanager", "/initiatieven?zoek=bestaatnergens", "initiatieven-leeg"),
        ("portfoliomanager", "/initiatieven/2026-0026", "initiatief-in-weging"),
        ("portfoliomanager", "/koers/doelen/wegen", "wegen"),
        ("portfoliomanager", "/samenstellen/runs/1/keuzes", "plan-keuzes"),
        ("portfoliomanager", "/samenstellen/runs/nieuw?soort=grenslijn", "grenslijn-vragen"),
        ("portfoliomanager", "/samenstellen/scenarios/nieuw", "scenario-maken"),
        ("wethouder", "/afspraken/vaststellen?run=1", "afspraak-vaststellen"),
        ("raadslid", "/afspraken", "afspraken"),
        ("raadslid", "/mij/tweede-stap", "tweede-stap"),
        ("beheerder", "/beheer", "beheer"),
        ("beheerder", "/beheer/accounts/nieuw", "account-maken"),
        ("portfoliomanager", "/beheer/import", "import"),
        ("beheerder", "/beheer/afdelingen", "afdelingen"),
        ("beheerder", "/beheer/programmas", "programmas"),
        ("beheerder", "/beheer/clients", "koppelingen"),
        ("portfoliomanager", "/?rondleiding=1", "rondleiding"),
        ("portfoliomanager", "/hulp", "hulp"),
        ("portfoliomanager", "/toegankelijkheid", "toegankelijkheid"),
        ("portfoliomanager", "/privacy", "privacy"),
    ];

    // The pages that people see most, as they are on a telephone, and in English in the dark
    private static readonly string[] Most = ["start", "initiatieven", "initiatief", "plan", "routekaart", "afweging"];

    [Fact]
    public Task Every_page_has_its_picture() => Take(Pictures, "", "nl", new BrowserNewContextOptions());

    [Fact]
    public Task What_people_see_most_has_a_picture_on_a_telephone() => Take(
        Pictures.Where(picture => Most.Contains(picture.Name)), "-telefoon", "nl",
        new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 360, Height = 780 }, DeviceScaleFactor = 2, HasTouch = true });

    [Fact]
    public Task What_people_see_most_has_a_picture_in_english_in_the_dark() => Take(
        Pictures.Where(picture => Most.Contains(picture.Name)), "-en-dark", "en", new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark });

    [Fact]
    public async Task The_page_to_sign_in_has_its_picture()
    {
        var page = await demo.Window(null);
        await Take(page, "/aanmelden", "aanmelden");
        await page.Context.CloseAsync();
    }

    [Fact]
    public void No_page_is_without_a_picture() =>
        Assert.Empty(SitePages.All.Select(page => page.Path).Except(Pictures.Select(picture => picture.Path)).Except(
            // The same pages with other words in them
            ["/initiatieven?zoek=school&toestand=gekozen", "/initiatieven/2026-0026/bewerken"]));

    private async Task Take(IEnumerable<(string User, string Path, string Name)> pictures, string suffix, string language, BrowserNewContextOptions options)
    {
        foreach (var group in pictures.GroupBy(picture => picture.User))
        {
            var page = await demo.Window(group.Key, language, new BrowserNewContextOptions(options) { ReducedMotion = ReducedMotion.Reduce });
            foreach (var (_, path, name) in group)
                await Take(page, path, name + suffix);
            await page.Context.CloseAsync();
        }
    }

    private static async Task Take(IPage page, string path, string name)
    {
        // Kept where somebody wants to look at them
        var folder = Environment.GetEnvironmentVariable("KOERS_PICTURES");
        if (folder is not null)
            Directory.CreateDirectory(folder);
        await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        var picture = await page.ScreenshotAsync(new PageScreenshotOptions { Path = folder is null ? null : Path.Combine(folder, name + ".png") });
        // An empty page is smaller
        Assert.True(picture.Length > FewestBytes, $"{path}: {picture.Length} bytes");
    }
}
