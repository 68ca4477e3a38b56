using System.Diagnostics;
using Koers.Planning.Conflicts;
using Koers.Planning.Formulation;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Koers.Planning.Reduction;
using Koers.Planning.Search;

namespace Koers.Planning.Running;

/// <summary>One call of the planner: problem → options and rules → reduction → bound and prices → search → checked plan.</summary>
internal sealed class PlanningRun : IDisposable
{
    /// <summary>Most time for finding a conflict, beside the time limit of the search.</summary>
    private static readonly TimeSpan LongestExplaining = TimeSpan.FromMinutes(2);

    private readonly PlannerOptions _options;
    private readonly IProgress<PlanningProgress>? _progress;
    private readonly Effort _effort;
    private readonly Timer _reporter;
    private volatile PlanningPhaseBox _phase = new(PlanningPhase.Preparing);
    private volatile Incumbent? _incumbent;

    public PlanningRun(PlannerOptions options, IProgress<PlanningProgress>? progress, CancellationToken cancelled)
    {
        (_options, _progress) = (options, progress);
        _effort = new Effort(options, cancelled);
        _reporter = new Timer(_ => Report(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(250));
    }

    public Plan Plan(Problem problem)
    {
        var model = new Model(problem);
        var incumbent = new Incumbent(model);
        _incumbent = incumbent;
        var reduction = OptionReduction.Of(model, _effort.Cancelled);
        var knowledge = new Knowledge(model, reduction, incumbent, _options, _effort);
        incumbent.Offer(Search.Start.Nothing(knowledge.Tables));
        if (reduction.IsImpossible)
            knowledge.ProveInfeasible();
        else
            Work(knowledge);
        return Answer(knowledge);
    }

    /// <summary>Searches and proves. A failure on the way, of a solver for example, costs what was still to be found and no more: where
    /// there is a plan it is kept, with the bound proven until then. Only where there is none the failure is the answer.</summary>
    private void Work(Knowledge knowledge)
    {
        try
        {
            if (_options.Deterministic || _options.Threads == 1)
                new SerialSchedule(knowledge, Enter).Run();
            else
                new ParallelSchedule(knowledge, Enter).Run();
        }
        catch (Exception failure) when (knowledge.Incumbent.Chosen is not null)
        {
            Trace.TraceError($"The search failed; the best plan until then is kept. {failure}");
        }
    }

    public void Dispose() => _reporter.Dispose();

    private Plan Answer(Knowledge knowledge)
    {
        IReadOnlyList<string> conflict = [];
        if (knowledge.IsInfeasible)
        {
            Enter(PlanningPhase.Explaining);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(_effort.Cancelled);
            if (!_options.Deterministic)
                patience.CancelAfter(LongestExplaining);
            conflict = new ConflictFinder(knowledge.Model, _options.Seed).Find(patience.Token);
        }
        Enter(PlanningPhase.Done);
        Report();
        var incumbent = knowledge.Incumbent;
        var status = knowledge.IsInfeasible ? PlanStatus.Infeasible
            : incumbent.Chosen is null ? PlanStatus.Unknown
            : incumbent.Gap <= _options.Gap ? PlanStatus.Optimal
            : PlanStatus.Feasible;
        var found = incumbent.Chosen is { } chosen && !knowledge.IsInfeasible ? chosen : null;
        return new Plan(
            status,
            found is null ? [] : [.. found.Where(o => o >= 0).Select(knowledge.Model.Options.ChoiceOf)],
            found is null ? null : incumbent.Value,
            knowledge.IsInfeasible || !double.IsFinite(incumbent.Bound) ? null : incumbent.Bound,
            knowledge.IsInfeasible ? null : knowledge.Certificate,
            conflict,
            _effort.Elapsed.TotalSeconds,
            Planner.EngineName);
    }

    private void Enter(PlanningPhase phase) => _phase = new PlanningPhaseBox(phase);

    private void Report()
    {
        if (_progress is null)
            return;
        double? value = null, bound = null, gap = null;
        if (_incumbent is { } incumbent)
        {
            value = incumbent.Chosen is null ? null : incumbent.Value;
            bound = double.IsFinite(incumbent.Bound) ? incumbent.Bound : null;
            gap = double.IsFinite(incumbent.Gap) ? incumbent.Gap : null;
        }
        _progress.Report(new PlanningProgress(_phase.Phase, _effort.Elapsed, value, bound, gap));
    }

    // A reference can be read and written whole by several threads; an enum field marked volatile cannot be in C#.
    private sealed record PlanningPhaseBox(PlanningPhase Phase);
}
