using System.Globalization;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Problems;

namespace Koers.Cli.Commands;

/// <summary>Finds the initiative that somebody means: by id, or by a part of its name that no other has.</summary>
internal static class InitiativeChoice
{
    private const int MostNamed = 5;

    /// <returns>The initiative, or a sentence that says why there is none and what to try.</returns>
    public static (Initiative? Initiative, string Fault) Find(Problem problem, string text, ExplainTexts texts)
    {
        var all = problem.Initiatives;
        if (all.Count == 0)
            return (null, texts.NoInitiatives.With(Display.Clean(text)));
        var fits = all.Where(i => i.Id.Value == text).ToArray();
        if (fits.Length == 0)
            fits = [.. all.Where(i => string.Equals(i.Id.Value, text, StringComparison.OrdinalIgnoreCase))];
        if (fits.Length == 0)
            fits = [.. all.Where(i => string.Equals(i.Name, text, StringComparison.OrdinalIgnoreCase))];
        if (fits.Length == 0 && text.Length > 0)
            fits = [.. all.Where(i => i.Name.Contains(text, StringComparison.OrdinalIgnoreCase))];
        var shown = Display.Clean(text);
        if (fits.Length == 1)
            return (fits[0], "");
        if (fits.Length > 1)
        {
            var named = string.Join(", ", fits.Take(MostNamed).Select(i => $"{Display.Clean(i.Id.Value)} ({Display.Clean(i.Name)})"))
                + (fits.Length > MostNamed ? ", …" : "");
            return (null, texts.AmbiguousInitiative.With(shown, fits.Length.ToString(CultureInfo.InvariantCulture), named));
        }

        return (null, Nearest(all, text) is { } near
            ? texts.UnknownInitiativeSuggestion.With(shown, $"{Display.Clean(near.Id.Value)} ({Display.Clean(near.Name)})")
            : texts.UnknownInitiative.With(shown));
    }

    private static Initiative? Nearest(IReadOnlyList<Initiative> all, string text)
    {
        // A suggestion is a courtesy that must not cost seconds
        if (text.Length is 0 or > 60)
            return null;
        var wanted = text.ToUpperInvariant();
        var best = all.Take(5_000).Select(i => (Initiative: i, Distance: Math.Min(Distance(wanted, i.Id.Value), Distance(wanted, i.Name))))
            .MinBy(pair => pair.Distance);
        return best.Initiative is not null && best.Distance <= Math.Max(1, text.Length / 3) ? best.Initiative : null;
    }

    // Letters to insert, remove or replace (Levenshtein); a longer name may go on after what was typed
    private static int Distance(string wanted, string name)
    {
        if (name.Length > 200)
            return int.MaxValue;
        var letters = name.ToUpperInvariant();
        var row = Enumerable.Range(0, letters.Length + 1).ToArray();
        for (var i = 1; i <= wanted.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= letters.Length; j++)
                (diagonal, row[j]) = (
                    row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (wanted[i - 1] == letters[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
