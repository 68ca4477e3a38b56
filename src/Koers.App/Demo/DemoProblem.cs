using System.Globalization;
using Koers.Domain.Frames;
using Koers.Domain.Goals;
using Koers.Domain.Means;
using Koers.Domain.Weighing;
using Koers.Planning.Problems;
using Initiative = Koers.Domain.Initiatives.Initiative;
using InitiativeState = Koers.Domain.Initiatives.InitiativeState;
using Relation = Koers.Domain.Initiatives.Relation;
using RelationType = Koers.Domain.Initiatives.RelationType;
using Variant = Koers.Domain.Initiatives.Variant;

namespace Koers.App.Demo;

/// <summary>The problem that the engine gets: what was weighed may be chosen, what runs stays as it is.</summary>
/// <param name="content">Frames.</param>
/// <param name="time">The times.</param>
/// <param name="scores">Scores of the assessors.</param>
internal sealed class DemoProblem(FrameContent content, DemoTime time, IReadOnlyList<Score> scores)
{
    private const int QuartersInYear = 4;

    private readonly Dictionary<Guid, BudgetId> _budgets = content.Budgets.ToDictionary(b => b.Id, b => new BudgetId(b.Code));
    private readonly Dictionary<Guid, CapacityId> _pools = content.CapacityPools.ToDictionary(p => p.Id, p => new CapacityId(p.Code));
    private readonly Dictionary<Guid, GoalId> _goals = content.Goals.ToDictionary(g => g.Id, g => new GoalId(g.Code));
    private readonly Dictionary<(Guid, Guid), double> _means = scores.GroupBy(s => (s.InitiativeId, s.GoalId))
        .ToDictionary(same => same.Key, same => same.Average(s => s.Points));

    public Problem Of(
        IEnumerable<Initiative> initiatives, IEnumerable<Relation> relations, IReadOnlyDictionary<Guid, string> departments,
        IReadOnlyDictionary<Guid, string> programmes)
    {
        var tree = new GoalTree(content.Goals);
        var taking = initiatives.Where(i => i.State is InitiativeState.Weighed or InitiativeState.Running)
            .Where(i => i.State == InitiativeState.Weighed || EndOf(i) > 0).OrderBy(i => i.Number, StringComparer.Ordinal).ToArray();
        var ids = taking.ToDictionary(i => i.Id, i => new InitiativeId(i.Number));
        return new Problem(
            $"{content.Settings.Municipality} {content.Settings.Start.Year}",
            new Horizon(content.Settings.Start, content.Settings.Quarters, QuartersInYear),
            new ValueSettings(content.Settings.DiscountPerYear, content.Settings.TailQuarters, Normalise: true),
            [.. tree.Leaves.Select(g => new Koers.Planning.Problems.Goal(new GoalId(g.Code), g.Name, tree.ShareOfWhole(g), g.Cap))],
            [.. content.Budgets.Select(b => new Koers.Planning.Problems.Budget(
                _budgets[b.Id], b.Name, [.. b.Years.OrderBy(y => y.Year).Select(y => (double)y.Amount.Amount)], b.CarriesOver))],
            [.. content.CapacityPools.Select(Pool)],
            [.. taking.Select(i => new Koers.Planning.Problems.Initiative(
                ids[i.Id], i.Name, Labels(i, departments, programmes), i.IsStatutory || i.State == InitiativeState.Running,
                [.. i.Variants.Where(v => i.AgreedVariant is null || v.Code == i.AgreedVariant).Select(v => Entry(i, v))]))],
            [.. relations.Where(r => r.Members.All(m => ids.ContainsKey(m.InitiativeId))).Select(r => Entry(r, ids))],
            [.. content.Frames.Select(Entry)],
            Reference: null);
    }

    private int EndOf(Initiative initiative) =>
        time.QuarterOf(initiative.AgreedStart!.Value) + initiative.Variants.First(v => v.Code == initiative.AgreedVariant).Duration;

    private Capacity Pool(CapacityPool pool) => new(
        _pools[pool.Id], pool.Name, [.. pool.Quarters.OrderBy(q => (q.Year, q.Quarter)).Select(q => q.Fte)], pool.Reserve,
        pool.HireBudgetId is { } payer && pool.MostHired > 0 ? new Hire(pool.MostHired, (double)pool.HirePrice.Amount, _budgets[payer]) : null);

    private static Dictionary<string, string> Labels(
        Initiative initiative, IReadOnlyDictionary<Guid, string> departments, IReadOnlyDictionary<Guid, string> programmes)
    {
        var labels = initiative.Labels.ToDictionary(l => l.Key, l => l.Value, StringComparer.Ordinal);
        labels["afdeling"] = departments[initiative.DepartmentId];
        labels["wettelijk"] = initiative.IsStatutory ? "ja" : "nee";
        if (initiative.ProgrammeId is { } programme)
            labels["programma"] = programmes[programme];
        foreach (var (key, value) in ((string, string?)[])[("gebied", initiative.Area), ("fase", initiative.Phase), ("taakveld", initiative.PolicyField)])
            if (value is not null)
                labels[key] = value;
        return labels;
    }

    private Koers.Planning.Problems.Variant Entry(Initiative initiative, Variant variant)
    {
        var last = content.Settings.Quarters - variant.Duration;
        var (earliest, latest) = initiative.AgreedStart is { } start
            ? (time.QuarterOf(start), time.QuarterOf(start))
            : (variant.EarliestStart is { } from ? Math.Max(0, time.QuarterOf(from)) : 0,
                variant.LatestStart is { } until ? Math.Min(last, time.QuarterOf(until)) : last);
        return new Koers.Planning.Problems.Variant(
            new VariantId(variant.Code), variant.Duration, earliest, latest,
            variant.Spends.Where(s => s.Quarter is not null).GroupBy(s => s.BudgetId).ToDictionary(
                same => _budgets[same.Key], same => (IReadOnlyList<double>)Profile(variant.Duration, same, s => s.Quarter!.Value, s => (double)s.Amount.Amount)),
            variant.Spends.Where(s => s.Quarter is null).GroupBy(s => s.BudgetId)
                .ToDictionary(same => _budgets[same.Key], same => same.Sum(s => (double)s.Amount.Amount)),
            variant.Efforts.GroupBy(e => e.PoolId).ToDictionary(
                same => _pools[same.Key], same => (IReadOnlyList<double>)Profile(variant.Duration, same, e => e.Quarter, e => e.Fte)),
            variant.Effects.ToDictionary(
                e => _goals[e.GoalId],
                e => _means.TryGetValue((initiative.Id, e.GoalId), out var mean) ? mean * variant.EffectShare : e.Points),
            variant.Success, new Effect(new double[variant.Duration], 1));
    }

    private static double[] Profile<T>(int duration, IEnumerable<T> lines, Func<T, int> quarter, Func<T, double> amount)
    {
        var sums = new double[duration];
        foreach (var line in lines)
            sums[quarter(line)] += amount(line);
        return sums;
    }

    private static Koers.Planning.Problems.Relation Entry(Relation relation, Dictionary<Guid, InitiativeId> ids)
    {
        var id = new RelationId(relation.Code);
        InitiativeId[] members = [.. relation.Members.OrderBy(m => m.Place).Select(m => ids[m.InitiativeId])];
        return relation.Type switch
        {
            // In the register the second of these needs the first
            RelationType.DependsOn => new DependsOn(id, members[0], members[1], relation.Lag),
            RelationType.Before => new Before(id, members[0], members[1], relation.Lag),
            RelationType.Requires => new Requires(id, members[0], members[1]),
            RelationType.Excludes => new Excludes(id, members),
            RelationType.Together => new Together(id, members),
            RelationType.Group => new Group(id, members, relation.Min, relation.Max),
            _ => new Synergy(id, members, relation.Value!.Value),
        };
    }

    private Koers.Planning.Problems.Frame Entry(Domain.Frames.Frame frame)
    {
        var (id, min, max) = (new FrameId(frame.Code), (double?)frame.Min, (double?)frame.Max);
        var where = new Selector(frame.Conditions.ToDictionary(c => c.Label, c => (IReadOnlyList<string>)c.Values, StringComparer.Ordinal));
        BudgetId[]? budgets = frame.BudgetIds.Count == 0 ? null : [.. frame.BudgetIds.Select(budget => _budgets[budget])];
        int[]? years = frame.Years.Count == 0 ? null : [.. frame.Years.Select(year => year - content.Settings.Start.Year)];
        return frame.Type switch
        {
            FrameType.GoalFloor => new GoalFloor(id, frame.Name, _goals[frame.GoalId!.Value], min!.Value),
            FrameType.Spend => new SpendFrame(id, frame.Name, where, budgets, years, min, max),
            FrameType.SpendShare => new SpendShareFrame(id, frame.Name, where, budgets, years, min, max),
            FrameType.Count => new CountFrame(id, frame.Name, where, min, max),
            FrameType.Concurrent => new ConcurrentFrame(id, frame.Name, where, max!.Value),
            FrameType.Starts => new StartsFrame(id, frame.Name, where, max!.Value),
            FrameType.Effort => new EffortFrame(id, frame.Name, where, _pools[frame.PoolId!.Value], max!.Value),
            FrameType.Risk => new RiskFrame(id, frame.Name, where, max!.Value),
            _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{frame.Type} is no type of frame.")),
        };
    }
}
