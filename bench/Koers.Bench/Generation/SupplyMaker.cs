using Koers.Planning.Problems;

namespace Koers.Bench.Generation;

/// <summary>Sets budgets and capacities as a share of what the first variants of all initiatives ask together, a little different
/// every year and period.</summary>
internal sealed class SupplyMaker(MunicipalitySettings settings, Dice dice, IReadOnlyList<Initiative> initiatives)
{
    private static readonly double[] Reserves = [0.0, 0.1, 0.15];

    public List<Budget> Budgets() =>
    [
        Yearly(Vocabulary.Investment, "Investeringskredieten", 1.03, carryOver: true),
        Yearly(Vocabulary.Running, "Incidentele exploitatie", 1.0, carryOver: false),
        Structural(),
        Yearly(Vocabulary.Subsidy, "Rijkssubsidie", 1.4, carryOver: true),
    ];

    public List<Capacity> Capacities(IReadOnlyList<string> names)
    {
        var capacities = new List<Capacity>();
        foreach (var name in names)
        {
            var id = new CapacityId(name);
            var asked = initiatives.Sum(i => i.Variants[0].Effort.TryGetValue(id, out var units) ? units.Sum() : 0);
            var mean = asked * settings.Supply / settings.Periods;
            var perPeriod = Varying(settings.Periods, () => Math.Round(mean * dice.Between(0.9, 1.1), 2));
            var hire = dice.Chance(0.3)
                ? new Hire(Math.Round(mean * 0.2, 2), Math.Round(dice.Between(28, 40), 1), new BudgetId(Vocabulary.Running))
                : null;
            capacities.Add(new Capacity(id, name, perPeriod, Reserves[dice.Weighted(0.3, 0.5, 0.2)], hire));
        }
        return capacities;
    }

    private Budget Yearly(string name, string title, double generosity, bool carryOver)
    {
        var id = new BudgetId(name);
        var asked = initiatives.Sum(i => i.Variants[0].Spend.TryGetValue(id, out var money) ? money.Sum() : 0);
        var perYear = asked * settings.Supply * generosity / settings.Years;
        return new Budget(id, title, Varying(settings.Years, () => Math.Round(perYear * dice.Between(0.88, 1.12), 1)), carryOver);
    }

    /// <summary>Room for structural costs grows as earlier initiatives finish.</summary>
    private Budget Structural()
    {
        var id = new BudgetId(Vocabulary.Structural);
        var asked = initiatives.Sum(i => i.Variants[0].SpendAfter.GetValueOrDefault(id)) * settings.Periods;
        var ramp = Enumerable.Range(0, settings.Years).Select(y => y + 0.7).ToList();
        var unit = asked * settings.Supply * 0.55 / ramp.Sum();
        return new Budget(id, "Structurele ruimte", ramp.ConvertAll(r => Math.Round(unit * r, 1)), CarryOver: false);
    }

    private static double[] Varying(int count, Func<double> draw)
    {
        var values = new double[count];
        for (var k = 0; k < count; k++)
            values[k] = draw();
        return values;
    }
}
