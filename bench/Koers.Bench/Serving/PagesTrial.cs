using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Koers.App.Demo;
using Koers.App.Storage;
using Koers.Bench.Contests;

namespace Koers.Bench.Serving;

/// <summary>Has people look at pages, all at once: how soon each page is there, and what many who are signed in cost in memory.</summary>
internal static partial class PagesTrial
{
    private const string Address = "http://127.0.0.1:5098";
    private const int People = 50;
    private const int ManyPeople = 300;
    private const int WarmUpSeconds = 2;

    /// <summary>How long people look at a page, in milliseconds, on average: quick ones.</summary>
    public const int Look = 1_000;

    // What a portfolio manager who is administrator too sees: every kind of page, except those that only ask "are you sure"
    private static readonly string[] Pages =
    [
        "/", "/koers", "/koers/doelen", "/koers/doelen/wegen", "/koers/kaders", "/koers/middelen", "/koers/vaststellen", "/koers/instellingen",
        "/initiatieven", "/initiatieven?zoek=wijk&sorteer=naam", "/initiatieven?toestand=ingediend&sorteer=-gewijzigdOp", "/initiatieven/nieuw",
        "/initiatieven/2026-0003", "/initiatieven/2026-0003/bewerken", "/initiatieven/2026-0003/bewerken?stap=mensen",
        "/initiatieven/2026-0003/bewerken?stap=varianten", "/initiatieven/2026-0003/bewerken?stap=stukken", "/initiatieven/2026-0003/relaties/nieuw",
        "/initiatieven/stappen?kies=2026-0003", "/koers/middelen/budgetten", "/koers/middelen/capaciteit", "/koers/kaders/nieuw", "/koers/kaders/nieuw?soort=besteding",
        "/koers/doelen/nieuw", "/koers/vaststellen/1", "/afweging", "/afweging/overzicht", "/samenstellen", "/samenstellen/runs/nieuw?soort=plan",
        "/samenstellen/runs/1", "/samenstellen/runs/1/routekaart", "/samenstellen/runs/1/keuzes", "/samenstellen/runs/1/middelen", "/samenstellen/scenarios/nieuw",
        "/afspraken", "/afspraken/1", "/beheer", "/beheer/audit", "/beheer/afdelingen", "/beheer/programmas", "/beheer/import", "/beheer/accounts", "/beheer/accounts/nieuw", "/beheer/clients", "/beheer/huisstijl", "/mij", "/mij/tweede-stap", "/toegankelijkheid", "/hulp", "/privacy",
    ];

    public static async Task<PagesFigures> Measure(string koers, string database, int initiatives, int seconds, CancellationToken cancellation)
    {
        var load = Machine.Load();
        // All who sign in come from this machine, and in one minute
        var settings = Path.Combine(Path.GetTempPath(), $"koers-bench-{Environment.ProcessId}.json");
        await File.WriteAllTextAsync(settings, """{ "signIn": { "failuresPerName": 100000 } }""", cancellation);
        using var server = Process.Start("dotnet", [koers, "serve", "--settings", settings, "--database", database, "--addresses", Address]);
        try
        {
            await Answering(cancellation);
            var people = await SignIn(People, cancellation);
            string[] pages = [.. Pages, .. await AnalysisRuns.Ask(Address, cancellation)];
            foreach (var page in pages)
                await Wrk.Load(page, Address + page, people, 2, WarmUpSeconds, 0, cancellation);
            var figures = new List<PageFigures>();
            foreach (var page in pages)
            {
                // The hard one first: what it makes the server compile, is compiled when people look
                var pressing = await Wrk.Load(page, Address + page, people, People, seconds, 0, cancellation);
                // What still stands in the queue is answered first
                await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
                figures.Add(new PageFigures(page, await Wrk.Load(page, Address + page, people, People, seconds, Look, cancellation), pressing));
            }

            var many = await SignIn(ManyPeople, cancellation);
            await Wrk.Load("start, by many", Address + "/", many, ManyPeople, seconds, Look, cancellation);
            await Wrk.Load("list, by many", Address + "/initiatieven", many, ManyPeople, seconds, Look, cancellation);
            server.Refresh();
            return new PagesFigures(DatabaseAddress.Parse(database).Kind, initiatives, People, ManyPeople, load, server.WorkingSet64, figures);
        }
        finally
        {
            File.Delete(settings);
            server.Kill();
            await server.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<IReadOnlyList<(string Name, string Value)>> SignIn(int people, CancellationToken cancellation)
    {
        var cookies = new List<(string, string)>();
        for (var i = 0; i < people; i++)
        {
            var jar = new CookieContainer();
            using var handler = new HttpClientHandler { CookieContainer = jar, AllowAutoRedirect = false };
            using var browser = new HttpClient(handler) { BaseAddress = new Uri(Address) };
            var token = Token().Match(await browser.GetStringAsync("/aanmelden", cancellation)).Groups["token"].Value;
            using var form = new FormUrlEncodedContent(
                [KeyValuePair.Create("/naam", LargeRegister.Person(i)), KeyValuePair.Create("/wachtwoord", DemoMunicipality.Password), KeyValuePair.Create("_formulier", token)]);
            using var answer = await browser.PostAsync("/aanmelden", form, cancellation);
            if (answer.StatusCode != HttpStatusCode.SeeOther)
                throw new InvalidOperationException($"Signing in was answered with {(int)answer.StatusCode}.");
            cookies.Add(("Cookie", jar.GetCookieHeader(browser.BaseAddress)));
        }

        return cookies;
    }

    private static async Task Answering(CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync("/aanmelden", cancellation);
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException e) when (e.StatusCode is null)
            {
                await Task.Delay(10, cancellation);
            }
        }
    }

    [GeneratedRegex("name=\"_formulier\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}

/// <summary>How soon a page was there.</summary>
/// <param name="Page">Its address.</param>
/// <param name="Looking">By people who look at each page for a while.</param>
/// <param name="Pressing">By clients who ask again at once.</param>
internal sealed record PageFigures(string Page, LoadFigures Looking, LoadFigures Pressing);

/// <summary>All that was measured of pages on one database.</summary>
/// <param name="Database">Which kind.</param>
/// <param name="Initiatives">How many initiatives there are.</param>
/// <param name="People">How many people at once.</param>
/// <param name="Many">How many were signed in when memory was measured.</param>
/// <param name="Load">How busy the machine was before.</param>
/// <param name="Memory">Resident bytes with all of them signed in.</param>
/// <param name="Pages">Each page.</param>
internal sealed record PagesFigures(
    DatabaseKind Database, int Initiatives, int People, int Many, double? Load, long Memory, IReadOnlyList<PageFigures> Pages);
