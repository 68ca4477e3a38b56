using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>The next step of a question: a change of one size, of which is to be found what the best plan with it is worth, and where the
/// change touches both sides, the best without it.</summary>
internal sealed class Pending
{
    private const int MostStarts = 3;

    private readonly Sides _sides;
    private readonly InitiativeId _id;
    private readonly TrialProblem _with;
    private readonly TrialProblem? _without;
    private readonly List<IReadOnlyList<Choice>> _startsWith;
    private readonly List<IReadOnlyList<Choice>> _startsWithout;
    private readonly (IReadOnlyList<Choice> Plan, double Value)? _knownWith;
    private readonly (IReadOnlyList<Choice> Plan, double Value)? _knownWithout;

    public Pending(Question question, double size, Sides sides, InitiativeId id)
    {
        (Question, Size, _sides, _id) = (question, size, sides, id);
        var changed = question.Change(size);
        _with = new TrialProblem(Variation.Forced(changed, id));
        var plansWith = question.PlansWith(size).Take(MostStarts).Append(sides.With.Selected).Append(sides.Without.Selected);
        _startsWith = sides.StartsWith(_with, plansWith);
        _knownWith = _with.Best(_startsWith);
        _startsWithout = [];
        if (!question.ChangesBothSides)
            return;
        _without = new TrialProblem(Variation.LeftOut(changed, id));
        _startsWithout = [.. question.PlansWithout(size).Take(MostStarts).Append(sides.Without.Selected).Append(sides.Less(sides.With.Selected))];
        _knownWithout = _without.Best(_startsWithout);
    }

    public Question Question { get; }

    public double Size { get; }

    public int Solves => _without is null ? 1 : 2;

    private double ValueWithout => _without is null ? _sides.ValueWithout : _knownWithout?.Value ?? double.NegativeInfinity;

    /// <summary>The answer that plans and prices at hand give without any search; null where they do not.</summary>
    public Trial? AnswerAtOnce()
    {
        if (_without is null && _knownWith is { } known && Tie.AtLeast(known.Value, _sides.ValueWithout))
            return new Trial(known.Plan, known.Value, double.PositiveInfinity, null, _sides.ValueWithout);
        var bound = LagrangianBound.Of(_with.Model, _with.Prices(_with.WithDuty(_id, _sides.Prices)));
        return bound < ValueWithout && !Tie.Is(bound, ValueWithout)
            ? new Trial(_knownWith?.Plan, _knownWith?.Value ?? double.NegativeInfinity, bound, _knownWithout?.Plan, ValueWithout)
            : null;
    }

    public IEnumerable<PlanningTask> Tasks(PlannerOptions options)
    {
        yield return new PlanningTask(_with.Problem, options, new Foreknowledge(Ordered(_startsWith, _knownWith), _with.WithDuty(_id, _sides.Prices)));
        if (_without is not null)
            yield return new PlanningTask(_without.Problem, options, new Foreknowledge(Ordered(_startsWithout, _knownWithout), _sides.Prices));
    }

    /// <summary>What searching gave; null where it was stopped before it could tell.</summary>
    public Trial? Answer(IReadOnlyList<Plan> found, bool wasStopped)
    {
        var (with, valueWith) = Best(found[0], _knownWith);
        var bound = found[0].Status == PlanStatus.Infeasible ? double.NegativeInfinity : found[0].Bound ?? double.PositiveInfinity;
        var (without, valueWithout) = _without is null ? (null, _sides.ValueWithout) : Best(found[1], _knownWithout);
        var isUnknown = _without is not null && without is null && found[1].Status != PlanStatus.Infeasible;
        var isIn = with is not null && Tie.AtLeast(valueWith, valueWithout);
        // Stopped early, "nothing better was found" says nothing, and neither does a pair of which one side had no search
        if (isUnknown || (wasStopped && (!isIn || _without is not null)))
            return null;
        return new Trial(with, valueWith, bound, without, valueWithout);
    }

    private static (IReadOnlyList<Choice>? Plan, double Value) Best(Plan found, (IReadOnlyList<Choice> Plan, double Value)? known) =>
        found.Value is { } value && !(known?.Value > value) ? (found.Selected, value)
        : known is { } better ? (better.Plan, better.Value)
        : (null, double.NegativeInfinity);

    private static List<IReadOnlyList<Choice>> Ordered(List<IReadOnlyList<Choice>> starts, (IReadOnlyList<Choice> Plan, double Value)? first) =>
        first is { } best ? [best.Plan, .. starts.Where(start => !ReferenceEquals(start, best.Plan))] : starts;
}
