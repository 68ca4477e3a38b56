using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>
/// Rows and columns are named from ids with slashes between them. An id may have slashes itself, as long as no two rows or two columns
/// get the same name: then a price in a certificate would mean two things.
/// </summary>
internal static class NameCollisions
{
    public static void Check(Problem problem, Checks checks)
    {
        Options(problem.Initiatives, checks);
        Relations(problem.Relations, checks);
        Frames(problem.Frames, checks);
    }

    /// <summary>Columns <c>x/initiative/variant/start</c>.</summary>
    private static void Options(IReadOnlyList<Initiative> initiatives, Checks checks)
    {
        if (!initiatives.Any(i => HasSlash(i.Id.Value) || i.Variants.Any(v => HasSlash(v.Id.Value)))) return;
        var names = new Names("x", checks);
        for (var i = 0; i < initiatives.Count; i++)
            for (var v = 0; v < initiatives[i].Variants.Count; v++)
                names.Add(
                    initiatives[i].Id.Value, initiatives[i].Variants[v].Id.Value, JsonPath.Root["initiatives"][i]["variants"][v]);
    }

    /// <summary>Rows <c>together/id/initiative/1|2</c> and <c>synergy/id[/initiative]</c>; those of other relations end in a number or
    /// word.</summary>
    private static void Relations(IReadOnlyList<Relation> relations, Checks checks)
    {
        if (!relations.Any(r => r is Together or Synergy && (HasSlash(r.Id.Value) || r.Members.Any(m => HasSlash(m.Value))))) return;
        var (together, synergy) = (new Names("together", checks), new Names("synergy", checks));
        for (var i = 0; i < relations.Count; i++)
        {
            var (id, at) = (relations[i].Id.Value, JsonPath.Root["relations"][i]);
            if (relations[i] is Synergy { Value: < 0 })
                synergy.Add(id, null, at);
            else if (relations[i] is Synergy)
                foreach (var member in relations[i].Members) synergy.Add(id, member.Value, at);
            else if (relations[i] is Together)
                foreach (var member in relations[i].Members.Skip(1)) together.Add(id, member.Value, at);
        }
    }

    /// <summary>A row <c>frame/id</c> is also the row of another frame where the id ends in what that frame adds: min, max or a
    /// period.</summary>
    private static void Frames(IReadOnlyList<Frame> frames, Checks checks)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            var id = frames[i].Id.Value ?? "";
            var slash = id.LastIndexOf('/');
            if (slash < 0 || frames[i] is not (GoalFloor or RiskFrame)) continue;
            for (var other = 0; other < frames.Count; other++)
                if (frames[other].Id.Value == id[..slash] && Adds(frames[other], id[(slash + 1)..]))
                    checks.Error(
                        JsonPath.Root["frames"][i], FaultKind.AmbiguousName, Phrase.Quote($"frame/{id}"),
                        JsonPath.Root["frames"][other].ToString());
        }
    }

    private static bool Adds(Frame frame, string ending) => frame switch
    {
        SpendFrame or SpendShareFrame or CountFrame => ending is "min" or "max",
        ConcurrentFrame or StartsFrame or EffortFrame => ending.Length > 0 && ending.All(char.IsAsciiDigit),
        _ => false,
    };

    private static bool HasSlash(string? id) => id?.Contains('/', StringComparison.Ordinal) == true;

    /// <summary>The names of one family, each with the ids from which it arose.</summary>
    private sealed class Names(string family, Checks checks)
    {
        private readonly Dictionary<string, (string? First, string? Second, JsonPath Path)> _taken = new(StringComparer.Ordinal);

        public void Add(string? first, string? second, JsonPath path)
        {
            var name = second is null ? $"{family}/{first}" : $"{family}/{first}/{second}";
            // The same name from the same ids is a double id, which is reported as such
            if (!_taken.TryAdd(name, (first, second, path)) && (_taken[name].First, _taken[name].Second) != (first, second))
                checks.Error(path, FaultKind.AmbiguousName, Phrase.Quote(name), _taken[name].Path.ToString());
        }
    }
}
