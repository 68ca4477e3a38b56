using System.Globalization;
using System.Text;
using Koers.Bench.Contests;

namespace Koers.Bench.Reports;

/// <summary>Where seconds and values lie in the picture: time is logarithmic, and values run from a little under the worth of good plans to
/// a little over the bound, so that the last percents can be seen; what lies lower is cut off.</summary>
internal sealed class CurveFrame
{
    public const int Width = 900, Height = 420, Left = 84, Right = 690, Top = 16, Bottom = 384;

    private const double Earliest = 0.1;
    private static readonly double[] RoundSteps = [1, 2, 5, 10];

    private readonly double _limit;
    private readonly double _low;
    private readonly double _high;

    public CurveFrame(Contest contest)
    {
        var best = contest.Runs.Max(r => r.Value) ?? 0;
        var bound = contest.Runs.Min(r => r.Bound) ?? best;
        var room = Math.Max(Math.Max(bound - best, 0.02 * Math.Abs(best)), 1e-6);
        _limit = contest.Limit;
        _low = best - (2.5 * room);
        _high = Math.Max(bound, best) + (0.6 * room);
    }

    public double X(double seconds) =>
        Left + ((Right - Left) * Math.Log(Math.Clamp(seconds, Earliest, _limit) / Earliest) / Math.Log(_limit / Earliest));

    public double Y(double value) => Bottom - ((Bottom - Top) * (value - _low) / (_high - _low));

    /// <summary>A stepped path through the records of a series: the highest so far where it rises, else the lowest.</summary>
    public string Steps(IEnumerable<(double Seconds, double? Amount)> series, double? final, bool rises)
    {
        var path = new StringBuilder();
        double? record = null;
        foreach (var (seconds, amount) in series.Append((_limit, final)))
        {
            if (amount is not { } a || (record is { } r && (rises ? a <= r : a >= r)))
                continue;
            path.Append(CultureInfo.InvariantCulture, $"{(record is null ? 'M' : 'H')}{X(seconds):0.0}");
            path.Append(CultureInfo.InvariantCulture, $"{(record is null ? ' ' : 'V')}{Y(a):0.0}");
            record = a;
        }
        return record is null ? "" : path.Append(CultureInfo.InvariantCulture, $"H{X(_limit):0.0}").ToString();
    }

    public IEnumerable<(double Seconds, double X)> TimeTicks() =>
        new[] { 0.1, 0.3, 1, 3, 10, 30, 60, 100, 300, 1000 }.Where(s => s <= _limit).Select(s => (s, X(s)));

    public IEnumerable<(double Value, double Y)> ValueTicks()
    {
        var rough = (_high - _low) / 6;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * RoundSteps.First(s => s * power >= rough);
        for (var value = Math.Ceiling(_low / step) * step; value <= _high; value += step)
            yield return (value, Y(value));
    }
}
