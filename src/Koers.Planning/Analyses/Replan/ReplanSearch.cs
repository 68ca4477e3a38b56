using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;
using Koers.Planning.Running;

namespace Koers.Planning.Analyses;

/// <summary>
/// Plans at many multiples of the penalties. What one run finds every other run begins with, and every plan found is judged at every
/// multiple; all runs are of the same rules, so that a plan of one is a plan of all.
/// </summary>
internal sealed class ReplanSearch
{
    /// <summary>Relative gap at which a run is good enough: far below what anybody asks, so that a small problem is solved to the end.</summary>
    private const double Gap = 1e-4;

    /// <summary>The largest multiple: more would leave no figures for the value beside it.</summary>
    private const double LargestScale = 65_536;

    /// <summary>Multiples that are planned in one go.</summary>
    private const int PerWave = 4;

    // Shares of the time limit, for a pool of two: together they leave room for making problems and for judging
    private const double AnswerShare = 0.3;
    private const double EndShare = 0.15;
    private const double NearShare = 0.15;
    private const double BetweenShare = 0.09;
    private const double LastShare = 0.1;

    /// <summary>Periods by which starts may move in a search near the reference, and in the last one.</summary>
    private const int NearWindow = 2;
    private const int LastWindow = 5;

    private const int MostKnown = 8;

    /// <summary>Plans between which a search near the reference may choose.</summary>
    private const int Crossed = 3;

    private readonly ReplanProblem _replan;
    private readonly ReplanPenalties _penalties;
    private readonly ReplanClock _clock;
    private readonly AnalysisOptions _options;
    private readonly IPlanningPool _pool;
    private readonly IProgress<AnalysisProgress>? _progress;
    private readonly List<Judged> _found = [];
    private int _done;
    private int _total;

    public ReplanSearch(
        ReplanProblem replan, ReplanPenalties penalties, ReplanJudge judge, AnalysisOptions options, ReplanClock clock,
        IProgress<AnalysisProgress>? progress)
    {
        (_replan, _penalties, Judge, _options, _clock, _progress) = (replan, penalties, judge, options, clock, progress);
        _pool = options.Pool ?? new LocalPool();
        Offer(replan.AsItCanBe);
    }

    public ReplanJudge Judge { get; }

    /// <summary>What is proven at each multiple that was planned.</summary>
    public ReplanBounds Bounds { get; } = new();

    /// <summary>The multiples planned, from small to large.</summary>
    public SortedSet<double> Scales { get; } = [];

    /// <summary>The tightest certificate at the penalties themselves; null where there is none.</summary>
    public Certificate? Certificate { get; private set; }

    /// <summary>Rules that cannot hold together, where it is proven that no plan exists; else null.</summary>
    public IReadOnlyList<string>? Conflict { get; private set; }

    /// <summary>A small problem is solved whole.</summary>
    private int? Near => Judge.Options > Sizes.ExactFirst ? NearWindow : null;

    /// <summary>Whether every multiple that was worth planning was planned.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Plans the answer and both ends of the curve; then near the reference, what lies between, and the answer again.</summary>
    public void Run()
    {
        var most = MostScale();
        Ask answer = new(1.0, AnswerShare, null);
        Plan(most is { } end ? [answer, new(end, EndShare, null), new(0.0, EndShare, null)] : [answer]);
        if (Conflict is not null)
            return;
        if (_found.Count > 0 && most is { } last)
        {
            if (Near is { } near)
                Plan([new(1.0, NearShare, near), new(last, NearShare, near)]);
            Between(last);
        }
        if (_found.Count > 0 && (Bounds.At(1.0) is not { } bound || IsOpen(bound)) && !_clock.IsOver)
            Again();
        IsComplete &= !_clock.IsOver;
    }

    /// <summary>The best plan found at a multiple, of equals the one that disturbs and then the one that changes least; null where none
    /// was found.</summary>
    public Judged? Best(double scale)
    {
        Judged? best = null;
        foreach (var plan in _found)
            if (best is null || plan.IsBetterThan(best, scale))
                best = plan;
        return best;
    }

    /// <summary>Undoes what brings nothing in every plan that counts.</summary>
    public void Tidy()
    {
        foreach (var scale in Scales.OrderBy(scale => scale == 1.0 ? 0 : 1).ToList())
            if (Best(scale) is { } best)
                _found.Add(Judge.WithoutNeedlessChanges(best, scale));
    }

    /// <summary>Takes in a plan, found elsewhere, that keeps all rules.</summary>
    public void Add(Judged plan) => _found.Add(Judge.WithoutNeedlessChanges(plan, 1.0));

    private bool IsOpen(double bound) =>
        Best(1.0) is { } best && bound - best.At(1.0) > Gap * Math.Max(1e-9, Math.Abs(best.At(1.0)));

    /// <summary>The multiple at which one sort of change, of the cheapest sort, costs more than values can differ; null where changes cost
    /// nothing.</summary>
    private double? MostScale()
    {
        double[] points = [_penalties.Drop.Points, _penalties.Add.Points, _penalties.Shift.Points, _penalties.Variant.Points];
        if (!points.Any(p => p > 0))
            return null;
        var (least, highest) = Judge.ValueRange();
        var scale = Math.Pow(2, Math.Ceiling(Math.Log2(Math.Max(1.0, (highest - least) / points.Where(p => p > 0).Min()))));
        return Math.Clamp(scale, 8.0, LargestScale);
    }

    private void Between(double most)
    {
        var scales = new List<double> { 0.25, 0.5 };
        for (var scale = 2.0; scale < most; scale *= 2)
            scales.Add(scale);
        while (true)
        {
            // Between two multiples with the same best plan, it is the best plan too
            var wanted = scales.Where(scale => !Scales.Contains(scale) && IsBetweenDifferent(scale)).ToList();
            if (wanted.Count == 0)
                return;
            if (_clock.IsOver || _clock.Left < BetweenShare)
            {
                IsComplete = false;
                return;
            }
            // Where penalties weigh more than the answer's, good plans lie nearer to the reference than the answer
            Plan([.. wanted.OrderBy(scale => Math.Abs(Math.Log2(scale))).ThenBy(scale => scale).Take(PerWave)
                .Select(scale => new Ask(scale, BetweenShare, scale > 1 ? Near : null))]);
        }
    }

    private bool IsBetweenDifferent(double scale) =>
        Best(Scales.Where(s => s < scale).Max()) is { } below && Best(Scales.Where(s => s > scale).Min()) is { } above
        && below.Disturbance > above.Disturbance + ReplanJudge.Rounding;

    private void Again()
    {
        var share = _options.Deterministic ? LastShare : Math.Max(LastShare, _clock.Left - 0.15);
        Plan([new(1.0, share, LastWindow), new(1.0, share, null)]);
    }

    private PlanningTask Task(Ask ask, int n)
    {
        var known = _found.OrderByDescending(plan => plan.At(ask.Scale)).Take(MostKnown).Select(plan => plan.Choices).ToList();
        var near = ask.Near is { } window ? _replan.Near([.. known.Take(Crossed)], window) : _replan;
        // Second, because few are begun at: from the reference the search finds what mends it
        known.Insert(Math.Min(1, known.Count), _replan.AsItCanBe);
        // One processor does one after the other what two do at the same time
        var share = ask.Share * (_pool.Width == 1 ? 0.5 : 1.0);
        return new PlanningTask(
            near.With(_penalties, ask.Scale),
            new PlannerOptions
            {
                // Where value is small beside the penalties a relative gap would hide it
                Threads = 1,
                Gap = ask.Scale > 1 ? 0.0 : Gap,
                Deterministic = _options.Deterministic,
                Seed = (_options.Seed + n) & int.MaxValue,
                TimeLimit = _clock.Part(share),
            },
            // What is proven of a part of the plans is not proven of all: near the reference all time is for a better plan
            new Foreknowledge(known, Certificate?.Prices ?? Foreknowledge.None.Prices) { HasBound = ask.Near is not null });
    }

    private void Plan(List<Ask> asks)
    {
        _total += asks.Count;
        _progress?.Report(new AnalysisProgress(_done, _total));
        var plans = _pool.PlanAll(
            [.. asks.Select(Task)], (_, _) => _progress?.Report(new AnalysisProgress(++_done, _total)), _clock.Token);
        foreach (var (ask, plan) in asks.Zip(plans))
        {
            if (plan.Status is PlanStatus.Optimal or PlanStatus.Feasible)
                Offer(plan.Selected);
            Scales.Add(ask.Scale);
            if (ask.Near is null)
                Learn(ask.Scale, plan);
        }
    }

    private void Learn(double scale, Plan plan)
    {
        if (plan.Status == PlanStatus.Infeasible && Conflict is not { Count: > 0 })
            Conflict = plan.Conflict;
        Bounds.Add(scale, plan.Bound);
        if (scale == 1.0 && plan.Certificate is { } certificate && !(Certificate?.Bound <= certificate.Bound))
            Certificate = certificate;
    }

    private void Offer(IReadOnlyList<Choice> choices)
    {
        if (choices.All(Judge.IsOption) && Judge.Broken(choices).Count == 0)
            _found.Add(Judge.Judge(choices));
    }

    /// <summary>One run that is asked for.</summary>
    /// <param name="Scale">The number with which penalties are multiplied.</param>
    /// <param name="Share">The share of the time limit.</param>
    /// <param name="Near">Periods by which starts may move from the reference, where only plans near it are sought; null = all.</param>
    private sealed record Ask(double Scale, double Share, int? Near);
}
