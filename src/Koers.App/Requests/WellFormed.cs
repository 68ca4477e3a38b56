using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Koers.App.Requests;

/// <summary>What holds of everything that comes in, whatever it is about: no lists that are too long or have holes, no text that a database or a file cannot keep, no
/// number that is none.</summary>
public static class WellFormed
{
    private const int Deepest = 32;

    private static readonly ConcurrentDictionary<Type, (PropertyInfo Property, string Name, int Most, bool IsNeeded)[]> Known = new();

    /// <summary>Notes what is wrong in something that came in.</summary>
    /// <param name="input">A record with its lists and texts; null is right.</param>
    /// <param name="check">Where faults are noted.</param>
    /// <param name="place">JSON pointer to it; empty where it is the whole.</param>
    /// <returns>Whether nothing is wrong.</returns>
    public static bool Gather(object? input, InputCheck check, string place = "")
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(place);
        var before = check.Count;
        Walk(input, check, place, 0);
        return check.Count == before;
    }

    private static void Walk(object? value, InputCheck check, string place, int depth)
    {
        if (depth > Deepest)
            return;
        switch (value)
        {
            case null:
                break;
            case string text:
                check.That(IsText(text), place, "Hierin staan tekens die geen tekst zijn.", "There are characters in it that are no text.");
                break;
            case double number:
                check.That(double.IsFinite(number), place, "Dit is geen getal.", "This is not a number.");
                break;
            case IDictionary lines:
                foreach (DictionaryEntry line in lines)
                    Item(line.Value, check, $"{place}/{Escaped(Convert.ToString(line.Key, CultureInfo.InvariantCulture) ?? "")}", depth);
                break;
            case IEnumerable items:
                foreach (var (i, item) in items.Cast<object?>().Index())
                    Item(item, check, $"{place}/{i}", depth);
                break;
            default:
                foreach (var (property, name, most, isNeeded) in Known.GetOrAdd(value.GetType(), PropertiesOf))
                    if (property.GetValue(value) is var part && IsThere(part, isNeeded, check, $"{place}/{name}") && IsShort(part, most, check, $"{place}/{name}"))
                        Walk(part, check, $"{place}/{name}", depth + 1);
                break;
        }
    }

    /// <summary>Reading JSON leaves out what its writer left out, also where there must be something.</summary>
    private static bool IsThere(object? part, bool isNeeded, InputCheck check, string place) => check.That(
        !isNeeded || part is not (null or JsonElement { ValueKind: JsonValueKind.Undefined }), place, "Dit ontbreekt.", "This is missing.");

    private static bool IsShort(object? part, int most, InputCheck check, string place) =>
        part is not ICollection { Count: var count } || check.That(
            count <= most, place, $"Hier staan {count} regels; ten hoogste {most} kan.", $"There are {count} lines here; at most {most} is possible.");

    private static void Item(object? item, InputCheck check, string place, int depth)
    {
        // A key can be as ill-formed as a text
        check.That(IsText(place), "", "Een naam van een veld heeft tekens die geen tekst zijn.", "A name of a field has characters that are no text.");
        if (check.That(item is not null, place, "Hier staat null; laat het weg of vul het in.", "This is null; leave it out or fill it in."))
            Walk(item, check, place, depth + 1);
    }

    /// <summary>Line ends and tabs are text; other control characters and halves of characters are not.</summary>
    private static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]) || (char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t')))
                return false;
        return true;
    }

    // Only our own records: what a date or an amount consists of is right by itself
    private static (PropertyInfo Property, string Name, int Most, bool IsNeeded)[] PropertiesOf(Type type) =>
        type.Namespace?.StartsWith("Koers.", StringComparison.Ordinal) == true && !type.IsEnum && !type.IsValueType
            ? [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetIndexParameters().Length == 0 && property.GetCustomAttribute<JsonIgnoreAttribute>() is null)
                .Select(property => (property, property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
                    ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name), property.GetCustomAttribute<AtMostAttribute>()?.Count ?? int.MaxValue, IsNeeded(property)))]
            : [];

    private static bool IsNeeded(PropertyInfo property) => property.PropertyType == typeof(JsonElement)
        || (!property.PropertyType.IsValueType && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.NotNull);

    private static string Escaped(string key) => key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
