using Koers.Planning.Problems;

namespace Koers.Planning.Options;

/// <summary>
/// Every option of a problem: initiative i in variant v starting in period s. Options of one initiative stand together, in the order
/// of its variants and then of their starts. What an option scores, spends and asks is worked out once, here, for rules and evaluator.
/// </summary>
internal sealed class OptionSet
{
    private readonly Dictionary<InitiativeId, int> _initiativeIndex;

    public OptionSet(Problem problem)
    {
        Problem = problem;
        Years = problem.Horizon.Years;
        Periods = problem.Horizon.Periods;
        _initiativeIndex = Enumerable.Range(0, problem.Initiatives.Count).ToDictionary(i => problem.Initiatives[i].Id);
        First = new int[problem.Initiatives.Count + 1];
        for (var i = 0; i < problem.Initiatives.Count; i++)
            First[i + 1] = First[i] + problem.Initiatives[i].Variants.Sum(v => Math.Max(0, v.LatestStart - v.EarliestStart + 1));
        Count = First[^1];
        Initiative = new int[Count];
        Variant = new int[Count];
        Start = new int[Count];
        Finish = new int[Count];
        Exposure = new double[Count];
        (Score, Spend, Effort) = Build();
    }

    public Problem Problem { get; }
    public int Count { get; }
    public int Years { get; }
    public int Periods { get; }

    /// <summary>First option of each initiative; one entry more than there are initiatives.</summary>
    public int[] First { get; }

    /// <summary>Per option, the index of its initiative.</summary>
    public int[] Initiative { get; }

    /// <summary>Per option, the index of its variant within the initiative.</summary>
    public int[] Variant { get; }

    /// <summary>Per option, the period in which it starts.</summary>
    public int[] Start { get; }

    /// <summary>Per option, the first period of rest.</summary>
    public int[] Finish { get; }

    /// <summary>Per option, (1 - success) × everything it spends.</summary>
    public double[] Exposure { get; }

    /// <summary>Per option, points by goal index (caps not applied).</summary>
    public SparseRows Score { get; }

    /// <summary>Per option, money by <see cref="SpendKey"/>.</summary>
    public SparseRows Spend { get; }

    /// <summary>Per option, units by <see cref="EffortKey"/>.</summary>
    public SparseRows Effort { get; }

    public int SpendKey(int budget, int year) => (budget * Years) + year;

    public int EffortKey(int capacity, int period) => (capacity * Periods) + period;

    public int IndexOf(InitiativeId id) => _initiativeIndex[id];

    public Choice ChoiceOf(int option)
    {
        var initiative = Problem.Initiatives[Initiative[option]];
        return new Choice(initiative.Id, initiative.Variants[Variant[option]].Id, Start[option]);
    }

    /// <summary>The option that a choice names, or -1 where the problem has no such option.</summary>
    public int Find(Choice choice)
    {
        if (!_initiativeIndex.TryGetValue(choice.Initiative, out var i))
            return -1;
        var at = First[i];
        foreach (var v in Problem.Initiatives[i].Variants)
        {
            if (v.Id == choice.Variant && choice.Start >= v.EarliestStart && choice.Start <= v.LatestStart)
                return at + choice.Start - v.EarliestStart;
            at += Math.Max(0, v.LatestStart - v.EarliestStart + 1);
        }
        return -1;
    }

    private (SparseRows Score, SparseRows Spend, SparseRows Effort) Build()
    {
        var budget = Index(Problem.Budgets.Select(b => b.Id));
        var capacity = Index(Problem.Capacities.Select(c => c.Id));
        var goal = Index(Problem.Goals.Select(g => g.Id));
        var score = new SparseRowsBuilder(Problem.Goals.Count);
        var spend = new SparseRowsBuilder(Problem.Budgets.Count * Years);
        var effort = new SparseRowsBuilder(Problem.Capacities.Count * Periods);
        var timing = new EffectTiming(Problem);
        var option = 0;
        for (var i = 0; i < Problem.Initiatives.Count; i++)
            for (var v = 0; v < Problem.Initiatives[i].Variants.Count; v++)
            {
                var variant = Problem.Initiatives[i].Variants[v];
                for (var s = variant.EarliestStart; s <= variant.LatestStart; s++, option++)
                {
                    (Initiative[option], Variant[option], Start[option], Finish[option]) = (i, v, s, s + variant.Duration);
                    AddScore(variant, timing.Share(variant.Effect, s), goal, score);
                    Exposure[option] = (1 - variant.Success) * AddSpend(variant, s, budget, spend);
                    AddEffort(variant, s, capacity, effort);
                }
            }
        return (score.Build(), spend.Build(), effort.Build());
    }

    private static void AddScore(Variant variant, double share, Dictionary<GoalId, int> goal, SparseRowsBuilder score)
    {
        foreach (var (id, points) in variant.Contribution)
            score.Add(goal[id], points * variant.Success * share);
        score.EndRow();
    }

    private double AddSpend(Variant variant, int start, Dictionary<BudgetId, int> budget, SparseRowsBuilder spend)
    {
        var total = 0.0;
        foreach (var (id, profile) in variant.Spend)
            for (var k = Math.Max(0, -start); k < profile.Count; k++)
            {
                spend.Add(SpendKey(budget[id], Problem.Horizon.YearOf(start + k)), profile[k]);
                total += profile[k];
            }
        foreach (var (id, perPeriod) in variant.SpendAfter)
            for (var t = Math.Max(0, start + variant.Duration); t < Periods; t++)
            {
                spend.Add(SpendKey(budget[id], Problem.Horizon.YearOf(t)), perPeriod);
                total += perPeriod;
            }
        spend.EndRow();
        return total;
    }

    private void AddEffort(Variant variant, int start, Dictionary<CapacityId, int> capacity, SparseRowsBuilder effort)
    {
        foreach (var (id, profile) in variant.Effort)
            for (var k = Math.Max(0, -start); k < profile.Count; k++)
                effort.Add(EffortKey(capacity[id], start + k), profile[k]);
        effort.EndRow();
    }

    private static Dictionary<TId, int> Index<TId>(IEnumerable<TId> ids) where TId : notnull
    {
        var index = new Dictionary<TId, int>();
        foreach (var id in ids)
            index.Add(id, index.Count);
        return index;
    }
}
