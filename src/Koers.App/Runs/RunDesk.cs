using System.Text;
using System.Text.Json;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Operation;
using Koers.App.Planning;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Runs;
using Koers.Domain.Scenarios;
using Koers.Planning.Formats;
using Koers.Planning.Problems;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Runs;

/// <summary>Planning runs and analyses: ask for one, and stop it. <see cref="RunList"/> shows them; a <see cref="RunWorker"/> does them.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
/// <param name="bell">Tells workers that a run waits.</param>
/// <param name="clock">The time.</param>
public sealed class RunDesk(RegisterContext context, AuditTrail trail, IRunBell bell, TimeProvider clock)
{
    /// <summary>Asks for a run. The problem is made now and kept for good: what is changed later changes no run.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="input">What is asked.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>Its number.</returns>
    /// <exception cref="NotAllowedException">This actor may not ask for runs.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in what is asked.</exception>
    /// <exception cref="AgainstRuleException">No problem can be made of the register as it is.</exception>
    public async Task<int> Ask(Actor actor, RunInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(input);
        if (!RunRights.MayAsk(actor))
            throw new NotAllowedException(new Text(
                "Een planningsrun vragen kan de portfoliomanager of een bestuurder.", "The portfolio manager or an executive may ask for a planning run."));
        var check = new InputCheck();
        RunCheck.Gather(input, check);
        check.Done();
        var scenario = await ScenarioOf(input, check, cancellation);
        var looked = await PlanRuns(input, check, cancellation);
        check.Done();
        var (text, problem) = looked.Count > 0 ? (looked[0].Problem, RunPlans.ProblemOf(looked[0].Problem)) : await Build(scenario, input, cancellation);
        RunFit.Gather(input, problem, looked, check);
        check.Done();
        if (input.Options.Shares is not null)
            text = Encoding.UTF8.GetString(ProblemWriter.ToBytes(problem = RunFit.Divided(input, problem, check)));
        check.Done();
        if (input.Kind == RunKind.Replan && problem.Reference is null)
            throw new AgainstRuleException(new Text(
                "Er is nog geen portfolioafspraak om vanaf te herplannen; vraag een run van de soort plan.",
                "There is no portfolio agreement yet to plan again from; ask for a run of the kind plan."));
        var run = await Save(actor, input, text, scenario, looked.Count > 0 ? looked[0] : null, cancellation);
        Instruments.RunQueued(run.Kind);
        bell.Ring(run.Id);
        return run.Number;
    }

    /// <summary>Asks a run to stop. One that waits is stopped at once; one that runs keeps the best it has and stops within a few seconds; one that
    /// is over stays as it is.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="number">Which run.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not stop runs.</exception>
    /// <exception cref="NotThereException">There is no such run.</exception>
    public async Task Stop(Actor actor, int number, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!RunRights.MayStop(actor))
            throw new NotAllowedException(new Text("Een planningsrun stoppen kan de portfoliomanager.", "The portfolio manager may stop a planning run."));
        var known = await context.Runs.AsNoTracking().Where(r => r.Number == number).Select(r => new { r.Id, r.State, r.Kind }).FirstOrDefaultAsync(cancellation)
            ?? throw RunList.NotThere(number);
        if (known.State is not (RunState.Queued or RunState.Running))
            return;
        var now = clock.GetUtcNow();
        var stopped = 0;
        await trail.Save(
            actor,
            async stop =>
            {
                // One of the two, whatever a worker did in between
                stopped = await context.Runs.Where(r => r.Id == known.Id && r.State == RunState.Queued)
                    .ExecuteUpdateAsync(r => r.SetProperty(x => x.State, RunState.Stopped).SetProperty(x => x.EndedAt, now)
                        .SetProperty(x => x.IsStopAsked, true), stop);
                await context.Runs.Where(r => r.Id == known.Id && r.State == RunState.Running)
                    .ExecuteUpdateAsync(r => r.SetProperty(x => x.IsStopAsked, true), stop);
                return new Happening("planningsrun.stoppen", TargetOf(number));
            },
            cancellation);
        // Of one that runs its worker says how it ended
        if (stopped > 0)
            Instruments.RunFinished(known.Kind, RunState.Stopped);
    }

    internal static string TargetOf(int number) => $"planningsrun/{number}";

    private async Task<Scenario?> ScenarioOf(RunInput input, InputCheck check, CancellationToken cancellation)
    {
        if (input.Scenario is not { } id)
            return null;
        var scenario = await context.Scenarios.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancellation);
        check.That(scenario is not null, "/scenario", "Er is geen scenario met dit id.", "There is no scenario with this id.");
        return scenario;
    }

    /// <summary>The run that is looked into and, to compare, the others; each must hold a plan.</summary>
    private async Task<IReadOnlyList<Run>> PlanRuns(RunInput input, InputCheck check, CancellationToken cancellation)
    {
        if (input.Run is not { } first)
            return [];
        int[] numbers = [first, .. input.Options.OtherRuns ?? []];
        var found = await context.Runs.AsNoTracking().Where(r => numbers.Contains(r.Number)).ToListAsync(cancellation);
        var runs = new List<Run>();
        for (var i = 0; i < numbers.Length; i++)
        {
            var run = found.Find(r => r.Number == numbers[i]);
            if (check.That(
                run is { State: RunState.Done or RunState.Stopped } && RunPlans.PlanOf(run.Kind, run.Result) is not null,
                i == 0 ? "/run" : $"/opties/andereRuns/{i - 1}", $"Run {numbers[i]} is er niet, is nog niet klaar of heeft geen plan.",
                $"Run {numbers[i]} is not there, not ready, or has no plan."))
                runs.Add(run!);
        }

        return runs;
    }

    private async Task<(string Text, Problem Problem)> Build(Scenario? scenario, RunInput input, CancellationToken cancellation)
    {
        var frames = input.Frames == FramesAsked.Draft ? FramesChosen.Draft : FramesChosen.InForce;
        var problem = ProblemBuilder.Build(await new PlanningSources(context).Read(scenario, frames, cancellation));
        return (Encoding.UTF8.GetString(ProblemWriter.ToBytes(problem)), problem);
    }

    private async Task<Run> Save(
        Actor actor, RunInput input, string problem, Scenario? scenario, Run? planRun, CancellationToken cancellation)
    {
        Run? run = null;
        await trail.Save(
            actor,
            async stop =>
            {
                run = new Run
                {
                    Id = Guid.CreateVersion7(),
                    Number = (await context.Runs.MaxAsync(r => (int?)r.Number, stop) ?? 0) + 1,
                    Kind = input.Kind,
                    ScenarioId = scenario?.Id ?? planRun?.ScenarioId,
                    PlanRunId = planRun?.Id,
                    Options = JsonSerializer.Serialize(input.Options, RunOptionsJson.Options),
                    Problem = problem,
                    AskedById = actor.Id,
                    AskedAt = clock.GetUtcNow(),
                };
                context.Runs.Add(run);
                return new Happening(
                    "planningsrun.vragen", TargetOf(run.Number), After: JsonSerializer.Serialize(input, RunOptionsJson.Options));
            },
            cancellation);
        return run!;
    }
}
