using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>
/// The problem that is planned again: the problem with the reference in it, and with everything that must stay as it is. What stays is
/// mandatory and has one option left; starts before the frozen periods are over, and starts in the past also where nothing is frozen, are
/// taken out of the windows of all others. What has no start left is excluded by a group of which at most 0 may be chosen, so that every
/// rule can be named and the file stays valid.
/// </summary>
internal sealed class ReplanProblem
{
    private readonly List<Choice> _reference;
    private readonly Dictionary<InitiativeId, Choice> _nearest = [];
    private readonly HashSet<InitiativeId> _pinned = [];

    /// <param name="problem">The problem as it is now.</param>
    /// <param name="reference">The plan held until now; initiatives that the problem no longer has are left out.</param>
    /// <param name="freeze">Periods that are frozen.</param>
    /// <param name="released">Choices of the reference that need not stay: they may start in any period from 0 on, or be left out.</param>
    public ReplanProblem(Problem problem, IReadOnlyList<Choice> reference, int freeze, IReadOnlySet<InitiativeId>? released = null)
    {
        var held = reference.ToDictionary(choice => choice.Initiative);
        var initiatives = new List<Initiative>();
        var relations = problem.Relations.ToList();
        var kept = new List<Choice>();
        foreach (var initiative in problem.Initiatives)
        {
            var before = held.GetValueOrDefault(initiative.Id);
            var isFrozen = before is not null && before.Start < freeze;
            var stays = isFrozen && released?.Contains(initiative.Id) != true;
            // Nobody can begin in the past: only work that runs already and stays did
            var possible = stays && before!.Start < 0 ? initiative : Later(initiative, isFrozen ? 0 : freeze);
            var now = stays && possible is not null ? Pinned(possible, before!) : possible;
            if (now is null)
                relations.Add(new Group(FreeId(relations, initiative.Id), [initiative.Id], null, 0));
            initiatives.Add(now ?? initiative);
            if (stays && now is not null)
                _pinned.Add(initiative.Id);
            if (before is null)
                continue;
            Held.Add(before);
            var nearest = Nearest(now ?? initiative, before);
            if (now is not null)
                _nearest.Add(initiative.Id, nearest);
            // A variant that is gone cannot be named; that it changes is nobody's choice and costs nothing
            kept.Add(initiatives[^1].Variants.Any(v => v.Id == before.Variant) ? before : before with { Variant = nearest.Variant });
        }
        _reference = kept;
        Frozen = problem with { Initiatives = initiatives, Relations = relations, Reference = null };
    }

    private ReplanProblem(ReplanProblem whole, Problem frozen)
    {
        (_reference, _nearest, _pinned, Held, Frozen) = (whole._reference, whole._nearest, whole._pinned, whole.Held, frozen);
    }

    /// <summary>The problem with everything that must stay; without reference plan.</summary>
    public Problem Frozen { get; }

    /// <summary>What the reference chooses, of initiatives that still exist, in the order of the problem.</summary>
    public List<Choice> Held { get; } = [];

    /// <summary>Whether a choice of the reference must stay as it is, or as near to it as can be.</summary>
    public bool IsPinned(InitiativeId initiative) => _pinned.Contains(initiative);

    /// <summary>How a choice of the reference can still be, or what is nearest to it; null where it cannot be chosen at all.</summary>
    public Choice? Nearest(InitiativeId initiative) => _nearest.GetValueOrDefault(initiative);

    /// <summary>The reference as far as it can still be, each choice at its nearest.</summary>
    public IReadOnlyList<Choice> AsItCanBe => [.. Held.Select(choice => Nearest(choice.Initiative)).OfType<Choice>()];

    /// <summary>The problem with the reference in it, all penalties multiplied.</summary>
    public Problem With(ReplanPenalties penalties, double scale) => Frozen with
    {
        Reference = new ReferencePlan(
            _reference, scale * penalties.Drop.Points, scale * penalties.Add.Points, scale * penalties.Shift.Points,
            scale * penalties.Variant.Points),
    };

    /// <summary>The same with far fewer plans: near the reference, and on the way from it to other plans. What none of them has is left
    /// out, unless it is mandatory.</summary>
    /// <param name="plans">Plans that keep all rules; they stay possible, so that the rest is possible too.</param>
    /// <param name="window">Periods by which starts may move from the reference.</param>
    public ReplanProblem Near(IReadOnlyList<IReadOnlyList<Choice>> plans, int window)
    {
        var now = plans.SelectMany(plan => plan).ToLookup(choice => choice.Initiative);
        var left = new List<InitiativeId>();
        var initiatives = new List<Initiative>();
        foreach (var initiative in Frozen.Initiatives)
        {
            Choice[] around = Nearest(initiative.Id) is { } nearest ? [nearest, .. now[initiative.Id]] : [.. now[initiative.Id]];
            if (around.Length == 0 && !initiative.Mandatory)
                left.Add(initiative.Id);
            initiatives.Add(around.Length == 0 ? initiative : Around(initiative, around, window));
        }
        var relations = Frozen.Relations.ToList();
        if (left.Count > 0)
            relations.Add(new Group(FreeId(relations, new InitiativeId("all")), left, null, 0));
        return new ReplanProblem(this, Frozen with { Initiatives = initiatives, Relations = relations });
    }

    /// <summary>All variants, from the first of some starts to the last, and so many periods more on both sides.</summary>
    private static Initiative Around(Initiative initiative, Choice[] around, int window)
    {
        var (first, last) = (around.Min(choice => choice.Start) - window, around.Max(choice => choice.Start) + window);
        return initiative with
        {
            Variants = [.. initiative.Variants
                .Where(v => v.LatestStart >= first && v.EarliestStart <= last)
                .Select(v => v with { EarliestStart = Math.Max(v.EarliestStart, first), LatestStart = Math.Min(v.LatestStart, last) })],
        };
    }

    private static Initiative Pinned(Initiative initiative, Choice before)
    {
        var nearest = Nearest(initiative, before);
        var variant = initiative.Variants.First(v => v.Id == nearest.Variant);
        return initiative with
        {
            Mandatory = true,
            Variants = [variant with { EarliestStart = nearest.Start, LatestStart = nearest.Start }],
        };
    }

    /// <summary>The initiative without starts before a period; null where none is left.</summary>
    private static Initiative? Later(Initiative initiative, int from)
    {
        var left = initiative.Variants.Where(v => v.LatestStart >= from)
            .Select(v => v.EarliestStart >= from ? v : v with { EarliestStart = from }).ToList();
        return left.Count == 0 ? null : initiative with { Variants = left };
    }

    /// <summary>The same variant where it is there, else any; then the nearest start, the variant named first, the earlier start.</summary>
    private static Choice Nearest(Initiative initiative, Choice before)
    {
        var same = initiative.Variants.Where(v => v.Id == before.Variant).ToList();
        return (same.Count > 0 ? same : initiative.Variants)
            .Select(v => new Choice(initiative.Id, v.Id, Math.Clamp(before.Start, v.EarliestStart, v.LatestStart)))
            .MinBy(choice => Math.Abs(choice.Start - before.Start))!;
    }

    private static RelationId FreeId(List<Relation> relations, InitiativeId initiative)
    {
        var id = $"freeze-{initiative}";
        while (relations.Any(relation => relation is Group && relation.Id.Value == id))
            id += "-";
        return new RelationId(id);
    }
}
