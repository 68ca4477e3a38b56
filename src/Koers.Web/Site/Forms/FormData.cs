using System.Globalization;
using System.Text.Json;
using Koers.App.Requests;

namespace Koers.Web.Site.Forms;

/// <summary>What stands in a form: what is there now, or what somebody just typed, with what is wrong in it. A field is named after its place in the
/// JSON of the API, as a pointer: "/varianten/0/looptijd". So a fault of a use case finds its field by itself.</summary>
public sealed class FormData
{
    /// <summary>Name of the button that asks for one row more in a list, whose place is its value.</summary>
    public const string MoreRows = "_rij";

    /// <summary>Name of the hidden field with the version that was read before.</summary>
    public const string VersionField = "_versie";

    /// <summary>Name of the hidden field with what stood in the form before somebody began to type.</summary>
    public const string BegunField = "_was";

    /// <summary>Begin of the names of hidden fields that say which year or quarter a column is of.</summary>
    public const string Column = "_kolom/";

    private readonly IReadOnlyDictionary<string, string> _values;
    private readonly string _language;

    private FormData(IReadOnlyDictionary<string, string> values, string language) => (_values, _language) = (values, language);

    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);

    private Dictionary<string, int>? _rows;

    /// <summary>What is wrong, each with the field where it is.</summary>
    public IReadOnlyList<InputFault> Faults { get; private init; } = [];

    /// <summary>Why it was refused as a whole; null where it was not.</summary>
    public Text? Refused { get; private init; }

    /// <summary>Whether it was refused because somebody else changed the same in the meantime.</summary>
    public bool IsOvertaken { get; private init; }

    /// <summary>What others changed while this was typed, after <see cref="FormMerge"/>.</summary>
    public IReadOnlyList<MeanwhileField> Meanwhile { get; private init; } = [];

    /// <summary>Rows that came or went while this was typed, after <see cref="FormMerge"/>.</summary>
    public IReadOnlyList<MeanwhileRow> MeanwhileRows { get; private init; } = [];

    /// <summary>What stood in the form before somebody began to type, as a hidden field has it.</summary>
    public string BegunText => this[BegunField] is { Length: > 0 } begun ? begun : Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(
        _values.Where(one => (one.Key.StartsWith('/') || one.Key.StartsWith(Column, StringComparison.Ordinal)) && one.Value.Length > 0).ToDictionary()));

    /// <summary>The form before somebody began to type; null where it does not say.</summary>
    public FormData? Begun
    {
        get
        {
            try
            {
                return JsonSerializer.Deserialize<Dictionary<string, string>>(Convert.FromBase64String(this[BegunField])) is { } values && values.Values.All(value => value is not null)
                    ? new FormData(values, _language) : null;
            }
            catch (Exception e) when (e is JsonException or FormatException)
            {
                // Changed on the way: then nobody knows what was touched
                return null;
            }
        }
    }

    /// <summary>The language in which its numbers are written.</summary>
    public string Language => _language;

    /// <summary>Places of fields that were sent.</summary>
    public IEnumerable<string> Places => _values.Keys.Where(key => key.StartsWith('/'));

    /// <summary>The version that was read before; 0 where there is none.</summary>
    public int Version => int.TryParse(this[VersionField], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    /// <summary>The list of which somebody wants a row more; null where nobody does.</summary>
    public string? WantsRow => _values.GetValueOrDefault(MoreRows);

    /// <summary>What stands in a field; empty where nothing does.</summary>
    /// <param name="where">The field.</param>
    public string this[string where] => _values.GetValueOrDefault(where, "");

    /// <summary>A form in which nothing stands yet.</summary>
    /// <param name="language">"nl" or "en".</param>
    public static FormData Empty(string language) => new(new Dictionary<string, string>(), language);

    /// <summary>A form with what is there now.</summary>
    /// <param name="input">What the use case takes in.</param>
    /// <param name="version">Its version; null where it has none.</param>
    /// <param name="language">"nl" or "en".</param>
    public static FormData Of<T>(T input, int? version, string language)
    {
        var values = FormValues.Of(JsonSerializer.SerializeToNode(input, RegisterJson.Options), new Figures(language));
        if (version is { } known)
            values[VersionField] = known.ToString(CultureInfo.InvariantCulture);
        return new FormData(values, language);
    }

    /// <summary>A form as somebody sent it.</summary>
    /// <param name="fields">Name and text of each field.</param>
    /// <param name="language">"nl" or "en".</param>
    public static FormData Sent(IEnumerable<KeyValuePair<string, string>> fields, string language)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in fields)
            // Browsers end lines with CR LF
            values[name] = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        return new FormData(values, language);
    }

    // What the API says names versions, and things as the audit trail does
    private static Text Overtaken { get; } = new(
        "Er is niets opgeslagen: intussen is dit gewijzigd, door een ander of door uzelf in een ander venster. Wat u typte staat er nog. Hieronder staat wat er veranderde; slaat u daarna op, dan geldt wat hier staat.",
        "Nothing was saved: this was changed meanwhile, by somebody else or by yourself in another window. What you typed is still here. Below is what changed; where you save after that, what is here holds.");

    /// <summary>The same with what is wrong in it.</summary>
    /// <param name="exception">Why it was refused.</param>
    public FormData After(RefusedException exception) => exception switch
    {
        InvalidInputException e => With(e.Text, e.Faults),
        IncompleteException e => With(e.Text, e.Missing),
        // Who has read what changed may save after all
        ChangedMeanwhileException e => new FormData(
            new Dictionary<string, string>(_values, StringComparer.Ordinal) { [VersionField] = e.Version.ToString(CultureInfo.InvariantCulture) }, _language)
        {
            Refused = Overtaken,
            IsOvertaken = true,
        },
        _ => With(exception?.Text, []),
    };

    /// <summary>The same faults without what was typed: passwords and codes are not sent back.</summary>
    public FormData WithoutValues() => new(new Dictionary<string, string>(), _language) { Refused = Refused, Faults = Faults };

    /// <summary>The same with other texts in some fields, or with fields more.</summary>
    /// <param name="fields">Name and text of each.</param>
    public FormData With(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var values = new Dictionary<string, string>(_values, StringComparer.Ordinal);
        foreach (var (name, text) in fields)
            values[name] = text;
        return new FormData(values, _language) { Faults = Faults, Refused = Refused, IsOvertaken = IsOvertaken, Meanwhile = Meanwhile, MeanwhileRows = MeanwhileRows };
    }

    /// <summary>The same with what others changed meanwhile.</summary>
    /// <param name="meanwhile">What they changed.</param>
    /// <param name="rows">Which rows came or went.</param>
    internal FormData Beside(IReadOnlyList<MeanwhileField> meanwhile, IReadOnlyList<MeanwhileRow> rows) =>
        new(_values, _language) { Faults = Faults, Refused = Refused, IsOvertaken = IsOvertaken, Meanwhile = meanwhile, MeanwhileRows = rows };

    /// <summary>The same without some fields.</summary>
    /// <param name="isLeftOut">Which.</param>
    public FormData Without(Func<string, bool> isLeftOut) => new(
        _values.Where(field => !isLeftOut(field.Key)).ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal), _language)
    {
        Faults = Faults,
        Refused = Refused,
        IsOvertaken = IsOvertaken,
        Meanwhile = Meanwhile,
        MeanwhileRows = MeanwhileRows,
    };

    /// <summary>Says how a field of the page is called, so that a list of faults can name it and lead to it.</summary>
    /// <param name="where">The field.</param>
    /// <param name="label">What it is called.</param>
    public void Name(string where, string label)
    {
        _labels[where] = label;
        if (Faults.Count + Meanwhile.Count > 0)
            Named?.Invoke();
    }

    /// <summary>Called when the page has named one more field of a form with faults; null where nobody listens.</summary>
    internal Action? Named { get; set; }

    /// <summary>What a field of the page is called; null where it has no name (yet).</summary>
    /// <param name="where">The field.</param>
    public string? LabelOf(string where) => _labels.GetValueOrDefault(where);

    /// <summary>The field of the page at which a fault can be mended, and what it is called: the field itself, else the first within it; null where the
    /// page has neither.</summary>
    /// <param name="fault">The fault.</param>
    public (string Where, string Label)? FieldOf(InputFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return _labels.TryGetValue(fault.Where, out var label) ? (fault.Where, label)
            : _labels.Where(field => field.Key.StartsWith(fault.Where + "/", StringComparison.Ordinal)).OrderBy(field => field.Key, StringComparer.Ordinal)
                .Select(field => ((string, string)?)(field.Key, field.Value)).FirstOrDefault();
    }

    /// <summary>The faults of one field.</summary>
    /// <param name="where">The field.</param>
    public IEnumerable<InputFault> FaultsAt(string where) => Faults.Where(fault => fault.Where == where);

    /// <summary>How many rows of a list the form shows: those in which something stands, those asked for, and so many empty ones.</summary>
    /// <param name="where">The list.</param>
    /// <param name="empty">Empty rows at the end.</param>
    public int Rows(string where, int empty = 1)
    {
        var filled = (_rows ??= FormValues.Rows(_values.Keys)).GetValueOrDefault(where);
        var isSent = _values.ContainsKey(PageContext.TokenField);
        // What was sent has its empty rows already
        return Math.Min(filled + (WantsRow == where ? 1 : isSent ? 0 : empty), 1_000);
    }

    private FormData With(Text? refused, IReadOnlyList<InputFault> faults) =>
        // Several lines of the API can stand in one field, each with the same fault
        new(_values, _language) { Refused = refused, Faults = [.. faults.Distinct()] };
}
