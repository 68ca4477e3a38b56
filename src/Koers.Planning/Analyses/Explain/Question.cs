using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>What was found with a change of some size.</summary>
/// <param name="With">The best plan found with the initiative; null where none was found.</param>
/// <param name="ValueWith">Its worth in the changed problem.</param>
/// <param name="BoundWith">What no plan with it is worth more than; infinity where not known, minus infinity where there is none.</param>
/// <param name="Without">The best plan found without it; null = that of the problem as it is, which the change does not touch.</param>
/// <param name="ValueWithout">Its worth in the changed problem.</param>
internal sealed record Trial(
    IReadOnlyList<Choice>? With, double ValueWith, double BoundWith, IReadOnlyList<Choice>? Without, double ValueWithout);

/// <summary>One change whose turning point is looked for: first at its largest, which tells whether it can turn the answer at all, then
/// where prices let expect it, then halfway again and again.</summary>
internal sealed class Question
{
    private const int MostTrials = 40;
    private readonly SortedDictionary<double, Trial> _trials = [];

    public required ChangeKind Kind { get; init; }
    public required bool IsRaised { get; init; }
    public string? Resource { get; init; }

    /// <summary>The largest size: what does not turn the answer there cannot.</summary>
    public required double Limit { get; init; }

    /// <summary>Where prices let expect that the answer turns: only where to look first, never an answer. Null where they say nothing.</summary>
    public double? Guess { get; init; }

    /// <summary>Width of the interval that is narrow enough.</summary>
    public required double Precision { get; init; }

    /// <summary>The problem with a change of some size, the initiative not forced.</summary>
    public required Func<double, Problem> Change { get; init; }

    /// <summary>Whether the change also touches plans without the initiative.</summary>
    public bool ChangesBothSides => Kind is ChangeKind.Budget or ChangeKind.Capacity;

    public IEnumerable<Trial> Trials => _trials.Values;

    public void Add(double size, Trial trial) => _trials[size] = trial;

    /// <summary>Plans with the initiative found in trials, those of the sizes nearest first.</summary>
    public IEnumerable<IReadOnlyList<Choice>> PlansWith(double size) =>
        _trials.OrderBy(t => Math.Abs(t.Key - size)).Select(t => t.Value.With).OfType<IReadOnlyList<Choice>>();

    public IEnumerable<IReadOnlyList<Choice>> PlansWithout(double size) =>
        _trials.OrderBy(t => Math.Abs(t.Key - size)).Select(t => t.Value.Without).OfType<IReadOnlyList<Choice>>();

    /// <summary>The size to try next; null where there is nothing left to try.</summary>
    /// <param name="isIn">Whether the initiative belongs in as the problem is.</param>
    /// <param name="without">What the best plan without it is worth as the problem is.</param>
    public double? Next(bool isIn, double without)
    {
        var (from, to) = Bracket(isIn, without);
        if (_trials.Count >= MostTrials)
            return null;
        if (to is not { } upper)
            return _trials.ContainsKey(Limit) ? null : Limit;
        if (upper - from <= Precision * (1 + 1e-9))
            return null;
        var middle = Guess is { } guess && guess - from > Precision && upper - guess > Precision ? guess : (from + upper) / 2;
        // On a grid, so that the interval at the end does not depend on where was looked first
        middle = Math.Floor(middle / Step) * Step;
        if (middle <= from)
            middle += Step;
        return middle < upper ? middle : null;
    }

    /// <summary>The largest half of a half of 1 that is narrow enough.</summary>
    private double Step => Kind == ChangeKind.Start ? 1.0 : Math.Pow(2.0, -Math.Ceiling(Math.Log2(1.0 / Precision) - 1e-9));

    /// <summary>The largest size known not to turn the answer, and the smallest above it that does; null where none does. The side that a plan
    /// proves is leading: what no plan was found for may only not have been found.</summary>
    public (double From, double? To) Bracket(bool isIn, double without)
    {
        var within = _trials.Where(t => IsIn(t.Value, without)).Select(t => t.Key).ToArray();
        if (isIn)
        {
            var last = within.Append(0.0).Max();
            return (last, _trials.Keys.Where(size => size > last).Select(size => (double?)size).FirstOrDefault());
        }
        double? first = within.Length > 0 ? within.Min() : null;
        return (_trials.Keys.Where(size => first is null || size < first).Append(0.0).Max(), first);
    }

    /// <summary>The sizes at which it is out although no bound proves it.</summary>
    public IReadOnlyList<(double Size, Trial Trial)> NotIn(double without) =>
        [.. _trials.Where(t => !IsIn(t.Value, without) && t.Value.BoundWith >= ValueWithout(t.Value, without)).Select(t => (t.Key, t.Value))];

    public Trial? At(double? size) => size is { } known ? _trials.GetValueOrDefault(known) : null;

    public double ValueWithout(Trial trial, double without) => ChangesBothSides ? trial.ValueWithout : without;

    private bool IsIn(Trial trial, double without) => trial.With is not null && Tie.AtLeast(trial.ValueWith, ValueWithout(trial, without));
}
