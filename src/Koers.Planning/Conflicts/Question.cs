using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Options;
using Koers.Planning.Problems;
using Koers.Planning.Reduction;
using Koers.Planning.Rules;

namespace Koers.Planning.Conflicts;

/// <summary>
/// Whether some of a problem's rules can hold together, as a problem of its own: it has these rules only, and nothing in it is worth
/// anything. Its options are numbered as in the problem.
/// </summary>
internal sealed class Question
{
    private Question(Model model, OptionReduction reduction) => (Model, Reduction) = (model, reduction);

    /// <summary>The rules asked about, and no others.</summary>
    public Model Model { get; }

    /// <summary>What can be struck out with these rules.</summary>
    public OptionReduction Reduction { get; }

    /// <param name="problem">The whole problem.</param>
    /// <param name="rules">The names of the rules that are asked about.</param>
    /// <param name="cancelled">Ends the reduction early.</param>
    public static Question Of(Problem problem, IReadOnlySet<string> rules, CancellationToken cancelled)
    {
        var options = new OptionSet(problem with
        {
            Goals = [.. problem.Goals.Select(goal => goal with { Weight = 0.0, Cap = null })],
            Capacities = [.. problem.Capacities.Select(capacity => Hiring(capacity, rules))],
            Relations = [.. problem.Relations.Where(relation => relation is not Synergy && rules.Contains($"{relation.Type}/{relation.Id}"))],
            Reference = null,
        });
        var model = new Model(options, new RuleBook([.. RuleBook.For(options).Rules.Where(rule => rules.Contains(rule.Name))]));
        return new Question(model, OptionReduction.Of(model, cancelled));
    }

    /// <summary>Whether the checker finds that a selection keeps the rules.</summary>
    /// <param name="chosen">Per initiative an option or -1.</param>
    public bool IsKeptBy(int[] chosen) =>
        Evaluator.Violations(Model.RuleBook, new Selection(Model.Options, [.. chosen.Where(o => o >= 0).Order()])).Count == 0;

    /// <summary>Nobody is hired for a capacity that is not asked about; and where the budget is not, hiring costs nothing, so that what can be
    /// hired is simply there.</summary>
    private static Capacity Hiring(Capacity capacity, IReadOnlySet<string> rules)
    {
        if (capacity.Hire is not { } hire || !rules.Contains($"capacity/{capacity.Id}"))
            return capacity with { Hire = null };
        return rules.Contains($"budget/{hire.Budget}")
            ? capacity
            : capacity with
            {
                PerPeriod = [.. capacity.PerPeriod.Select((_, t) => capacity.Available(t) + hire.MaxPerPeriod)],
                Reserve = 0.0,
                Hire = null,
            };
    }
}
