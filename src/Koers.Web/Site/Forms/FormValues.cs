using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Koers.Web.Site.Forms;

/// <summary>The fields of a form, each by its place.</summary>
internal static class FormValues
{
    /// <summary>Fields for what is in a piece of JSON.</summary>
    /// <param name="node">The JSON.</param>
    /// <param name="figures">How numbers are written.</param>
    public static Dictionary<string, string> Of(JsonNode? node, Figures figures)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Flatten(node, "", figures, values);
        return values;
    }

    /// <summary>How many rows each list has, by the list. Of all at once: a page with a table asks again and again.</summary>
    /// <param name="places">Places of the fields.</param>
    public static Dictionary<string, int> Rows(IEnumerable<string> places)
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var place in places)
            for (var at = place.IndexOf('/', StringComparison.Ordinal); at >= 0;)
            {
                var next = place.IndexOf('/', at + 1);
                if (int.TryParse(place.AsSpan(at + 1, (next < 0 ? place.Length : next) - at - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
                    && row < int.MaxValue && row >= rows.GetValueOrDefault(place[..at]))
                    rows[place[..at]] = row + 1;
                at = next;
            }

        return rows;
    }

    private static void Flatten(JsonNode? node, string where, Figures figures, Dictionary<string, string> values)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, member) in members)
                    Flatten(member, $"{where}/{name}", figures, values);
                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                    Flatten(items[i], string.Create(CultureInfo.InvariantCulture, $"{where}/{i}"), figures, values);
                break;
            case JsonValue value:
                values[where] = value.GetValueKind() switch
                {
                    JsonValueKind.Number => decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                        ? figures.Field(number)
                        : value.ToJsonString(),
                    JsonValueKind.True => "true",
                    JsonValueKind.False => "",
                    _ => value.ToString(),
                };
                break;
        }
    }
}
