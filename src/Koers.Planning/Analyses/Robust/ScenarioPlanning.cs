using Koers.Planning.Bounding;
using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;
using Koers.Planning.Rules;

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

    /// <summary>Share of the scenarios, spread widely, that get more time, extreme ones the most: all others begin with what these found,
    /// and they themselves are far from what was found before.</summary>
    private const double Scouts = 0.1;
    private const double ScoutsTime = 4;
    private const double ExtremesTime = 10;

    /// <summary>Runs for which the time after the first round is meant: few enough that each finds something.</summary>
    private const double RunsToImprove = 100;

    /// <summary>Share of all time for the first round.</summary>
    private const double FirstRound = 0.5;

    /// <summary>Share of all time for planning; the rest is for what takes longer than asked, and for working out the answer.</summary>
    private const double Planned = 0.97;

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly Problem _problem;
    private readonly PlanTable _table;
    private readonly RobustSettings _settings;
    private readonly AnalysisOptions _options;
    private readonly IPlanningPool _pool;
    private readonly IProgress<AnalysisProgress>? _progress;
    private readonly CancellationToken _cancelled;
    private readonly long _start;
    private readonly IReadOnlyDictionary<string, double>?[] _prices;
    private readonly int[] _runs;
    private int _done;

    /// <param name="problem">The problem.</param>
    /// <param name="table">Where plans go.</param>
    /// <param name="settings">How closely to look.</param>
    /// <param name="options">How long.</param>
    /// <param name="start">When the analysis began, by the time provider of the system.</param>
    /// <param name="progress">Told how many scenarios were planned; null = nobody.</param>
    /// <param name="cancelled">Stops.</param>
    public ScenarioPlanning(
        Problem problem, PlanTable table, RobustSettings settings, AnalysisOptions options, long start,
        IProgress<AnalysisProgress>? progress, CancellationToken cancelled)
    {
        _start = start;
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

    private TimeSpan Left => (_options.TimeLimit * Planned) - TimeProvider.System.GetElapsedTime(_start);

    private int Threads => _options.Deterministic ? CountedThreads : _pool.Width;

    /// <summary>The first plan, for the weights, scores and costs of the problem itself.</summary>
    public Plan PlanAsWeighted() => _pool.PlanAll(
        [new PlanningTask(_problem with { Analysis = AnalysisInput.None }, Options(Clamp(_options.TimeLimit / 15), 0))], null, _cancelled)[0];

    /// <param name="prices">Prices to begin with; empty = none.</param>
    public void Run(IReadOnlyDictionary<string, double> prices)
    {
        var order = Spread.Order(_table.Scenarios);
        var scouts = Math.Min(order.Count, Math.Max(_table.Scenarios.Count(s => s.IsExtreme), (int)(Scouts * order.Count)));
        var budget = _options.TimeLimit;
        var shares = order.Select((scenario, place) => _table.Scenarios[scenario].IsExtreme && !IsCrowded ? ExtremesTime
            : place < scouts ? ScoutsTime : 1).ToArray();
        var all = shares.Sum();
        for (var at = 0; at < order.Count && !_cancelled.IsCancellationRequested && HasTime;)
        {
            var size = 1;
            while (size < PerThread * Threads && at + size < order.Count && shares[at + size] == shares[at])
                size++;
            var left = _options.Deterministic ? budget : Left - (_options.TimeLimit * (1 - FirstRound));
            var slice = Clamp(left * Threads * shares[at] / (_options.Deterministic ? all : shares.Skip(at).Sum()));
            Plan(order.GetRange(at, size), slice, prices);
            at += size;
        }
        if (!_options.Deterministic)
            Improve(prices);
        ProveRest();
    }

    /// <summary>Where a run was too short to prove anything, the prices of the nearest scenario prove something all the same.</summary>
    private void ProveRest()
    {
        for (var s = 0; s < Bound.Length && HasTime && !_cancelled.IsCancellationRequested; s++)
        {
            if (Bound[s] is not null || IsImpossible[s] || Nearest(s) is not { } prices)
                continue;
            var model = new Model(_table.Scenarios[s].Of(_problem));
            var ceilings = PriceCeilings.Of(model);
            var kept = new double[model.Rows.Count];
            for (var r = 0; r < kept.Length; r++)
                kept[r] = Math.Clamp(prices.GetValueOrDefault(model.Rows.Names[r]), 0.0, ceilings[r]);
            if (LagrangianBound.Of(model, kept) is var bound && double.IsFinite(bound))
                Bound[s] = bound;
        }
    }

    /// <summary>Prices of the nearest scenario that has any; null where none has.</summary>
    private IReadOnlyDictionary<string, double>? Nearest(int scenario)
    {
        var planned = Enumerable.Range(0, Bound.Length).Where(s => _prices[s] is not null).ToList();
        return _prices[scenario] ?? (planned.Count > 0 ? _prices[planned.MinBy(s => Spread.Distance(_table.Scenarios[s], _table.Scenarios[scenario]))] : null);
    }

    private bool HasTime => _options.Deterministic || Left > Shortest;

    /// <summary>Whether so many scenarios are extreme that they are nothing special.</summary>
    private bool IsCrowded => _table.Scenarios.Count(s => s.IsExtreme) > Scouts * Bound.Length;

    /// <summary>Plans again where there is most to gain, until time is over or every plan is good enough.</summary>
    private void Improve(IReadOnlyDictionary<string, double> prices)
    {
        TimeSpan? slice = null;
        while (HasTime && !_cancelled.IsCancellationRequested)
        {
            var gains = Enumerable.Range(0, Bound.Length).Select(Gain).ToArray();
            // Part of the distance to the bound is the bound's, and nearly the same everywhere
            var everywhere = gains.Order().ElementAt(gains.Length / 10) - _settings.Gap;
            // Bounds and values agree within the tolerance of the rules only
            var wave = Enumerable.Range(0, gains.Length).Where(s => gains[s] > Math.Max(_settings.Gap, Rule.Tolerance))
                .OrderByDescending(s => (gains[s] - Math.Max(0, everywhere)) / (1 + _runs[s])).Take(Threads).ToList();
            if (wave.Count == 0)
                return;
            slice ??= Clamp(Left * Threads / RunsToImprove);
            Plan(wave, slice < Left ? slice.Value : Clamp(Left), prices);
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
        // After a stop, a task that never began answers with a plan that was known
        if (plan.Bound is not null || plan.Status == PlanStatus.Infeasible || !_cancelled.IsCancellationRequested)
            _runs[scenario]++;
    }

    private Foreknowledge Known(int scenario, IReadOnlyDictionary<string, double> prices) =>
        new([.. _table.Ranked(scenario, KnownPlans).Select(_table.Selected)], Nearest(scenario) ?? prices)
        {
            // What extreme weights prove at their first turn says enough of those between them
            HasBound = _runs[scenario] > 0 || !_table.Scenarios[scenario].IsExtreme,
        };

    private PlannerOptions Options(TimeSpan slice, int scenario) => new()
    {
        TimeLimit = slice,
        Gap = _settings.Gap,
        Threads = 1,
        Deterministic = _options.Deterministic,
        Seed = (int)((_options.Seed + (7919L * (scenario + 1)) + (104_729L * _runs[scenario])) & int.MaxValue),
    };

    private static TimeSpan Clamp(TimeSpan time) => time < Shortest ? Shortest : time > Longest ? Longest : time;
}
