using System.Diagnostics;
using Koers.Planning.Conflicts;
using Koers.Planning.Formulation;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;
using Koers.Planning.Reduction;
using Koers.Planning.Search;

namespace Koers.Planning.Running;

/// <summary>One call of the planner: problem → options and rules → reduction → bound and prices → search → checked plan.</summary>
internal sealed class PlanningRun : IDisposable
{
    /// <summary>Most time for finding a conflict, where so much of the time limit is left.</summary>
    private static readonly TimeSpan LongestExplaining = TimeSpan.FromMinutes(2);

    /// <summary>Time for finding a conflict even where the proof that there is one took the time limit.</summary>
    private static readonly TimeSpan LeastExplaining = TimeSpan.FromSeconds(15);

    private readonly PlannerOptions _options;
    private readonly IProgress<PlanningProgress>? _progress;
    private readonly Attempts _attempts;
    private readonly Effort _effort;
    private readonly Lock _reporting = new();
    private readonly Timer _reporter;
    private volatile PlanningPhaseBox _phase = new(PlanningPhase.Preparing);
    private volatile Incumbent? _incumbent;
    private Model? _model;
    private (int[]? Chosen, Plan? Plan) _told;
    private bool _hasReportedAll;

    public PlanningRun(
        PlannerOptions options, IProgress<PlanningProgress>? progress, CancellationToken cancelled, Attempts? attempts = null)
    {
        (_options, _progress, _attempts) = (options, progress, attempts ?? new Attempts());
        _effort = new Effort(options, cancelled);
        _reporter = new Timer(_ => ReportNow(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(250));
    }

    /// <summary>What earlier runs found on nearly the same problem; null where nothing is known.</summary>
    public Foreknowledge? Known { get; init; }

    public Plan Plan(Problem problem)
    {
        var model = _model = new Model(problem);
        var incumbent = new Incumbent(model);
        _incumbent = incumbent;
        var reduction = OptionReduction.Of(model, _effort.Cancelled);
        var knowledge = new Knowledge(model, reduction, incumbent, _options, _effort);
        incumbent.Offer(Search.Start.Nothing(knowledge.Tables));
        if (Known is not null)
            knowledge.Remember(Known);
        if (reduction.IsImpossible)
            knowledge.ProveInfeasible();
        else
            Work(knowledge);
        return Answer(knowledge);
    }

    /// <summary>Searches and proves. Where one of the two fails the other goes on; only where both did, and neither a plan nor a proof
    /// that there is none came before that, the failure is the answer.</summary>
    private void Work(Knowledge knowledge)
    {
        try
        {
            if (_options.Deterministic || _options.Threads == 1)
                new SerialSchedule(knowledge, _attempts, Enter).Run();
            else
                new ParallelSchedule(knowledge, _attempts, Enter).Run();
        }
        catch (Exception failure) when (knowledge.Incumbent.Chosen is not null || knowledge.IsInfeasible)
        {
            Trace.TraceError($"The search failed; what was found until then is kept. {failure}");
        }
    }

    public void Dispose() => _reporter.Dispose();

    private Plan Answer(Knowledge knowledge)
    {
        // Once, because a proving thread that nobody waited for may still find something
        var (isInfeasible, standing, certificate) = knowledge.Snapshot();
        var (conflict, isIrreducible) = isInfeasible ? Explain(knowledge.Model) : ([], true);
        Enter(PlanningPhase.Done);
        ReportLast(standing);
        var status = isInfeasible ? PlanStatus.Infeasible
            : standing.Chosen is null ? PlanStatus.Unknown
            : standing.Gap <= _options.Gap ? PlanStatus.Optimal
            : PlanStatus.Feasible;
        return new Plan(
            status,
            standing.Chosen is null ? [] : ChoicesOf(standing.Chosen),
            standing.Chosen is null ? null : standing.Value,
            isInfeasible || !double.IsFinite(standing.Bound) ? null : standing.Bound,
            isInfeasible ? null : certificate,
            isIrreducible ? conflict : [],
            _effort.Elapsed.TotalSeconds,
            Planner.EngineName)
        {
            OpenConflict = isIrreducible ? [] : conflict,
        };
    }

    // What is not proven irreducible is not a conflict in the sense of the contract
    private (IReadOnlyList<string> Rules, bool IsIrreducible) Explain(Model model)
    {
        Enter(PlanningPhase.Explaining);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_effort.Cancelled);
        var left = _options.TimeLimit - _effort.Elapsed;
        if (!_options.Deterministic)
            patience.CancelAfter(left < LeastExplaining ? LeastExplaining : left < LongestExplaining ? left : LongestExplaining);
        return Find(model, patience.Token) is { } found
            ? ([.. found.Rules.Select(n => model.RuleBook.Rules[n].Name)], found.IsIrreducible)
            : ([], true);
    }

    private FoundConflict? Find(Model model, CancellationToken cancelled)
    {
        var race = new ConflictRace(model, _options.Seed);
        if (!_options.Deterministic && race.ThreadsOf(_options.Threads) is > 1 and var threads)
            return race.Run(threads, cancelled);
        using var oracle = new RuleOracle(model, _options.Seed, _options.Deterministic, cancelled);
        return new ConflictFinder(oracle).Find(oracle.Rules);
    }

    private void Enter(PlanningPhase phase) => _phase = new PlanningPhaseBox(phase);

    /// <summary>What the timer calls. While one report is being taken in, the next is not worth waiting for.</summary>
    private void ReportNow()
    {
        if (_progress is null || !_reporting.TryEnter())
            return;
        try
        {
            if (!_hasReportedAll)
                Report(_incumbent?.Snapshot());
        }
        finally
        {
            _reporting.Exit();
        }
    }

    /// <summary>Says what the plan says; nothing is reported after it.</summary>
    private void ReportLast(Standing standing)
    {
        if (_progress is null)
            return;
        lock (_reporting)
        {
            Report(standing);
            _hasReportedAll = true;
        }
    }

    private void Report(Standing? known)
    {
        var value = known is { Chosen: not null } found ? found.Value : (double?)null;
        _progress!.Report(new PlanningProgress(_phase.Phase, _effort.Elapsed, value, Finite(known?.Bound), Finite(known?.Gap))
        {
            Plan = known is { Chosen: { } chosen } ? Told(chosen, value) : null,
        });
    }

    /// <summary>The plan of a report: the same as before where nothing better was found.</summary>
    private Plan Told(int[] chosen, double? value)
    {
        if (_told.Plan is { } before && _told.Chosen == chosen)
            return before;
        var plan = new Plan(PlanStatus.Feasible, ChoicesOf(chosen), value, null, null, [], _effort.Elapsed.TotalSeconds, Planner.EngineName);
        _told = (chosen, plan);
        return plan;
    }

    private Choice[] ChoicesOf(int[] chosen) => [.. chosen.Where(o => o >= 0).Select(_model!.Options.ChoiceOf)];

    private static double? Finite(double? number) => number is { } known && double.IsFinite(known) ? known : null;

    // A reference can be read and written whole by several threads; an enum field marked volatile cannot be in C#.
    private sealed record PlanningPhaseBox(PlanningPhase Phase);
}
