using System.Globalization;
using Microsoft.Win32;

namespace Koers.Cli.Texts;

/// <summary>A language that the command line speaks.</summary>
internal enum Language
{
    English,
    Dutch,
}

/// <summary>Which language to speak.</summary>
internal static class LanguageChoice
{
    /// <summary>Codes as <c>--language</c> takes them.</summary>
    public static Language? FromCode(string? code) => code?.ToUpperInvariant() switch
    {
        "EN" => Language.English,
        "NL" => Language.Dutch,
        _ => null,
    };

    /// <summary>
    /// The language that the arguments ask for, else that of the environment. It is read before the command line is parsed, because the
    /// help and the faults of parsing are texts too.
    /// </summary>
    public static Language For(IReadOnlyList<string> arguments, Func<string, string?> environment) =>
        FromArguments(arguments) ?? FromLocale(Locale(environment));

    private static Language? FromArguments(IReadOnlyList<string> arguments)
    {
        const string Option = "--language";
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--")
                return null;
            if (arguments[i] == Option && i + 1 < arguments.Count)
                return FromCode(arguments[i + 1]);
            if (arguments[i].Length > Option.Length && arguments[i].StartsWith(Option, StringComparison.Ordinal)
                && arguments[i][Option.Length] is '=' or ':')
                return FromCode(arguments[i][(Option.Length + 1)..]);
        }

        return null;
    }

    private static Language FromLocale(string locale) =>
        locale.StartsWith("nl", StringComparison.OrdinalIgnoreCase) && (locale.Length == 2 || !char.IsAsciiLetter(locale[2]))
            ? Language.Dutch
            : Language.English;

    // As POSIX orders them. The program runs without ICU, so the culture says nothing on Windows: there the user's setting is read.
    private static string Locale(Func<string, string?> environment)
    {
        foreach (var name in (string[])["LC_ALL", "LC_MESSAGES", "LANG"])
            if (environment(name) is { Length: > 0 } value)
                return value;
        if (OperatingSystem.IsWindows()
            && Registry.GetValue(@"HKEY_CURRENT_USER\Control Panel\International", "LocaleName", null) is string setting)
            return setting;
        return CultureInfo.CurrentUICulture.Name;
    }
}
