using System.Security.Cryptography;
using System.Text;
using Koers.App.Accounts;
using Koers.App.Planning;
using Koers.App.Requests;
using Koers.App.Runs;
using Koers.App.Storage;
using Koers.Domain.Scenarios;
using Koers.Planning.Formats;
using Koers.Planning.Problems;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Exchange.Plans;

/// <summary>A problem as it leaves the register.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Text">The same as koers-problem/1.</param>
/// <param name="Scenario">The scenario that it is of; null where it is of none.</param>
public sealed record ChosenProblem(Problem Problem, string Text, Guid? Scenario)
{
    /// <summary>What is the same as long as the problem is the same, to the byte.</summary>
    public string Mark { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..32];
}

/// <summary>Gives out problems, made as a run would make them, for planning elsewhere.</summary>
/// <param name="context">The register.</param>
public sealed class ProblemSource(RegisterContext context)
{
    /// <summary>The problem.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="chosen">Which.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not take it out.</exception>
    /// <exception cref="NotThereException">There is no such run or scenario.</exception>
    /// <exception cref="InvalidInputException">More than one was named.</exception>
    /// <exception cref="AgainstRuleException">No problem can be made of the register as it is.</exception>
    public async Task<ChosenProblem> Of(Actor actor, ProblemChosen chosen, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(chosen);
        if (!RunRights.MayTakeOut(actor))
            throw new NotAllowedException(new Text(
                "Een probleem ophalen kan de portfoliomanager, een bestuurder of de controller.", "The portfolio manager, an executive or the controller may fetch a problem."));
        var check = new InputCheck();
        check.That(
            ((bool[])[chosen.Run is not null, chosen.Scenario is not null, chosen.Frames is not null]).Count(isNamed => isNamed) <= 1, "",
            "Noem een run, een scenario of kaders, en niet meer dan een daarvan.", "Name a run, a scenario or frames, and no more than one of them.");
        check.Done();
        return chosen.Run is { } run ? await OfRun(run, cancellation) : await Built(chosen, cancellation);
    }

    /// <summary>Says who may bring in a plan.</summary>
    public static NotAllowedException NotAllowed() => new(new Text(
        "Een plan inbrengen kan de portfoliomanager of een bestuurder.", "The portfolio manager or an executive may bring in a plan."));

    private async Task<ChosenProblem> OfRun(int number, CancellationToken cancellation)
    {
        var run = await context.Runs.AsNoTracking().Where(r => r.Number == number).Select(r => new { r.Problem, r.ScenarioId }).FirstOrDefaultAsync(cancellation)
            ?? throw RunList.NotThere(number);
        return new ChosenProblem(RunPlans.ProblemOf(run.Problem), run.Problem, run.ScenarioId);
    }

    private async Task<ChosenProblem> Built(ProblemChosen chosen, CancellationToken cancellation)
    {
        var scenario = chosen.Scenario is { } id ? await ScenarioOf(id, cancellation) : null;
        var frames = chosen.Frames == FramesAsked.Draft ? FramesChosen.Draft : FramesChosen.InForce;
        var problem = ProblemBuilder.Build(await new PlanningSources(context).Read(scenario, frames, cancellation));
        return new ChosenProblem(problem, Encoding.UTF8.GetString(ProblemWriter.ToBytes(problem)), scenario?.Id);
    }

    private async Task<Scenario> ScenarioOf(Guid id, CancellationToken cancellation) =>
        await context.Scenarios.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancellation)
        ?? throw new NotThereException(new Text($"Er is geen scenario {id}.", $"There is no scenario {id}."));
}
