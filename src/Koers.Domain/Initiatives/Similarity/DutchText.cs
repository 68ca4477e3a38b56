using System.Globalization;
using System.Text;

namespace Koers.Domain.Initiatives.Similarity;

/// <summary>Breaks Dutch text into terms that are the same where words mean the same: small letters, no diacritics, no stop words, and light
/// stemming. The stems are no words; they need only meet: "woningen" and "woning", "bomen" and "boom", "vergroening" and "vergroenen",
/// "huizen" and "huis". Rules after the idea of a light stemmer (endings only, no list of exceptions).</summary>
public static class DutchText
{
    // What is left of a word: a vowel or s at the end more often belongs to it
    private const int ShortestStem = 3;
    private const int ShortestBeforeOne = 4;

    // Also words that every initiative uses: they tell nothing apart
    private static readonly HashSet<string> Stops = new(StringComparer.Ordinal)
    {
        "de", "het", "een", "en", "of", "in", "op", "van", "voor", "met", "aan", "te", "ten", "ter", "tot", "bij", "naar", "om", "uit", "over",
        "door", "als", "dat", "die", "dit", "deze", "er", "is", "zijn", "was", "wordt", "worden", "niet", "geen", "ook", "maar", "nog", "wel",
        "we", "wij", "ze", "zij", "hun", "onze", "ons", "hier", "daar", "waar", "wat", "wie", "zo", "dan", "meer", "alle", "per", "via", "gemeente",
        "gemeentelijk", "gemeentelijke", "project", "initiatief", "plan", "nieuw", "nieuwe",
    };

    private static readonly string[] Endings = ["ingen", "heden", "ing", "en", "es", "je", "e"];

    /// <summary>The terms of a text, in order, as often as they are in it.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Each word as people read it, with its stem.</returns>
    public static IEnumerable<(string Word, string Stem)> Terms(string text)
    {
        foreach (var word in Words(text))
            if (word.Length > 1 && !Stops.Contains(word))
                yield return (word, Stem(word));
    }

    /// <summary>The words of a text in small letters without diacritics.</summary>
    /// <param name="text">Any text; halves of characters are left out.</param>
    public static IEnumerable<string> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var word = new StringBuilder();
        foreach (var rune in Folded(text).EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune))
                word.Append(Rune.ToLowerInvariant(rune));
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

        if (word.Length > 0)
            yield return word.ToString();
    }

    private static string Stem(string word)
    {
        if (char.IsAsciiDigit(word[0]))
            return word;
        // First, because molens and molen both lose what is left of their ending
        if (word.Length > ShortestBeforeOne && word[^1] == 's')
            word = word[..^1];
        foreach (var ending in Endings)
            if (word.Length - ending.Length >= (ending.Length < 3 && ending != "en" ? ShortestBeforeOne : ShortestStem) && word.EndsWith(ending, StringComparison.Ordinal))
            {
                word = word[..^ending.Length];
                break;
            }

        // What a plural doubles or makes single is single in the stem: boom and bomen, brug and bruggen
        var stem = new StringBuilder(word.Length);
        foreach (var c in word)
            if (stem.Length == 0 || stem[^1] != c)
                stem.Append(c);
        // huis and huizen, brief and brieven
        if (stem[^1] == 'z')
            stem[^1] = 's';
        else if (stem[^1] == 'v')
            stem[^1] = 'f';
        return stem.ToString();
    }

    // Normalising refuses halves of characters; they are no part of any word
    private static string Folded(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar)).Normalize(NormalizationForm.FormD);
}
