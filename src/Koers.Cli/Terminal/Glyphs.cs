using System.Text;

namespace Koers.Cli.Terminal;

/// <summary>The signs that bars are drawn with, and what a terminal can show. Bars differ in shape, never in colour alone.</summary>
/// <param name="IsUnicode">Whether signs beyond ASCII arrive well.</param>
/// <param name="Full">Used.</param>
/// <param name="Medium">Used of another kind: hired, or paid for hiring.</param>
/// <param name="Light">Left over.</param>
/// <param name="Ellipsis">Stands for what is cut off.</param>
internal sealed record Glyphs(bool IsUnicode, char Full, char Medium, char Light, string Ellipsis)
{
    private const int Utf8 = 65001;
    private const int Utf16 = 1200;
    private static readonly string[] CharacterLocales = ["LC_ALL", "LC_CTYPE", "LANG"];

    public static Glyphs Unicode { get; } = new(true, '█', '▒', '░', "…");

    public static Glyphs Ascii { get; } = new(false, '#', '+', '.', "...");

    /// <summary>ASCII where the output's encoding, the locale or the terminal cannot do more.</summary>
    public static Glyphs For(Encoding encoding, bool isTerminal, Func<string, string?> environment)
    {
        var locale = CharacterLocales.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        var unicode = encoding.CodePage is Utf8 or Utf16
            && locale is not ("C" or "POSIX")
            && !(isTerminal && environment("TERM") is ("dumb" or "linux"));
        return unicode ? Unicode : Ascii;
    }

    /// <summary>Replaces typographic signs of our own texts where the terminal cannot show them.</summary>
    public string Adapt(string text) => IsUnicode
        ? text
        : text.Replace("…", Ellipsis, StringComparison.Ordinal).Replace("±", "+/-", StringComparison.Ordinal);
}
