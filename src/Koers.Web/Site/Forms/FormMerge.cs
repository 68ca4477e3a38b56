using System.Globalization;

namespace Koers.Web.Site.Forms;

/// <summary>Two people changed the same at once: what one of them did not touch becomes what the other made of it. A list is one whole, because its rows
/// move when one of them goes; only rows with the same code in the same place are looked at one by one.</summary>
internal static class FormMerge
{
    /// <summary>The form as somebody typed it, with what others changed where that person changed nothing.</summary>
    /// <param name="typed">As it was sent.</param>
    /// <param name="begun">As it was shown before somebody began to type.</param>
    /// <param name="now">As it would be shown now.</param>
    public static FormData Of(FormData typed, FormData begun, FormData now)
    {
        var units = begun.Places.Union(now.Places).Union(typed.Places).ToLookup(place => Unit(place, begun, now), StringComparer.Ordinal);
        return typed.With(units
            .Where(unit => unit.All(place => typed[place] == begun[place]))
            .SelectMany(unit => unit.Where(place => now[place] != begun[place]))
            .Select(place => KeyValuePair.Create(place, now[place])));
    }

    // The part that is one person's or the other's
    private static string Unit(string place, FormData begun, FormData now)
    {
        var parts = place.Split('/', 4);
        if (parts.Length < 3 || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return place;
        var list = "/" + parts[1];
        return HasSameRows(list, begun, now) ? $"{list}/{parts[2]}" : list;
    }

    private static bool HasSameRows(string list, FormData begun, FormData now)
    {
        var rows = begun.Rows(list, 0);
        return rows == now.Rows(list, 0) && Enumerable.Range(0, rows).Select(row => string.Create(CultureInfo.InvariantCulture, $"{list}/{row}/code"))
            .All(code => begun[code].Length > 0 && begun[code] == now[code]);
    }
}
