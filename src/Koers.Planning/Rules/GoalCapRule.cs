using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Planning.Rules;

/// <summary>What counts of a goal with a cap is at most its score (and, as the column's upper bound, at most the cap):
/// counted - Σ score ≤ 0.</summary>
internal sealed class GoalCapRule(Problem problem, int goal) : Rule($"score/{problem.Goals[goal].Id}")
{
    public override bool IsDefinition => true;

    public override void Write(RowWriter rows)
    {
        rows.AddAll(rows.ScoreByGoal, goal, -1.0);
        rows.Add(rows.Columns.Score(goal), 1.0);
        rows.EndRow(Name, 0.0);
    }

    // The evaluator counts min(score, cap). Only a score below zero, where contributions are negative, cannot be counted: the column
    // that holds the counted score is min(score, cap) there too, so nothing is ever broken.
    public override void Check(Selection selection, ICollection<Violation> violations)
    {
    }
}
