using Koers.Planning.Options;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>
/// What each part plans: its own initiatives within its shares of the means and limits. Relations within a part go along; between parts
/// a part cannot count on anything: what needs an initiative of another part cannot be done, and an order, an exclusion or a synergy
/// between parts shows only when the plans are put together. Caps of goals are left whole: no part knows what the others score.
/// </summary>
internal sealed class PartProblems
{
    private readonly LabelParts _parts;
    private readonly MeansShares _shares;
    private readonly Frame?[][] _frames;
    private readonly Dictionary<Relation, Group?[]> _groups;

    public PartProblems(LabelParts parts, MeansShares shares, OptionSet options)
    {
        (_parts, _shares) = (parts, shares);
        var limits = new PartLimits(parts, shares, options);
        _frames = [.. parts.Problem.Frames.Select(limits.Divide)];
        _groups = parts.Problem.Relations.OfType<Group>().ToDictionary(g => (Relation)g, limits.Divide);
        DividedMinimum = limits.DividedMinimum;
        Needs = FindNeeds();
        All = [.. Enumerable.Range(0, parts.Count).Select(Make)];
    }

    /// <summary>The problem of each part.</summary>
    public IReadOnlyList<Problem> All { get; }

    /// <summary>The rules whose lower limit a part has otherwise than the whole.</summary>
    public IReadOnlySet<string> DividedMinimum { get; }

    /// <summary>Initiatives that no part can carry because they need an initiative of another part, straight or through one of their own
    /// part; with the relations that say so.</summary>
    public IReadOnlyDictionary<InitiativeId, List<string>> Needs { get; }

    private Problem Make(int part)
    {
        var whole = _parts.Problem;
        var own = _parts.Initiatives(part).Select(i => i.Id).ToHashSet();
        return whole with
        {
            Name = $"{whole.Name}: {_parts.Values[part] ?? "-"}",
            Budgets = [.. whole.Budgets.Select((b, n) => b with { PerYear = [.. b.PerYear.Select(m => m * _shares.Budgets[n][part])] })],
            Capacities = [.. whole.Capacities.Select((c, n) => Scaled(c, _shares.Capacities[n][part]))],
            Initiatives = [.. _parts.Initiatives(part).Select(i => Needs.ContainsKey(i.Id) ? i with { Variants = [] } : i)],
            Relations = [.. whole.Relations.Select(r => Within(r, part, own)).OfType<Relation>()],
            Frames = [.. _frames.Select(f => f[part]).OfType<Frame>()],
            Reference = whole.Reference is { } reference
                ? reference with { Plan = [.. reference.Plan.Where(c => own.Contains(c.Initiative))] }
                : null,
            Analysis = AnalysisInput.None,
        };
    }

    private static Capacity Scaled(Capacity capacity, double share) => capacity with
    {
        PerPeriod = [.. capacity.PerPeriod.Select(units => units * share)],
        Hire = capacity.Hire is { } hire ? hire with { MaxPerPeriod = hire.MaxPerPeriod * share } : null,
    };

    private Relation? Within(Relation relation, int part, HashSet<InitiativeId> own) => relation switch
    {
        Group group => _groups[group][part],
        // Between themselves the members of one part do exclude each other
        Excludes r => r.Initiatives.Where(own.Contains).ToList() is { Count: > 1 } members ? r with { Initiatives = members } : null,
        _ => relation.Members.All(own.Contains) ? relation : null,
    };

    private Dictionary<InitiativeId, List<string>> FindNeeds()
    {
        var needs = new Dictionary<InitiativeId, List<string>>();
        for (var found = true; found;)
        {
            found = false;
            foreach (var relation in _parts.Problem.Relations)
                foreach (var (initiative, needed) in Needed(relation))
                    if (_parts.PartOf(initiative) != _parts.PartOf(needed) || needs.ContainsKey(needed))
                        found |= Add(needs, initiative, LowerLimits.Name(relation));
        }
        return needs;
    }

    private static bool Add(Dictionary<InitiativeId, List<string>> needs, InitiativeId initiative, string rule)
    {
        if (!needs.TryGetValue(initiative, out var rules))
            needs[initiative] = rules = [];
        if (rules.Contains(rule))
            return false;
        rules.Add(rule);
        return true;
    }

    private static IEnumerable<(InitiativeId Initiative, InitiativeId Needed)> Needed(Relation relation) => relation switch
    {
        DependsOn r => [(r.After, r.Before)],
        Requires r => [(r.Initiative, r.Required)],
        Together r => r.Initiatives.SelectMany(a => r.Initiatives.Where(b => b != a).Select(b => (a, b))),
        _ => [],
    };
}
