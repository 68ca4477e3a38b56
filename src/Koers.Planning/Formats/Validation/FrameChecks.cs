using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>Frames: what they refer to exists, their bounds make sense, and somebody falls within them.</summary>
internal sealed class FrameChecks(Problem problem, ProblemNames names, TimeChecks time, Checks checks)
{
    private readonly Dictionary<string, HashSet<string>> _labels = Labels(problem.Initiatives);

    public void Run()
    {
        for (var i = 0; i < problem.Frames.Count; i++)
        {
            var at = JsonPath.Root["frames"][i];
            Bounds(problem.Frames[i], at);
            if (problem.Frames[i] is SelectingFrame selecting) Where(selecting.Where, at["where"]);
        }
    }

    private void Bounds(Frame frame, JsonPath at)
    {
        switch (frame)
        {
            case GoalFloor f:
                names.Goals.Has(f.Goal.Value, at["goal"]);
                checks.Number(f.Min, at["min"]);
                break;
            case SpendFrame f:
                Scope(f.Budgets, f.Years, at);
                checks.Limits(f.Min, f.Max, checks.NotNegative, at);
                break;
            case SpendShareFrame f:
                Scope(f.Budgets, f.Years, at);
                checks.Limits(f.Min, f.Max, checks.Share, at);
                break;
            case CountFrame f: checks.Limits(f.Min, f.Max, checks.NotNegative, at); break;
            case ConcurrentFrame f: checks.NotNegative(f.Max, at["max"]); break;
            case StartsFrame f: checks.NotNegative(f.Max, at["max"]); break;
            case RiskFrame f: checks.NotNegative(f.Max, at["max"]); break;
            case EffortFrame f:
                names.Capacities.Has(f.Capacity.Value, at["capacity"]);
                checks.NotNegative(f.Max, at["max"]);
                break;
        }
    }

    private void Scope(IReadOnlyList<BudgetId>? budgets, IReadOnlyList<int>? years, JsonPath at)
    {
        Once(budgets, at["budgets"], b => b.Value, (b, path) => names.Budgets.Has(b.Value, path));
        Once(years, at["years"], y => $"{y}", (y, path) => _ = time.Years is not { } count || checks.Range(y, 0, count - 1, path));
    }

    /// <summary>Twice the same counts once; somebody probably meant another.</summary>
    private void Once<T>(IReadOnlyList<T>? entries, JsonPath at, Func<T, string> text, Action<T, JsonPath> check)
    {
        if (entries is null) return;
        if (entries.Count == 0) checks.Warning(at, FaultKind.CountsNothing);
        var seen = new HashSet<T>();
        for (var k = 0; k < entries.Count; k++)
        {
            check(entries[k], at[k]);
            if (!seen.Add(entries[k])) checks.Warning(at[k], FaultKind.Repeated, Phrase.Quote(text(entries[k])));
        }
    }

    private void Where(Selector where, JsonPath at)
    {
        var isKnown = true;
        foreach (var (key, values) in where.Labels)
        {
            if (values.Count == 0)
                isKnown = Warn(at[key], FaultKind.CountsNothing);
            else if (!_labels.TryGetValue(key, out var known))
                isKnown = Warn(at[key], FaultKind.UnknownLabel, Phrase.Quote(key));
            else
                for (var k = 0; k < values.Count; k++)
                    if (!known.Contains(values[k]))
                        isKnown = Warn(
                            values.Count == 1 ? at[key] : at[key][k], FaultKind.UnknownLabelValue, Phrase.Quote(key), Phrase.Quote(values[k]));
        }
        if (isKnown && where.Labels.Count > 0 && !problem.Initiatives.Any(where.Matches)) checks.Warning(at, FaultKind.SelectsNobody);
    }

    private bool Warn(JsonPath path, FaultKind kind, params IReadOnlyList<object> arguments)
    {
        checks.Warning(path, kind, arguments);
        return false;
    }

    private static Dictionary<string, HashSet<string>> Labels(IReadOnlyList<Initiative> initiatives)
    {
        var labels = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (key, label) in initiatives.SelectMany(i => i.Labels))
        {
            if (!labels.TryGetValue(key, out var values)) labels[key] = values = new(StringComparer.Ordinal);
            values.Add(label);
        }
        return labels;
    }
}
