using System.Diagnostics;
using Koers.App.Runs;
using Koers.App.Storage;
using Koers.App.Tests.Runs;
using Koers.App.Tests.Storage;
using Koers.Domain.Runs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Cli.Tests.Runs;

/// <summary>Workers as processes, ended as processes end.</summary>
public class WorkerTests(PostgreSqlServer server)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_run_whose_worker_is_killed_in_the_middle_is_done_by_another_and_ends_once(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await using var context = register.Open();
        var id = await RunRows.AskLong(context, 1, seconds: 4);
        Ring(register, id);
        using (var first = Worker(register))
        {
            await RunRows.Until(context, id, run => run is { State: RunState.Running, Value: not null });
            KoersProcess.Signal(first, "KILL");
            await first.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(RunState.Running, (await RunRows.Read(context, id)).State);
        using var second = Worker(register);
        var run = await RunRows.Until(context, id, run => run.State is not (RunState.Running or RunState.Queued));
        Assert.Equal((RunState.Done, 2, 1), (run.State, run.Attempts, await RunRows.Ends(context, 1)));
        Assert.NotNull(run.Result);
        End(second);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_worker_that_is_asked_to_end_puts_its_run_back_and_ends_well(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await using var context = register.Open();
        var id = await RunRows.AskLong(context, 1, seconds: 600);
        Ring(register, id);
        using var worker = Worker(register);
        await RunRows.Until(context, id, run => run.State == RunState.Running);
        End(worker);
        var run = await RunRows.Read(context, id);
        Assert.Equal((RunState.Queued, 0), (run.State, run.Attempts));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Two_machines_share_one_queue_and_do_nothing_twice(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await using var context = register.Open();
        var runs = new List<Guid>();
        for (var number = 1; number <= 4; number++)
            runs.Add(await RunRows.AskLong(context, number, seconds: 1));
        // Every run rung for twice: a job that comes twice does no harm
        foreach (var run in runs.Concat(runs))
            Ring(register, run);
        // None dies here, and a machine that is busy with other tests must not look as if one did
        using var one = Worker(register, lease: "60s");
        using var other = Worker(register, lease: "60s");
        var workers = new HashSet<string>();
        foreach (var id in runs)
            await RunRows.Until(context, id, run =>
            {
                if (run.Worker is { } worker)
                    workers.Add(worker);
                return run.State == RunState.Done;
            });
        foreach (var run in await context.Runs.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken))
            Assert.Equal((1, 1), (run.Attempts, await RunRows.Ends(context, run.Number)));
        Assert.Equal(2, workers.Count);
        End(one);
        End(other);
    }

    [Fact]
    public void A_worker_says_what_a_lease_is_where_it_is_too_short()
    {
        var outcome = KoersProcess.Run("worker", "--lease", "1ms");
        Assert.Equal(2, outcome.Status);
        Assert.Contains("--lease", outcome.Error, StringComparison.Ordinal);
    }

    private static void Ring(TestRegister register, Guid run)
    {
        if (register.Address.Kind == DatabaseKind.PostgreSql)
            new HangfireBell(register.Address).Ring(run);
    }

    private static Process Worker(TestRegister register, string lease = "3s") => KoersProcess.Start(
        new Dictionary<string, string> { ["KOERS_DATABASE"] = register.Address.Kind == DatabaseKind.Sqlite ? register.Address.Shown : register.Address.ConnectionString },
        "worker", "--threads", "1", "--lease", lease);

    private static void End(Process worker)
    {
        KoersProcess.Signal(worker, "TERM");
        var outcome = KoersProcess.Finish(worker);
        Assert.True(outcome.Status == 0, $"{outcome.Status}: {outcome.Error}");
    }
}
