using System.CommandLine;
using Koers.Cli.Texts;

namespace Koers.Cli.Commands;

/// <summary>How lines of a log are written: for people, or for programs that gather them. A setting of whatever runs until it is stopped.</summary>
internal static class LogFormats
{
    /// <summary>The name of the setting.</summary>
    public const string Setting = "logFormat";

    private const string Text = "text";
    private const string Json = "json";

    public static Option<string?> Option(ServeTexts texts) => new("--" + SettingsFile.Option(Setting)) { Description = texts.LogFormat, HelpName = $"{Text}|{Json}" };

    /// <summary>Whether lines are JSON objects; what is neither form is a fault of the settings.</summary>
    /// <param name="texts">What is said of a fault.</param>
    /// <param name="source">The settings.</param>
    /// <param name="argument">What the command line says; null where it says nothing.</param>
    public static bool IsJson(ServeTexts texts, SettingsFile source, string? argument)
    {
        if (source.Find(Setting, argument) is not var (form, place))
            return false;
        if (form is not (Text or Json))
            source.Refuse(texts.BadLogFormat.With(place, form, Text, Json));
        return form == Json;
    }
}
