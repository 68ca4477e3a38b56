using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Koers.App.Storage;
using Koers.App.Tests.Planning;
using Koers.App.Tests.Runs;
using Koers.App.Tests.Storage;
using Koers.Domain.Initiatives;
using Xunit;

namespace Koers.Cli.Tests.Operation;

/// <summary>What the programs send to whoever watches them.</summary>
public class TelemetryTests(PostgreSqlServer databases)
{
    private const string Plan = "koers.run.kind=plan";
    private const string PlanDone = "koers.run.kind=plan, koers.run.outcome=done";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_server_sends_a_span_and_figures_of_what_was_planned_imported_and_refused_and_names_nobody(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, databases);
        var town = new SmallTown();
        town.With("2026-0001", InitiativeState.Weighed);
        await using (var context = register.Open())
            await town.Save(context);
        ServingProcess.AddUser(register, "petra.jansen", "portfoliomanager");
        await using var receiver = await OtlpReceiver.Start();
        using var server = await ServingProcess.Start(register, receiver.Environment, ServingProcess.InText);
        using var browser = server.Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, await ServingProcess.SignIn(browser, "petra.jansen", "helemaal-verkeerd"));
        Assert.Equal(HttpStatusCode.Unauthorized, await ServingProcess.SignIn(browser, "niemand", "helemaal-verkeerd"));
        Assert.Equal(HttpStatusCode.OK, await ServingProcess.SignIn(browser, "petra.jansen", ServingProcess.Password));
        using (var asked = await browser.PostAsJsonAsync("/api/v1/planningsruns", new { soort = "plan", opties = new { tijdslimiet = 10 } }, Stop))
            Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        await Import(browser);
        using (var searched = await browser.GetAsync("/api/v1/initiatieven?zoek=fietsenrek", Stop))
            Assert.Equal(HttpStatusCode.OK, searched.StatusCode);
        using (var typed = await browser.GetAsync("/petra.jansen/fietsenrek", Stop))
            Assert.Equal(HttpStatusCode.NotFound, typed.StatusCode);

        var span = Assert.Single(await receiver.Spans("run plan", 1));
        Assert.Equal(("koers", "Koers", false), (span.Service, span.Scope, span.IsError));
        Assert.Equal(
            new Dictionary<string, string> { ["koers.run.kind"] = "plan", ["koers.run.outcome"] = "done", ["koers.run.number"] = "1", ["koers.run.attempt"] = "1" },
            span.Tags);
        Assert.True(span.Nanoseconds > 0);
        Assert.Equal("{run}", (await receiver.Figure("koers.run.queued", Plan, 1)).Unit);
        await receiver.Figure("koers.run.finished", PlanDone, 1);
        Assert.Equal(("s", "Koers"), await receiver.Figure("koers.run.duration", PlanDone, 1) is var took ? (took.Unit, took.Scope) : default);
        await receiver.Figure("koers.run.waiting", "", 0);
        foreach (var outcome in (string[])["seen", "refused", "stored"])
            await receiver.Figure("koers.import.finished", $"koers.import.outcome={outcome}", 1);
        foreach (var failure in (string[])["wrong", "unknown"])
            await receiver.Figure("koers.sign_in.refused", $"koers.sign_in.failure={failure}", 1);
        // What was asked has arrived by its route; what was searched for or typed has not, nor has anybody's name
        Assert.NotEmpty(await receiver.Spans("GET /api/v1/initiatieven/", 1));
        Assert.NotEmpty(await receiver.Spans("GET", 1));
        server.End();
        foreach (var secret in (string[])["petra", "niemand", "Initiatief 2026-0001", "Fietsbrug", "fietsenrek", "helemaal-verkeerd", ServingProcess.Password])
            Assert.DoesNotContain(secret, receiver.Bodies, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_worker_sends_what_it_did_and_how_long_the_queue_is_under_the_name_that_the_environment_gives_it(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, databases);
        await using var context = register.Open();
        await RunRows.AskSmall(context, 1);
        // What is no problem breaks the engine down
        await RunRows.Ask(context, 2, """{"format":"geheim"}""", "{}");
        await using var receiver = await OtlpReceiver.Start();
        // A server that only serves sees who waits
        using (var server = await ServingProcess.Start(
            register, new Dictionary<string, string>(receiver.Environment) { ["KOERS_PLANNINGTHREADS"] = "0" }, ServingProcess.InText))
        {
            Assert.Equal("{run}", (await receiver.Figure("koers.run.waiting", "", 2)).Unit);
            server.End();
        }

        using var worker = KoersProcess.Start(
            new Dictionary<string, string>(receiver.Environment) { ["KOERS_DATABASE"] = ServingProcess.Of(register), ["OTEL_SERVICE_NAME"] = "koers-reken-1" },
            "worker", "--threads", "1");
        var done = Assert.Single(await receiver.Spans("run plan", 2), span => span.Tags["koers.run.outcome"] == "done");
        Assert.Equal(("koers-reken-1", "1", false), (done.Service, done.Tags["koers.run.number"], done.IsError));
        var failed = Assert.Single(await receiver.Spans("run plan", 2), span => span.Tags["koers.run.outcome"] == "failed");
        Assert.Equal(("2", true), (failed.Tags["koers.run.number"], failed.IsError));
        Assert.NotEmpty(failed.Tags["error.type"]);
        await receiver.Figure("koers.run.finished", PlanDone, 1);
        await receiver.Figure("koers.run.finished", "koers.run.kind=plan, koers.run.outcome=failed", 1);
        await receiver.Figure("koers.run.waiting", "", 0);
        Assert.DoesNotContain("geheim", receiver.Bodies, StringComparison.Ordinal);
        KoersProcess.Signal(worker, "TERM");
        Assert.Equal(0, KoersProcess.Finish(worker).Status);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_run_that_a_worker_puts_back_is_told_as_returned_before_the_worker_ends(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, databases);
        await using var context = register.Open();
        var id = await RunRows.AskLong(context, 1, seconds: 600);
        await using var receiver = await OtlpReceiver.Start();
        // Nothing is sent but at the end
        using var worker = KoersProcess.Start(
            new Dictionary<string, string>(receiver.Environment)
            {
                ["KOERS_DATABASE"] = ServingProcess.Of(register),
                ["OTEL_BSP_SCHEDULE_DELAY"] = "600000",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "600000",
            },
            "worker", "--threads", "1");
        await RunRows.Until(context, id, run => run.State == Domain.Runs.RunState.Running);
        KoersProcess.Signal(worker, "TERM");
        Assert.Equal(0, KoersProcess.Finish(worker).Status);
        Assert.Equal("returned", Assert.Single(await receiver.Spans("run plan", 1)).Tags["koers.run.outcome"]);
        await receiver.Figure("koers.run.duration", "koers.run.kind=plan, koers.run.outcome=returned", 1);
        Assert.DoesNotContain("koers.run.finished", receiver.Bodies, StringComparison.Ordinal);
    }

    /// <summary>A file is seen, refused as another, and stored.</summary>
    private static async Task Import(HttpClient browser)
    {
        using var file = new ByteArrayContent("Nummer;Naam;Afdeling\r\n;Fietsbrug;ruimte\r\n"u8.ToArray());
        using var seen = await browser.PostAsync(new Uri("/api/v1/imports", UriKind.Relative), file, Stop);
        var token = (string?)(await seen.Content.ReadFromJsonAsync<JsonObject>(Stop))!["kenmerk"];
        using var other = new ByteArrayContent("Nummer;Naam;Afdeling\r\n;Fietsbrug;nergens\r\n"u8.ToArray());
        using var refused = await browser.PostAsync(new Uri($"/api/v1/imports?toepassen={token}", UriKind.Relative), other, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var same = new ByteArrayContent(await file.ReadAsByteArrayAsync(Stop));
        using var stored = await browser.PostAsync(new Uri($"/api/v1/imports?toepassen={token}", UriKind.Relative), same, Stop);
        Assert.Equal(HttpStatusCode.OK, stored.StatusCode);
    }
}
