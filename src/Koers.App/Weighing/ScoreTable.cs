using Koers.App.Accounts;
using Koers.App.Frames;
using Koers.App.Initiatives;
using Koers.App.Memory;
using Koers.App.Storage;
using Koers.Domain.Goals;
using Koers.Domain.Initiatives;
using Koers.Domain.Weighing;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Weighing;

/// <summary>All scores of some initiatives, with the goals that they are on; what overview, result and planning are made of.</summary>
public sealed class ScoreTable
{
    private readonly ILookup<(Guid Initiative, Guid Goal), Score> _scores;
    private readonly ILookup<Guid, Score> _ofInitiative;
    private readonly Scale _scale;

    private ScoreTable(GoalTree tree, Scale scale, IReadOnlyList<Score> scores)
    {
        (Tree, _scale, Leaves) = (tree, scale, [.. tree.Leaves]);
        _scores = scores.ToLookup(score => (score.InitiativeId, score.GoalId));
        _ofInitiative = scores.ToLookup(score => score.InitiativeId);
    }

    /// <summary>The goals.</summary>
    public GoalTree Tree { get; }

    /// <summary>Goals that are scored, in the order of the tree.</summary>
    public IReadOnlyList<Goal> Leaves { get; }

    /// <summary>Reads the scores.</summary>
    /// <param name="context">The register.</param>
    /// <param name="initiatives">Of which initiatives, as a query or null for all.</param>
    /// <param name="cancellation">Stops.</param>
    /// <param name="goals">The goals where they are known already; null reads them.</param>
    public static async Task<ScoreTable> Read(
        RegisterContext context, IQueryable<Initiative>? initiatives, CancellationToken cancellation, ScoredGoals? goals = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        goals ??= await ScoredGoals.Read(context, cancellation);
        var scores = context.Scores.AsNoTracking();
        if (initiatives is not null)
            scores = scores.Where(score => initiatives.Any(initiative => initiative.Id == score.InitiativeId));
        return new ScoreTable(goals.Tree, goals.Scale, await scores.ToListAsync(cancellation));
    }

    /// <summary>The scores of an initiative on a goal.</summary>
    /// <param name="initiative">The initiative.</param>
    /// <param name="goal">The goal.</param>
    public IEnumerable<Score> Of(Guid initiative, Guid goal) => _scores[(initiative, goal)];

    /// <summary>What assessors make of an initiative on a goal. Where the scale was made narrower later, a score beyond it counts as its end.</summary>
    /// <param name="initiative">The initiative.</param>
    /// <param name="goal">The goal.</param>
    public Consensus ConsensusOn(Guid initiative, Guid goal) => Consensus.Of(
        [.. Of(initiative, goal).Select(score => Math.Clamp(score.Points, _scale.Lowest, _scale.Highest))], _scale.Lowest, _scale.Highest);

    /// <summary>How many assessors scored an initiative on at least one goal.</summary>
    /// <param name="initiative">The initiative.</param>
    public int AssessorsOf(Guid initiative) => _ofInitiative[initiative].Select(score => score.AssessorId).Distinct().Count();

    /// <summary>Goals on which an initiative has fewer scores than asked for.</summary>
    /// <param name="initiative">The initiative.</param>
    /// <param name="fewest">How many there should be.</param>
    public IEnumerable<Goal> ScoredByFewerThan(int fewest, Guid initiative) => Leaves.Where(goal => Of(initiative, goal.Id).Count() < fewest);

    /// <summary>Whether every goal was scored by at least one assessor.</summary>
    /// <param name="initiative">The initiative.</param>
    public bool IsFullyScored(Guid initiative) => Leaves.Count > 0 && !ScoredByFewerThan(1, initiative).Any();

    /// <summary>Sum over the goals of share in the whole times mean; null where a goal has no score.</summary>
    /// <param name="initiative">The initiative.</param>
    public double? TotalOf(Guid initiative) =>
        IsFullyScored(initiative) ? Leaves.Sum(goal => Tree.ShareOfWhole(goal) * ConsensusOn(initiative, goal.Id).Mean!.Value) : null;
}

/// <summary>What is scored on. For reading by many at once.</summary>
/// <param name="Tree">The goals.</param>
/// <param name="Scale">The scale.</param>
public sealed record ScoredGoals(GoalTree Tree, Scale Scale)
{
    /// <summary>Reads it.</summary>
    /// <param name="context">The register.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<ScoredGoals> Read(RegisterContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new ScoredGoals(new GoalTree(await context.Goals.AsNoTracking().ToListAsync(cancellation)), await Scale.Read(context, cancellation));
    }

    /// <summary>The same, remembered.</summary>
    /// <param name="context">The register.</param>
    /// <param name="now">What is remembered of it.</param>
    /// <param name="cancellation">Stops.</param>
    internal static Task<ScoredGoals> Of(RegisterContext context, RememberedRegister now, CancellationToken cancellation) =>
        now.Made("gescoorde doelen", () => Read(context, cancellation));

    /// <summary>What the weighing is shown by to somebody: readers see the goals and the scale of the frames in force, all others those of the draft.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="context">The register.</param>
    /// <param name="now">What is remembered of it.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>Null for a reader as long as no frames were adopted.</returns>
    internal static async Task<ScoredGoals?> For(Actor actor, RegisterContext context, RememberedRegister now, CancellationToken cancellation) =>
        InitiativeRights.SeesAll(actor) ? await Of(context, now, cancellation)
            // Not carried along: adopting changes nothing else that is remembered
            : (await now.MadeNow("vastgestelde doelen", async () => new InForce(await ReadInForce(context, cancellation)))).Goals;

    /// <summary>The same without memory.</summary>
    internal static async Task<ScoredGoals?> For(Actor actor, RegisterContext context, CancellationToken cancellation) =>
        InitiativeRights.SeesAll(actor) ? await Read(context, cancellation) : await ReadInForce(context, cancellation);

    private static async Task<ScoredGoals?> ReadInForce(RegisterContext context, CancellationToken cancellation)
    {
        if (await FrameContents.ReadInForce(context, cancellation) is not { } content)
            return null;
        return new ScoredGoals(new GoalTree(content.Goals), new Scale(content.Settings.LowestScore, content.Settings.HighestScore));
    }

    // That there are none is worth remembering too
    private sealed record InForce(ScoredGoals? Goals);
}
