using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Requests;
using Koers.Domain.Goals;
using Koers.Domain.Initiatives;

namespace Koers.App.Weighing;

public sealed partial class Scoring
{
    /// <summary>Gives, changes and takes back all own scores of an initiative at once: all of them or none. What is as it was, is left alone.</summary>
    /// <param name="actor">An assessor.</param>
    /// <param name="number">The initiative; it must have been handed in.</param>
    /// <param name="input">The scores.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">The initiative or a goal is not there.</exception>
    /// <exception cref="NotAllowedException">This actor is no assessor of it, or no account.</exception>
    /// <exception cref="AgainstRuleException">The initiative is not being weighed, or is the actor's own.</exception>
    /// <exception cref="ChangedMeanwhileException">An own score was changed in another window.</exception>
    /// <exception cref="InvalidInputException">A score lies outside the scale, or a reason is too long or has no score.</exception>
    public async Task<ScoreSheet> GiveAll(Actor actor, string number, ScoreSheetInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (assessor, initiative) = await MayScore(actor, number, cancellation);
        var (scale, tree) = await Goals(cancellation);
        var check = new InputCheck();
        foreach (var (i, line) in input.Goals.Index())
            Gather(check, scale, line, $"/doelen/{i}");
        check.Done();
        var lines = input.Goals.Select(line => (Leaf: Leaf(tree, line.Goal), Line: line)).ToArray();
        await trail.SaveAll(
            actor,
            async stop =>
            {
                await StillSubmitted(initiative, stop);
                var said = new List<Happening>();
                foreach (var (leaf, line) in lines)
                    if (await Put(initiative, leaf, assessor, line, stop) is { } happening)
                        said.Add(happening);
                return said;
            },
            cancellation);
        return await Sheet(actor, number, cancellation);
    }

    private async Task<Happening?> Put(Initiative initiative, Goal leaf, Guid assessor, SheetScore line, CancellationToken cancellation)
    {
        var score = await Own(initiative, leaf, assessor, line.Version, cancellation);
        var before = score is null ? null : Changes.Picture(Shown(score));
        var target = ScoreTargets.Of(initiative.Number, leaf.Code);
        if (line.Points is not { } points)
        {
            if (score is null)
                return null;
            context.Scores.Remove(score);
            return new Happening("score.wissen", target, Changes.Between(before, null).Before);
        }

        if (score is not null && score.Points.Equals(points) && score.Reason == line.Reason.Trim())
            return null;
        score ??= Added(initiative, leaf, assessor);
        (score.Points, score.Reason, score.At, score.Version) = (points, line.Reason.Trim(), clock.GetUtcNow(), score.Version + 1);
        var changes = Changes.Between(before, Changes.Picture(Shown(score)));
        return new Happening("score.geven", target, changes.Before, changes.After);
    }

    private static void Gather(InputCheck check, Scale scale, SheetScore line, string place)
    {
        if (line.Points is { } points)
            check.Range(points, place + "/punten", scale.Lowest, scale.Highest);
        else
            check.That(
                string.IsNullOrWhiteSpace(line.Reason), place + "/punten", "Bij een toelichting hoort een score.", "A reason needs a score.");
        check.Length(line.Reason, place + "/toelichting", LongestReason);
    }
}
