namespace Koers.Planning.Formats;

/// <summary>Finds the name that somebody probably meant.</summary>
internal static class NearestName
{
    /// <summary>More candidates than this are not compared: a suggestion is a courtesy that must not cost seconds.</summary>
    private const int Candidates = 5_000;

    private const int LongestName = 60;

    /// <summary>"'weight', perhaps; known are id, name, weight".</summary>
    public static Phrase Among(string name, IEnumerable<string> known)
    {
        var names = known.ToList();
        var all = string.Join(", ", names);
        return Of(name, names) is { } nearest
            ? new($"'{nearest}', perhaps; known here: {all}", $"'{nearest}', misschien; hier bekend: {all}")
            : new($"one of {all}", $"een van {all}");
    }

    /// <summary>"; 'investering', perhaps", or nothing.</summary>
    public static Phrase Suggest(string name, IReadOnlyCollection<string> known) =>
        known.Count <= Candidates && Of(name, known) is { } nearest
            ? new($"; {Phrase.Quote(nearest)}, perhaps", $"; {Phrase.Quote(nearest)}, misschien")
            : new("", "");

    /// <summary>The nearest name: at most one letter in three differs; null where none is that near.</summary>
    private static string? Of(string name, IEnumerable<string> known)
    {
        if (name.Length is 0 or > LongestName) return null;
        var limit = Math.Max(1, name.Length / 3);
        string? best = null;
        foreach (var candidate in known)
        {
            if (candidate.Length > LongestName || Math.Abs(candidate.Length - name.Length) > limit) continue;
            var distance = Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance > limit) continue;
            best = candidate;
            limit = distance - 1;
            if (limit < 0) break;
        }
        return best;
    }

    /// <summary>Edit distance (Levenshtein): letters to insert, remove or replace.</summary>
    private static int Distance(string a, string b)
    {
        Span<int> row = stackalloc int[LongestName + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
