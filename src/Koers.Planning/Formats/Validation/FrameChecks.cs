using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>Frames: what they refer to exists, their bounds make sense, and somebody falls within them.</summary>
internal sealed class FrameChecks(Problem problem, ProblemNames names, TimeChecks time, Checks checks)
{
    private readonly LabelOccurrence _labels = new(problem.Initiatives);

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

    /// <summary>A label that nobody has is probably misspelt, and a frame on it says nothing or cannot be kept.</summary>
    private void Where(Selector where, JsonPath at)
    {
        var occur = true;
        foreach (var (key, values) in where.Labels) occur &= Occur(key, values, at[key]);
        if (occur && where.Labels.Count > 0 && !problem.Initiatives.Any(where.Matches)) checks.Warning(at, FaultKind.SelectsNobody);
    }

    private bool Occur(string key, IReadOnlyList<string> values, JsonPath at)
    {
        if (values.Count == 0)
            checks.Warning(at, FaultKind.CountsNothing);
        else if (!_labels.Has(key))
            checks.Warning(at, FaultKind.UnknownLabel, Phrase.Quote(key));
        if (values.Count == 0 || !_labels.Has(key)) return false;
        var unknown = Enumerable.Range(0, values.Count).Where(k => !_labels.Has(key, values[k])).ToList();
        foreach (var k in unknown)
        {
            var path = values.Count == 1 ? at : at[k]; // a list of one may stand in the file as one text
            checks.Warning(path, FaultKind.UnknownLabelValue, Phrase.Quote(key), Phrase.Quote(values[k]));
        }
        return unknown.Count == 0;
    }
}
