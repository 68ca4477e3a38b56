using System.Text.Json;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;

namespace Koers.Cli.Commands;

/// <summary>Settings as they were given: by arguments, else by the environment, else in a file. What is wrong in the file is said all at once.</summary>
/// <param name="texts">What is said.</param>
/// <param name="names">All settings that there are, as the file names them.</param>
/// <param name="parts">Those of them that are JSON objects, in the file only.</param>
/// <param name="words">Those of them that are text, and no number or switch.</param>
/// <param name="environment">The environment.</param>
internal sealed class SettingsFile(
    ServeTexts texts, IReadOnlyList<string> names, IReadOnlyList<string> parts, IReadOnlyList<string> words, Func<string, string?> environment)
{
    /// <summary>The file that is read where it is there and no other was named.</summary>
    public const string Otherwise = "koers.json";

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<string> _faults = [];
    private string _file = Otherwise;

    /// <summary>What is wrong so far.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Reads the file.</summary>
    /// <param name="file">The file that was named; null where none was.</param>
    public void Read(string? file)
    {
        _file = file ?? Otherwise;
        if (!File.Exists(_file))
        {
            if (file is not null)
                _faults.Add(texts.SettingsMissing.With(file));
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(
                File.ReadAllBytes(_file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                _faults.Add(texts.SettingsNoObject.With(_file));
            else
                foreach (var property in document.RootElement.EnumerateObject())
                    Take(property);
        }
        catch (JsonException e)
        {
            _faults.Add(texts.SettingsUnreadable.With(_file, texts.NoJson.With((e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _faults.Add(texts.SettingsUnreadable.With(_file, e.Message.ReplaceLineEndings(" ")));
        }
    }

    /// <summary>A setting, with how its place is called in a message; null where it was given nowhere.</summary>
    /// <param name="name">As the file names it.</param>
    /// <param name="argument">What the command line says; null where it says nothing.</param>
    public (string Text, string Place)? Find(string name, string? argument)
    {
        if (argument is not null)
            return (argument, texts.FromArgument.With(Option(name)));
        var variable = "KOERS_" + name.ToUpperInvariant();
        if (!parts.Contains(name, StringComparer.Ordinal) && environment(variable) is { Length: > 0 } set)
            return (set, texts.FromEnvironment.With(variable));
        return _values.TryGetValue(name, out var value) ? (value, texts.FromFile.With(_file, name)) : null;
    }

    /// <summary>The option of the command line that says the same as a setting of the file, without its dashes: "log-format" for "logFormat".</summary>
    /// <param name="name">As the file names it.</param>
    public static string Option(string name) => string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{c}"));

    /// <summary>How a setting in the file is called in a message.</summary>
    /// <param name="path">Where it is, for example "signIn.idleLimit".</param>
    public string PlaceOf(string path) => texts.FromFile.With(_file, path);

    /// <summary>Notes something that is wrong.</summary>
    public void Refuse(string fault) => _faults.Add(fault);

    private void Take(JsonProperty property)
    {
        if (!names.Contains(property.Name, StringComparer.Ordinal))
            _faults.Add(texts.SettingUnknown.With(_file, Display.Clean(property.Name), string.Join(", ", names)));
        else if (parts.Contains(property.Name, StringComparer.Ordinal))
        {
            if (property.Value.ValueKind != JsonValueKind.Object)
                _faults.Add(texts.SettingNoPart.With(_file, property.Name));
            else if (!_values.TryAdd(property.Name, property.Value.GetRawText()))
                _faults.Add(texts.SettingTwice.With(_file, property.Name));
        }
        else if (words.Contains(property.Name, StringComparer.Ordinal) && property.Value.ValueKind != JsonValueKind.String)
            _faults.Add(texts.BadSetting.With(PlaceOf(property.Name), Display.Clean(property.Value.ToString()), texts.KindText));
        else if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null)
            _faults.Add(texts.SettingNoText.With(_file, property.Name));
        else if (!_values.TryAdd(property.Name, property.Value.ToString()))
            _faults.Add(texts.SettingTwice.With(_file, property.Name));
    }
}
