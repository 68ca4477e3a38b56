using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Koers.App.Exchange.Sheets;
using Koers.App.Requests;
using Koers.Domain.Means;

namespace Koers.Web.Site.Forms;

/// <summary>From what somebody typed to what a use case takes in: numbers as the language writes them, empty fields left out, empty rows dropped.
/// What can be wrong beyond that, the use case says, as it does to the API.</summary>
internal sealed class FormReader
{
    private readonly FormData _form;
    private readonly InputCheck _check = new();

    // From the place of a row in what is taken in to its place in the form, where empty rows lie between
    private readonly Dictionary<string, string> _rows = new(StringComparer.Ordinal);

    private FormReader(FormData form) => _form = form;

    /// <summary>Reads a form.</summary>
    /// <typeparam name="T">What the use case takes in.</typeparam>
    /// <typeparam name="TResult">What it answers.</typeparam>
    /// <param name="form">The form.</param>
    /// <param name="use">The use case. Its faults come back at the fields of the form.</param>
    /// <exception cref="InvalidInputException">A number is no number, or the use case found something wrong.</exception>
    public static async Task<TResult> Read<T, TResult>(FormData form, Func<T, Task<TResult>> use)
    {
        var reader = new FormReader(form);
        var json = reader.Members(RegisterJson.Options.GetTypeInfo(typeof(T)), "", "") ?? [];
        reader._check.Done();
        T input;
        try
        {
            input = json.Deserialize<T>(RegisterJson.Options)!;
        }
        catch (JsonException e)
        {
            var where = (e.Path ?? "$").TrimStart('$').Replace("[", "/", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)
                .Replace('.', '/');
            throw new InvalidInputException([new InputFault(
                reader.InForm(where), new Text("Kies een van de mogelijkheden.", "Choose one of the possibilities."))]);
        }

        try
        {
            return await use(input);
        }
        catch (InvalidInputException e)
        {
            throw new InvalidInputException([.. e.Faults.Select(fault => fault with { Where = reader.InForm(fault.Where) })]);
        }
    }

    private JsonObject? Members(JsonTypeInfo type, string where, string at)
    {
        if (!_form.Places.Any(place => place.StartsWith(where + "/", StringComparison.Ordinal)))
            return null;
        var members = new JsonObject();
        foreach (var property in type.Properties)
            if (Value(property.PropertyType, property.IsRequired || !property.IsSetNullable, $"{where}/{property.Name}", $"{at}/{property.Name}") is { } value)
                members[property.Name] = value;
            else if (property.IsRequired && IsChosen(property.PropertyType) && _form.Places.Contains($"{where}/{property.Name}"))
                // Said here: what reads JSON would only say in which row something lacks
                _check.That(
                    _form[$"{where}/{property.Name}"].Trim().Length > 0, $"{where}/{property.Name}", "Kies of vul iets in.", "Choose or fill in something.");
        return members;
    }

    private JsonNode? Value(Type type, bool isNeeded, string where, string at)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        isNeeded &= plain == type;
        if (plain == typeof(bool))
            return _form.Places.Contains(where) || _form[where + "#"].Length > 0 ? _form[where] is "true" or "on" : null;
        if (plain == typeof(string))
            return _form[where].Trim() is { Length: > 0 } text ? text : isNeeded && _form.Places.Contains(where) ? "" : null;
        if (IsNumber(plain))
            return Number(plain, isNeeded, where);
        if (plain == typeof(DateOnly))
            return Day(where);
        if (plain.IsEnum || plain == typeof(Guid))
            return _form[where] is { Length: > 0 } choice ? choice : null;
        if (typeof(IReadOnlyDictionary<string, double>).IsAssignableFrom(plain))
            return ByName(where);
        return Element(plain) is { } element ? List(element, where, at) : Members(RegisterJson.Options.GetTypeInfo(plain), where, at);
    }

    private JsonArray? List(Type element, string where, string at)
    {
        var rows = _form.Places.Where(place => place.StartsWith(where + "/", StringComparison.Ordinal))
            .Select(place => place[(where.Length + 1)..].Split('/')[0])
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : -1)
            .Where(row => row >= 0).Distinct().Order().ToArray();
        if (rows.Length == 0)
            return null;
        var items = new JsonArray();
        // A list whose items may be missing has a place for each: a quarter without money is not the next quarter
        var keepsPlaces = Nullable.GetUnderlyingType(element) is not null;
        foreach (var row in rows.Where(row => keepsPlaces || IsFilled($"{where}/{row}")))
        {
            var place = $"{at}/{items.Count}";
            _rows[place] = $"{where}/{row}";
            items.Add(Value(element, true, $"{where}/{row}", place));
        }

        return items;
    }

    /// <summary>Numbers by name: each field below the place is one, and those without a number are left out.</summary>
    private JsonObject ByName(string where)
    {
        var numbers = new JsonObject();
        foreach (var place in _form.Places.Where(place => place.StartsWith(where + "/", StringComparison.Ordinal)).ToArray())
            if (Number(typeof(double), false, place) is { } number)
                numbers[place[(where.Length + 1)..].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)] = number;
        return numbers;
    }

    private bool IsFilled(string row) => _form.Places.Any(place =>
        (place == row || place.StartsWith(row + "/", StringComparison.Ordinal)) && !string.IsNullOrWhiteSpace(_form[place]));

    private JsonValue? Number(Type type, bool isNeeded, string where)
    {
        var text = _form[where];
        if (string.IsNullOrWhiteSpace(text))
        {
            // A field that is not in the form has its default
            if (isNeeded && _form.Places.Contains(where))
                _check.That(false, where, "Vul een getal in.", "Fill in a number.");
            return null;
        }

        var isPercent = text.TrimEnd().EndsWith('%');
        if (DutchNumber.Read(text, hasPoint: _form.Language == "en") is not { } number)
        {
            var (typed, example) = (Short(text.Trim().TrimEnd('%')), type == typeof(int) ? ("4", "4") : isPercent ? ("12,5", "12.5") : ("1.250,50", "1,250.50"));
            _check.That(false, where, $"“{typed}” is geen getal; schrijf bijvoorbeeld {example.Item1}.", $"“{typed}” is no number; write for example {example.Item2}.");
            return null;
        }

        // In what somebody typed, and not in the share that it is; how much wider means become goes beyond the whole
        if (isPercent && (number < 0 || (number > 1 && !where.StartsWith("/opties/", StringComparison.Ordinal))))
        {
            _check.That(
                false, where, $"{Short(text.Trim())} kan niet: van 0% tot en met 100%.", $"{Short(text.Trim())} is not possible: from 0% to 100%.");
            return null;
        }

        if (Math.Abs(number) > MostOf(type))
        {
            _check.That(false, where, TooLarge.Dutch, TooLarge.English);
            return null;
        }

        if (type == typeof(int) && number != decimal.Truncate(number))
        {
            _check.That(false, where, "Vul een heel getal in.", "Fill in a whole number.");
            return null;
        }

        if (type == typeof(Euro) && decimal.Round(number, 2) != number)
        {
            _check.That(false, where, "Ten hoogste twee cijfers achter de komma.", "At most two digits behind the point.");
            return null;
        }

        return JsonValue.Create(number);
    }

    private JsonValue? Day(string where)
    {
        var text = _form[where];
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (DutchNumber.Day(text) is { } day)
            return JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        _check.That(false, where, "Schrijf een dag als 1-1-2027, of een kwartaal als 2027-K1.", "Write a day as 1-1-2027, or a quarter as 2027-Q1.");
        return null;
    }

    private string InForm(string at)
    {
        // The longest row that it lies in
        for (var end = at.Length; end > 0; end = at.LastIndexOf('/', end - 1))
            if (_rows.TryGetValue(at[..end], out var place))
                return place + at[end..];
        return at;
    }

    // What the type can hold; the use case says what makes sense
    private static decimal MostOf(Type type) =>
        type == typeof(int) ? int.MaxValue : type == typeof(long) ? long.MaxValue : type == typeof(Euro) ? RegisterJson.MostEuros : decimal.MaxValue;

    private static Text TooLarge { get; } = new("Dit getal is te groot.", "This number is too large.");

    private static string Short(string text) => text.Length <= 30 ? text : text[..30] + "…";

    private static bool IsChosen(Type type) => type.IsEnum || type == typeof(Guid) || type == typeof(DateOnly);

    private static bool IsNumber(Type type) => type == typeof(int) || type == typeof(double) || type == typeof(decimal) || type == typeof(long) || type == typeof(Euro);

    private static Type? Element(Type type) => type == typeof(string) ? null
        : type.IsArray ? type.GetElementType()
        : type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments() is [var element] ? element
        : null;
}
