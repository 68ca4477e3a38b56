using Koers.Planning.Formulation;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>The problem with its means multiplied.</summary>
internal sealed class FrontierMeans
{
    private readonly Problem _problem;
    private readonly HashSet<BudgetId> _budgets;
    private readonly HashSet<CapacityId> _capacities;

    public FrontierMeans(Problem problem, FrontierSettings settings)
    {
        _problem = problem;
        _budgets = [.. settings.Budgets];
        _capacities = [.. settings.Capacities];
        var money = problem.Budgets.Where(b => _budgets.Contains(b.Id)).Sum(b => b.PerYear.Sum());
        var people = problem.Capacities.Where(c => _capacities.Contains(c.Id)).Sum(c => c.PerPeriod.Sum());
        Measure = _capacities.Count == 0 ? FrontierMeasure.Money : _budgets.Count == 0 ? FrontierMeasure.People : FrontierMeasure.Factor;
        Total = Measure switch { FrontierMeasure.Money => money, FrontierMeasure.People => people, _ => 1.0 };
    }

    public FrontierMeasure Measure { get; }

    /// <summary>The amount of means at factor 1.</summary>
    public double Total { get; }

    public Problem At(double factor) => factor == 1.0 ? _problem : _problem with
    {
        Budgets = [.. _problem.Budgets.Select(b => _budgets.Contains(b.Id) ? b with { PerYear = Times(b.PerYear, factor) } : b)],
        Capacities =
            [.. _problem.Capacities.Select(c => _capacities.Contains(c.Id) ? c with { PerPeriod = Times(c.PerPeriod, factor) } : c)],
    };

    /// <summary>Per row of the model, whether its limit is multiplied.</summary>
    public bool[] Scales(Model model)
    {
        var names = _budgets.Select(b => $"budget/{b}").Concat(_capacities.Select(c => $"capacity/{c}")).ToHashSet(StringComparer.Ordinal);
        return [.. model.Rows.Rule.Select(rule => names.Contains(model.RuleBook.Rules[rule].Name))];
    }

    /// <summary>Factors at equal distances, and 1 where it lies between them.</summary>
    public static double[] Factors(FrontierSettings settings)
    {
        var step = (settings.To - settings.From) / (settings.Points - 1);
        var factors = Enumerable.Range(0, settings.Points).Select(k => settings.From + (k * step)).ToList();
        factors[^1] = settings.To;
        var near = factors.FindIndex(f => Math.Abs(f - 1) < 1e-9);
        if (near >= 0)
            factors[near] = 1.0;
        else if (settings.From < 1 && settings.To > 1)
            factors.Add(1.0);
        factors.Sort();
        return [.. factors];
    }

    private static double[] Times(IReadOnlyList<double> amounts, double factor) => [.. amounts.Select(a => a * factor)];
}
