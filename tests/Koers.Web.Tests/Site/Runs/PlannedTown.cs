using Koers.App.Accounts;
using Koers.App.Tests.Planning;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Koers.Web.Tests.Accounts;
using Xunit;

namespace Koers.Web.Tests.Site.Runs;

/// <summary>A small municipality with people who compose, on a running server.</summary>
internal static class PlannedTown
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Two initiatives of which the budget pays one, and four people: pm, wethouder, indiener and raadslid.</summary>
    public static Task SettleTown(this RunningServer server, Action<SmallTown>? more = null) => server.SettleTownOf(town =>
    {
        town.With("2026-0001", InitiativeState.Weighed, points: 4);
        town.With("2026-0002", InitiativeState.Weighed, points: 6);
        more?.Invoke(town);
    });

    /// <summary>The same people with the initiatives that somebody gives them.</summary>
    public static async Task SettleTownOf(this RunningServer server, Action<SmallTown> fill)
    {
        var town = new SmallTown();
        fill(town);
        await using (var context = server.Register.Open())
            await town.Save(context);
        await server.Add("pm", new GivenRole(Role.PortfolioManager));
        await server.Add("wethouder", new GivenRole(Role.Executive));
        await server.Add("indiener", new GivenRole(Role.Proposer));
        await server.Add("raadslid", new GivenRole(Role.Reader));
    }

    /// <summary>Asks for a plan by the page, waits for its end, and shows it.</summary>
    public static async Task<SeenPage> Plan(this PageBrowser browser, RunningServer server, string scenario = "", string from = "")
    {
        var form = await browser.Get("/samenstellen/runs/nieuw?soort=plan");
        var run = await browser.Send(
            form, "/samenstellen/runs/nieuw?soort=plan", ("/soort", "plan"), ("/scenario", scenario), ("/opties/tijdslimiet", "10"), ("/opties/marge", ""), ("vanuit", from));
        Assert.StartsWith("/samenstellen/runs/", run.Path, StringComparison.Ordinal);
        await server.Ended(Number(run));
        return await browser.Get(run.Path);
    }

    /// <summary>Waits for the end of a run by following it.</summary>
    public static async Task Ended(this RunningServer server, int number)
    {
        using var client = await server.ClientWith(Role.PortfolioManager);
        await client.GetStringAsync($"/api/v1/planningsruns/{number}/voortgang", Stop);
    }

    /// <summary>The number of the run that a page shows.</summary>
    public static int Number(SeenPage page) =>
        int.Parse(page.Path.Split('/')[3].Split('?')[0], System.Globalization.CultureInfo.InvariantCulture);
}
