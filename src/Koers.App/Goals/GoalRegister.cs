using System.Text.Json.Serialization;
using Koers.App.Audit;
using Koers.App.Frames;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Goals;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Goals;

/// <summary>A goal as it is shown.</summary>
public sealed record GoalView : DraftView
{
    /// <summary>How deep it lies: 0 for a top.</summary>
    [JsonPropertyName("niveau")]
    public required int Level { get; init; }

    /// <summary>Its share in the whole: its weight times those of the goals above it.</summary>
    [JsonPropertyName("aandeelInGeheel")]
    public required double ShareOfWhole { get; init; }

    /// <summary>Whether initiatives are scored on it: no goal lies below it.</summary>
    [JsonPropertyName("wordtGescoord")]
    public required bool IsLeaf { get; init; }

    /// <summary>What was entered, and the weight.</summary>
    [JsonPropertyName("inhoud")]
    public required GoalInput Content { get; init; }
}

/// <summary>The goals of the draft, as a tree: listed from the top, each followed by what lies below it.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
public sealed class GoalRegister(RegisterContext context, AuditTrail trail) : DraftRegister<Goal, GoalInput, GoalView>(context, trail)
{
    /// <summary>Path of weighings below that of goals; no goal can have it as its code.</summary>
    public const string WeighingsPath = "wegingen";

    private List<Goal> _all = [];

    /// <inheritdoc/>
    protected override PartName Name { get; } = new("doel", "doel", "goal");

    /// <inheritdoc/>
    protected override FrameAction Changing => FrameAction.ChangeFrames;

    /// <inheritdoc/>
    protected override async Task<List<Goal>> All(CancellationToken cancellation)
    {
        var tree = new GoalTree(await Context.Goals.ToListAsync(cancellation));
        _all = [];
        GoalOrder.Walk(tree, (goal, _) => _all.Add(goal));
        return _all;
    }

    /// <inheritdoc/>
    protected override string CodeOf(Goal part) => part.Code;

    /// <inheritdoc/>
    protected override string CodeOf(GoalInput input) => input.Code;

    /// <inheritdoc/>
    protected override int VersionOf(Goal part) => part.Version;

    /// <inheritdoc/>
    protected override void SetVersion(Goal part, int version) => part.Version = version;

    /// <inheritdoc/>
    protected override void Gather(GoalInput input, FrameReferences codes, InputCheck check)
    {
        input.Gather(codes, check);
        check.That(
            input.Weight is null || input.Weight == (_all.Find(goal => goal.Code == input.Code)?.Weight ?? 0), "/gewicht",
            "Gewichten worden per niveau gezet, met POST /doelen/wegingen: zo blijft bekend wie ze koos en hoe. Laat het gewicht hier weg.",
            "Weights are set per level, with POST /doelen/wegingen: that way it stays known who chose them and how. Leave the weight out here.");
        var parent = _all.Find(goal => goal.Code == input.Parent);
        if (parent is not null && _all.Find(goal => goal.Code == input.Code) is { } itself)
            check.That(
                parent != itself && !GoalOrder.IsBelow(_all, parent, itself), "/boven",
                "Een doel kan niet onder zichzelf hangen.", "A goal cannot be part of itself.");
        check.That(
            parent is null || GoalOrder.LevelOf(_all, parent) + 1 < GoalOrder.MostLevels, "/boven",
            $"De doelenboom heeft ten hoogste {GoalOrder.MostLevels} niveaus.", $"The tree of goals has at most {GoalOrder.MostLevels} levels.");
    }

    /// <inheritdoc/>
    protected override Goal Make(GoalInput input) => new() { Id = Guid.CreateVersion7(), Code = input.Code, Name = input.Name };

    /// <inheritdoc/>
    protected override void Write(Goal part, GoalInput input, FrameReferences codes)
    {
        input.Write(part, codes);
        if (!_all.Contains(part))
            _all.Add(part);
    }

    /// <summary>A goal that is scored cannot become the top of others: what was scored would count for nothing.</summary>
    protected override async Task Judge(Goal part, FrameReferences codes, CancellationToken cancellation)
    {
        if (part.ParentId is not { } parent)
            return;
        if (await Context.Scores.AnyAsync(score => score.GoalId == parent, cancellation)
            || await Context.Initiatives.AnyAsync(i => i.Variants.Any(v => v.Effects.Any(e => e.GoalId == parent)), cancellation))
            throw new AgainstRuleException(new Text(
                $"Op doel {codes.Goals.Code(parent)} zijn initiatieven gescoord; daar kan geen doel onder komen, want dan telt dat niet meer.",
                $"Initiatives were scored on goal {codes.Goals.Code(parent)}; no goal can come below it, because then that would no longer count."));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<GoalView> Views(IReadOnlyList<Goal> parts, FrameReferences codes)
    {
        var tree = new GoalTree(_all);
        return [.. parts.Select(goal => new GoalView
        {
            Code = goal.Code,
            Version = goal.Version,
            Level = GoalOrder.LevelOf(_all, goal),
            ShareOfWhole = tree.ShareOfWhole(goal),
            IsLeaf = !tree.Below(goal.Id).Any(),
            Content = GoalInput.Of(goal, codes),
        })];
    }

    /// <inheritdoc/>
    protected override async Task NoteUses(Goal part, Uses uses, CancellationToken cancellation) =>
        await PartUses.Note(Context, part, uses, cancellation);
}
