using Koers.Domain.Goals;
using Koers.Domain.Initiatives;
using Koers.Domain.Means;
using Koers.Planning.Problems;
using Initiative = Koers.Domain.Initiatives.Initiative;
using Variant = Koers.Domain.Initiatives.Variant;

namespace Koers.App.Planning;

/// <summary>
/// Initiatives as the engine has them. A variant brings for a goal the mean score of the assessors times its share of the effect; for a goal that
/// nobody scored what its proposer estimated for that variant. Scores and estimates for goals that these frames do not have count for nothing;
/// money and people that these frames do not have stand in the way of planning, because they would come for free.
/// </summary>
internal sealed class InitiativeEntries
{
    private readonly PlanningSource _source;
    private readonly Calendar _calendar;
    private readonly MeansEntries _means;
    private readonly IReadOnlyList<Domain.Goals.Goal> _leaves;
    private readonly Dictionary<(Guid Initiative, Guid Goal), double> _meanScores;

    public InitiativeEntries(PlanningSource source, Calendar calendar, MeansEntries means, IEnumerable<Domain.Goals.Goal> leaves)
    {
        (_source, _calendar, _means, _leaves) = (source, calendar, means, [.. leaves]);
        _meanScores = source.Scores.GroupBy(score => (score.InitiativeId, score.GoalId))
            .ToDictionary(same => same.Key, same => same.Average(score => score.Points));
    }

    public IReadOnlyList<Koers.Planning.Problems.Initiative> Of(Participation participation, Obstacles obstacles) =>
        [.. participation.Taking.Select(initiative => new Koers.Planning.Problems.Initiative(
            new InitiativeId(initiative.Number), initiative.Name, Labels(initiative), participation.IsMandatory(initiative),
            [.. (participation[initiative.Id] == Part.Running
                ? Running(initiative, obstacles)
                : VariantWindow.AllOf(initiative, _source.Choices, _calendar)).Select(window => Entry(initiative, window, obstacles))]))];

    /// <summary>Quarters of running work that lie after the time that is planned: the engine sees it finish at the end of that time.</summary>
    public static int CutOff(Initiative initiative, Calendar calendar) =>
        Agreed(initiative) is { } variant && initiative.AgreedStart is { } start
            ? Math.Max(0, calendar.PeriodOf(start) + variant.Duration - calendar.Quarters)
            : 0;

    private static Variant? Agreed(Initiative initiative) => initiative.Variants.Find(variant => variant.Code == initiative.AgreedVariant);

    private VariantWindow[] Running(Initiative initiative, Obstacles obstacles)
    {
        if (Agreed(initiative) is { } variant && initiative.AgreedStart is { } start)
        {
            var period = _calendar.PeriodOf(start);
            if (period < _calendar.Quarters)
                return [new VariantWindow(variant, period, period)];
        }

        obstacles.Add(
            $"Initiatief {initiative.Number} loopt, maar de afgesproken variant of start ontbreekt of ligt na de planning.",
            $"Initiative {initiative.Number} runs, but its agreed variant or start is missing or lies after the time that is planned.");
        return [];
    }

    private Koers.Planning.Problems.Variant Entry(Initiative initiative, VariantWindow window, Obstacles obstacles)
    {
        var variant = window.Variant;
        var duration = Math.Min(variant.Duration, _calendar.Quarters - window.Earliest);
        var spend = new Dictionary<BudgetId, IReadOnlyList<double>>();
        var after = new Dictionary<BudgetId, double>();
        foreach (var same in variant.Spends.Where(s => s.Amount != Euro.Zero).GroupBy(s => s.BudgetId))
        {
            if (_means.Budget(same.Key) is not { } budget)
            {
                Absent(initiative, variant, "budget", "budget", obstacles);
                continue;
            }

            if (Profile(duration, same.Where(s => s.Quarter is not null), s => s.Quarter!.Value, s => s.Amount.Amount) is { Length: > 0 } profile)
                spend[budget] = profile;
            if (same.Where(s => s.Quarter is null).Aggregate(Euro.Zero, (sum, s) => sum + s.Amount) is { Cents: not 0 } yearly)
                after[budget] = (double)yearly.Amount;
        }

        var effort = new Dictionary<CapacityId, IReadOnlyList<double>>();
        foreach (var same in variant.Efforts.Where(e => e.Fte != 0).GroupBy(e => e.PoolId))
            if (_means.Pool(same.Key) is not { } pool)
                Absent(initiative, variant, "capaciteitspool", "capacity pool", obstacles);
            else if (Profile(duration, same, e => e.Quarter, e => (decimal)e.Fte) is { Length: > 0 } profile)
                effort[pool] = profile;
        // The effect comes at the real finish, also where that lies after the time that is planned
        return new Koers.Planning.Problems.Variant(
            new VariantId(variant.Code), duration, window.Earliest, window.Latest, spend, after, effort, Contribution(initiative, variant),
            variant.Success, new Effect(new double[variant.Duration], 1));
    }

    /// <summary>Amounts per quarter from the start, added in tenths and not in binary fractions; nothing after the last that is not zero.</summary>
    private static double[] Profile<T>(int duration, IEnumerable<T> lines, Func<T, int> quarter, Func<T, decimal> amount)
    {
        var sums = new decimal[duration];
        foreach (var line in lines)
            if (quarter(line) < duration)
                sums[quarter(line)] += amount(line);
        return [.. sums.Take(Array.FindLastIndex(sums, sum => sum != 0) + 1).Select(sum => (double)sum)];
    }

    private Dictionary<GoalId, double> Contribution(Initiative initiative, Variant variant)
    {
        var points = new Dictionary<GoalId, double>();
        foreach (var goal in _leaves)
        {
            var worth = _meanScores.TryGetValue((initiative.Id, goal.Id), out var mean)
                ? mean * variant.EffectShare
                : variant.Effects.Where(effect => effect.GoalId == goal.Id).Sum(effect => effect.Points);
            if (worth != 0)
                points[new GoalId(goal.Code)] = worth;
        }

        return points;
    }

    /// <summary>What frames select by. A free label cannot stand in for one of the register's own.</summary>
    private Dictionary<string, string> Labels(Initiative initiative)
    {
        var labels = initiative.Labels.ToDictionary(label => label.Key, label => label.Value, StringComparer.Ordinal);
        labels["afdeling"] = _source.Departments[initiative.DepartmentId];
        foreach (var (key, value) in ((string, string?)[])
            [("programma", initiative.ProgrammeId is { } id ? _source.Programmes.GetValueOrDefault(id) : null), ("gebied", initiative.Area),
            ("fase", initiative.Phase), ("taakveld", initiative.PolicyField)])
            if (string.IsNullOrEmpty(value))
                labels.Remove(key);
            else
                labels[key] = value;
        labels["wettelijk"] = initiative.IsStatutory ? "ja" : "nee";
        return labels;
    }

    private static void Absent(Initiative initiative, Variant variant, string dutch, string english, Obstacles obstacles) => obstacles.Add(
        $"Variant {variant.Code} van {initiative.Number} gebruikt een {dutch} dat deze kaders niet hebben.",
        $"Variant {variant.Code} of {initiative.Number} uses a {english} that these frames do not have.");
}
