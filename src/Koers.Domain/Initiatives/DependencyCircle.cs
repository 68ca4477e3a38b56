namespace Koers.Domain.Initiatives;

/// <summary>Finds initiatives that wait for each other in a circle: none of them could ever start.</summary>
public static class DependencyCircle
{
    /// <summary>The circle that a new dependency would close; null where it closes none.</summary>
    /// <param name="dependencies">Dependencies that are there: which goes first, and which waits for it.</param>
    /// <param name="first">The one that would go first.</param>
    /// <param name="after">The one that would wait for it.</param>
    /// <returns>From <paramref name="first"/> along what waits for what back to it: begin and end are the same.</returns>
    public static IReadOnlyList<Guid>? ClosedBy(IEnumerable<(Guid First, Guid After)> dependencies, Guid first, Guid after)
    {
        var waiting = dependencies.ToLookup(d => d.First, d => d.After);
        // From what would wait, breadth first: the shortest way back is the clearest to read
        var cameFrom = new Dictionary<Guid, Guid> { [after] = first };
        var next = new Queue<Guid>([after]);
        while (next.TryDequeue(out var at) && at != first)
            foreach (var waits in waiting[at])
                if (cameFrom.TryAdd(waits, at))
                    next.Enqueue(waits);
        if (!cameFrom.ContainsKey(first))
            return null;
        var circle = new List<Guid> { first };
        do
            circle.Add(cameFrom[circle[^1]]);
        while (circle[^1] != first);
        circle.Reverse();
        return circle;
    }
}
