using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Goals;
using Koers.Domain.Initiatives;
using Koers.Domain.Weighing;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Weighing;

/// <summary>What an assessor does: see what there is to score, give a score, take it back.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
/// <param name="clock">The time.</param>
public sealed partial class Scoring(RegisterContext context, AuditTrail trail, TimeProvider clock)
{
    private const int LongestReason = 2_000;

    /// <summary>Shows an assessor the goals with the own scores.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="number">Of which initiative.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    /// <exception cref="NotAllowedException">This actor sees what was adopted only.</exception>
    public async Task<ScoreSheet> Sheet(Actor actor, string number, CancellationToken cancellation)
    {
        var initiative = await VisibleInitiative.Find(context, actor, number, cancellation);
        // The goals are those of the draft
        WeighingRights.DemandOverview(actor);
        var (scale, tree) = await Goals(cancellation);
        var own = await context.Scores.AsNoTracking()
            .Where(s => s.InitiativeId == initiative.Id && s.AssessorId == actor.Id).ToDictionaryAsync(s => s.GoalId, cancellation);
        var isToBeScored = initiative.State == InitiativeState.Submitted && WeighingRights.MayScore(actor, initiative)
            && !InitiativeRights.IsOwner(actor, initiative);
        return new ScoreSheet(number, scale.Lowest, scale.Highest, isToBeScored, [.. tree.Leaves.Select(goal => new ScoreLine(
            goal.Code, goal.Name, goal.Description,
            [.. goal.Anchors.OrderBy(a => a.Points).Select(a => new AnchorView(a.Points, a.Meaning))],
            own.TryGetValue(goal.Id, out var score) ? Shown(score) : null))]);
    }

    /// <summary>Gives a score, or changes the own one.</summary>
    /// <param name="actor">An assessor.</param>
    /// <param name="number">The initiative; it must have been handed in.</param>
    /// <param name="goal">Code of the goal, a leaf of the tree.</param>
    /// <param name="version">The version of the own score that was read before; null where there was none.</param>
    /// <param name="input">The score.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">The initiative or goal is not there.</exception>
    /// <exception cref="NotAllowedException">This actor is no assessor of it, or no account.</exception>
    /// <exception cref="AgainstRuleException">The initiative is not being weighed, or is the actor's own.</exception>
    /// <exception cref="ChangedMeanwhileException">The own score was changed in another window.</exception>
    /// <exception cref="InvalidInputException">The score lies outside the scale, or the reason is too long.</exception>
    public async Task<OwnScore> Give(
        Actor actor, string number, string goal, int? version, ScoreInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (assessor, initiative) = await MayScore(actor, number, cancellation);
        var (scale, tree) = await Goals(cancellation);
        var leaf = Leaf(tree, goal);
        var check = new InputCheck();
        check.Range(input.Points, "/punten", scale.Lowest, scale.Highest);
        check.Length(input.Reason, "/toelichting", LongestReason);
        check.Done();
        Score? score = null;
        await trail.Save(
            actor,
            async stop =>
            {
                await StillSubmitted(initiative, stop);
                score = await Own(initiative, leaf, assessor, version, stop);
                var before = score is null ? null : Changes.Picture(Shown(score));
                score ??= Added(initiative, leaf, assessor);
                // Minus nought is nought
                (score.Points, score.Reason, score.At, score.Version) = (input.Points + 0.0, input.Reason.Trim(), clock.GetUtcNow(), score.Version + 1);
                var changes = Changes.Between(before, Changes.Picture(Shown(score)));
                return new Happening("score.geven", ScoreTargets.Of(number, goal), changes.Before, changes.After);
            },
            cancellation);
        return Shown(score!);
    }

    /// <summary>Takes the own score back.</summary>
    /// <param name="actor">An assessor.</param>
    /// <param name="number">The initiative; it must have been handed in.</param>
    /// <param name="goal">Code of the goal.</param>
    /// <param name="version">The version of the own score that was read before.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">The initiative, goal or score is not there.</exception>
    /// <exception cref="NotAllowedException">This actor is no assessor of it, or no account.</exception>
    /// <exception cref="AgainstRuleException">The initiative is not being weighed, or is the actor's own.</exception>
    /// <exception cref="ChangedMeanwhileException">The own score was changed in another window.</exception>
    public async Task Clear(Actor actor, string number, string goal, int version, CancellationToken cancellation)
    {
        var (assessor, initiative) = await MayScore(actor, number, cancellation);
        var leaf = Leaf((await Goals(cancellation)).Tree, goal);
        await trail.Save(
            actor,
            async stop =>
            {
                await StillSubmitted(initiative, stop);
                var score = await Own(initiative, leaf, assessor, version, stop)
                    ?? throw new NotThereException(new Text($"U gaf geen score op {goal}.", $"You gave no score on {goal}."));
                context.Scores.Remove(score);
                return new Happening("score.wissen", ScoreTargets.Of(number, goal), Changes.Between(Changes.Picture(Shown(score)), null).Before);
            },
            cancellation);
    }

    private async Task<(Guid Assessor, Initiative Initiative)> MayScore(Actor actor, string number, CancellationToken cancellation)
    {
        var initiative = await VisibleInitiative.Find(context, actor, number, cancellation);
        if (actor.Id is not { } assessor || !WeighingRights.MayScore(actor, initiative))
            throw new NotAllowedException(new Text(
                "Scoren kan wie beoordelaar is, met een eigen account; een ander systeem kan het niet.",
                "Assessors may score, with an account of their own; another system may not."));
        if (InitiativeRights.IsOwner(actor, initiative))
            throw new AgainstRuleException(new Text(
                "U bent indiener of opdrachtnemer van dit initiatief. Niemand beoordeelt eigen werk.",
                "You are the proposer or lead of this initiative. Nobody assesses own work."));
        return (assessor, initiative);
    }

    /// <summary>Looks again when nobody else can write: the weighing may just have been closed.</summary>
    private async Task StillSubmitted(Initiative initiative, CancellationToken cancellation)
    {
        var state = await context.Initiatives.AsNoTracking().Where(i => i.Id == initiative.Id).Select(i => i.State).SingleAsync(cancellation);
        if (state != InitiativeState.Submitted)
            throw new AgainstRuleException(new Text(
                $"Scoren kan zolang een initiatief ingediend is; dit is {Words.Dutch(state)}.",
                $"Scores are given while an initiative is submitted; this one is {Words.English(state)}."));
    }

    private async Task<Score?> Own(Initiative initiative, Goal goal, Guid assessor, int? version, CancellationToken cancellation)
    {
        var own = await context.Scores.SingleOrDefaultAsync(
            s => s.InitiativeId == initiative.Id && s.GoalId == goal.Id && s.AssessorId == assessor, cancellation);
        return version == own?.Version || (own is null && version is null)
            ? own
            : throw new ChangedMeanwhileException(ScoreTargets.Of(initiative.Number, goal.Code), own?.Version ?? 0);
    }

    private Score Added(Initiative initiative, Goal goal, Guid assessor)
    {
        var score = new Score { Id = Guid.CreateVersion7(), InitiativeId = initiative.Id, GoalId = goal.Id, AssessorId = assessor };
        context.Scores.Add(score);
        return score;
    }

    private async Task<(Scale Scale, GoalTree Tree)> Goals(CancellationToken cancellation) =>
        (await Scale.Read(context, cancellation), new GoalTree(await context.Goals.AsNoTracking().ToListAsync(cancellation)));

    private static Goal Leaf(GoalTree tree, string code) => tree.Leaves.FirstOrDefault(goal => goal.Code == code)
        ?? throw new NotThereException(new Text(
            $"Er is geen doel “{code}” waarop wordt gescoord; dat kan op doelen zonder onderliggende doelen.",
            $"There is no goal “{code}” that is scored; those without goals below them are."));

    private static OwnScore Shown(Score score) => new(score.Points, score.Reason, score.At, score.Version);
}
