using Koers.Planning.Formulation;
using Koers.Planning.Options;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Koers.Planning.Rules;

namespace Koers.Planning.Checking;

/// <summary>Values a plan and checks it, from the problem alone: no solver and, for the rules, no rows of the model.</summary>
public static class Evaluator
{
    /// <summary>The gap that is asked for by default, as in <see cref="PlannerOptions.Gap"/>: what most who say optimal mean by it.</summary>
    private const double UsualGap = 0.001;

    /// <summary>What a plan is worth and what it uses. The plan need not keep the rules.</summary>
    /// <param name="problem">The problem, faultless.</param>
    /// <param name="selected">What is chosen.</param>
    /// <exception cref="ArgumentException">A choice is not an option of the problem, or an initiative is chosen twice.</exception>
    public static PlanFigures Evaluate(Problem problem, IReadOnlyList<Choice> selected)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(selected);
        var options = new OptionSet(problem);
        var faults = new List<CheckFault>();
        var selection = Select(options, selected, faults);
        return faults.Count == 0 ? Figures.Of(selection) : throw new ArgumentException(string.Join(" ", faults), nameof(selected));
    }

    /// <summary>Checks every claim of a plan: that its choices are options, keep all rules and are worth what it says, that its bound is
    /// not below its value, that its certificate's prices prove the bound it states, and that a conflict names rules of the problem.
    /// </summary>
    /// <param name="problem">The problem, faultless.</param>
    /// <param name="plan">The plan; with status infeasible or unknown it must have no choices, and there is nothing else to verify.</param>
    public static CheckReport Check(Problem problem, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var isPlan = plan.Status is PlanStatus.Optimal or PlanStatus.Feasible;
        if (!isPlan && plan.Selected.Count + plan.Conflict.Count == 0)
            return new CheckReport([], [], null, null, null);
        var options = new OptionSet(problem);
        var rules = RuleBook.For(options);
        var faults = new List<CheckFault>();
        var selection = Select(options, plan.Selected, faults);
        var isValued = faults.Count == 0 && (isPlan || plan.Selected.Count > 0);
        CheckConflict(plan, rules, faults);
        if (!isPlan && plan.Selected.Count > 0)
            faults.Add(CheckFault.Of(CheckFaultKind.ChoicesWithoutPlan, Word(plan.Status), plan.Selected.Count));
        if (!isValued)
            return new CheckReport(faults, [], null, null, null);
        var violations = Violations(rules, selection);
        if (plan.Status == PlanStatus.Infeasible && violations.Count == 0)
            faults.Add(CheckFault.Of(CheckFaultKind.NotInfeasible));
        var value = Worth.Of(selection);
        CheckClaims(plan, value, faults);
        var certified = plan.Certificate is { } certificate ? CheckCertificate(new Model(options), certificate, faults) : (double?)null;
        bool? proven = plan.Bound is { } bound ? certified <= bound + (Rule.Tolerance * Math.Max(1.0, Math.Abs(bound))) : null;
        return new CheckReport(faults, violations, value, certified, proven) { Warnings = [.. Unsupported(plan, value)] };
    }

    /// <summary>Everything that a selection breaks.</summary>
    internal static List<Violation> Violations(RuleBook rules, Selection selection)
    {
        var violations = new List<Violation>();
        foreach (var rule in rules.Rules)
            rule.Check(selection, violations);
        return violations;
    }

    private static Selection Select(OptionSet options, IReadOnlyList<Choice> selected, List<CheckFault> faults)
    {
        var chosen = new List<int>();
        var seen = new HashSet<InitiativeId>();
        foreach (var choice in selected)
        {
            var option = options.Find(choice);
            if (option < 0)
                faults.Add(CheckFault.Of(CheckFaultKind.NotAnOption, choice.Initiative, choice.Variant, choice.Start));
            else if (!seen.Add(choice.Initiative))
                faults.Add(CheckFault.Of(CheckFaultKind.ChosenTwice, choice.Initiative));
            else
                chosen.Add(option);
        }
        chosen.Sort();
        return new Selection(options, chosen);
    }

    private static string Word(PlanStatus status) => status == PlanStatus.Infeasible ? "infeasible" : "unknown";

    // That the rules cannot hold together is for a solver to prove; that they exist is not
    private static void CheckConflict(Plan plan, RuleBook rules, List<CheckFault> faults)
    {
        var names = rules.Rules.Select(rule => rule.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in plan.Conflict.Distinct(StringComparer.Ordinal).Where(rule => !names.Contains(rule)))
            faults.Add(CheckFault.Of(CheckFaultKind.UnknownRule, rule));
    }

    // Optimal is within the gap that was asked for, which no plan states: a warning and no fault
    private static IEnumerable<CheckFault> Unsupported(Plan plan, double value)
    {
        if (plan.Status != PlanStatus.Optimal)
            yield break;
        if (plan.Bound is not { } bound)
            yield return CheckFault.Of(CheckFaultKind.OptimalWithoutBound);
        else if (bound - value > (UsualGap * Math.Abs(value)) + (Rule.Tolerance * Math.Max(1.0, Math.Abs(value))))
            yield return CheckFault.Of(
                CheckFaultKind.OptimalFarFromBound, bound, 100 * (bound - value) / Math.Max(1e-9, Math.Abs(value)));
    }

    private static void CheckClaims(Plan plan, double value, List<CheckFault> faults)
    {
        var slack = Rule.Tolerance * Math.Max(1.0, Math.Abs(value));
        var isPlan = plan.Status is PlanStatus.Optimal or PlanStatus.Feasible;
        if (plan.Value is not { } claimed)
        {
            // Who says that there is no plan owes no value
            if (isPlan)
                faults.Add(CheckFault.Of(CheckFaultKind.NoValue, value));
        }
        else if (!(Math.Abs(value - claimed) <= slack))
            faults.Add(CheckFault.Of(CheckFaultKind.WrongValue, claimed, value));
        if (plan.Bound is { } bound && !(bound >= value - slack))
            faults.Add(CheckFault.Of(CheckFaultKind.BoundUnderValue, bound, value));
    }

    private static double? CheckCertificate(Model model, Certificate certificate, List<CheckFault> faults)
    {
        var row = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var r = 0; r < model.Rows.Count; r++)
            row[model.Rows.Names[r]] = r;
        var prices = new double[model.Rows.Count];
        var before = faults.Count;
        foreach (var (name, price) in certificate.Prices)
        {
            if (!(price >= 0) || double.IsInfinity(price))
                faults.Add(CheckFault.Of(CheckFaultKind.UnusablePrice, name, price));
            else if (!row.TryGetValue(name, out var r))
                faults.Add(CheckFault.Of(CheckFaultKind.UnknownRow, name));
            else
                prices[r] = price;
        }
        if (faults.Count > before)
            return null;
        var proven = LagrangianBound.Of(model, prices);
        if (!(proven <= certificate.Bound + (Rule.Tolerance * Math.Max(1.0, Math.Abs(proven)))))
            faults.Add(CheckFault.Of(CheckFaultKind.UnprovenBound, proven, certificate.Bound));
        return proven;
    }
}
