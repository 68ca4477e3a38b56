using System.Globalization;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>What is wrong with historic shares.</summary>
public enum HistoricShareFault
{
    /// <summary>No share is known of any part.</summary>
    None,

    /// <summary>A part has no share of a budget or capacity.</summary>
    Missing,

    /// <summary>A share is not a number from 0 to 1.</summary>
    OutOfRange,

    /// <summary>The shares of all parts in a budget or capacity add up to more than 1.</summary>
    TooMuch,

    /// <summary>A part has its shares more than once.</summary>
    Twice,
}

/// <summary>One thing that is wrong with historic shares.</summary>
/// <param name="Kind">What sort of fault it is.</param>
/// <param name="Part">The value of the label; empty where it is about all parts.</param>
/// <param name="Rule">The means, <c>budget/…</c> or <c>capacity/…</c>; empty where it is about all of them.</param>
/// <param name="Share">The share, or the sum of shares, that is wrong; null where there is none.</param>
public sealed record HistoricShareProblem(HistoricShareFault Kind, string Part, string Rule, double? Share);

/// <summary>How means were divided until now, as far as it can be used for a division.</summary>
public static class HistoricShares
{
    private const double Slack = 1e-6;

    /// <summary>Everything that stands in the way of dividing means by their historic split: each part, that is each value of the label
    /// among the initiatives, needs a share of every budget and capacity. Initiatives without the label get what is left. Shares of parts
    /// without initiatives count towards the sum, and are used by nobody.</summary>
    /// <param name="problem">The problem, faultless but for its shares.</param>
    /// <param name="label">The key of the label that divides.</param>
    /// <returns>The faults; empty where the shares can be used.</returns>
    public static IReadOnlyList<HistoricShareProblem> Check(Problem problem, string label)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var known = problem.Analysis.Shares.Where(share => share.Label == label).ToList();
        if (known.Count == 0)
            return [new HistoricShareProblem(HistoricShareFault.None, "", "", null)];
        var faults = known.GroupBy(share => share.Value, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => new HistoricShareProblem(HistoricShareFault.Twice, group.Key, "", null)).ToList();
        if (faults.Count > 0)
            return faults;
        foreach (var value in new LabelParts(problem, label).Values.OfType<string>())
        {
            var share = known.Find(s => s.Value == value);
            foreach (var (rule, part) in MeansOf(problem, share))
                if (part is null)
                    faults.Add(new(HistoricShareFault.Missing, value, rule, null));
        }
        foreach (var share in known)
            foreach (var (rule, part) in MeansOf(problem, share))
                if (part is not (null or (>= 0 and <= 1)))
                    faults.Add(new(HistoricShareFault.OutOfRange, share.Value, rule, part));
        foreach (var means in known.SelectMany(share => MeansOf(problem, share)).GroupBy(p => p.Rule, StringComparer.Ordinal))
            if (means.Sum(p => p.Share ?? 0.0) is var sum && sum > 1 + Slack)
                faults.Add(new(HistoricShareFault.TooMuch, "", means.Key, sum));
        return faults;
    }

    /// <summary>The share of a part; of the initiatives without the label what all others leave.</summary>
    internal static MeansShare Of(Problem problem, string label, string? value)
    {
        var known = problem.Analysis.Shares.Where(share => share.Label == label).ToList();
        return value is not null
            ? known.First(share => share.Value == value)
            : new MeansShare(
                label, "",
                problem.Budgets.ToDictionary(b => b.Id, b => Math.Max(0.0, 1 - known.Sum(s => s.Budgets.GetValueOrDefault(b.Id)))),
                problem.Capacities.ToDictionary(c => c.Id, c => Math.Max(0.0, 1 - known.Sum(s => s.Capacities.GetValueOrDefault(c.Id)))));
    }

    internal static string Describe(HistoricShareProblem fault) => string.Create(
        CultureInfo.InvariantCulture, $"{fault.Kind} {fault.Part} {fault.Rule} {fault.Share}").Replace("  ", " ", StringComparison.Ordinal).Trim();

    private static IEnumerable<(string Rule, double? Share)> MeansOf(Problem problem, MeansShare? share)
    {
        foreach (var budget in problem.Budgets)
            yield return ($"budget/{budget.Id}", share is not null && share.Budgets.TryGetValue(budget.Id, out var part) ? part : null);
        foreach (var capacity in problem.Capacities)
            yield return (
                $"capacity/{capacity.Id}", share is not null && share.Capacities.TryGetValue(capacity.Id, out var part) ? part : null);
    }
}
