using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Plans;

namespace Koers.Planning.Analyses;

/// <summary>
/// What certificates prove at every point of a frontier. Between points only limits change, and limits stand outside the maximum of the
/// Lagrangian bound: the bound of fixed prices is a straight line in the factor, fixed + slope × factor. The lowest of all lines is the
/// best that prices prove at a point.
/// </summary>
internal sealed class PriceLines(Model model, bool[] scales)
{
    private readonly List<Line> _lines = [];
    private readonly Dictionary<string, int> _rows = Enumerable.Range(0, model.Rows.Count)
        .ToDictionary(r => model.Rows.Names[r], StringComparer.Ordinal);

    public void Add(Certificate certificate)
    {
        var prices = new double[model.Rows.Count];
        foreach (var (name, price) in certificate.Prices)
            if (_rows.TryGetValue(name, out var r) && price > 0)
                prices[r] = price;
        var slope = 0.0;
        for (var r = 0; r < prices.Length; r++)
            slope += scales[r] ? prices[r] * model.Rows.Limits[r] : 0.0;
        var atOne = LagrangianBound.Of(model, prices);
        if (double.IsFinite(atOne) && double.IsFinite(slope))
            _lines.Add(new Line(atOne - slope, slope, certificate.Prices));
    }

    /// <summary>The prices that prove most at a factor; null where there are none.</summary>
    public Certificate? At(double factor) =>
        _lines.MinBy(line => line.At(factor)) is { } best ? new Certificate(best.At(factor), best.Prices) : null;

    private sealed record Line(double Fixed, double Slope, IReadOnlyDictionary<string, double> Prices)
    {
        public double At(double factor) => Fixed + (Slope * factor);
    }
}
