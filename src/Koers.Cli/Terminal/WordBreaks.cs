using System.Text;

namespace Koers.Cli.Terminal;

/// <summary>Breaks a word that is longer than a line. Koers has no list of syllables: it breaks after a sign or before a consonant that a vowel
/// follows, which is right for most Dutch and English words, and leaves no letter or two alone.</summary>
internal static class WordBreaks
{
    private const string Vowels = "aeiouyáéíóúàèäëïöü";

    /// <summary>Letters that stay together on either side of a break.</summary>
    private const int Fewest = 3;

    /// <summary>The pieces of a word, each of at most a number of cells; with a hyphen where it breaks between letters.</summary>
    public static IEnumerable<string> Pieces(string word, int cells)
    {
        var rest = word.EnumerateRunes().ToArray();
        while (Width(rest) > cells && rest.Length > 1)
        {
            var most = Fitting(rest, cells);
            var (length, hyphen) = cells < 2 * Fewest ? (most, false) : Break(rest, most, Fitting(rest, cells - 1));
            yield return Text(rest[..length]) + (hyphen ? "-" : "");
            rest = rest[length..];
        }

        yield return Text(rest);
    }

    private static (int Length, bool Hyphen) Break(Rune[] word, int most, int mostWithHyphen)
    {
        for (var n = most; n >= Fewest; n--)
            if (word[n - 1].Value is '-' or '/' && n < word.Length)
                return (n, false);
        var last = Math.Min(mostWithHyphen, word.Length - Fewest);
        // Not inside a number or between other signs: a hyphen there would be read as part of it
        bool IsBetweenLetters(int n) => Rune.IsLetter(word[n - 1]) && Rune.IsLetter(word[n]);
        for (var n = last; n >= Fewest && n > last - 4; n--)
            if (IsBetweenLetters(n) && IsSyllable(word, n))
                return (n, true);
        return last >= Fewest && IsBetweenLetters(last) ? (last, true) : (most, false);
    }

    private static bool IsSyllable(Rune[] word, int at) =>
        !IsVowel(word[at]) && IsVowel(word[at + 1]) && !(word[at].Value is 'h' && word[at - 1].Value is 'c' or 's' or 't' or 'p');

    private static bool IsVowel(Rune letter) => Vowels.Contains(Rune.ToLowerInvariant(letter).ToString(), StringComparison.Ordinal);

    private static int Fitting(Rune[] word, int cells)
    {
        var width = 0;
        var n = 0;
        while (n < word.Length && (width += Display.Width(word[n].ToString())) <= cells)
            n++;
        return Math.Max(1, n);
    }

    private static int Width(Rune[] word) => Display.Width(Text(word));

    private static string Text(IEnumerable<Rune> runes) => string.Concat(runes);
}
