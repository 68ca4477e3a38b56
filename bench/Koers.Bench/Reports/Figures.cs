using System.Globalization;

namespace Koers.Bench.Reports;

/// <summary>Numbers as the report writes them; what does not exist is a dash.</summary>
internal static class Figures
{
    private const string None = "–";

    public static string Value(double? value) => value is { } v
        ? v.ToString(Math.Abs(v) < 1000 ? "0.00" : "#,0.0", CultureInfo.InvariantCulture)
        : None;

    public static string Percent(double? share) => share is { } s ? s.ToString("0.00%", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal) : None;

    public static string Ratio(double? ratio) => ratio is { } r ? r.ToString("0.00", CultureInfo.InvariantCulture) : None;

    public static string Seconds(double? seconds) => seconds is { } s ? s.ToString(s < 10 ? "0.00 s" : "0.0 s", CultureInfo.InvariantCulture) : None;

    public static string Bytes(long bytes) => (bytes / 1e6).ToString("#,0 MB", CultureInfo.InvariantCulture);
}
