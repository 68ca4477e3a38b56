using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Planning.Rules;

/// <summary>The score on a goal, not cut off at its cap, is at least min: - Σ score ≤ -min.</summary>
internal sealed class GoalFloorRule(GoalFloor frame, int goal) : Rule($"frame/{frame.Id}")
{
    public override void Write(RowWriter rows)
    {
        rows.AddAll(rows.ScoreByGoal, goal, -1.0);
        rows.EndRow(Name, -frame.Min);
    }

    public override void Check(Selection selection, ICollection<Violation> violations)
    {
        var score = selection.Score(goal);
        if (score < frame.Min)
            Limit(Name, -score, -frame.Min, Largest(selection), violations);
    }

    private double Largest(Selection selection)
    {
        var largest = 0.0;
        for (var o = 0; o < selection.Options.Count; o++)
            largest = Math.Max(largest, Math.Abs(Selection.Amount(selection.Options.Score, o, goal)));
        return largest;
    }
}
