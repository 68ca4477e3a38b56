using System.Diagnostics;
using System.Globalization;
using Koers.App.Audit;
using Koers.App.Runs;
using Koers.App.Storage;
using Koers.App.Tests.Runs;
using Koers.App.Tests.Storage;
using Koers.Domain.Runs;
using Koers.Planning.Checking;
using Xunit;

namespace Koers.Cli.Tests.Runs;

/// <summary>What plans is killed at moments that nobody chose: a run is never lost and never ends twice, and what people saw of it does not become worse.
/// Set KOERS_TEST_SEED to the seed that a test wrote to have the same moments again.</summary>
public class KilledPlanningTests(PostgreSqlServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>How long before it is killed, in milliseconds at most: before there is a plan, after one was shown, and after the end.</summary>
    private const int BeforePlan = 300;
    private const int AfterPlan = 4000;
    private const int AfterEnd = 100;

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "serve", "--addresses", "http://127.0.0.1:0")]
    [InlineData(DatabaseKind.PostgreSql, "worker", "--threads", "1", "--lease", "3s")]
    public async Task A_run_goes_on_however_often_what_plans_it_is_killed_ends_once_and_brings_no_less_than_it_showed(DatabaseKind kind, params string[] command)
    {
        var random = Chance();
        using var register = await TestRegister.Make(kind, server);
        await using var context = register.Open();
        // Longer than what is waited for in it, also where the machine is busy
        var id = await RunRows.AskLong(context, 1, seconds: 12);
        Ring(register, id);
        var shown = new Shown();

        var first = await KillWhen(run => run.State != RunState.Queued, BeforePlan);
        Assert.Equal((RunState.Running, 1), (first.State, first.Attempts));
        var second = await KillWhen(run => run is { Attempts: 2, State: RunState.Running, Value: not null, Bound: not null }, AfterPlan);
        Assert.Equal((RunState.Running, 2), (second.State, second.Attempts));
        var ended = await KillWhen(run => run.State is not (RunState.Queued or RunState.Running), AfterEnd);
        Assert.Equal((RunState.Done, 3, 1), (ended.State, ended.Attempts, await RunRows.Ends(context, 1)));
        Assert.True(ended.Value >= shown.Best, $"{ended.Value} is less than {shown.Best}, which was shown.");
        Assert.True(shown.Best > 0);
        var plan = RunPlans.PlanOf(ended.Kind, ended.Result)!;
        Assert.Equal(ended.Value, plan.Value);
        Assert.True(Evaluator.Check(RunPlans.ProblemOf(ended.Problem), plan).Holds);

        // What is asked later is done, and so what is over was seen and left alone
        var later = await RunRows.AskSmall(context, 2);
        Ring(register, later);
        using var last = Start(register, command);
        await RunRows.Until(context, later, run => run.State == RunState.Done);
        KoersProcess.Signal(last, "TERM");
        Assert.Equal(0, KoersProcess.Finish(last).Status);
        var after = await RunRows.Read(context, id);
        Assert.Equal((ended.State, ended.Attempts, ended.Value, ended.Result, ended.EndedAt), (after.State, after.Attempts, after.Value, after.Result, after.EndedAt));
        Assert.Equal((1, 1), (await RunRows.Ends(context, 1), await RunRows.Ends(context, 2)));
        Assert.Empty(await new AuditTrail(context, TimeProvider.System).Verify(Stop).ToListAsync(Stop));

        async Task<Run> KillWhen(Func<Run, bool> holds, int most)
        {
            using var process = Start(register, command);
            await RunRows.Until(context, id, run => holds(shown.See(run)));
            await Task.Delay(random.Next(most), Stop);
            shown.See(await RunRows.Read(context, id));
            KoersProcess.Signal(process, "KILL");
            await process.WaitForExitAsync(Stop);
            return shown.See(await RunRows.Read(context, id));
        }
    }

    private static Random Chance()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("KOERS_TEST_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? given : Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"KOERS_TEST_SEED={seed}");
        return new Random(seed);
    }

    private static Process Start(TestRegister register, string[] command) => KoersProcess.Start(
        new Dictionary<string, string>
        {
            ["LC_ALL"] = "en_US.UTF-8",
            ["KOERS_DATABASE"] = register.Address.Kind == DatabaseKind.Sqlite ? register.Address.Shown : register.Address.ConnectionString,
        },
        command);

    private static void Ring(TestRegister register, Guid run)
    {
        if (register.Address.Kind == DatabaseKind.PostgreSql)
            new HangfireBell(register.Address).Ring(run);
    }

    /// <summary>The best that anybody saw of a run.</summary>
    private sealed class Shown
    {
        public double Best { get; private set; }

        public Run See(Run run)
        {
            Best = Math.Max(Best, run.Value ?? 0);
            return run;
        }
    }
}
