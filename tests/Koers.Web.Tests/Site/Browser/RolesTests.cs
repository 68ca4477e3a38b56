using System.Net;
using Koers.App.Demo;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Xunit;

namespace Koers.Web.Tests.Site.Browser;

public partial class RolesTests(DemoServer demo, PostgreSqlServer databases)
{
    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Every_page_is_there_for_who_may_see_it_and_for_nobody_else(Role role)
    {
        using var browser = await PageBrowser.SignedIn(await demo.Server(), SitePages.Accounts[role], DemoMunicipality.Password);
        var wrong = new List<string>();
        foreach (var (path, isFor) in SitePages.All)
        {
            var page = await browser.Get(path);
            var isShown = page.Status == HttpStatusCode.OK;
            var isHidden = page.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound;
            if (isFor.Contains(role) ? !isShown : !isHidden)
                wrong.Add($"{path}: {(int)page.Status}");
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task The_tour_of_each_role_leads_from_page_to_page_to_its_end(Role role)
    {
        using var browser = await PageBrowser.SignedIn(await demo.Server(), SitePages.Accounts[role], DemoMunicipality.Password);
        var at = Assert.Single(Links((await browser.Get("/")).Html), link => link.StartsWith("/?rondleiding=", StringComparison.Ordinal));
        var stops = 0;
        for (string? next = at; next is not null; stops++)
        {
            var page = await browser.Get(next);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains($"Rondleiding, {stops + 1} van ", page.Html, StringComparison.Ordinal);
            next = Next().Match(page.Html) is { Success: true } found ? found.Groups["path"].Value : null;
        }

        Assert.InRange(stops, 5, 10);
        Assert.DoesNotContain("Rondleiding, ", (await browser.Get("/koers?rondleiding=1")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_is_there_on_PostgreSQL_too()
    {
        await using var server = await RunningServer.Start(DatabaseKind.PostgreSql, databases);
        await using (var context = server.Register.Open())
            await DemoMunicipality.Fill(context, TimeProvider.System, TestContext.Current.CancellationToken);
        foreach (var role in (Role[])[Role.PortfolioManager, Role.Administrator, Role.Executive, Role.Assessor])
        {
            using var browser = await PageBrowser.SignedIn(server, SitePages.Accounts[role], DemoMunicipality.Password);
            var wrong = new List<string>();
            foreach (var (path, _) in SitePages.All.Where(page => page.For.Contains(role)))
                if ((await browser.Get(path)).Status is var status and not HttpStatusCode.OK)
                    wrong.Add($"{path}: {(int)status}");
            Assert.Empty(wrong);
        }
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_sees_a_page_behind_the_sign_in()
    {
        using var browser = PageBrowser.Stranger(await demo.Server());
        foreach (var (path, _) in SitePages.All)
            Assert.StartsWith("/aanmelden", (await browser.Get(path)).Path, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Every_link_on_every_page_leads_to_a_page(Role role)
    {
        using var browser = await PageBrowser.SignedIn(await demo.Server(), SitePages.Accounts[role], DemoMunicipality.Password);
        var (seen, ahead, broken) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>(SitePages.All.Where(p => p.For.Contains(role)).Select(p => p.Path)), new List<string>());
        while (ahead.TryDequeue(out var path) && seen.Count < 250)
        {
            if (!seen.Add(path))
                continue;
            var page = await browser.Get(path);
            if (page.Status != HttpStatusCode.OK)
                broken.Add($"{path}: {(int)page.Status}");
            // Pages that are linked from pages, one deep: not every initiative of every list
            if (SitePages.All.Any(known => known.Path == path))
                foreach (var link in Links(page.Html))
                    ahead.Enqueue(link);
        }

        Assert.Empty(broken);
    }

    private static IEnumerable<string> Links(string html) =>
        System.Text.RegularExpressions.Regex.Matches(html, "href=\"(?<found>/[^\"#]*)(?:#[^\"]*)?\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5))
            .Select(match => match.Groups[1].Value)
            .Where(link => !link.StartsWith("/bestanden/", StringComparison.Ordinal));

    [System.Text.RegularExpressions.GeneratedRegex("rel=\"next\" href=\"(?<path>[^\"]+)\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial System.Text.RegularExpressions.Regex Next();
}
