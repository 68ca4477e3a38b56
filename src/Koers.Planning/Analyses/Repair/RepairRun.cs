using Koers.Planning.Bounding;
using Koers.Planning.Checking;
using Koers.Planning.Conflicts;
using Koers.Planning.Formulation;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>One call of the repairer: can the rules hold together → conflicts → what each rule alone would take → the cheapest way out → a
/// plan after it.</summary>
internal sealed class RepairRun(
    Problem problem, RepairSettings settings, AnalysisOptions options, IProgress<AnalysisProgress>? progress, CancellationToken cancelled)
{
    private const int Parts = 5;

    // Shares of the time after which each part must leave the rest to the next
    private const double PlanUntil = 0.25;
    private const double WholeUntil = 0.32;
    private const double ConflictsUntil = 0.4;
    private const double AlternativesUntil = 0.55;
    private const double WayOutUntil = 0.9;
    private const double AllUntil = 0.98;

    // Less than this is no price: what SCIP's tolerances leave
    private const double Nothing = 1e-3;

    private readonly RepairTime _time = new(options);
    private readonly Model _model = new(problem);
    private readonly IPlanningPool _pool = options.Pool ?? new LocalPool();

    public ProblemRepair Run()
    {
        Done(0);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        using var oracle = new RuleOracle(_model, options.Seed, options.Deterministic, patience.Token) { Patience = _time.Left(PlanUntil, 0.2) };
        var verdict = CanHold(oracle);
        Done(1);
        if (verdict == Togetherness.Possible)
            return NothingToRepair();
        var (conflicts, isComplete) = verdict == Togetherness.Impossible ? Conflicts(oracle, patience) : ([], false);
        Done(2);
        var search = new WayOutSearch(_model, options.Seed, options.Deterministic, cancelled);
        var alternatives = Alternatives(search, conflicts);
        Done(3);
        var known = alternatives.Select(a => a.WayOut).OfType<WayOut>().ToList();
        var wayOut = search.Find(settings.MayGiveUp, conflicts, known, _time.Left(WayOutUntil, 0.3));
        Done(4);
        // Without a proof that there is a conflict, a way out that changes nothing is a plan
        if (wayOut is { Changes.Count: 0 })
            return NothingToRepair();
        var repaired = wayOut is null ? null : Relaxed.By(problem, wayOut.Changes);
        var plan = repaired is null ? null : Plan(repaired, wayOut!.Example);
        Done(Parts);
        return new ProblemRepair(
            wayOut is null ? RepairStatus.Unknown : RepairStatus.Repaired, verdict == Togetherness.Impossible || wayOut?.Least > Nothing,
            conflicts, isComplete, wayOut, repaired, plan, alternatives);
    }

    private ProblemRepair NothingToRepair()
    {
        Done(Parts);
        return new ProblemRepair(RepairStatus.NothingToRepair, false, [], true, null, null, null, []);
    }

    private void Done(int parts) => progress?.Report(new AnalysisProgress(parts, Parts));

    /// <summary>Looks for a proof that takes a moment; then for a plan, which the planner's search finds also where branch and bound does
    /// not; then for a proof that takes long.</summary>
    private Togetherness CanHold(RuleOracle oracle)
    {
        if (cancelled.IsCancellationRequested)
            return Togetherness.Unknown;
        if (oracle.IsPlainlyImpossible(oracle.Rules) || oracle.AskFractions(oracle.Rules) is not null)
            return Togetherness.Impossible;
        if (IsPlanned())
            return Togetherness.Possible;
        oracle.Patience = _time.Left(WholeUntil, 0.1);
        return oracle.Ask(oracle.Rules).Verdict;
    }

    /// <summary>Whether a plan is found that the checker accepts, whatever it is worth.</summary>
    private bool IsPlanned()
    {
        var time = _time.Left(PlanUntil, 0.1);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        // A conflict is found by other means here
        if (!options.Deterministic)
            patience.CancelAfter(time);
        return HoldingPlan(
            problem, Foreknowledge.None, Planner(time) with { Threads = options.Deterministic ? 1 : _pool.Width, Gap = double.MaxValue },
            patience.Token) is not null;
    }

    private (IReadOnlyList<RuleConflict> Conflicts, bool IsComplete) Conflicts(RuleOracle oracle, CancellationTokenSource patience)
    {
        if (!options.Deterministic)
            patience.CancelAfter(_time.Left(ConflictsUntil, 0));
        oracle.Patience = 0.2 * options.TimeLimit;
        var tree = new ConflictTree(oracle, settings.MostConflicts);
        tree.Run();
        return (
            [.. tree.Conflicts.Select(c => new RuleConflict([.. c.Rules.Select(n => _model.RuleBook.Rules[n].Name)], c.IsIrreducible))],
            tree.IsComplete);
    }

    private List<RuleAlternative> Alternatives(WayOutSearch search, IReadOnlyList<RuleConflict> conflicts)
    {
        var rules = conflicts.SelectMany(c => c.Rules).Distinct().ToList();
        // A conflict that a rule is not in remains whatever that rule does
        var candidates = rules.Where(rule => conflicts.All(c => c.Rules.Contains(rule))).ToList();
        var found = rules.Except(candidates).Select(rule => new RuleAlternative(rule, false, null)).ToList();
        foreach (var (n, rule) in candidates.Index())
        {
            var (status, wayOut) = search.Alone(rule, _time.Left(AlternativesUntil, 0.2) / (options.Deterministic ? candidates.Count : candidates.Count - n));
            found.Add(new RuleAlternative(rule, wayOut is not null ? true : status == ExactStatus.Infeasible ? false : null, wayOut));
        }

        return [.. found.OrderBy(a => a.WayOut?.Price ?? double.PositiveInfinity).ThenBy(a => a.IsPossible == false)];
    }

    /// <summary>Plans the repaired problem for a short while, from the choices that the way out was found with.</summary>
    private Plan? Plan(Problem repaired, IReadOnlyList<Choice> example) => HoldingPlan(
        repaired, new Foreknowledge([example], Foreknowledge.None.Prices), Planner(_time.Left(AllUntil, 0.1)), cancelled);

    private PlannerOptions Planner(TimeSpan time) =>
        new() { Threads = 1, TimeLimit = time, Seed = options.Seed, Deterministic = options.Deterministic };

    private Plan? HoldingPlan(Problem planned, Foreknowledge known, PlannerOptions planner, CancellationToken token)
    {
        var plan = _pool.PlanAll([new PlanningTask(planned, planner, known)], null, token)[0];
        return plan.Status is PlanStatus.Optimal or PlanStatus.Feasible && Evaluator.Check(planned, plan).Holds ? plan : null;
    }
}
