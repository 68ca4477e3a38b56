using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Koers.App.Requests;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;

namespace Koers.Cli.Commands;

/// <summary>Looks through a part of the settings that is a JSON object: all that is unknown, missing, of another kind or out of range is said at once,
/// in the words of the file.</summary>
/// <param name="texts">What is said.</param>
/// <param name="placeOf">How a setting is called in a message, from its path.</param>
internal sealed class SettingsPart(ServeTexts texts, Func<string, string> placeOf)
{
    private const int LongestShown = 60;

    private readonly List<string> _faults = [];

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Looks through it.</summary>
    /// <param name="element">What was read.</param>
    /// <param name="type">What it should be.</param>
    /// <param name="path">Where it is, for example "signIn".</param>
    /// <param name="range">Between which values it lies; null = any.</param>
    public void Gather(JsonElement element, Type type, string path, RangeAttribute? range = null)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var info = RegisterJson.Options.GetTypeInfo(plain);
        if (info.Kind == JsonTypeInfoKind.Object)
            Members(element, info, path);
        else if (info.Kind != JsonTypeInfoKind.Enumerable)
            Value(element, plain, path, range);
        else if (element.ValueKind != JsonValueKind.Array)
            Refuse(element, path, texts.KindList);
        else
            foreach (var (i, item) in element.EnumerateArray().Index())
                Gather(item, info.ElementType!, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"));
    }

    private void Members(JsonElement element, JsonTypeInfo info, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Refuse(element, path, texts.KindObject);
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            var at = $"{path}.{Display.Clean(member.Name)}";
            if (info.Properties.FirstOrDefault(p => p.Name == member.Name) is not { } known)
                _faults.Add(texts.SettingNotThere.With(placeOf(at), string.Join(", ", info.Properties.Select(p => p.Name))));
            else if (!seen.Add(member.Name))
                _faults.Add(texts.SettingOnce.With(placeOf(at)));
            else if (member.Value.ValueKind != JsonValueKind.Null || !known.IsSetNullable)
                Gather(member.Value, known.PropertyType, at, RangeOf(known));
        }

        foreach (var missing in info.Properties.Where(p => (p.IsRequired || p.AssociatedParameter is { HasDefaultValue: false }) && !seen.Contains(p.Name)))
            _faults.Add(texts.SettingNeeded.With(placeOf($"{path}.{missing.Name}")));
    }

    private void Value(JsonElement element, Type type, string path, RangeAttribute? range)
    {
        object? value;
        try
        {
            value = element.Deserialize(type, RegisterJson.Options);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            value = null;
        }

        if (value is null or Uri { IsAbsoluteUri: false })
            Refuse(element, path, Expected(type));
        else if (range?.IsValid(value) == false)
            _faults.Add(texts.SettingOutOfRange.With(placeOf(path), Shown(element), $"{range.Minimum}", $"{range.Maximum}"));
    }

    private string Expected(Type type) =>
        type.IsEnum ? texts.KindWord.With(string.Join(", ", WordsOf(type)))
        : type == typeof(bool) ? texts.KindSwitch
        : type == typeof(int) ? texts.KindWhole
        : type == typeof(TimeSpan) ? texts.KindTime
        : type == typeof(Uri) ? texts.KindAddress
        : texts.KindText;

    private static IEnumerable<string> WordsOf(Type type) => type.GetFields().Where(field => field.IsStatic).Select(field =>
        field.GetCustomAttributes(typeof(JsonStringEnumMemberNameAttribute), inherit: false) is [JsonStringEnumMemberNameAttribute word] ? word.Name : field.Name);

    private static RangeAttribute? RangeOf(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(RangeAttribute), inherit: false) is [RangeAttribute range] ? range : null;

    private void Refuse(JsonElement element, string path, string expected) => _faults.Add(texts.BadSetting.With(placeOf(path), Shown(element), expected));

    private static string Shown(JsonElement element)
    {
        var text = Display.Clean(element.GetRawText().ReplaceLineEndings(" "));
        return text.Length > LongestShown ? text[..LongestShown] + "…" : text;
    }
}
