using Koers.Domain.Frames;
using Koers.Planning.Problems;
using Frame = Koers.Planning.Problems.Frame;

namespace Koers.App.Planning;

/// <summary>Frames as the engine has them. A frame that is only about years outside the time that is planned limits nothing and is left out.</summary>
internal sealed class FrameEntries(FrameContent content, Calendar calendar, MeansEntries means, IReadOnlyDictionary<Guid, GoalId> leaves)
{
    public IReadOnlyList<Frame> Of(Obstacles obstacles) =>
        [.. content.Frames.OrderBy(frame => frame.Code, StringComparer.Ordinal).Select(frame => Entry(frame, obstacles)).OfType<Frame>()];

    private Frame? Entry(Domain.Frames.Frame frame, Obstacles obstacles)
    {
        var (id, where) = (new FrameId(frame.Code), Where(frame));
        double? Missing(string dutch, string english)
        {
            obstacles.Add($"Kader {frame.Code} noemt geen {dutch}.", $"Frame {frame.Code} names no {english}.");
            return null;
        }

        double? Least() => (double?)frame.Min ?? Missing("ondergrens", "lower bound");
        double? Most() => (double?)frame.Max ?? Missing("bovengrens", "upper bound");
        switch (frame.Type)
        {
            case FrameType.GoalFloor:
                if (frame.GoalId is not { } goal || !leaves.TryGetValue(goal, out var leaf))
                {
                    Missing("doel zonder onderliggende doelen", "goal without goals below it");
                    return null;
                }

                return Least() is { } floor ? new GoalFloor(id, frame.Name, leaf, floor) : null;
            case FrameType.Spend or FrameType.SpendShare:
                return Spending(frame, id, where, obstacles);
            case FrameType.Count:
                return new CountFrame(id, frame.Name, where, (double?)frame.Min, (double?)frame.Max);
            case FrameType.Concurrent:
                return Most() is { } together ? new ConcurrentFrame(id, frame.Name, where, together) : null;
            case FrameType.Starts:
                return Most() is { } starts ? new StartsFrame(id, frame.Name, where, starts) : null;
            case FrameType.Effort:
                if (frame.PoolId is not { } pool || means.Pool(pool) is not { } capacity)
                {
                    Missing("capaciteitspool", "capacity pool");
                    return null;
                }

                return Most() is { } fte ? new EffortFrame(id, frame.Name, where, capacity, fte) : null;
            default:
                return Most() is { } risk ? new RiskFrame(id, frame.Name, where, risk) : null;
        }
    }

    private Frame? Spending(Domain.Frames.Frame frame, FrameId id, Selector where, Obstacles obstacles)
    {
        var known = frame.BudgetIds.Select(means.Budget).ToArray();
        if (known.Contains(null))
        {
            obstacles.Add($"Kader {frame.Code} noemt een budget dat er niet is.", $"Frame {frame.Code} names a budget that is not there.");
            return null;
        }

        int[] years = [.. frame.Years.Select(year => year - calendar.Start.Year).Where(year => year >= 0 && year < calendar.Years).Distinct().Order()];
        if (frame.Years.Count > 0 && years.Length == 0)
            return null;
        BudgetId[]? budgets = known.Length == 0 ? null : [.. known.Select(budget => budget!.Value).Distinct()];
        var counted = frame.Years.Count == 0 ? null : years;
        var (min, max) = ((double?)frame.Min, (double?)frame.Max);
        return frame.Type == FrameType.Spend
            ? new SpendFrame(id, frame.Name, where, budgets, counted, min, max)
            : new SpendShareFrame(id, frame.Name, where, budgets, counted, min, max);
    }

    private static Selector Where(Domain.Frames.Frame frame) => new(frame.Conditions
        .GroupBy(condition => condition.Label, StringComparer.Ordinal)
        .ToDictionary(
            same => same.Key,
            // Two conditions on one label: what both allow
            same => (IReadOnlyList<string>)[.. same.Select(c => c.Values.AsEnumerable()).Aggregate((one, other) => one.Intersect(other))],
            StringComparer.Ordinal));
}
