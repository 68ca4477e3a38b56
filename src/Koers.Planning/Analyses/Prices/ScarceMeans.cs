using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>One thing of which there could be more, and the problem with more of it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Rule">The rule, as conflicts name it.</param>
/// <param name="Index">Year or period; null for a frame.</param>
/// <param name="Limit">What there is.</param>
/// <param name="Relief">The amount more.</param>
/// <param name="Eased">The problem with that much more.</param>
internal sealed record ScarceMeans(MeansKind Kind, string Rule, int? Index, double Limit, double Relief, Func<Problem> Eased)
{
    /// <summary>Everything of a problem that could be eased.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="share">How much more, as a share of the limit.</param>
    /// <param name="meanRequest">Mean request of a rule's rows, by name of the rule: what a share is taken of where the limit is 0.</param>
    public static IEnumerable<ScarceMeans> Of(Problem problem, double share, Func<string, double> meanRequest)
    {
        double Amount(double limit, string rule) => share * (limit > 0 ? limit : meanRequest(rule));
        for (var b = 0; b < problem.Budgets.Count; b++)
            for (var y = 0; y < problem.Horizon.Years; y++)
                yield return OfBudget(problem, b, y, Amount);
        for (var c = 0; c < problem.Capacities.Count; c++)
            for (var t = 0; t < problem.Horizon.Periods; t++)
                yield return OfCapacity(problem, c, t, Amount);
        for (var f = 0; f < problem.Frames.Count; f++)
            foreach (var means in OfFrame(problem, f, Amount))
                yield return means;
    }

    private static ScarceMeans OfBudget(Problem problem, int b, int year, Func<double, string, double> amount)
    {
        var budget = problem.Budgets[b];
        var more = amount(budget.PerYear[year], $"budget/{budget.Id}");
        return new ScarceMeans(MeansKind.Budget, $"budget/{budget.Id}", year, budget.PerYear[year], more, () => problem with
        {
            Budgets = Replaced(problem.Budgets, b, budget with { PerYear = Replaced(budget.PerYear, year, budget.PerYear[year] + more) }),
        });
    }

    private static ScarceMeans OfCapacity(Problem problem, int c, int period, Func<double, string, double> amount)
    {
        var capacity = problem.Capacities[c];
        var more = amount(capacity.PerPeriod[period], $"capacity/{capacity.Id}");
        return new ScarceMeans(
            MeansKind.Capacity, $"capacity/{capacity.Id}", period, capacity.PerPeriod[period], more, () => problem with
            {
                Capacities = Replaced(
                    problem.Capacities, c,
                    capacity with { PerPeriod = Replaced(capacity.PerPeriod, period, capacity.PerPeriod[period] + more) }),
            });
    }

    private static IEnumerable<ScarceMeans> OfFrame(Problem problem, int f, Func<double, string, double> amount)
    {
        var rule = $"frame/{problem.Frames[f].Id}";
        ScarceMeans Eased(MeansKind kind, double limit, double more, Func<double, Frame> with) =>
            new(kind, rule, null, limit, more, () => problem with { Frames = Replaced(problem.Frames, f, with(more)) });
        double Whole(double limit) => Math.Max(1.0, Math.Round(amount(limit, rule), MidpointRounding.AwayFromZero));
        switch (problem.Frames[f])
        {
            case GoalFloor floor:
                yield return Eased(MeansKind.FrameMin, floor.Min, amount(Math.Abs(floor.Min), rule), m => floor with { Min = floor.Min - m });
                break;
            case SpendFrame spend:
                if (spend.Max is { } most)
                    yield return Eased(MeansKind.FrameMax, most, amount(most, rule), m => spend with { Max = most + m });
                if (spend.Min is { } least)
                    yield return Eased(MeansKind.FrameMin, least, amount(least, rule), m => spend with { Min = Math.Max(0, least - m) });
                break;
            case SpendShareFrame part:
                if (part.Max is { } mostShare)
                    yield return Eased(MeansKind.FrameMax, mostShare, amount(mostShare, rule), m => part with { Max = mostShare + m });
                if (part.Min is { } leastShare)
                    yield return Eased(
                        MeansKind.FrameMin, leastShare, amount(leastShare, rule), m => part with { Min = Math.Max(0, leastShare - m) });
                break;
            case CountFrame count:
                if (count.Max is { } mostCount)
                    yield return Eased(MeansKind.FrameMax, mostCount, Whole(mostCount), m => count with { Max = mostCount + m });
                if (count.Min is { } leastCount)
                    yield return Eased(
                        MeansKind.FrameMin, leastCount, Whole(leastCount), m => count with { Min = Math.Max(0, leastCount - m) });
                break;
            case ConcurrentFrame running:
                yield return Eased(MeansKind.FrameMax, running.Max, Whole(running.Max), m => running with { Max = running.Max + m });
                break;
            case StartsFrame starts:
                yield return Eased(MeansKind.FrameMax, starts.Max, Whole(starts.Max), m => starts with { Max = starts.Max + m });
                break;
            case EffortFrame effort:
                yield return Eased(MeansKind.FrameMax, effort.Max, amount(effort.Max, rule), m => effort with { Max = effort.Max + m });
                break;
            case RiskFrame risk:
                yield return Eased(MeansKind.FrameMax, risk.Max, amount(risk.Max, rule), m => risk with { Max = risk.Max + m });
                break;
        }
    }

    private static IReadOnlyList<T> Replaced<T>(IReadOnlyList<T> list, int at, T by) => [.. list.Select((item, n) => n == at ? by : item)];
}
