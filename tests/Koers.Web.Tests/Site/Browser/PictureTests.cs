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
    ];

    [Fact]
    public async Task Every_page_has_its_picture()
    {
        var folder = Environment.GetEnvironmentVariable("KOERS_PICTURES") ?? Directory.CreateTempSubdirectory("koers-pages").FullName;
        Directory.CreateDirectory(folder);
        foreach (var group in Pictures.GroupBy(picture => picture.User))
        {
            var page = await demo.Window(group.Key, "nl", new BrowserNewContextOptions { ReducedMotion = ReducedMotion.Reduce });
            foreach (var (_, path, name) in group)
            {
                await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
                var picture = await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
                // An empty page is smaller
                Assert.True(picture.Length > FewestBytes, $"{path}: {picture.Length} bytes");
            }

            await page.Context.CloseAsync();
        }
    }
}
