using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>Initiatives and their variants: names, windows, money, people, effects.</summary>
internal sealed class InitiativeChecks(ProblemNames names, TimeChecks time, Checks checks)
{
    /// <summary>The last value of a profile may lie this share of its total under zero.</summary>
    private const double SmallCorrection = 0.05;

    private long _options;

    public void Run(IReadOnlyList<Initiative> initiatives)
    {
        var list = JsonPath.Root["initiatives"];
        if (initiatives.Count == 0) checks.Warning(list, FaultKind.NothingToChoose);
        for (var i = 0; i < initiatives.Count; i++)
        {
            var at = list[i]["variants"];
            var variants = initiatives[i].Variants;
            if (variants.Count == 0) checks.Error(at, FaultKind.NoneGiven, Phrase.Variant);
            _ = new IdSet(variants.Select(v => v.Id.Value), at, Phrase.Variant, checks);
            for (var v = 0; v < variants.Count; v++) Variant(variants[v], at[v]);
        }
        if (_options > FormatLimits.Options) checks.Error(list, FaultKind.TooManyOptions, _options, FormatLimits.Options);
    }

    private void Variant(Variant variant, JsonPath at)
    {
        int? duration = time.IsCount(variant.Duration, 1, at["duration"]) ? variant.Duration : null;
        Window(variant, duration, at);
        Profiles(variant.Spend.Select(s => (s.Key.Value, s.Value)), names.Budgets, duration, at["spend"]);
        Profiles(variant.Effort.Select(e => (e.Key.Value, e.Value)), names.Capacities, duration, at["effort"]);
        foreach (var (budget, money) in variant.SpendAfter)
        {
            var path = at["spendAfter"][budget.Value];
            names.Budgets.Has(budget.Value, path);
            checks.NotNegative(money, path);
        }
        foreach (var (goal, points) in variant.Contribution)
        {
            var path = at["contribution"][goal.Value];
            names.Goals.Has(goal.Value, path);
            checks.Number(points, path);
        }
        checks.Share(variant.Success, at["success"]);
        Effect(variant.Effect, at["effect"]);
    }

    /// <summary>A variant can start somewhere, and wherever it may start it ends within the horizon. One that already runs may last
    /// longer than the horizon.</summary>
    private void Window(Variant variant, int? duration, JsonPath at)
    {
        var (earliest, latest) = (variant.EarliestStart, variant.LatestStart);
        var (earliestAt, latestAt) = (at["earliestStart"], at["latestStart"]);
        var isEarliestKnown = checks.Range(earliest, -FormatLimits.Periods, FormatLimits.Periods, earliestAt)
            && !checks.Faults.IsUnusable(earliestAt);
        if (duration is not { } d || time.Periods is not { } periods) return;
        if (latest > periods - d) checks.Error(latestAt, FaultKind.PastHorizon, latest, d, periods, periods - d);
        if (!isEarliestKnown) return;
        if (earliest > periods - d)
            checks.Error(d > periods ? at["duration"] : earliestAt, FaultKind.DoesNotFit, earliest, d, periods, periods - d);
        else if (earliest > latest)
            checks.Error(earliest == 0 ? latestAt : earliestAt, FaultKind.WindowEmpty, earliest, latest);
        else
            _options += (long)latest - earliest + 1;
    }

    private void Profiles(
        IEnumerable<(string Id, IReadOnlyList<double> Values)> profiles, IdSet known, int? duration, JsonPath at)
    {
        foreach (var (id, values) in profiles)
        {
            var path = at[id];
            known.Has(id, path);
            if (values.Count > duration) checks.Error(path, FaultKind.LongerThanDuration, values.Count, duration);
            Amounts(values, path);
        }
    }

    /// <summary>Money or people, 0 or more. Only where tools round a profile and correct its total in the last value, that may lie a
    /// little under zero.</summary>
    private void Amounts(IReadOnlyList<double> values, JsonPath path)
    {
        var last = values.Count - 1;
        var total = last > 0 && values[last] < 0 ? values.Sum() : 0;
        if (total <= 0 || values[last] < -SmallCorrection * total)
        {
            checks.NoneNegative(values, path);
            return;
        }
        checks.NoneNegative([.. values.Take(last)], path);
        checks.Warning(path[last], FaultKind.NegativeRemainder, values[last], Math.Round(total, 6));
    }

    /// <summary>Any shares, also outside 0 to 1: profiles may hold values instead of shares, with a contribution of 1.</summary>
    private void Effect(Effect effect, JsonPath at)
    {
        checks.Number(effect.After, at["after"]);
        for (var k = 0; k < effect.Profile.Count; k++)
            if (!(Math.Abs(effect.Profile[k]) <= FormatLimits.Magnitude))
                checks.Number(effect.Profile[k], at["profile"][k]);
    }
}
