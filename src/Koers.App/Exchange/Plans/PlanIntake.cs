using System.Text;
using System.Text.Json;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Requests;
using Koers.App.Runs;
using Koers.App.Storage;
using Koers.Domain.Runs;
using Koers.Planning.Checking;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Exchange.Plans;

/// <summary>Takes in a plan that was made elsewhere, and keeps it as a run where the checker finds that it holds.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
/// <param name="problems">Problems.</param>
/// <param name="clock">The time.</param>
public sealed class PlanIntake(RegisterContext context, AuditTrail trail, ProblemSource problems, TimeProvider clock)
{
    /// <summary>Largest plan, in bytes.</summary>
    public const int LargestFile = 20 << 20;

    /// <summary>Takes a plan in.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="file">A koers-plan/1.</param>
    /// <param name="chosen">The problem that it is for.</param>
    /// <param name="mark">The mark that the problem had when it was fetched; null = the plan is held against the problem as it is now.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>Number of the run that keeps it.</returns>
    /// <exception cref="NotAllowedException">This actor may not ask for runs.</exception>
    /// <exception cref="NotThereException">There is no such run or scenario.</exception>
    /// <exception cref="InvalidInputException">It is no plan, or it does not hold for this problem: all that does not hold.</exception>
    /// <exception cref="AgainstRuleException">The problem is not what it was when it was fetched, or none can be made of the register.</exception>
    public async Task<int> Take(Actor actor, byte[] file, ProblemChosen chosen, string? mark, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!RunRights.MayAsk(actor))
            throw ProblemSource.NotAllowed();
        var problem = await problems.Of(actor, chosen, cancellation);
        if (mark is not null && mark != problem.Mark)
            throw new AgainstRuleException(new Text(
                "Het probleem is niet meer wat het was toen u het ophaalde. Haal het opnieuw op en maak het plan daarvoor.",
                "The problem is not what it was when you fetched it. Fetch it again and make the plan for that."));
        var read = PlanReader.Read(file);
        PlanFaults.Done(read.Faults);
        var plan = read.Required();
        var check = new InputCheck();
        check.That(
            plan.Status is PlanStatus.Optimal or PlanStatus.Feasible, "/status", "Er staat geen plan in: de status moet optimal of feasible zijn.",
            "There is no plan in it: the status must be optimal or feasible.");
        check.Done();
        var report = Evaluator.Check(problem.Problem, plan);
        PlanFaults.Done(plan, report);
        return await Save(actor, chosen, problem, plan, report, cancellation);
    }

    private async Task<int> Save(
        Actor actor, ProblemChosen chosen, ChosenProblem problem, Plan plan, CheckReport report, CancellationToken cancellation)
    {
        var number = 0;
        await trail.Save(
            actor,
            async stop =>
            {
                var now = clock.GetUtcNow();
                number = (await context.Runs.MaxAsync(r => (int?)r.Number, stop) ?? 0) + 1;
                context.Runs.Add(new Run
                {
                    Id = Guid.CreateVersion7(),
                    Number = number,
                    Kind = RunKind.Plan,
                    ScenarioId = problem.Scenario,
                    State = RunState.Done,
                    Options = "{}",
                    Problem = problem.Text,
                    Result = Encoding.UTF8.GetString(PlanWriter.ToBytes(plan)),
                    Value = report.Value,
                    // What the plan says of its bound is believed only as far as its certificate proves it
                    Bound = report.CertifiedBound,
                    Gap = report.CertifiedGap,
                    Message = RunMessages.Elsewhere,
                    AskedById = actor.Id,
                    AskedAt = now,
                    StartedAt = now,
                    EndedAt = now,
                });
                return new Happening(
                    "planningsrun.inbrengen", RunDesk.TargetOf(number), After: JsonSerializer.Serialize(
                        new
                        {
                            run = chosen.Run,
                            scenario = problem.Scenario,
                            probleem = problem.Mark,
                            programma = plan.Engine,
                            waarde = report.Value,
                            bewezenGrens = report.CertifiedBound,
                            initiatieven = plan.Selected.Select(c => new { initiatief = c.Initiative.Value, variant = c.Variant.Value, start = c.Start }),
                        },
                        RegisterJson.Options));
            },
            cancellation);
        return number;
    }
}
