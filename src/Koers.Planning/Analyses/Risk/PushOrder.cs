using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>
/// Who waits for whom in a plan, by <c>dependsOn</c> and <c>before</c>, in an order in which what is waited for comes first. Where the
/// plan breaks such a relation, the periods that are missing in the plan are not asked of the simulation either. Work that runs already
/// waits for nobody.
/// </summary>
internal sealed class PushOrder
{
    private readonly List<(int From, int To, int Lag)> _waits = [];

    /// <param name="problem">The problem.</param>
    /// <param name="at">Per initiative its place among the chosen; the rest is not chosen.</param>
    /// <param name="start">Per place its start.</param>
    /// <param name="finish">Per place its finish.</param>
    public PushOrder(Problem problem, Dictionary<InitiativeId, int> at, int[] start, int[] finish)
    {
        foreach (var relation in problem.Relations)
        {
            var (before, after, lag) = relation switch
            {
                DependsOn r => (r.Before, r.After, r.Lag),
                Before r => (r.First, r.After, r.Lag),
                _ => (default, default, 0),
            };
            if (relation is DependsOn or Before && at.TryGetValue(before, out var from) && at.TryGetValue(after, out var to)
                && start[to] >= 0 && from != to)
                _waits.Add((from, to, Math.Min(lag, start[to] - finish[from])));
        }

        Order = Sort(start);
    }

    /// <summary>Places in the order in which runs go through them.</summary>
    public int[] Order { get; }

    /// <summary>Waits by who waits: where those of the k-th in the order begin in <see cref="For"/>; one entry more than there are.</summary>
    public int[] First { get; private set; } = [];

    /// <summary>For whom is waited, as numbers in the order; always earlier ones.</summary>
    public int[] For { get; private set; } = [];

    /// <summary>Periods between the finish of the one and the start of the other.</summary>
    public int[] Lag { get; private set; } = [];

    // Kahn's order. Where negative lags make a circle, nobody in it can go first: then the one that the plan starts first does, and what it
    // would wait for is left out.
    private int[] Sort(int[] start)
    {
        var count = start.Length;
        var open = new int[count];
        foreach (var (_, to, _) in _waits)
            open[to]++;
        var following = _waits.ToLookup(w => w.From, w => w.To);
        var ready = new PriorityQueue<int, (bool, int, int)>();
        for (var i = 0; i < count; i++)
            ready.Enqueue(i, (open[i] > 0, start[i], i));
        var number = new int[count];
        Array.Fill(number, -1);
        var order = new List<int>(count);
        while (ready.TryDequeue(out var next, out _))
        {
            if (number[next] >= 0)
                continue;
            number[next] = order.Count;
            order.Add(next);
            foreach (var to in following[next])
                if (--open[to] == 0)
                    ready.Enqueue(to, (false, start[to], to));
        }

        Index(number, order.Count);
        return [.. order];
    }

    private void Index(int[] number, int count)
    {
        var kept = _waits.Where(w => number[w.From] < number[w.To]).OrderBy(w => number[w.To]).ToList();
        First = new int[count + 1];
        foreach (var (_, to, _) in kept)
            First[number[to] + 1]++;
        for (var k = 0; k < count; k++)
            First[k + 1] += First[k];
        For = [.. kept.Select(w => number[w.From])];
        Lag = [.. kept.Select(w => w.Lag)];
    }
}
