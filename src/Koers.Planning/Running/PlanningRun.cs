using Koers.Planning.Bounding;
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
    private readonly PlannerOptions _options;
    private readonly IProgress<PlanningProgress>? _progress;
    private readonly CancellationTokenSource _stop;
    private readonly Effort _effort;
    private readonly Timer _reporter;
    private volatile PlanningPhaseBox _phase = new(PlanningPhase.Preparing);
    private volatile Incumbent? _incumbent;

    public PlanningRun(PlannerOptions options, IProgress<PlanningProgress>? progress, CancellationToken cancelled)
    {
        (_options, _progress) = (options, progress);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        _effort = new Effort(options, _stop.Token);
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
        else if (_options.Deterministic || _options.Threads == 1)
            new SerialSchedule(knowledge, Enter).Run();
        else
            new ParallelSchedule(knowledge, Enter, _stop).Run();
        return Answer(knowledge);
    }

    public void Dispose()
    {
        _reporter.Dispose();
        _stop.Dispose();
    }

    private Plan Answer(Knowledge knowledge)
    {
        IReadOnlyList<string> conflict = [];
        if (knowledge.IsInfeasible)
        {
            Enter(PlanningPhase.Explaining);
            conflict = new ConflictFinder(knowledge.Model, _options.Seed).Find(_effort.Cancelled);
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
            knowledge.IsInfeasible || double.IsPositiveInfinity(incumbent.Bound) ? null : incumbent.Bound,
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
