using Koers.Planning.Bounding;
using Koers.Planning.Checking;
using Koers.Planning.Conflicts;
using Koers.Planning.Formulation;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>Says which rules cannot hold together, and what the cheapest way out is (docs/method-repair.md).</summary>
public static class Repairer
{
    private const int Parts = 5;

    /// <summary>Looks for conflicts, the cheapest way out, and what each rule alone would take.</summary>
    /// <param name="problem">The problem, faultless. Prices of giving way are in its <see cref="AnalysisInput.RelaxationPrices"/>.</param>
    /// <param name="settings">What is asked; null = defaults.</param>
    /// <param name="options">How long and how hard to search; null = defaults.</param>
    /// <param name="progress">Told which of five parts is done; null = nobody.</param>
    /// <param name="cancellationToken">Stops: the answer holds what was found, and says what is unfinished; nothing is thrown.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting or option is out of its range.</exception>
    public static ProblemRepair Repair(
        Problem problem, RepairSettings? settings = null, AnalysisOptions? options = null, IProgress<AnalysisProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        settings ??= new RepairSettings();
        options ??= new AnalysisOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.MostConflicts, 1, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.TimeLimit, TimeSpan.Zero, nameof(options));
        void Done(int parts) => progress?.Report(new AnalysisProgress(parts, Parts));
        Done(0);
        var model = new Model(problem);
        var (conflicts, isComplete, verdict) = Conflicts(model, settings, options, Done, cancellationToken);
        if (verdict == Togetherness.Possible)
        {
            Done(Parts);
            return new ProblemRepair(RepairStatus.NothingToRepair, false, [], true, null, null, null, []);
        }
        var search = new WayOutSearch(model, options.Seed, options.Deterministic, cancellationToken);
        var alternatives = Alternatives(search, conflicts, 0.2 * options.TimeLimit);
        Done(3);
        var known = alternatives.Select(a => a.WayOut).OfType<WayOut>().ToList();
        var wayOut = search.Find(settings.MayGiveUp, conflicts, known, 0.3 * options.TimeLimit);
        Done(4);
        // Without a proof that there is a conflict, a way out that changes nothing is a plan
        if (wayOut is { Changes.Count: 0 })
            return new ProblemRepair(RepairStatus.NothingToRepair, false, [], true, null, null, null, []);
        var repaired = wayOut is null ? null : Relaxed.By(problem, wayOut.Changes);
        var plan = repaired is null ? null : Plan(repaired, wayOut!.Example, options, cancellationToken);
        Done(Parts);
        return new ProblemRepair(
            wayOut is null ? RepairStatus.Unknown : RepairStatus.Repaired, verdict == Togetherness.Impossible, conflicts, isComplete, wayOut,
            repaired, plan, alternatives);
    }

    private static (IReadOnlyList<RuleConflict> Conflicts, bool IsComplete, Togetherness Verdict) Conflicts(
        Model model, RepairSettings settings, AnalysisOptions options, Action<int> done, CancellationToken cancelled)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        if (!options.Deterministic)
            patience.CancelAfter(0.35 * options.TimeLimit);
        using var oracle = new RuleOracle(model, options.Seed, options.Deterministic, patience.Token) { Patience = 0.2 * options.TimeLimit };
        var verdict = oracle.Ask(oracle.Rules).Verdict;
        done(1);
        if (verdict != Togetherness.Impossible)
            return ([], false, verdict);
        var tree = new ConflictTree(oracle, settings.MostConflicts);
        tree.Run();
        done(2);
        return (
            [.. tree.Conflicts.Select(c => new RuleConflict([.. c.Rules.Select(n => model.RuleBook.Rules[n].Name)], c.IsIrreducible))],
            tree.IsComplete, verdict);
    }

    private static List<RuleAlternative> Alternatives(WayOutSearch search, IReadOnlyList<RuleConflict> conflicts, TimeSpan time)
    {
        var rules = conflicts.SelectMany(c => c.Rules).Distinct().ToList();
        // A conflict that a rule is not in remains whatever that rule does
        var candidates = rules.Where(rule => conflicts.All(c => c.Rules.Contains(rule))).ToList();
        var found = rules.Except(candidates).Select(rule => new RuleAlternative(rule, false, null)).ToList();
        foreach (var rule in candidates)
        {
            var (status, wayOut) = search.Alone(rule, time / candidates.Count);
            found.Add(new RuleAlternative(
                rule, wayOut is not null ? true : status == ExactStatus.Infeasible ? false : null, wayOut));
        }
        return [.. found.OrderBy(a => a.WayOut?.Price ?? double.PositiveInfinity).ThenBy(a => a.IsPossible == false)];
    }

    /// <summary>Plans the repaired problem for a short while, from the choices that the way out was found with.</summary>
    private static Plan? Plan(Problem repaired, IReadOnlyList<Choice> example, AnalysisOptions options, CancellationToken cancelled)
    {
        var task = new PlanningTask(
            repaired,
            new PlannerOptions
            {
                Threads = 1,
                TimeLimit = 0.1 * options.TimeLimit,
                Seed = options.Seed,
                Deterministic = options.Deterministic,
            },
            new Foreknowledge([example], Foreknowledge.None.Prices));
        var plan = (options.Pool ?? new LocalPool()).PlanAll([task], null, cancelled)[0];
        return plan.Status is PlanStatus.Optimal or PlanStatus.Feasible && Evaluator.Check(repaired, plan).Holds ? plan : null;
    }
}
