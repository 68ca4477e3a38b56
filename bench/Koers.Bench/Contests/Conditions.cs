using System.Globalization;
using Google.OrTools.Init;
using Koers.Bench.Reports;

namespace Koers.Bench.Contests;

/// <summary>When, where and with what was measured.</summary>
internal sealed class Conditions(double seconds)
{
    private readonly string _date = TimeProvider.System.GetLocalNow().ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
    private readonly double? _load = Machine.Load();

    public string Describe(IEnumerable<Run> runs)
    {
        var koers = typeof(Planning.Planner).Assembly.GetName().Version?.ToString(3);
        var stated = runs.Where(r => r.Version is not null && r.Solver != "cp-sat").DistinctBy(r => r.Solver)
            .Select(r => $"{SolverNames.Of(r.Solver)} {r.Version}");
        var versions = string.Join(", ", [$"Koers {koers}", $"OR-Tools {OrToolsVersion.VersionString()}", .. stated]);
        var load = _load is { } l ? string.Create(CultureInfo.InvariantCulture, $"Load at the start: {l:0.00}.") : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"Measured on {_date}, {seconds} s each: {Machine.Describe()}. {versions}. {load}").TrimEnd();
    }
}
