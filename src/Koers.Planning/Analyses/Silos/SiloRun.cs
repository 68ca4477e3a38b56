using Koers.Planning.Checking;
using Koers.Planning.Options;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;
using Koers.Planning.Rules;

namespace Koers.Planning.Analyses;

/// <summary>One call of the analysis: the whole → the parts → the parts together → the whole again, with what the parts found.</summary>
internal sealed class SiloRun
{
    private readonly Problem _problem;
    private readonly SiloSettings _settings;
    private readonly IPlanningPool _pool;
    private readonly PlannerOptions _planner;
    private readonly SiloTime _time;
    private readonly IProgress<AnalysisProgress>? _progress;
    private readonly CancellationToken _cancelled;
    private readonly OptionSet _options;
    private readonly LabelParts _parts;
    private readonly MeansShares _shares;
    private readonly PartProblems _problems;
    private int _done;
    private int _total;

    public SiloRun(
        Problem problem, SiloSettings settings, AnalysisOptions options, IProgress<AnalysisProgress>? progress,
        CancellationToken cancelled)
    {
        (_problem, _settings, _progress, _cancelled) = (problem, settings, progress, cancelled);
        _pool = options.Pool ?? new LocalPool();
        _planner = new PlannerOptions { Threads = 1, Seed = options.Seed, Deterministic = options.Deterministic };
        _time = new SiloTime(options, _pool.Width);
        _options = new OptionSet(problem);
        _parts = new LabelParts(problem, settings.Label);
        _shares = new MeansShares(_parts, settings.Division, settings.Label, _options);
        _problems = new PartProblems(_parts, _shares, _options);
        _total = _parts.Count + 3;
    }

    public SiloReport Run()
    {
        Step(0);
        var whole = PlanWhole(_problem, _time.Whole, Foreknowledge.None);
        if (whole.Status == PlanStatus.Infeasible)
            return new SiloReport(_settings.Label, _settings.Division, whole, [], null);
        if (_parts.Count == 1)
            return OnePart(whole);
        var planned = PlanParts(whole);
        var together = PutTogether(planned);
        var (all, compared, broken) = Compare(whole, together.Plan);
        Step();
        if (compared.Value is null || together.Plan.Value is null)
            return new SiloReport(_settings.Label, _settings.Division, all, [], null);
        var findings = new SiloFindings(_problem, _options, _parts, _shares, _problems, planned, compared, together.Plan.Selected);
        var ceiling = new SiloCeiling(_problem, _options, _parts, _problems).Of(planned, broken, compared.Bound);
        return findings.Report(_settings, all, broken, ceiling);
    }

    /// <summary>Nothing is divided: the one part is the whole.</summary>
    private SiloReport OnePart(Plan whole)
    {
        whole = PlanWhole(_problem, _time.Last, Foreknowledge.Of(whole));
        Step(_total);
        if (whole.Value is null)
            return new SiloReport(_settings.Label, _settings.Division, whole, [], null);
        var planned = new PlannedPart(whole, [], whole.Bound, new HashSet<string>());
        return new SiloFindings(_problem, _options, _parts, _shares, _problems, [planned], whole, whole.Selected)
            .Report(_settings, whole, [], whole.Bound);
    }

    /// <summary>First without the lower limits that are divided over parts: its bound also holds for what the parts bring when others
    /// meet such a limit. Then, where the plan breaks them, with them.</summary>
    private PlannedPart[] PlanParts(Plan whole)
    {
        var known = _problems.All.Select(p => Of(p, whole)).ToArray();
        // Largest first, so that no long task begins when the others have ended
        var order = Enumerable.Range(0, _parts.Count).OrderByDescending(p => _problems.All[p].Initiatives.Count).ToArray();
        var planning = new FreedPlanning(_pool, _planner, _cancelled);
        var first = new FreedPlan[_parts.Count];
        var free = planning.Plan(
            [.. order.Select(p => new FreedTask(LowerLimits.Without(_problems.All[p], _problems.DividedMinimum), known[p]))],
            _time.Part(_parts.Count), () => Step());
        for (var n = 0; n < order.Length; n++)
            first[order[n]] = free[n];
        var chosen = first.Select(f => f.Plan).ToArray();
        int[] again = [.. order.Where(p => chosen[p].Value is not null && Broken(p, chosen[p]).Any(_problems.DividedMinimum.Contains))];
        _total += again.Length;
        var strict = planning.Plan(
            [.. again.Select(p => new FreedTask(
                LowerLimits.Without(_problems.All[p], first[p].Dropped),
                new Foreknowledge([chosen[p].Selected, .. known[p].Plans], chosen[p].Certificate?.Prices ?? known[p].Prices)))],
            _time.PartAgain(again.Length), () => Step());
        for (var n = 0; n < again.Length; n++)
            if (strict[n].Plan.Value is not null)
                chosen[again[n]] = strict[n].Plan;
        return [.. chosen.Select((plan, p) => new PlannedPart(plan, Broken(p, plan), first[p].Plan.Bound, first[p].Dropped))];
    }

    private static Foreknowledge Of(Problem part, Plan whole)
    {
        var own = part.Initiatives.Select(i => i.Id).ToHashSet();
        return new Foreknowledge(
            [[.. whole.Selected.Where(c => own.Contains(c.Initiative))]], whole.Certificate?.Prices ?? Foreknowledge.None.Prices);
    }

    /// <summary>The lower limits of its problem that the plan of a part breaks.</summary>
    private IReadOnlyList<string> Broken(int part, Plan plan) =>
        plan.Value is null ? [] : Broken(new OptionSet(_problems.All[part]), plan.Selected);

    private static IReadOnlyList<string> Broken(OptionSet options, IReadOnlyList<Choice> chosen) =>
        [.. Evaluator.Violations(RuleBook.For(options), new Selection(options, [.. chosen.Select(options.Find).Order()]))
            .Select(v => v.Rule).Distinct(StringComparer.Ordinal)];

    /// <summary>The most valuable selection of exactly these choices that keeps the rules of the whole. A least share of all spending is not
    /// asked: whoever spends nothing keeps it, so that it would throw out what the parts can do instead of saying what they do not
    /// reach. Where the selection breaks it, the whole is freed of it too.</summary>
    private FreedPlan PutTogether(PlannedPart[] planned)
    {
        var choices = planned.SelectMany(p => p.Plan.Selected).ToDictionary(c => c.Initiative);
        var only = _problem with
        {
            Initiatives = [.. _problem.Initiatives.Select(i => i with
            {
                Variants = choices.TryGetValue(i.Id, out var choice)
                    ? [i.Variants.First(v => v.Id == choice.Variant) with { EarliestStart = choice.Start, LatestStart = choice.Start }]
                    : [],
            })],
        };
        // Not stopped: it is small, and without it everything found so far would be lost
        var plan = new FreedPlanning(_pool, _planner with { Gap = 0 }, CancellationToken.None)
            .Plan([new FreedTask(LowerLimits.Without(only, LowerLimits.Shares(_problem)), new Foreknowledge([[.. choices.Values]], Foreknowledge.None.Prices))], _time.Together)[0];
        Step();
        return plan;
    }

    /// <summary>Plans the whole again with what the parts found. Where that breaks lower limits, the whole is freed of the same ones: only
    /// then the two can be compared.</summary>
    private (Plan Whole, Plan Compared, IReadOnlyList<string> Broken) Compare(Plan whole, Plan together)
    {
        var broken = together.Value is null ? [] : Broken(_options, together.Selected);
        var freed = LowerLimits.Without(_problem, broken.ToHashSet(StringComparer.Ordinal));
        var known = new Foreknowledge([whole.Selected, together.Selected], whole.Certificate?.Prices ?? Foreknowledge.None.Prices);
        var again = whole.Status == PlanStatus.Optimal && broken.Count == 0 && whole.Value >= together.Value
            ? whole : PlanWhole(freed, _time.Last, known);
        var compared = Better(Better(again, whole), together);
        return broken.Count == 0 ? (compared, compared, broken) : (whole, compared, broken);
    }

    /// <summary>The plan, or the other where that is worth more; with the bound of the plan, which is about the problem.</summary>
    private static Plan Better(Plan plan, Plan other)
    {
        if (other.Value is not { } value || plan.Value >= value)
            return plan;
        double? bound = plan.Bound is { } proven ? Math.Max(proven, value) : null;
        return plan with { Status = PlanStatus.Feasible, Selected = other.Selected, Value = value, Bound = bound };
    }

    private Plan PlanWhole(Problem problem, TimeSpan time, Foreknowledge known)
    {
        var plan = _pool.PlanAll(
            [new PlanningTask(problem, _planner with { TimeLimit = time, Threads = _pool.Width }, known)], null, _cancelled)[0];
        Step();
        return plan;
    }

    private void Step(int steps = 1)
    {
        _done = Math.Min(_total, _done + steps);
        _progress?.Report(new AnalysisProgress(_done, _total));
    }
}

/// <summary>What a part planned.</summary>
/// <param name="Plan">Its plan.</param>
/// <param name="Broken">Its lower limits that the plan breaks.</param>
/// <param name="Bound">Proven of its problem without the lower limits that are divided over parts.</param>
/// <param name="Dropped">Lower limits dropped from that problem because they cannot be met.</param>
internal sealed record PlannedPart(Plan Plan, IReadOnlyList<string> Broken, double? Bound, IReadOnlySet<string> Dropped);
