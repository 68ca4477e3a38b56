using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>Writes the bill of an option: objective less price × coefficient, row by row, which together is its reduced value.</summary>
internal static class BillMaker
{
    public static Bill Of(TrialProblem trial, int option, ReadOnlySpan<double> prices)
    {
        var model = trial.Model;
        var rows = model.ByColumn.Keys(option);
        var coefficients = model.ByColumn.Amounts(option);
        var lines = new List<BillLine>();
        for (var e = 0; e < rows.Length; e++)
            if (prices[rows[e]] > 0)
                lines.Add(new BillLine(
                    model.RuleBook.Rules[model.Rows.Rule[rows[e]]].Name, model.Rows.Names[rows[e]], coefficients[e], prices[rows[e]]));
        return new Bill(model.Options.ChoiceOf(option), model.Objective[option], [.. lines.OrderByDescending(line => line.Cost)]);
    }

    /// <summary>What is known of the relations that name an initiative.</summary>
    public static IReadOnlyList<RelationStanding> Relations(Problem problem, InitiativeId id, IReadOnlyList<Choice> plan)
    {
        var chosen = plan.Select(choice => choice.Initiative).ToHashSet();
        return [.. problem.Relations.Where(relation => relation.Members.Contains(id)).Select(relation =>
        {
            var others = relation.Members.Where(other => other != id).ToArray();
            return new RelationStanding(relation, [.. others.Where(chosen.Contains)], [.. others.Where(other => !chosen.Contains(other))]);
        })];
    }
}
