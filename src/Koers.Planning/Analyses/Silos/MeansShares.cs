using Koers.Planning.Options;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>Which share of each budget, capacity and upper limit each part gets.</summary>
internal sealed class MeansShares
{
    private readonly LabelParts _parts;
    private readonly MeansDivision _division;
    private readonly Asking _asking;

    public MeansShares(LabelParts parts, MeansDivision division, string label, OptionSet options)
    {
        (_parts, _division, _asking) = (parts, division, new Asking(options));
        var problem = parts.Problem;
        if (division == MeansDivision.Historic)
        {
            var history = parts.Values.Select(value => HistoricShares.Of(problem, label, value)).ToList();
            Budgets = [.. problem.Budgets.Select(b => history.Select(h => h.Budgets.GetValueOrDefault(b.Id)).ToArray())];
            Capacities = [.. problem.Capacities.Select(c => history.Select(h => h.Capacities.GetValueOrDefault(c.Id)).ToArray())];
        }
        else
        {
            Budgets = [.. problem.Budgets.Select((_, b) => Divide(i => _asking.Money(i, (budget, _) => budget == b)))];
            Capacities = [.. problem.Capacities.Select((_, c) => Divide(i => _asking.People(i, c)))];
        }
    }

    /// <summary>Per budget, the share of each part.</summary>
    public IReadOnlyList<double[]> Budgets { get; }

    /// <summary>Per capacity, the share of each part.</summary>
    public IReadOnlyList<double[]> Capacities { get; }

    /// <summary>How parts weigh where a limit on money is divided: asked = what their initiatives ask of it; historic = their share of
    /// the money that counts.</summary>
    public double[] OfMoney(Func<int, bool> selected, Func<int, int, bool> counts) => Weights(
        i => selected(i) ? _asking.Money(i, counts) : 0.0,
        part => _parts.Problem.Budgets.Index().Sum(b =>
            Budgets[b.Index][part] * b.Item.PerYear.Where((_, year) => counts(b.Index, year)).Sum()));

    public double[] OfPeople(Func<int, bool> selected, int capacity) =>
        Weights(i => selected(i) ? _asking.People(i, capacity) : 0.0, part => Capacities[capacity][part]);

    public double[] OfExposure(Func<int, bool> selected) => Weights(
        i => selected(i) ? _asking.Exposure(i) : 0.0,
        part => _parts.Problem.Budgets.Index().Sum(b => Budgets[b.Index][part] * b.Item.PerYear.Sum()));

    /// <summary>How parts weigh where a number is divided: asked = the number of their initiatives that count; historic = the average of
    /// their shares.</summary>
    public double[] OfNumber(Func<int, bool> selected) => Weights(
        i => selected(i) ? 1.0 : 0.0, part => Budgets.Concat(Capacities).Select(shares => shares[part]).DefaultIfEmpty(1.0).Average());

    /// <summary>All money that counts: what the budgets hold, or what all initiatives together ask where that is less.</summary>
    public double Counted(Func<int, int, bool> counts) => Math.Min(
        _parts.Problem.Budgets.Index().Sum(b => b.Item.PerYear.Where((_, year) => counts(b.Index, year)).Sum()),
        _parts.Sum(i => Math.Max(0.0, _asking.Money(i, counts))).Sum());

    private double[] Divide(Func<int, double> asked) =>
        Proportion.Of(_division == MeansDivision.Equal ? new double[_parts.Count] : _parts.Sum(i => Math.Max(0.0, asked(i))));

    private double[] Weights(Func<int, double> asked, Func<int, double> had) => _division switch
    {
        MeansDivision.Asked => _parts.Sum(i => Math.Max(0.0, asked(i))),
        MeansDivision.Historic => [.. Enumerable.Range(0, _parts.Count).Select(had)],
        _ => [.. Enumerable.Repeat(1.0, _parts.Count)],
    };
}
