using Koers.Planning.Options;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>
/// Divides the frames and groups of the whole over its parts. What lies within one part goes to that part whole; upper limits over several
/// parts are divided as the means are, lower limits in proportion to what each part can give at most; numbers in whole numbers.
/// </summary>
internal sealed class PartLimits(LabelParts parts, MeansShares shares, OptionSet options)
{
    /// <summary>The rules of which a lower limit is divided, or turned from a share into an amount: what they ask of a part they do not ask
    /// of the whole.</summary>
    public HashSet<string> DividedMinimum { get; } = new(StringComparer.Ordinal);

    /// <summary>Per part, what a frame asks of it; null where it asks nothing.</summary>
    public Frame?[] Divide(Frame frame)
    {
        var divided = frame switch
        {
            GoalFloor f => Divide(f),
            SpendShareFrame f => Divide(f),
            SelectingFrame f => Divide(f, parts.Over(f.Where)),
            _ => throw new ArgumentException($"Frame {frame.Id}: type {frame.Type} cannot be divided.", nameof(frame)),
        };
        return divided;
    }

    /// <summary>Per part, its quota of a group; null where it has no member.</summary>
    public Group?[] Divide(Group group)
    {
        var over = parts.Over(group.Initiatives);
        var divided = new Group?[parts.Count];
        var members = over.Select(p => group.Initiatives.Where(i => parts.PartOf(i) == p).ToList()).ToArray();
        double[] count = [.. members.Select(m => m.Count)];
        var most = group.Max is { } max ? Proportion.Whole(max, Among(over, shares.OfNumber(i => Has(group, i)))) : null;
        var least = group.Min is { } min ? Proportion.Whole(min, count) : null;
        if (over.Length > 1 && group.Min > 0)
            DividedMinimum.Add(LowerLimits.Name(group));
        for (var n = 0; n < over.Length; n++)
            divided[over[n]] = new Group(
                group.Id, members[n], least is null ? null : Math.Min(least[n], most?[n] ?? int.MaxValue), most?[n]);
        return divided;
    }

    private Frame?[] Divide(SelectingFrame frame, int[] over)
    {
        var divided = new Frame?[parts.Count];
        if (over.Length == 1)
            divided[over[0]] = frame;
        if (over.Length < 2)
            return divided;
        if (frame is SpendFrame { Min: not null } or CountFrame { Min: not null })
            DividedMinimum.Add(LowerLimits.Name(frame));
        bool In(int i) => frame.Where.Matches(parts.Problem.Initiatives[i]);
        Frame[] of = frame switch
        {
            SpendFrame f => DivideSpend(f, over, In),
            CountFrame f => [.. WholeMost(f.Max, over, In).Zip(WholeLeast(f.Min, over, In), (max, min) =>
                f with { Max = max, Min = min is { } low && max is { } high ? Math.Min(low, high) : min })],
            ConcurrentFrame f => [.. WholeMost(f.Max, over, In).Select(max => f with { Max = max!.Value })],
            StartsFrame f => [.. WholeMost(f.Max, over, In).Select(max => f with { Max = max!.Value })],
            EffortFrame f => [.. Most(f.Max, over, shares.OfPeople(In, Index(f.Capacity))).Select(max => f with { Max = max })],
            RiskFrame f => [.. Most(f.Max, over, shares.OfExposure(In)).Select(max => f with { Max = max })],
            _ => throw new ArgumentException($"Frame {frame.Id}: type {frame.Type} cannot be divided.", nameof(frame)),
        };
        for (var n = 0; n < over.Length; n++)
            divided[over[n]] = of[n];
        return divided;
    }

    private SpendFrame[] DivideSpend(SpendFrame frame, int[] over, Func<int, bool> selected)
    {
        var counts = Counting(frame.Budgets, frame.Years);
        var most = frame.Max is { } max ? Most(max, over, shares.OfMoney(selected, counts)) : null;
        var least = frame.Min is { } min ? Most(min, over, MoneyAtMost(selected, frame.Budgets, frame.Years)) : null;
        return [.. Enumerable.Range(0, over.Length).Select(n => frame with
        {
            Max = most?[n],
            Min = least is null ? null : Math.Min(least[n], most?[n] ?? double.PositiveInfinity),
        })];
    }

    /// <summary>A part does not know what all parts together spend: the share becomes an amount, that share of all money that
    /// counts.</summary>
    private Frame?[] Divide(SpendShareFrame frame)
    {
        var counted = shares.Counted(Counting(frame.Budgets, frame.Years));
        if (frame.Min > 0)
            DividedMinimum.Add(LowerLimits.Name(frame));
        return Divide(
            new SpendFrame(frame.Id, frame.Name, frame.Where, frame.Budgets, frame.Years, frame.Min * counted, frame.Max * counted),
            parts.Over(frame.Where));
    }

    private Frame?[] Divide(GoalFloor frame)
    {
        var goal = parts.Problem.Goals.Index().First(g => g.Item.Id == frame.Goal).Index;
        var atMost = parts.Sum(i => AtMost(i, o => Score(o, goal)));
        var divided = new Frame?[parts.Count];
        var touched = Enumerable.Range(0, parts.Count)
            .Where(p => parts.Initiatives(p).Any(i => i.Variants.Any(v => v.Contribution.ContainsKey(frame.Goal)))).ToArray();
        if (touched.Length != 1)
            DividedMinimum.Add(LowerLimits.Name(frame));
        var proportion = Proportion.Of(Among(touched, atMost));
        for (var n = 0; n < touched.Length; n++)
            divided[touched[n]] = frame with { Min = frame.Min * proportion[n] };
        return divided;
    }

    private double[] MoneyAtMost(Func<int, bool> selected, IReadOnlyList<BudgetId>? budgets, IReadOnlyList<int>? years)
    {
        var counted = Rules.CountedSpend.Of(options, budgets, years);
        return parts.Sum(i => selected(i) ? AtMost(i, counted.By) : 0.0);
    }

    private double AtMost(int initiative, Func<int, double> of)
    {
        var most = 0.0;
        for (var o = options.First[initiative]; o < options.First[initiative + 1]; o++)
            most = Math.Max(most, of(o));
        return most;
    }

    private double Score(int option, int goal) => Checking.Selection.Amount(options.Score, option, goal);

    private static double[] Most(double amount, int[] over, double[] weights) =>
        [.. Proportion.Of(Among(over, weights)).Select(share => share * amount)];

    private double?[] WholeMost(double? amount, int[] over, Func<int, bool> selected) => amount is null
        ? new double?[over.Length]
        : [.. Proportion.Whole((int)Math.Floor(amount.Value + 1e-9), Among(over, shares.OfNumber(selected))).Select(n => (double?)n)];

    private double?[] WholeLeast(double? amount, int[] over, Func<int, bool> selected) => amount is null
        ? new double?[over.Length]
        : [.. Proportion.Whole((int)Math.Ceiling(amount.Value - 1e-9), Among(over, parts.Sum(i => selected(i) ? 1.0 : 0.0)))
            .Select(n => (double?)n)];

    private static double[] Among(int[] over, double[] weights) => [.. over.Select(p => weights[p])];

    private Func<int, int, bool> Counting(IReadOnlyList<BudgetId>? budgets, IReadOnlyList<int>? years) => (budget, year) =>
        (budgets is null || budgets.Contains(parts.Problem.Budgets[budget].Id)) && (years is null || years.Contains(year));

    private bool Has(Group group, int initiative) => group.Initiatives.Contains(parts.Problem.Initiatives[initiative].Id);

    private int Index(CapacityId id) => parts.Problem.Capacities.Index().First(c => c.Item.Id == id).Index;
}
