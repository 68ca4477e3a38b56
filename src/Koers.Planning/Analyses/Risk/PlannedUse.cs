using Koers.Planning.Rules;

namespace Koers.Planning.Analyses;

/// <summary>What the plan itself uses, entry by entry, and from which use on a slice counts as exceeded.</summary>
internal sealed class PlannedUse
{
    public PlannedUse(RiskModel model)
    {
        var (means, simulator) = (model.Means, new RunSimulator(model));
        simulator.AsPlanned();
        var largest = new double[means.Slices];
        Money = new double[model.Spend.Of.Length * means.Years];
        People = new double[model.People.Of.Length * means.Periods];
        for (var n = 0; n < model.Count; n++)
        {
            for (var e = model.Spend.First[n]; e < model.Spend.First[n + 1]; e++)
            {
                var perYear = Money.AsSpan(e * means.Years, means.Years);
                simulator.AddMoney(n, e, perYear);
                Largest(perYear, largest.AsSpan(model.Spend.Of[e] * means.Years, means.Years), means.Saves[model.Spend.Of[e]]);
            }

            for (var e = model.People.First[n]; e < model.People.First[n + 1] && model.Rest[n] > 0; e++)
            {
                var perPeriod = People.AsSpan(e * means.Periods, means.Periods);
                simulator.AddPeople(n, e, perPeriod);
                Largest(perPeriod, largest.AsSpan((means.Budgets * means.Years) + (model.People.Of[e] * means.Periods), means.Periods), false);
            }
        }

        Slack = new double[means.Slices];
        for (var s = 0; s < Slack.Length; s++)
        {
            var limit = s < means.Money.Length ? means.Money[s] : means.People[s - means.Money.Length];
            Slack[s] = Rule.Tolerance * Math.Max(1.0, Math.Max(Math.Abs(limit), largest[s]));
        }
    }

    /// <summary>Per entry of spend and year.</summary>
    public double[] Money { get; }

    /// <summary>Per entry of effort and period.</summary>
    public double[] People { get; }

    /// <summary>Per slice, what use may lie above its limit: the tolerance of the contract.</summary>
    public double[] Slack { get; }

    private static void Largest(ReadOnlySpan<double> amounts, Span<double> largest, bool running)
    {
        var sum = 0.0;
        for (var k = 0; k < amounts.Length; k++)
        {
            sum = (running ? sum : 0) + amounts[k];
            largest[k] = Math.Max(largest[k], Math.Abs(sum));
        }
    }
}
