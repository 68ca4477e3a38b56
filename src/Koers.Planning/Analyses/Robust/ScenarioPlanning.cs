using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>Plans every scenario, in waves: each begins with the best plans of all that were found before, and with the prices of the
/// nearest scenario that was planned. What time is left goes to where the best plan is furthest below its bound.</summary>
internal sealed class ScenarioPlanning
{
    /// <summary>Tasks in a wave, for every thread: enough to keep all busy, few enough to learn from each other soon.</summary>
    private const int PerThread = 3;

    /// <summary>Threads that are counted on where the answer must not depend on the machine.</summary>
    private const int CountedThreads = 2;

    /// <summary>Plans that a task begins with.</summary>
    private const int KnownPlans = 3;

    /// <summary>Share of the scenarios, spread widely, that get more time: all others begin with what these found.</summary>
    private const double Scouts = 0.1;
    private const double ScoutsTime = 4;

    /// <summary>Share of all time for the first round.</summary>
    private const double FirstRound = 0.75;

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly Problem _problem;
    private readonly PlanTable _table;
    private readonly RobustSettings _settings;
    private readonly AnalysisOptions _options;
    private readonly IPlanningPool _pool;
    private readonly IProgress<AnalysisProgress>? _progress;
    private readonly CancellationToken _cancelled;
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private readonly IReadOnlyDictionary<string, double>?[] _prices;
    private readonly int[] _runs;
    private int _done;

    public ScenarioPlanning(
        Problem problem, PlanTable table, RobustSettings settings, AnalysisOptions options, IProgress<AnalysisProgress>? progress,
        CancellationToken cancelled)
    {
        (_problem, _table, _settings, _options, _progress, _cancelled) = (problem, table, settings, options, progress, cancelled);
        _pool = options.Pool ?? new LocalPool();
        Bound = new double?[table.Scenarios.Count];
        IsImpossible = new bool[Bound.Length];
        _prices = new IReadOnlyDictionary<string, double>?[Bound.Length];
        _runs = new int[Bound.Length];
    }

    /// <summary>Per scenario, what no plan is worth more than; null where nothing was proven.</summary>
    public double?[] Bound { get; }

    /// <summary>Per scenario, whether it was proven that no plan keeps the rules.</summary>
    public bool[] IsImpossible { get; }

    /// <summary>Scenarios that were never planned by themselves.</summary>
    public int Unplanned => _runs.Count(n => n == 0);

    private TimeSpan Left => _options.TimeLimit - TimeProvider.System.GetElapsedTime(_start);

    private int Threads => _options.Deterministic ? CountedThreads : _pool.Width;

    /// <summary>The first plan, for the weights, scores and costs of the problem itself.</summary>
    public Plan PlanAsWeighted() => _pool.PlanAll(
        [new PlanningTask(_problem with { Analysis = AnalysisInput.None }, Options(Clamp(_options.TimeLimit / 15), 0))], null, _cancelled)[0];

    /// <param name="prices">Prices to begin with; empty = none.</param>
    public void Run(IReadOnlyDictionary<string, double> prices)
    {
        var order = SpreadOut();
        var scouts = Math.Min(order.Count, Math.Max(_table.Scenarios.Count(s => s.IsExtreme), (int)(Scouts * order.Count)));
        var budget = (_options.Deterministic ? _options.TimeLimit : Left) * FirstRound;
        var shares = (scouts * ScoutsTime) + (order.Count - scouts);
        for (var at = 0; at < order.Count && !_cancelled.IsCancellationRequested && HasTime;)
        {
            var size = Math.Min(PerThread * Threads, (at < scouts ? scouts : order.Count) - at);
            var share = at < scouts ? ScoutsTime : 1;
            var left = _options.Deterministic ? budget : Left - (_options.TimeLimit * (1 - FirstRound));
            var slice = Clamp(left * Threads * share / Math.Max(1, _options.Deterministic ? shares : SharesLeft(at, scouts, order.Count)));
            Plan(order.GetRange(at, size), slice, prices);
            at += size;
        }
        if (!_options.Deterministic)
            Improve(prices);
    }

    private bool HasTime => _options.Deterministic || Left > Shortest;

    private static double SharesLeft(int at, int scouts, int count) =>
        (Math.Max(0, scouts - at) * ScoutsTime) + (count - Math.Max(at, scouts));

    /// <summary>Plans again where there is most to gain, until time is over or every plan is good enough.</summary>
    private void Improve(IReadOnlyDictionary<string, double> prices)
    {
        while (HasTime && !_cancelled.IsCancellationRequested)
        {
            var wave = Enumerable.Range(0, Bound.Length).Select(s => (Scenario: s, Gain: Gain(s))).Where(g => g.Gain > _settings.Gap)
                .OrderByDescending(g => g.Gain / (1 + _runs[g.Scenario])).Take(Threads * 2).Select(g => g.Scenario).ToList();
            if (wave.Count == 0)
                return;
            var slice = Clamp(Left * Threads / Math.Max(4.0, 0.3 * Bound.Length));
            Plan(wave, slice < Left ? slice : Clamp(Left), prices);
        }
    }

    /// <summary>How far the best plan is below the bound, as a share; infinite where neither is known.</summary>
    private double Gain(int scenario)
    {
        if (IsImpossible[scenario])
            return 0;
        var best = _table.Best(scenario);
        if (best < 0 || Bound[scenario] is not { } bound)
            return double.MaxValue;
        return (bound - _table.Value(best, scenario)) / Math.Max(1e-9, Math.Abs(_table.Value(best, scenario)));
    }

    private void Plan(List<int> wave, TimeSpan slice, IReadOnlyDictionary<string, double> prices)
    {
        var tasks = wave.Select(s => new PlanningTask(_table.Scenarios[s].Of(_problem), Options(slice, s), Known(s, prices))).ToList();
        var plans = _pool.PlanAll(
            tasks, (_, _) => _progress?.Report(new AnalysisProgress(Math.Min(++_done, Bound.Length), Bound.Length)), _cancelled);
        for (var k = 0; k < wave.Count; k++)
            Learn(wave[k], plans[k]);
    }

    private void Learn(int scenario, Plan plan)
    {
        if (plan.Bound is { } bound)
            Bound[scenario] = Math.Min(bound, Bound[scenario] ?? double.PositiveInfinity);
        if (plan.Certificate is { } certificate)
            _prices[scenario] = certificate.Prices;
        if (plan.Value is not null)
            _table.Add(plan.Selected);
        IsImpossible[scenario] |= plan.Status == PlanStatus.Infeasible;
        if (plan.Status is not PlanStatus.Unknown && (plan.Bound is not null || plan.Status == PlanStatus.Infeasible))
            _runs[scenario]++;
    }

    private Foreknowledge Known(int scenario, IReadOnlyDictionary<string, double> prices)
    {
        var planned = Enumerable.Range(0, Bound.Length).Where(s => _prices[s] is not null).ToList();
        var nearest = _prices[scenario] ?? (planned.Count > 0 ? _prices[planned.MinBy(s => Distance(s, scenario))] : prices);
        return new Foreknowledge([.. _table.Ranked(scenario, KnownPlans).Select(_table.Selected)], nearest!);
    }

    private PlannerOptions Options(TimeSpan slice, int scenario) => new()
    {
        TimeLimit = slice,
        Gap = _settings.Gap,
        Threads = 1,
        Deterministic = _options.Deterministic,
        Seed = unchecked((int)((uint)(_options.Seed + (7919 * (scenario + 1)) + (scenario >= 0 && scenario < _runs.Length ? 104_729 * _runs[scenario] : 0)) & int.MaxValue)),
    };

    private static TimeSpan Clamp(TimeSpan time) => time < Shortest ? Shortest : time > Longest ? Longest : time;

    /// <summary>The extreme scenarios, then each time the one furthest from all before it.</summary>
    private List<int> SpreadOut()
    {
        var count = _table.Scenarios.Count;
        var order = Enumerable.Range(0, count).Where(s => _table.Scenarios[s].IsExtreme).ToList();
        if (order.Count == 0)
            order.Add(0);
        var near = Enumerable.Range(0, count).Select(s => order.Min(o => Distance(o, s))).ToArray();
        var isIn = new bool[count];
        order.ForEach(s => isIn[s] = true);
        while (order.Count < count)
        {
            var next = Enumerable.Range(0, count).Where(s => !isIn[s]).MaxBy(s => near[s]);
            isIn[next] = true;
            order.Add(next);
            for (var s = 0; s < count; s++)
                near[s] = Math.Min(near[s], Distance(next, s));
        }
        return order;
    }

    private double Distance(int one, int other)
    {
        var (a, b) = (_table.Scenarios[one].Weights, _table.Scenarios[other].Weights);
        var sum = 0.0;
        for (var g = 0; g < a.Length; g++)
            sum += Math.Abs(a[g] - b[g]);
        return sum;
    }
}
