using Koers.App.Storage;
using Koers.Cli.Tests;
using Koers.Domain.Runs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.App.Tests.Runs;

/// <summary>Runs in a register, asked before anybody looked.</summary>
internal static class RunRows
{
    /// <summary>A run that is ready in a moment.</summary>
    public static Task<Guid> AskSmall(RegisterContext context, int number) => Ask(context, number, LargeProblem.Json(3), """{"tijdslimiet":10}""");

    /// <summary>A run that goes on for as long as it may: it wants proof to the last bit.</summary>
    public static Task<Guid> AskLong(RegisterContext context, int number, int seconds) =>
        Ask(context, number, LargeProblem.Json(400), $$"""{"tijdslimiet":{{seconds}},"marge":0}""");

    public static async Task<Guid> Ask(RegisterContext context, int number, string problem, string options)
    {
        var run = new Run
        {
            Id = Guid.CreateVersion7(),
            Number = number,
            Kind = RunKind.Plan,
            Options = options,
            Problem = problem,
            AskedAt = DateTimeOffset.UnixEpoch,
        };
        context.Runs.Add(run);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return run.Id;
    }

    public static async Task<Run> Read(RegisterContext context, Guid run) =>
        await context.Runs.AsNoTracking().FirstAsync(r => r.Id == run, TestContext.Current.CancellationToken);

    /// <summary>Waits until a run is as described; a test that waits in vain is ended by its own patience.</summary>
    public static async Task<Run> Until(RegisterContext context, Guid run, Func<Run, bool> holds)
    {
        for (var look = 0; look < 900; look++)
        {
            if (await Read(context, run) is var now && holds(now))
                return now;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"The run never came so far: {(await Read(context, run)).State}.");
    }

    public static async Task<int> Ends(RegisterContext context, int number) => await context.AuditEntries.AsNoTracking()
        .CountAsync(e => e.Action == "planningsrun.einde" && e.Target == $"planningsrun/{number}", TestContext.Current.CancellationToken);
}
