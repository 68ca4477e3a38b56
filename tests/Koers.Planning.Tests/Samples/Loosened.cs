using Koers.Planning.Problems;

namespace Koers.Planning.Tests.Samples;

/// <summary>Problems with some of their rules taken away, by the names that conflicts give them.</summary>
internal static class Loosened
{
    private const double Plenty = 1e6;

    /// <summary>The problem with only the rules whose name is kept; money and people without a rule are plentiful.</summary>
    public static Problem Keeping(Problem problem, Predicate<string> isKept) => problem with
    {
        Budgets = [.. problem.Budgets.Select(b => isKept($"budget/{b.Id}") ? b : b with { PerYear = Ample(b.PerYear) })],
        Capacities = [.. problem.Capacities.Select(c => isKept($"capacity/{c.Id}") ? c : c with { PerPeriod = Ample(c.PerPeriod) })],
        Initiatives = [.. problem.Initiatives.Select(i => i with { Mandatory = i.Mandatory && isKept($"mandatory/{i.Id}") })],
        Relations = [.. problem.Relations.Where(r => isKept($"{r.Type}/{r.Id}"))],
        Frames = [.. problem.Frames.Where(f => isKept($"frame/{f.Id}"))],
    };

    private static List<double> Ample(IReadOnlyList<double> limits) => [.. limits.Select(_ => Plenty)];
}
