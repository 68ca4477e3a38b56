using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>A problem after some of its limits gave way.</summary>
internal static class Relaxed
{
    /// <summary>Applies changes to a problem.</summary>
    public static Problem By(Problem problem, IReadOnlyList<LimitChange> changes)
    {
        var of = changes.ToLookup(change => change.Rule);
        return problem with
        {
            Budgets = [.. problem.Budgets.Select(b => b with
            {
                PerYear = [.. b.PerYear.Select((money, y) => Clean(money + Raised(of[$"budget/{b.Id}"], y)))],
            })],
            Capacities = [.. problem.Capacities.Select(c => c with
            {
                PerPeriod = [.. c.PerPeriod.Select((units, t) => Clean(units + Raised(of[$"capacity/{c.Id}"], problem.Horizon.YearOf(t))))],
            })],
            Initiatives = [.. problem.Initiatives.Select(i => of.Contains($"mandatory/{i.Id}") ? i with { Mandatory = false } : i)],
            Relations = [.. problem.Relations.Where(r => !of.Contains($"{r.Type}/{r.Id}"))],
            Frames = [.. problem.Frames.Select(f => Frame(f, of[$"frame/{f.Id}"]))],
            // What was given up is no rule any more, and a price for it would be a fault
            Analysis = problem.Analysis with
            {
                RelaxationPrices = problem.Analysis.RelaxationPrices
                    .Where(p => !of[p.Key].Any(change => change.Side == LimitSide.Whole)).ToDictionary(p => p.Key, p => p.Value),
            },
        };
    }

    /// <summary>Sums without what doubles add: 0.1 + 0.2 is 0.3.</summary>
    public static double Clean(double sum) => Math.Abs(sum) < 1e5 ? Math.Round(sum, 10) : Math.Round(sum, 6);

    private static double Raised(IEnumerable<LimitChange> changes, int year) =>
        changes.Where(change => change.Year == year).Sum(change => change.Amount);

    private static Frame Frame(Frame frame, IEnumerable<LimitChange> changes)
    {
        foreach (var change in changes)
            frame = (frame, change.Side) switch
            {
                (GoalFloor f, _) => f with { Min = change.New!.Value },
                (SpendFrame f, LimitSide.Max) => f with { Max = change.New },
                (SpendFrame f, _) => f with { Min = change.New },
                (SpendShareFrame f, LimitSide.Max) => f with { Max = change.New },
                (SpendShareFrame f, _) => f with { Min = change.New },
                (CountFrame f, LimitSide.Max) => f with { Max = change.New },
                (CountFrame f, _) => f with { Min = change.New },
                (ConcurrentFrame f, _) => f with { Max = change.New!.Value },
                (StartsFrame f, _) => f with { Max = change.New!.Value },
                (EffortFrame f, _) => f with { Max = change.New!.Value },
                (RiskFrame f, _) => f with { Max = change.New!.Value },
                _ => throw new ArgumentException($"Frame {frame.Id}: nobody says how type {frame.Type} gives way.", nameof(changes)),
            };
        return frame;
    }
}
