using System.Globalization;
using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>Horizon, discounting and tail; and the number of periods and years, where those are known.</summary>
internal sealed class TimeChecks
{
    /// <summary>Weights beyond this would drown all others.</summary>
    private const double HeaviestPeriod = 1e12;

    private readonly Checks _checks;

    public TimeChecks(Problem problem, Checks checks)
    {
        _checks = checks;
        var (horizon, at) = (problem.Horizon, JsonPath.Root["horizon"]);
        if (IsCount(horizon.Periods, 1, at["periods"])) Periods = horizon.Periods;
        if (IsCount(horizon.PeriodsPerYear, 1, at["periodsPerYear"]) && Periods is not null) Years = horizon.Years;
        if (horizon.Start.Year + Years > DateOnly.MaxValue.Year)
            checks.Error(at["start"], FaultKind.HorizonPastCalendar, horizon.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        CheckWeights(problem.Value, horizon);
    }

    /// <summary>Periods T; null where the file does not say it properly.</summary>
    public int? Periods { get; }

    /// <summary>Years; null where the file does not say it properly.</summary>
    public int? Years { get; }

    /// <summary>A number of periods that is usable to calculate on with.</summary>
    public bool IsCount(int value, int least, JsonPath path) =>
        _checks.Range(value, least, FormatLimits.Periods, path) && !_checks.Faults.IsUnusable(path);

    private void CheckWeights(ValueSettings value, Horizon horizon)
    {
        var at = JsonPath.Root["value"];
        var isTailKnown = IsCount(value.TailPeriods, 0, at["tailPeriods"]);
        var rate = value.DiscountPerYear;
        if (!_checks.Number(rate, at["discountPerYear"])) return;
        if (rate <= -1)
            _checks.Error(at["discountPerYear"], FaultKind.DiscountTooLow, rate);
        else if (isTailKnown && Years is not null && LastWeight() > HeaviestPeriod)
            _checks.Error(at["discountPerYear"], FaultKind.DiscountOverflows, rate);

        double LastWeight() => Math.Pow(1 + rate, -(horizon.Periods + value.TailPeriods - 1.0) / horizon.PeriodsPerYear);
    }
}
