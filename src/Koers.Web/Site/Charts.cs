using System.Text.Json;
using System.Text.Json.Serialization;

namespace Koers.Web.Site;

/// <summary>Options of charts, as the script of charts reads them.</summary>
public static class Charts
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The options as JSON.</summary>
    /// <param name="options">An object of the shape that ECharts asks for.</param>
    public static string Json(object options) => JsonSerializer.Serialize(options, Options);

    /// <summary>A figure that is short enough for an axis or a label.</summary>
    /// <param name="number">The figure.</param>
    public static double? Rounded(double? number) => number is { } known && double.IsFinite(known) ? Math.Round(known, 3) : null;
}
