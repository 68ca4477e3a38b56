using System.Text.Json;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Frames;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Frames;
using Koers.Domain.Goals;
using Koers.Domain.Weighing;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Goals;

/// <summary>Sets the weights of the goals on one level of the tree, and keeps who did, when and from which answers.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
/// <param name="clock">The time.</param>
public sealed class GoalWeights(RegisterContext context, AuditTrail trail, TimeProvider clock)
{
    /// <summary>How the goals on a level were weighed, the last time first. Its version is how often that was.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="parent">Code of the goal whose parts were weighed; null for the tops.</param>
    /// <param name="page">Which part of the list.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not see the draft.</exception>
    /// <exception cref="NotThereException">There is no such goal.</exception>
    public async Task<(Page<GoalWeighingView> Page, int Version)> History(Actor actor, string? parent, PageRequest page, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.SeeDraft);
        ArgumentNullException.ThrowIfNull(page);
        var id = ParentOf(await context.Goals.ToListAsync(cancellation), parent)?.Id;
        var all = await context.GoalWeighings.AsNoTracking().Where(w => w.ParentId == id)
            .OrderByDescending(w => w.SetAt).ThenByDescending(w => w.Id).ToListAsync(cancellation);
        return (page.Of([.. all.Select((weighing, i) => GoalWeighingView.Of(weighing, parent, all.Count - i))]), all.Count);
    }

    /// <summary>How each level was weighed the last time, by the code of the goal above it; "" for the tops. A level that never was is not there.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not see the draft.</exception>
    public async Task<IReadOnlyDictionary<string, GoalWeighingView>> Last(Actor actor, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.SeeDraft);
        var codes = await context.Goals.ToDictionaryAsync(goal => goal.Id, goal => goal.Code, cancellation);
        var all = await context.GoalWeighings.AsNoTracking().ToListAsync(cancellation);
        return all.Where(w => w.ParentId is not { } parent || codes.ContainsKey(parent)).GroupBy(w => w.ParentId).Select(level =>
        {
            var parent = level.Key is { } id ? codes[id] : null;
            return GoalWeighingView.Of(level.OrderBy(w => w.SetAt).ThenBy(w => w.Id).Last(), parent, level.Count());
        }).ToDictionary(view => view.Parent ?? "", StringComparer.Ordinal);
    }

    /// <summary>What answers would come to, without keeping them.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="input">The answers.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not see the draft.</exception>
    /// <exception cref="NotThereException">There is no such goal.</exception>
    /// <exception cref="InvalidInputException">An answer is missing, too many or not possible.</exception>
    public async Task<WeighingPreview> Preview(Actor actor, WeighingInput input, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.SeeDraft);
        ArgumentNullException.ThrowIfNull(input);
        var goals = await context.Goals.AsNoTracking().ToListAsync(cancellation);
        string[] codes = [.. new GoalTree(goals).Below(ParentOf(goals, input.Parent)?.Id).Select(goal => goal.Code)];
        var (weights, compared) = WeighingAnswers.Weights(input, codes);
        return new WeighingPreview(
            [.. codes.Zip(weights, (code, weight) => new WeightOf(code, weight))],
            compared?.ConsistencyRatio,
            compared?.MostContradicting is { } most ? new ContradictingPair(codes[most.First], codes[most.Second], most.Answer, most.Implied) : null);
    }

    /// <summary>Weighs the goals on a level.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="version">How often the level was weighed before, as it was read.</param>
    /// <param name="input">The answers.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="InvalidInputException">An answer is missing, too many or not possible.</exception>
    /// <exception cref="ChangedMeanwhileException">Somebody else weighed the same.</exception>
    /// <exception cref="AgainstRuleException">Answers in pairs contradict each other, and that was not accepted.</exception>
    public async Task<GoalWeighingView> Weigh(Actor actor, int version, WeighingInput input, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.ChangeFrames);
        ArgumentNullException.ThrowIfNull(input);
        GoalWeighingView? view = null;
        await trail.Save(
            actor,
            async stop =>
            {
                var goals = await context.Goals.ToListAsync(stop);
                var check = new InputCheck();
                check.That(
                    input.Parent is null || goals.Exists(goal => goal.Code == input.Parent), "/boven",
                    $"Er is geen doel met code “{input.Parent}”.", $"There is no goal with code “{input.Parent}”.");
                check.Done();
                var parent = goals.Find(goal => goal.Code == input.Parent);
                var before = await context.GoalWeighings.CountAsync(w => w.ParentId == (parent == null ? null : parent.Id), stop);
                if (before != version)
                    throw new ChangedMeanwhileException($"doel/{input.Parent ?? "-"}/wegingen", before);
                var level = new GoalTree(goals).Below(parent?.Id).ToList();
                var (weights, compared) = WeighingAnswers.Weights(input, [.. level.Select(goal => goal.Code)]);
                var ratio = compared?.ConsistencyRatio;
                if (ratio > PairwiseComparison.AcceptableRatio && !input.AcceptsContradiction)
                    throw Contradicting(ratio.Value);
                var old = level.ToDictionary(goal => goal.Code, goal => goal.Weight);
                for (var i = 0; i < level.Count; i++)
                    (level[i].Weight, level[i].Version) = (weights[i], level[i].Version + 1);
                var weighing = Kept(actor, input.Method, input.Answers, ratio, parent?.Id);
                view = GoalWeighingView.Of(weighing, input.Parent, before + 1);
                return new Happening(
                    "doel.wegen", $"doel/{input.Parent ?? "-"}/wegingen", JsonSerializer.Serialize(old, RegisterJson.Options),
                    JsonSerializer.Serialize(new { gewichten = level.ToDictionary(goal => goal.Code, goal => goal.Weight), weging = view }, RegisterJson.Options));
            },
            cancellation);
        return view!;
    }

    private GoalWeighing Kept(Actor actor, WeighingMethod method, IReadOnlyDictionary<string, double> answers, double? ratio, Guid? parent)
    {
        var weighing = new GoalWeighing
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            ParentId = parent,
            Method = method,
            Answers = JsonSerializer.Serialize(answers, RegisterJson.Options),
            ConsistencyRatio = ratio,
            SetById = actor.Id,
            SetAt = clock.GetUtcNow(),
        };
        context.Add(weighing);
        return weighing;
    }

    private static Goal? ParentOf(List<Goal> goals, string? code) => code is null
        ? null
        : goals.Find(goal => goal.Code == code) ?? throw new NotThereException(new Text($"Er is geen doel {code}.", $"There is no goal {code}."));

    private static AgainstRuleException Contradicting(double ratio) => new(new Text(
        $"De antwoorden spreken elkaar tegen: de consistentieratio is {FrameFigures.Number(Math.Round(ratio, 2), isDutch: true)}, ten hoogste 0,1 is goed. Bekijk ze nog eens, of stuur “ondanksTegenspraak”: true mee om ze zo vast te leggen.",
        $"The answers contradict each other: the consistency ratio is {FrameFigures.Number(Math.Round(ratio, 2), isDutch: false)}, at most 0.1 is good. Look at them again, or send “ondanksTegenspraak”: true along to keep them as they are."));
}
