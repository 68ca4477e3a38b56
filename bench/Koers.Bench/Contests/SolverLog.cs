using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Koers.Bench.Contests;

/// <summary>What one line of a log says; null where it says nothing of it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Sighting(double? Value, double? Bound);

/// <summary>Reads value and bound from the log lines of each solver. Stock solvers minimise -value: their numbers change sign here.</summary>
internal static partial class SolverLog
{
    /// <summary>SCIP, CBC and HiGHS write infinity as 1e20, 1e50 or inf.</summary>
    private const double Infinite = 1e19;

    public static Sighting Read(string solver, string line) => solver switch
    {
        "koers" => Koers(line),
        "scip" => Scip(line),
        "highs" => Highs(line),
        "cp-sat" => CpSat(line),
        "cbc" => Cbc(line),
        _ => default,
    };

    /// <summary>The version that a solver states in its log; null where the line does not.</summary>
    public static string? Version(string line) => StatedVersion().Match(line) is { Success: true } match ? match.Groups["version"].Value : null;

    /// <summary><c>@progress Improving 105.4 122.7</c>; a missing number is empty.</summary>
    private static Sighting Koers(string line) =>
        line.Split(' ') is ["@progress", _, var value, var bound] ? new Sighting(Number(value), Number(bound)) : default;

    /// <summary>The display has 18 columns between bars; the report at the end says it with all digits.</summary>
    private static Sighting Scip(string line)
    {
        if (line.Split('|') is { Length: 18 } columns)
            return new Sighting(-Number(columns[15]), -Number(columns[14]));
        return new Sighting(Last(line, "Primal Bound       :"), Last(line, "Dual Bound         :"));
    }

    private static Sighting Highs(string line)
    {
        if (HighsDisplay().Match(line) is { Success: true } match)
            return new Sighting(-Number(match.Groups["value"].Value), -Number(match.Groups["bound"].Value));
        return new Sighting(Last(line, "  Primal bound "), Last(line, "  Dual bound "));
    }

    /// <summary><c>#12 3.45s best:-96.2 next:[-127.2,-96.3]</c>, or <c>#Bound</c> in place of the number. The report at the end is left
    /// alone: without a plan it says 0.</summary>
    private static Sighting CpSat(string line) => CpSatDisplay().Match(line) is { Success: true } match
        ? new Sighting(-Number(match.Groups["value"].Value), -Number(match.Groups["bound"].Value))
        : default;

    private static Sighting Cbc(string line)
    {
        var value = CbcValue().Match(line);
        var bound = CbcBound().Match(line);
        return new Sighting(
            value.Success ? -Number(value.Groups["value"].Value) : null,
            bound.Success ? -Number(bound.Groups["bound"].Value) : null);
    }

    private static double? Last(string line, string label) => line.StartsWith(label, StringComparison.Ordinal)
        ? -Number(line[label.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(""))
        : null;

    private static double? Number(string text) =>
        double.TryParse(text.Replace("'", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) < Infinite ? number : null;

    [GeneratedRegex(@"^ [A-Za-z ]\s+\S+\s+\S+\s+\S+\s+[\d.]+%\s+(?<bound>\S+)\s+(?<value>\S+)\s+\S+\s.*s$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HighsDisplay();

    [GeneratedRegex(@"^#(\d+|Bound)\s+\S+\s+best:(?<value>\S+)\s+next:\[(?<bound>[^,]*),", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CpSatDisplay();

    [GeneratedRegex(
        @"(Integer solution of|Solution found of|Rounding solution of|improved solution from \S+ to|best objective|^Objective value:|tree,)"
        + @" +(?<value>-?\d[\d.e+-]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CbcValue();

    [GeneratedRegex(@"(best possible|^Lower bound:|^Continuous objective value is) +(?<bound>-?\d[\d.e+-]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CbcBound();

    [GeneratedRegex(@"^(Running HiGHS |Version: |Starting CP-SAT solver v)(?<version>\d[\d.]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StatedVersion();
}
