using Koers.Planning.Formulation;
using Koers.Planning.Rules;

namespace Koers.Planning.Bounding;

/// <summary>
/// Highest useful price per row. Only rows that define a counted score have one: the goal's weight. Above it the bound would no longer
/// hold for a plan whose score is negative, and below it nothing is lost.
/// </summary>
internal static class PriceCeilings
{
    public static double[] Of(Model model)
    {
        var ceilings = new double[model.Rows.Count];
        for (var r = 0; r < ceilings.Length; r++)
        {
            ceilings[r] = double.PositiveInfinity;
            if (model.RuleBook.Rules[model.Rows.Rule[r]] is GoalCapRule)
                ceilings[r] = model.Objective[model.Rows.Entries.Keys(r)[^1]];
        }
        return ceilings;
    }
}
