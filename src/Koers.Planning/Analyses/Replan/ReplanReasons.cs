using Koers.Planning.Checking;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>
/// Says why each change is there, by undoing it in the new plan: alone, and where that breaks rules together with one other change. The
/// checker decides, so every reason can be repeated by hand.
/// </summary>
internal sealed class ReplanReasons(ReplanJudge judge)
{
    /// <summary>Pairs that are tried at most: a courtesy that must not cost seconds.</summary>
    private const int MostPairs = 4_000;

    private int _pairs;

    /// <summary>A better plan that was come across while undoing; null where none was.</summary>
    public Judged? Better { get; private set; }

    public IReadOnlyList<ReasonedChange> Of(Judged plan)
    {
        var changes = judge.Changes(plan.Choices);
        return [.. changes.Select(change => Reason(plan, change, changes))];
    }

    private ReasonedChange Reason(Judged plan, PlanChange change, List<PlanChange> all)
    {
        var to = judge.UndoneTo(change);
        var isImpossible = change.Before is { } before && !judge.IsOption(before);
        if (to == change.After)
            return new ReasonedChange(change, ReplanReason.NoLongerPossible, to, [], null, null, null);
        var undone = judge.Undo(plan.Choices, change);
        var broken = judge.Broken(undone);
        var kind = isImpossible ? ReplanReason.NoLongerPossible
            : broken.Count > 0 ? ReplanReason.ForcedByRules
            : ReplanReason.WorthIt;
        if (broken.Count == 0)
            return With(kind, judge.Judge(undone), [], null);
        return Partner(plan, change, all) is { } pair
            ? With(isImpossible ? kind : ReplanReason.MakesRoom, pair.Undone, broken, pair.Other)
            : new ReasonedChange(change, kind, to, broken, null, null, null);

        ReasonedChange With(ReplanReason reason, Judged other, IReadOnlyList<Violation> violations, InitiativeId? partner)
        {
            if (other.IsBetterThan(Better ?? plan, 1.0))
                Better = other;
            return new ReasonedChange(
                change, reason, to, violations, partner, plan.Value - other.Value, plan.At(1.0) - other.At(1.0));
        }
    }

    /// <summary>The other change with which it can be undone within the rules at the smallest loss; null where there is none, or where
    /// there are too many changes to try them all.</summary>
    private (InitiativeId Other, Judged Undone)? Partner(Judged plan, PlanChange change, List<PlanChange> all)
    {
        (InitiativeId Other, Judged Undone)? best = null;
        foreach (var other in all.Where(other => other != change && judge.CanBeUndone(other)))
        {
            if (++_pairs > MostPairs)
                return best;
            var undone = judge.Undo(plan.Choices, change, other);
            if (judge.Broken(undone).Count > 0)
                continue;
            var judged = judge.Judge(undone);
            if (best is null || judged.At(1.0) > best.Value.Undone.At(1.0))
                best = (other.Initiative.Id, judged);
        }
        return best;
    }
}
