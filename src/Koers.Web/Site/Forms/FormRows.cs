using System.Globalization;

namespace Koers.Web.Site.Forms;

/// <summary>A form of which every row is known by what it is about instead of by its place: a partner by its department, a cell by its year. So rows can be
/// recognised in another version of the same form, also where rows before them came or went.</summary>
internal sealed class FormRows
{
    // What a row is about, by the name of its list; in other lists the place is what counts, as with quarters
    private static readonly Dictionary<string, string[]> Keys = new(StringComparer.Ordinal)
    {
        ["varianten"] = ["code"],
        ["partners"] = ["afdeling"],
        ["documenten"] = ["adres"],
        ["labels"] = ["soort"],
        ["geld"] = ["budget", "dekking"],
        ["inzet"] = ["pool"],
        ["effecten"] = ["doel"],
        ["doelen"] = ["doel"],
        ["budgetten"] = ["inhoud/code"],
        ["capaciteitspools"] = ["inhoud/code"],
        ["voorwaarden"] = ["kenmerk"],
        ["keuzes"] = ["initiatief"],
        ["kaders"] = ["code"],
        ["ankers"] = ["punten"],
    };

    // In a name of a row; a slash stands between names
    private const string Slash = "~1";

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<int, string>> _keys = new(StringComparer.Ordinal);
    private readonly List<string> _columns = [];
    private readonly FormData _form;

    /// <summary>Reads a form.</summary>
    /// <param name="form">The form.</param>
    public FormRows(FormData form)
    {
        _form = form;
        while (form[FormData.Column + PercentFields.Place(_columns.Count)] is { Length: > 0 } column)
            _columns.Add(column);
        foreach (var place in form.Places)
            _values[Known(place)] = form[place];
    }

    /// <summary>Fields, each by the rows that it lies in.</summary>
    public IEnumerable<string> Fields => _values.Keys;

    /// <summary>What stands in a field; empty where there is no such field.</summary>
    /// <param name="field">One of <see cref="Fields"/>, of this form or another.</param>
    public string this[string field] => _values.GetValueOrDefault(field, "");

    /// <summary>Rows of a list, in order.</summary>
    /// <param name="list">The list.</param>
    public IReadOnlyList<string> Rows(string list) => _rows.GetValueOrDefault(list) ?? [];

    /// <summary>The rows that a field lies in, the outermost first.</summary>
    /// <param name="field">The field.</param>
    public static IEnumerable<string> RowsAround(string field)
    {
        for (var at = field.IndexOf("/[", StringComparison.Ordinal); at >= 0; at = field.IndexOf("/[", at + 1, StringComparison.Ordinal))
            yield return field.IndexOf('/', at + 1) is var end and >= 0 ? field[..end] : field;
    }

    /// <summary>The list that a row is of, and what the row is about, to be shown; null where it is known by its place only.</summary>
    /// <param name="row">The row.</param>
    public static (string List, string About)? Said(string row)
    {
        var at = row.LastIndexOf("/[", StringComparison.Ordinal);
        var (list, about) = (row[(row.LastIndexOf('/', at - 1) + 1)..at], row[(at + 2)..^1]);
        return about.StartsWith('#') ? null : (list, about.Trim('|').Replace("|", ", ", StringComparison.Ordinal).Replace(Slash, "/", StringComparison.Ordinal));
    }

    /// <summary>Where a field is in this form, with other rows; null where it has no place there.</summary>
    /// <param name="field">The field.</param>
    /// <param name="order">Rows of a list, in order.</param>
    public string? Place(string field, Func<string, IReadOnlyList<string>> order)
    {
        var (place, list) = ("", "");
        foreach (var part in field.Split('/').Skip(1))
        {
            var index = part.StartsWith('[') ? PlaceIn(order(list), $"{list}/{part}")
                : part.StartsWith('<') ? _columns.IndexOf(part[1..]) : 0;
            if (index < 0)
                return null;
            place += part is ['[' or '<', ..] ? "/" + PercentFields.Place(index) : "/" + part;
            list += "/" + part;
        }

        return place;
    }

    private static int PlaceIn(IReadOnlyList<string> rows, string row)
    {
        for (var i = 0; i < rows.Count; i++)
            if (rows[i] == row)
                return i;
        return -1;
    }

    // "/partners/0/bijdrage" is "/partners/[ruimte]/bijdrage"
    private string Known(string place)
    {
        var (plain, known, name) = ("", "", "");
        foreach (var part in place.Split('/').Skip(1))
        {
            var key = int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && name.Length > 0
                ? KeyOf(plain, known, name, index) : part;
            plain += "/" + part;
            known += "/" + key;
            name = part;
        }

        return known;
    }

    private string KeyOf(string plain, string known, string name, int index)
    {
        if (Keys.ContainsKey(name))
            return (_keys.TryGetValue(plain, out var keys) ? keys : _keys[plain] = KeysOf(plain, known, name)).GetValueOrDefault(index, $"[{index}]");
        return index < _columns.Count ? "<" + _columns[index] : PercentFields.Place(index);
    }

    private Dictionary<int, string> KeysOf(string plain, string known, string name)
    {
        var (keys, seen) = (new Dictionary<int, string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var index in _form.Places.Where(place => place.StartsWith(plain + "/", StringComparison.Ordinal))
            .Select(place => place[(plain.Length + 1)..].Split('/')[0])
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : -1).Where(row => row >= 0).Distinct().Order())
        {
            var about = string.Join('|', Keys[name].Select(field => _form[$"{plain}/{index}/{field}"].Trim()));
            if (about.Trim('|').Length == 0)
                about = _form[$"{plain}/{index}/code"].Trim();
            about = about.Replace("/", Slash, StringComparison.Ordinal);
            // A row that says nothing yet, or the same as another, is known by its place
            keys[index] = about.Trim('|').Length > 0 && seen.Add(about) ? $"[{about}]" : $"[#{index}]";
        }

        _rows[known] = [.. keys.OrderBy(key => key.Key).Select(key => $"{known}/{key.Value}")];
        return keys;
    }
}
