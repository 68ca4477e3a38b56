using Koers.Planning.Checking;
using Koers.Planning.Options;
using Koers.Planning.Problems;
using Koers.Planning.Rules;

namespace Koers.Planning.Analyses;

/// <summary>What the checker says of one selection.</summary>
/// <param name="Choices">The selection, in the order of the problem.</param>
/// <param name="Value">Its value, penalties not counted.</param>
/// <param name="Disturbance">Its penalty.</param>
/// <param name="Undoable">Its changes that can be undone, whatever that breaks or costs.</param>
internal sealed record Judged(IReadOnlyList<Choice> Choices, double Value, double Disturbance, int Undoable)
{
    /// <summary>What it is worth where penalties are multiplied.</summary>
    public double At(double scale) => Value - (scale * Disturbance);

    /// <summary>Whether it is worth more where penalties are multiplied; of equals the one that disturbs less, then the one that changes
    /// less is better: a change that costs nothing is still a change.</summary>
    public bool IsBetterThan(Judged other, double scale)
    {
        var calmer = other.Disturbance - Disturbance;
        // A large multiple makes a difference of what is only rounding
        if (Math.Abs(calmer) <= ReplanJudge.Rounding)
            calmer = 0;
        var gain = Value - other.Value + (scale * calmer);
        if (Math.Abs(gain) > ReplanJudge.Rounding)
            return gain > 0;
        return calmer == 0 ? Undoable < other.Undoable : calmer > 0;
    }
}

/// <summary>Judges plans with the checker, and undoes changes that nobody needs. No solver.</summary>
internal sealed class ReplanJudge
{
    /// <summary>Points below which a difference is rounding.</summary>
    public const double Rounding = 1e-9;

    private readonly OptionSet _options;
    private readonly RuleBook _rules;
    private readonly ReplanProblem _replan;

    public ReplanJudge(ReplanProblem replan, ReplanPenalties penalties)
    {
        _replan = replan;
        Problem = replan.With(penalties, 1.0);
        _options = new OptionSet(Problem);
        _rules = RuleBook.For(_options);
        Held = replan.Held.ToDictionary(choice => choice.Initiative);
    }

    /// <summary>The problem with the reference in it.</summary>
    public Problem Problem { get; }

    /// <summary>The reference, by initiative.</summary>
    public Dictionary<InitiativeId, Choice> Held { get; }

    /// <summary>How many options there are.</summary>
    public int Options => _options.Count;

    public bool IsOption(Choice choice) => _options.Find(choice) >= 0;

    /// <summary>What a selection of options breaks.</summary>
    public List<Violation> Broken(IEnumerable<Choice> choices) => Evaluator.Violations(_rules, Selection(choices));

    public Judged Judge(IEnumerable<Choice> choices)
    {
        var selection = Selection(choices);
        var penalty = Worth.Penalty(selection);
        List<Choice> chosen = [.. selection.Chosen.Select(_options.ChoiceOf)];
        return new Judged(chosen, Worth.Of(selection) + penalty, penalty, Changes(chosen).Count(CanBeUndone));
    }

    /// <summary>The initiatives that a plan holds otherwise than the reference.</summary>
    public List<PlanChange> Changes(IReadOnlyList<Choice> choices)
    {
        var now = choices.ToDictionary(choice => choice.Initiative);
        return [.. Problem.Initiatives
            .Select(i => new PlanChange(i, Held.GetValueOrDefault(i.Id), now.GetValueOrDefault(i.Id)))
            .Where(change => change.Before != change.After)];
    }

    public ChangeCounts Count(IReadOnlyList<Choice> choices)
    {
        var changes = Changes(choices);
        return new ChangeCounts(
            changes.Count, changes.Count(c => c.IsOut), changes.Count(c => c.IsIn), changes.Count(c => c.Shift != 0),
            changes.Count(c => c.IsOtherVariant), changes.Sum(c => Math.Abs(c.Shift)));
    }

    /// <summary>What undoing a change puts in its place; null = nothing.</summary>
    public Choice? UndoneTo(PlanChange change) => change.Before is null ? null : _replan.Nearest(change.Initiative.Id);

    /// <summary>Whether undoing a change makes a difference.</summary>
    public bool CanBeUndone(PlanChange change) => UndoneTo(change) != change.After;

    /// <summary>The plan with changes undone.</summary>
    public List<Choice> Undo(IReadOnlyList<Choice> choices, params ReadOnlySpan<PlanChange> changes)
    {
        var undone = choices.ToList();
        foreach (var change in changes)
        {
            undone.RemoveAll(choice => choice.Initiative == change.Initiative.Id);
            if (UndoneTo(change) is { } before)
                undone.Add(before);
        }
        return undone;
    }

    /// <summary>Undoes one by one the changes that bring nothing: that can be undone within the rules without making the plan worth less
    /// where penalties are multiplied by <paramref name="scale"/>, or as much with more disturbance. Every time one change fewer can be
    /// undone, so that it ends.</summary>
    public Judged WithoutNeedlessChanges(Judged plan, double scale)
    {
        for (var isBetter = true; isBetter;)
        {
            isBetter = false;
            foreach (var change in Changes(plan.Choices).Where(CanBeUndone))
            {
                var undone = Judge(Undo(plan.Choices, change));
                if (!undone.IsBetterThan(plan, scale) || Broken(undone.Choices).Count > 0)
                    continue;
                plan = undone;
                isBetter = true;
            }
        }
        return plan;
    }

    /// <summary>The most and least that values of plans can differ: sums over initiatives of their best and worst option.</summary>
    public (double Least, double Most) ValueRange()
    {
        var (least, most) = (0.0, 0.0);
        for (var i = 0; i < Problem.Initiatives.Count; i++)
        {
            var (low, high) = (0.0, 0.0);
            for (var o = _options.First[i]; o < _options.First[i + 1]; o++)
            {
                var (negative, positive) = (0.0, 0.0);
                var goals = _options.Score.Keys(o);
                var points = _options.Score.Amounts(o);
                for (var e = 0; e < goals.Length; e++)
                {
                    var worth = Problem.Goals[goals[e]].Weight * points[e];
                    (negative, positive) = (negative + Math.Min(0, worth), positive + Math.Max(0, worth));
                }
                (low, high) = (Math.Min(low, negative), Math.Max(high, positive));
            }
            (least, most) = (least + low, most + high);
        }
        foreach (var synergy in Problem.Relations.OfType<Synergy>())
            (least, most) = (least + Math.Min(0, synergy.Value), most + Math.Max(0, synergy.Value));
        return (least, most);
    }

    private Selection Selection(IEnumerable<Choice> choices)
    {
        var chosen = choices.Select(_options.Find).ToList();
        chosen.Sort();
        return new Selection(_options, chosen);
    }
}
