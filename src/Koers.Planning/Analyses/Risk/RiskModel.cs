using Koers.Planning.Options;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>
/// A plan as the simulation needs it: everything in flat arrays, initiatives in the order in which they push each other. What an
/// initiative has left to spend and do is kept as running sums over its remaining periods, so that what falls in any part of a stretched
/// duration is a difference of two of them.
/// </summary>
internal sealed class RiskModel
{
    /// <summary>Numbers of chance that are set aside for one initiative.</summary>
    public const int DrawsEach = 8;

    private readonly List<double> _sums = [];

    public RiskModel(Problem problem, IReadOnlyList<Choice> selected, Func<InitiativeId, Ranges> rangesOf, Correlation? correlation)
    {
        Problem = problem;
        var index = problem.Initiatives.Index().ToDictionary(p => p.Item.Id, p => p.Index);
        var chosen = selected.OrderBy(c => index[c.Initiative]).ToArray();
        var variants = Array.ConvertAll(
            chosen, c => problem.Initiatives[index[c.Initiative]].Variants.First(v => v.Id == c.Variant));
        var at = chosen.Index().ToDictionary(p => p.Item.Initiative, p => p.Index);
        Waits = new PushOrder(
            problem, at, [.. chosen.Select(c => c.Start)], [.. chosen.Select((c, n) => c.Start + variants[n].Duration)]);
        Choices = [.. Waits.Order.Select(n => chosen[n])];
        Variants = [.. Waits.Order.Select(n => variants[n])];
        Initiative = [.. Choices.Select(c => index[c.Initiative])];
        Count = Choices.Length;
        Start = [.. Choices.Select(c => Math.Max(0, c.Start))];
        Finish = [.. Choices.Select((c, n) => c.Start + Variants[n].Duration)];
        Rest = [.. Finish.Select((f, n) => Math.Max(0, f - Start[n]))];
        var ranges = Array.ConvertAll(Choices, c => rangesOf(c.Initiative));
        FactorDistribution[] Each(Func<Ranges, ThreePoint?> of) =>
            [.. ranges.Select((r, n) => FactorDistribution.Of(of(r), r.Shape, Choices[n].Initiative))];
        (Cost, Effort, Duration, Score) = (Each(r => r.Cost), Each(r => r.Effort), Each(r => r.Duration), Each(r => r.Score));
        Success = [.. Variants.Select(v => v.Success)];
        Fortune = new Fortunes(problem, Initiative, correlation);
        Means = new RiskMeans(problem);
        Spend = Entries(Means.Budget, v => v.Spend, v => v.SpendAfter);
        People = Entries(Means.Capacity, v => v.Effort, _ => NoAfter<CapacityId>.None);
        Effects = new RiskEffects(problem, this, _sums);
        Sums = [.. _sums];
        _sums.Clear();
    }

    public Problem Problem { get; }

    public RiskMeans Means { get; }

    public RiskEffects Effects { get; }

    /// <summary>Who waits for whom.</summary>
    public PushOrder Waits { get; }

    /// <summary>Who shares whose luck.</summary>
    public Fortunes Fortune { get; }

    /// <summary>Initiatives in the plan.</summary>
    public int Count { get; }

    public Choice[] Choices { get; }

    public Variant[] Variants { get; }

    /// <summary>Index in the problem: by that it draws its luck.</summary>
    public int[] Initiative { get; }

    /// <summary>First period within the horizon in which it is at work, planned.</summary>
    public int[] Start { get; }

    /// <summary>Planned finish; at or before period 0 for work that is finished already.</summary>
    public int[] Finish { get; }

    /// <summary>Planned periods of work from <see cref="Start"/> on; 0 = finished already.</summary>
    public int[] Rest { get; }

    public FactorDistribution[] Cost { get; }

    public FactorDistribution[] Effort { get; }

    public FactorDistribution[] Duration { get; }

    public FactorDistribution[] Score { get; }

    public double[] Success { get; }

    /// <summary>What each initiative spends, per budget.</summary>
    public RiskEntries Spend { get; }

    /// <summary>What each initiative asks, per capacity.</summary>
    public RiskEntries People { get; }

    /// <summary>Running sums over remaining periods, of spend, effort and effect; entries say where theirs begin.</summary>
    public double[] Sums { get; }

    /// <summary>Adds the running sums of a profile over what is left of an initiative's duration; returns where they begin.</summary>
    public static int AddSums(List<double> sums, int left, Func<int, double> amountOfPeriod)
    {
        var at = sums.Count;
        var sum = 0.0;
        sums.Add(0);
        for (var k = 0; k < left; k++)
            sums.Add(sum += amountOfPeriod(k));
        return at;
    }

    /// <summary>The planned periods of an initiative that lie before the horizon, and so are done.</summary>
    public int Past(int n) => Variants[n].Duration - Rest[n];

    private RiskEntries Entries<TId>(
        Dictionary<TId, int> index, Func<Variant, IReadOnlyDictionary<TId, IReadOnlyList<double>>> profiles,
        Func<Variant, IReadOnlyDictionary<TId, double>> after)
        where TId : notnull
    {
        var (first, of, at, later) = (new List<int>(), new List<int>(), new List<int>(), new List<double>());
        for (var n = 0; n < Count; n++)
        {
            first.Add(of.Count);
            var (profile, afterwards) = (profiles(Variants[n]), after(Variants[n]));
            foreach (var (id, resource) in index)
            {
                var amounts = profile.GetValueOrDefault(id) ?? [];
                var past = Past(n);
                var perPeriod = afterwards.GetValueOrDefault(id);
                if (amounts.Count <= past && perPeriod == 0)
                    continue;
                of.Add(resource);
                at.Add(AddSums(_sums, Rest[n], k => past + k < amounts.Count ? amounts[past + k] : 0));
                later.Add(perPeriod);
            }
        }

        first.Add(of.Count);
        return new RiskEntries([.. first], [.. of], [.. at], [.. later]);
    }

    private static class NoAfter<TId> where TId : notnull
    {
        public static readonly Dictionary<TId, double> None = [];
    }
}

/// <summary>What initiatives use of budgets, or of capacities.</summary>
/// <param name="First">Where the entries of each initiative begin; one more than there are initiatives.</param>
/// <param name="Of">Index of the budget or capacity.</param>
/// <param name="At">Where the running sums begin.</param>
/// <param name="After">Amount per period from the finish on.</param>
internal sealed record RiskEntries(int[] First, int[] Of, int[] At, double[] After);

/// <summary>Which initiatives share a part of their luck.</summary>
internal sealed class Fortunes
{
    public Fortunes(Problem problem, int[] initiative, Correlation? correlation)
    {
        var groups = new Dictionary<string, int>();
        var of = problem.Initiatives.Select(i => correlation is { Strength: > 0 } && i.Labels.TryGetValue(correlation.Label, out var label)
            ? groups.TryGetValue(label, out var known) ? known : groups[label] = groups.Count
            : -1).ToArray();
        Group = [.. initiative.Select(i => of[i])];
        Count = groups.Count;
        FirstDraw = problem.Initiatives.Count * RiskModel.DrawsEach;
        Shared = Math.Sqrt(correlation?.Strength ?? 0);
        Own = Math.Sqrt(1 - (correlation?.Strength ?? 0));
    }

    /// <summary>Per initiative of the plan its group; -1 = it stands alone.</summary>
    public int[] Group { get; }

    /// <summary>Groups in the problem.</summary>
    public int Count { get; }

    /// <summary>The number of chance of the first group.</summary>
    public int FirstDraw { get; }

    /// <summary>Weight of the luck that a group shares, √strength.</summary>
    public double Shared { get; }

    /// <summary>Weight of what is an initiative's own, √(1 - strength).</summary>
    public double Own { get; }
}
