using System.Text;
using Koers.App.Audit;
using Koers.App.Runs;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Cli.Tests;
using Koers.Domain.Runs;
using Koers.Planning;
using Koers.Planning.Checking;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Koers.App.Tests.Runs;

public class RunWorkerTests(PostgreSqlServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Workers_on_one_queue_never_do_the_same_run_twice(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await using var context = register.Open();
        for (var number = 1; number <= 8; number++)
            await RunRows.AskSmall(context, number);
        var workers = Enumerable.Range(0, 4).Select(_ => Worker(register)).ToArray();
        var done = await Task.WhenAll(workers.Select(worker => Task.Run(() => worker.WorkOff(Stop), Stop)));
        Assert.Equal(8, done.Sum());
        var runs = await context.Runs.AsNoTracking().ToListAsync(Stop);
        Assert.All(runs, run => Assert.Equal((RunState.Done, 1, null), (run.State, run.Attempts, run.Worker)));
        Assert.All(runs, run => Assert.Equal(1, RunRows.Ends(context, run.Number).Result));
        Assert.Empty(await new AuditTrail(context, TimeProvider.System).Verify(Stop).ToListAsync(Stop));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_run_that_is_stopped_keeps_its_best_plan(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await using var context = register.Open();
        var id = await RunRows.AskLong(context, 1, seconds: 600);
        var work = Task.Run(() => Worker(register).Work(id, Stop), Stop);
        var seen = await RunRows.Until(context, id, run => run is { State: RunState.Running, Value: > 0, Bound: not null });
        Assert.True(seen.Bound >= seen.Value);
        await Desk(context).Stop(TestRegister.Manager, 1, Stop);
        Assert.True(await work);
        var run = await RunRows.Read(context, id);
        Assert.Equal((RunState.Stopped, 1), (run.State, await RunRows.Ends(context, 1)));
        Assert.True(Evaluator.Check(RunPlans.ProblemOf(run.Problem), PlanReader.Read(Encoding.UTF8.GetBytes(run.Result!)).Required()).Holds);
        Assert.True(run.Value >= seen.Value);
    }

    // A worker that does not notice goes on for the ten minutes of its run: then the time ends the test, and its token the worker
    [Theory(Timeout = 60_000)]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_worker_that_lost_its_lease_writes_nothing(DatabaseKind kind)
    {
        var patience = TestContext.Current.CancellationToken;
        using var register = await TestRegister.Make(kind, server);
        await using var context = register.Open();
        var id = await RunRows.AskLong(context, 1, seconds: 600);
        var work = Task.Run(() => Worker(register).Work(id, patience), patience);
        await RunRows.Until(context, id, run => run.State == RunState.Running);
        var later = TimeProvider.System.GetUtcNow().AddHours(1);
        await context.Runs.ExecuteUpdateAsync(
            run => run.SetProperty(r => r.Worker, "een ander").SetProperty(r => r.Attempts, 2).SetProperty(r => r.LeaseUntil, later)
                .SetProperty(r => r.Result, "van een ander"), patience);
        Assert.False(await work);
        var run = await RunRows.Read(context, id);
        Assert.Equal((RunState.Running, "een ander", 2, "van een ander"), (run.State, run.Worker, run.Attempts, run.Result));
        Assert.Equal(0, await RunRows.Ends(context, 1));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_run_whose_worker_went_away_is_begun_again_and_after_three_times_given_up(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await using var context = register.Open();
        var (again, given) = (await RunRows.AskSmall(context, 1), await RunRows.AskSmall(context, 2));
        await LeftBehind(context, again, attempts: 2);
        await LeftBehind(context, given, attempts: 3);
        Assert.Equal(1, await Worker(register).WorkOff(Stop));
        Assert.Equal((RunState.Done, 3), await StateOf(context, again));
        Assert.Equal((RunState.Failed, 3), await StateOf(context, given));
        Assert.Contains("3 keer begonnen", RunMessages.Tell((await RunRows.Read(context, given)).Message)!.Dutch, StringComparison.Ordinal);
        Assert.Equal((1, 1), (await RunRows.Ends(context, 1), await RunRows.Ends(context, 2)));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_worker_that_must_stop_puts_its_run_back_and_the_attempt_does_not_count(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await using var context = register.Open();
        var id = await RunRows.AskLong(context, 1, seconds: 600);
        using var stopping = new CancellationTokenSource();
        var work = Task.Run(() => Worker(register).Work(id, stopping.Token), Stop);
        await RunRows.Until(context, id, run => run.State == RunState.Running);
        await stopping.CancelAsync();
        Assert.False(await work);
        Assert.Equal((RunState.Queued, 0), await StateOf(context, id));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_run_that_is_begun_again_goes_on_from_the_best_plan_that_was_kept(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await using var context = register.Open();
        var (id, best) = (await RunRows.AskLong(context, 1, seconds: 1), await BestKnown());
        await LeftBehind(context, id, attempts: 1);
        await Keep(context, id, best);
        Assert.True(await Worker(register).Work(id, Stop));
        var run = await RunRows.Read(context, id);
        Assert.Equal((RunState.Done, 2), (run.State, run.Attempts));
        Assert.True(run.Value >= best.Value, $"{run.Value} is less than {best.Value}, which was known.");
        Assert.True(Evaluator.Check(RunPlans.ProblemOf(run.Problem), RunPlans.PlanOf(run.Kind, run.Result)!).Holds);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_worker_keeps_its_best_plan_while_it_works_and_when_it_must_stop(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await using var context = register.Open();
        var id = await RunRows.AskLong(context, 1, seconds: 600);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var work = Task.Run(() => Worker(register).Work(id, stopping.Token), Stop);
        var running = await RunRows.Until(context, id, run => run is { State: RunState.Running, Result: not null, Value: > 0 });
        var early = RunPlans.KeptBy(running)!;
        Assert.True(Evaluator.Check(RunPlans.ProblemOf(running.Problem), early).Holds);
        await stopping.CancelAsync();
        Assert.False(await work);
        var back = await RunRows.Read(context, id);
        var kept = RunPlans.KeptBy(back)!;
        Assert.Equal((RunState.Queued, 0, kept.Value), (back.State, back.Attempts, back.Value));
        Assert.True(kept.Value >= early.Value);
        await Desk(context).Stop(TestRegister.Manager, 1, Stop);
        Assert.Equal(kept.Value, RunPlans.PlanOf(RunKind.Plan, (await RunRows.Read(context, id)).Result)!.Value);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task What_a_run_shows_is_what_the_plan_is_worth_that_was_kept(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await using var context = register.Open();
        var id = await RunRows.AskLong(context, 1, seconds: 600);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var work = Task.Run(() => Worker(register).Work(id, stopping.Token), Stop);
        var (shown, first) = (0, (double?)null);
        // Until better plans were found and kept than the first: there were moments at which one was found and not kept
        await RunRows.Until(context, id, run =>
        {
            if (run.Value is not { } value)
                return false;
            var kept = RunPlans.KeptBy(run)!;
            Assert.Equal((kept.Value, (kept with { Bound = run.Bound }).Gap), (value, run.Gap));
            (shown, first) = (shown + 1, first ?? value);
            return shown > 10 && value > first;
        });
        await stopping.CancelAsync();
        Assert.False(await work);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_run_that_is_given_up_still_shows_the_best_plan_that_was_kept(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await using var context = register.Open();
        var (id, best) = (await RunRows.AskLong(context, 1, seconds: 600), await BestKnown());
        await LeftBehind(context, id, attempts: RunWorker.MostAttempts);
        await Keep(context, id, best);
        // The figures of the row were of a later moment than the plan
        await context.Runs.ExecuteUpdateAsync(run => run.SetProperty(r => r.Value, best.Value + 1).SetProperty(r => r.Bound, best.Value + 10), Stop);
        Assert.Equal(0, await Worker(register).WorkOff(Stop));
        var run = await RunRows.Read(context, id);
        Assert.Equal((RunState.Stopped, best.Value, best.Value + 10, 10 / best.Value), (run.State, run.Value, run.Bound, run.Gap));
        Assert.Contains("beste plan", RunMessages.Tell(run.Message)!.Dutch, StringComparison.Ordinal);
        Assert.Equal(best.Selected, RunPlans.PlanOf(run.Kind, run.Result)!.Selected);
        Assert.Equal(1, await RunRows.Ends(context, 1));
    }

    [Fact]
    public async Task A_run_that_must_come_out_the_same_every_time_begins_at_the_begin()
    {
        using var register = await TestRegister.Make(DatabaseKind.Sqlite, server);
        await using var context = register.Open();
        const string Options = """{"tijdslimiet":1,"marge":0,"herhaalbaar":true}""";
        var (plain, resumed) = (await RunRows.Ask(context, 1, LargeProblem.Json(60), Options), await RunRows.Ask(context, 2, LargeProblem.Json(60), Options));
        await LeftBehind(context, resumed, attempts: 1);
        await Keep(context, resumed, Planner.Plan(RunPlans.ProblemOf(LargeProblem.Json(60)), cancellationToken: Stop));
        Assert.Equal(2, await Worker(register).WorkOff(Stop));
        var plans = new[] { await RunRows.Read(context, plain), await RunRows.Read(context, resumed) }.Select(r => RunPlans.PlanOf(r.Kind, r.Result)!).ToArray();
        Assert.Equal(plans[0].Selected, plans[1].Selected);
        Assert.Equal(plans[0].Bound, plans[1].Bound);
    }

    [Fact]
    public async Task A_run_that_waits_is_stopped_at_once_and_a_run_of_a_worker_that_went_away_when_somebody_looks()
    {
        using var register = await TestRegister.Make(DatabaseKind.Sqlite, server);
        await using var context = register.Open();
        var (waiting, left) = (await RunRows.AskSmall(context, 1), await RunRows.AskSmall(context, 2));
        await LeftBehind(context, left, attempts: 1);
        await Desk(context).Stop(TestRegister.Manager, 1, Stop);
        await Desk(context).Stop(TestRegister.Manager, 2, Stop);
        Assert.Equal((RunState.Stopped, 0), await StateOf(context, waiting));
        Assert.Equal(0, await Worker(register).WorkOff(Stop));
        Assert.Equal((RunState.Stopped, 1), await StateOf(context, left));
    }

    [Fact]
    public async Task A_run_that_cannot_be_read_any_more_fails_with_a_sentence_and_is_not_tried_again()
    {
        using var register = await TestRegister.Make(DatabaseKind.Sqlite, server);
        await using var context = register.Open();
        var id = await RunRows.Ask(context, 1, "geen probleem", "{}");
        await Worker(register).WorkOff(Stop);
        var run = await RunRows.Read(context, id);
        Assert.Equal((RunState.Failed, 1), (run.State, run.Attempts));
        Assert.DoesNotContain("Exception", RunMessages.Tell(run.Message)!.English, StringComparison.Ordinal);
    }

    private static RunWorker Worker(TestRegister register) => new(
        register.Address, new RunWorkerSettings { Threads = 1, Beat = TimeSpan.FromMilliseconds(50) }, TimeProvider.System, NullLogger<RunWorker>.Instance);

    private static RunDesk Desk(RegisterContext context) =>
        new(context, new AuditTrail(context, TimeProvider.System), new LocalBell(), TimeProvider.System);

    private static async Task LeftBehind(RegisterContext context, Guid id, int attempts)
    {
        var past = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        await context.Runs.Where(r => r.Id == id).ExecuteUpdateAsync(
            run => run.SetProperty(r => r.State, RunState.Running).SetProperty(r => r.Worker, "weg").SetProperty(r => r.Attempts, attempts)
                .SetProperty(r => r.LeaseUntil, past), Stop);
    }

    /// <summary>A plan for the problem of <see cref="RunRows.AskLong"/> that takes longer to find than a second.</summary>
    private static Task<Plan> BestKnown() => Task.Run(
        () => Planner.Plan(
            RunPlans.ProblemOf(LargeProblem.Json(400)), new PlannerOptions { TimeLimit = TimeSpan.FromSeconds(8), Gap = 0 }, cancellationToken: Stop), Stop);

    private static async Task Keep(RegisterContext context, Guid id, Plan plan)
    {
        var text = Encoding.UTF8.GetString(PlanWriter.ToBytes(plan with { Bound = null, Certificate = null, Status = PlanStatus.Feasible }));
        await context.Runs.Where(r => r.Id == id).ExecuteUpdateAsync(run => run.SetProperty(r => r.Result, text), Stop);
    }

    private static async Task<(RunState, int)> StateOf(RegisterContext context, Guid id)
    {
        var run = await RunRows.Read(context, id);
        return (run.State, run.Attempts);
    }
}
