using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>What only analyses use: it refers to what exists, and ranges, orders and shares can be what they say.</summary>
internal sealed class AnalysisChecks(Problem problem, ProblemNames names, Checks checks)
{
    /// <summary>Shares are written with a few decimals: their sum may be this much too large.</summary>
    private const double Rounding = 1e-6;

    private readonly AnalysisInput _input = problem.Analysis;
    private readonly LabelOccurrence _labels = new(problem.Initiatives);

    public void Run()
    {
        var at = JsonPath.Root["analysis"];
        if (_input.Weights is { } weights) Weights(weights, at["weights"]);
        RangesOf(_input.Ranges, _input.Ranges.Shape, at["ranges"]);
        foreach (var (id, ranges) in _input.Initiatives)
        {
            var path = at["initiatives"][id.Value ?? ""];
            names.Initiatives.Has(id.Value, path);
            RangesOf(ranges, ranges.Shape ?? _input.Ranges.Shape, path);
        }
        if (_input.Correlation is { } correlation)
        {
            Label(correlation.Label, at["correlation"]["label"]);
            checks.Share(correlation.Strength, at["correlation"]["strength"]);
        }
        Shares(at["shares"]);
        Prices(at["relaxationPrices"]);
    }

    /// <summary>The shares alone, for a file that holds nothing else.</summary>
    public void RunShares(JsonPath at) => Shares(at);

    private void Weights(WeightUncertainty weights, JsonPath at)
    {
        var isSound = true;
        var seen = new HashSet<GoalId>();
        for (var k = 0; k < weights.Order.Count; k++)
        {
            isSound &= names.Goals.Has(weights.Order[k].Value, at["order"][k]);
            if (seen.Add(weights.Order[k])) continue;
            isSound = false;
            checks.Error(at["order"][k], FaultKind.Repeated, Phrase.Quote(weights.Order[k].Value));
        }
        foreach (var (goal, (low, high)) in weights.Between)
        {
            var path = at["between"][goal.Value ?? ""];
            isSound &= names.Goals.Has(goal.Value, path) & checks.NotNegative(low, path[0]) & checks.NotNegative(high, path[1])
                & IsOrdered(low, high, path);
        }
        // Whatever else is wrong may be the reason; that comes first
        if (isSound && !checks.Faults.HasErrors && !new WeightBounds(problem.Goals, weights).IsPossible)
            checks.Error(at, FaultKind.NoWeights, problem.Goals.Sum(g => g.Weight));
    }

    private bool IsOrdered(double low, double high, JsonPath at)
    {
        // Where an end could not be read, what stands for it is not what the file says
        if (low <= high || checks.Faults.IsUnusable(at[0]) || checks.Faults.IsUnusable(at[1]) || checks.Faults.IsUnusable(at[2])) return true;
        checks.Error(at, FaultKind.LowAboveHigh, low, high);
        return false;
    }

    private void RangesOf(Ranges ranges, RangeShape? shape, JsonPath at)
    {
        Points(ranges.Cost, shape, at["cost"]);
        Points(ranges.Effort, shape, at["effort"]);
        Points(ranges.Duration, shape, at["duration"]);
        Points(ranges.Score, shape, at["score"]);
    }

    private void Points(ThreePoint? points, RangeShape? shape, JsonPath at)
    {
        if (points is not var (low, likely, high)) return;
        var areNumbers = checks.NotNegative(low, at[0]) & checks.NotNegative(likely, at[1]) & checks.NotNegative(high, at[2]);
        if (!areNumbers || !IsOrdered(low, high, at)) return;
        if (likely < low || likely > high)
            checks.Error(at[1], FaultKind.LikelyOutside, likely, low, high);
        else if (shape == RangeShape.Lognormal && likely == 0)
            checks.Error(at[1], FaultKind.MedianNotPositive, "lognormal");
    }

    private void Shares(JsonPath at)
    {
        var seen = new HashSet<(string Label, string Value)>();
        for (var k = 0; k < _input.Shares.Count; k++)
        {
            var share = _input.Shares[k];
            var path = at[k];
            if (Label(share.Label, path["label"]) && !_labels.Has(share.Label, share.Value))
                checks.Warning(path["value"], FaultKind.UnknownLabelValue, Phrase.Quote(share.Label), Phrase.Quote(share.Value));
            if (!seen.Add((share.Label, share.Value)))
                checks.Error(path, FaultKind.ShareTwice, Phrase.Quote(share.Label), Phrase.Quote(share.Value));
            foreach (var (id, part) in share.Budgets) Share(names.Budgets, id.Value, part, path["budgets"]);
            foreach (var (id, part) in share.Capacities) Share(names.Capacities, id.Value, part, path["capacities"]);
        }
        Totals(s => s.Budgets.Select(b => (b.Key.Value, b.Value)), "budgets", at);
        Totals(s => s.Capacities.Select(c => (c.Key.Value, c.Value)), "capacities", at);
    }

    private void Share(IdSet known, string? id, double part, JsonPath at)
    {
        known.Has(id, at[id ?? ""]);
        checks.Share(part, at[id ?? ""]);
    }

    /// <summary>Reported at the share with which the sum passes the whole.</summary>
    private void Totals(Func<MeansShare, IEnumerable<(string Id, double Part)>> parts, string field, JsonPath at)
    {
        var totals = new Dictionary<(string Label, string Id), double>();
        for (var k = 0; k < _input.Shares.Count; k++)
            foreach (var (id, part) in parts(_input.Shares[k]))
            {
                var key = (_input.Shares[k].Label, id);
                var before = totals.GetValueOrDefault(key);
                totals[key] = before + part;
                if (before <= 1 + Rounding && totals[key] > 1 + Rounding && part <= 1)
                    checks.Error(
                        at[k][field][id], FaultKind.SharesOverOne, Phrase.Quote(id), Phrase.Quote(key.Label),
                        Math.Round(_input.Shares.Where(s => s.Label == key.Label).Sum(s => parts(s).Where(p => p.Id == id).Sum(p => p.Part)), 6));
            }
    }

    private bool Label(string label, JsonPath at)
    {
        if (_labels.Has(label)) return true;
        checks.Warning(at, FaultKind.UnknownLabel, Phrase.Quote(label));
        return false;
    }

    private void Prices(JsonPath at)
    {
        if (_input.RelaxationPrices.Count == 0) return;
        var rules = RuleNames().ToHashSet(StringComparer.Ordinal);
        string[] lists = ["budgets", "capacities", "initiatives", "relations", "frames"];
        var areKnown = !lists.Any(list => checks.Faults.IsUnusable(JsonPath.Root[list]));
        foreach (var (rule, price) in _input.RelaxationPrices)
        {
            if (areKnown && !rules.Contains(rule))
                checks.Error(at[rule], FaultKind.UnknownRule, Phrase.Quote(rule), NearestName.Suggest(rule, rules));
            checks.NotNegative(price, at[rule]);
        }
    }

    /// <summary>The names by which a conflict calls the rules of the problem. A synergy forbids nothing.</summary>
    private IEnumerable<string> RuleNames() =>
    [
        .. problem.Budgets.Select(b => $"budget/{b.Id}"), .. problem.Capacities.Select(c => $"capacity/{c.Id}"),
        .. problem.Initiatives.Where(i => i.Mandatory).Select(i => $"mandatory/{i.Id}"),
        .. problem.Relations.Where(r => r is not Synergy).Select(r => $"{r.Type}/{r.Id}"), .. problem.Frames.Select(f => $"frame/{f.Id}"),
    ];
}
