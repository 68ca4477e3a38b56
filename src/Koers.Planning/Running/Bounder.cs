using Koers.Planning.Bounding;
using Koers.Planning.Reduction;
using Koers.Planning.Search;

namespace Koers.Planning.Running;

/// <summary>The proving side of a run: the linear relaxation, cuts, questions and exact search.</summary>
/// <param name="knowledge">What is known.</param>
/// <param name="cancelled">Stops solvers in the middle of their work.</param>
internal sealed class Bounder(Knowledge knowledge, CancellationToken cancelled) : IDisposable
{
    private const double SecondsPerRelaxationEntry = 1e-6;

    /// <summary>The first solution takes about as much as this many later ones.</summary>
    private const double FirstRelaxation = 8;

    /// <summary>Nodes after which the exact search ends where work is counted.</summary>
    private const long MostNodes = 20_000;

    /// <summary>What looking at one choice takes while local cuts are sought; only for counting work.</summary>
    private const double SecondsPerChoice = 4e-8;

    /// <summary>Share of the time left that a relaxation may take where prices are known.</summary>
    private const double WorthOfRelaxation = 0.3;

    /// <summary>Share of the time left that local cuts may take.</summary>
    private const double LocalCutShare = 0.1;

    /// <summary>How long the relaxation may take, without any plan, before it is asked whether there is one.</summary>
    private static readonly TimeSpan BeforeDoubt = TimeSpan.FromSeconds(2);

    private IReadOnlyList<Cut> _cuts = [];
    private Explorer? _explorer;
    private Relaxation? _root;
    private double _rootBound;

    /// <summary>Prices without a linear programme.</summary>
    public Descent Descent { get; } = new(knowledge);

    private double SecondsPerRelaxation => 0.001 + (SecondsPerRelaxationEntry * knowledge.Model.ByColumn.Key.Length);

    /// <summary>Whether solving the linear relaxation leaves enough time to use what it tells. Known prices tell much of it already.</summary>
    public bool IsWorthRelaxing => knowledge.KnownPrices is null
        || FirstRelaxation * SecondsPerRelaxation < WorthOfRelaxation * knowledge.Effort.Left;

    /// <summary>Whether the linear relaxation can be solved in useful time; where work is counted, in the work that is left.</summary>
    public bool CanRelax => knowledge.Model.ByColumn.Key.Length <= Sizes.RelaxationEntries
        && (!knowledge.Effort.Counts || FirstRelaxation * SecondsPerRelaxation < 0.5 * knowledge.Effort.Left);

    /// <summary>Solves the linear relaxation for bound, prices and certificate. Null where time ran out or no plan exists.</summary>
    public (LinearRelaxation Relaxation, Relaxation Solved)? Relax()
    {
        var reduction = knowledge.Reduction;
        var relaxation = new LinearRelaxation(knowledge.Model, reduction.Out, reduction.Forced);
        var solved = SolveOrRefute(relaxation);
        knowledge.Effort.Count(FirstRelaxation * SecondsPerRelaxation);
        if (solved.Status == RelaxationStatus.Infeasible)
            knowledge.ProveInfeasible();
        if (solved.Status != RelaxationStatus.Solved)
        {
            relaxation.Dispose();
            return null;
        }
        var bound = ReducedBound.Of(knowledge.Model, reduction.Out, reduction.Forced, solved.Prices, [], []);
        knowledge.Incumbent.Prove(bound);
        knowledge.Guide(Descent.Spread(solved.Prices, bound), solved.Share, bound);
        knowledge.Certify(solved.Prices);
        return (relaxation, solved);
    }

    /// <summary>Where no plan is known and the relaxation takes long, perhaps there is none. GLOP is slow to see that while it looks for
    /// value; asked for the least excess of the limits instead, it sees it soon, with prices that prove it.</summary>
    private Relaxation SolveOrRefute(LinearRelaxation relaxation)
    {
        var limit = knowledge.Effort.SolverLimit(knowledge.Options.Threads == 1 ? 0.5 : 1.0);
        if (!knowledge.Effort.Counts && knowledge.Options.Threads > 1)
        {
            var solved = relaxation.Solve(limit < BeforeDoubt ? limit : BeforeDoubt, cancelled);
            if (solved.Status != RelaxationStatus.Stopped)
                return solved;
        }
        if (knowledge.Incumbent.Chosen is null && !knowledge.IsDone)
        {
            using var elastic = new ElasticRelaxation(knowledge.Model);
            var all = knowledge.Model.RuleBook.Rules.Select(_ => true).ToArray();
            var least = elastic.Solve(all, limit, cancelled);
            if (least.IsSolved && elastic.Proves(least.Prices))
                return new Relaxation(RelaxationStatus.Infeasible, 0.0, [], [], []);
        }
        return relaxation.Solve(knowledge.Effort.SolverLimit(knowledge.Options.Threads == 1 ? 0.5 : 1.0), cancelled);
    }

    /// <summary>Adds cuts to the relaxation; returns the start of a tree of questions on it, or null where nothing is left to ask.</summary>
    public BranchAndBound? Cut(LinearRelaxation relaxation, Relaxation solved)
    {
        var (model, reduction, effort) = (knowledge.Model, knowledge.Reduction, knowledge.Effort);
        var until = effort.Seconds + (LocalCutShare * effort.Left);
        var loop = new CutLoop(model, reduction)
        {
            Patience = effort.SolverLimit(0.3),
            Cancelled = cancelled,
            Stop = () => knowledge.IsDone,
            Enough = looked =>
            {
                effort.Count(looked * SecondsPerChoice);
                return effort.Seconds > until;
            },
            Improved = bound =>
            {
                effort.Count(SecondsPerRelaxation);
                knowledge.Incumbent.Prove(bound);
            },
        };
        loop.Run(relaxation, solved);
        _cuts = loop.Cuts;
        relaxation.Dispose();
        if (knowledge.IsDone)
            return null;
        if (Explore(out var root) is not { } explorer)
            return null;
        _explorer = explorer;
        _root = root;
        _rootBound = ReducedBound.Of(model, reduction.Out, reduction.Forced, root.Prices, _cuts, root.CutPrices);
        knowledge.Incumbent.Prove(_rootBound);
        var tree = new BranchAndBound(model, _cuts, reduction, root, _rootBound, () => knowledge.Incumbent.Value)
        {
            Patience = effort.SolverLimit(),
            Cancelled = cancelled,
            Stop = () => knowledge.IsDone,
            Met = share => knowledge.Incumbent.Offer(Start.Rounded(knowledge.Tables, share)),
        };
        tree.Join(_explorer);
        return tree;
    }

    /// <summary>A relaxation with all cuts, solved, for one thread that asks questions; null where time ran out.</summary>
    public Explorer? Explore(out Relaxation root)
    {
        var explorer = new Explorer(new LinearRelaxation(knowledge.Model, knowledge.Reduction.Out, knowledge.Reduction.Forced));
        foreach (var cut in _cuts)
            explorer.Relaxation.Add(cut);
        root = explorer.Relaxation.Solve(knowledge.Effort.SolverLimit(0.5), cancelled);
        if (root.Status == RelaxationStatus.Solved)
            return explorer;
        explorer.Dispose();
        return null;
    }

    /// <summary>Asks questions for about so many seconds, or until done.</summary>
    public void Branch(BranchAndBound tree, double seconds)
    {
        if (_explorer is { } explorer)
            Branch(tree, explorer, seconds);
    }

    /// <summary>The same, for one of several threads that ask.</summary>
    public void Branch(BranchAndBound tree, Explorer explorer, double seconds)
    {
        var effort = knowledge.Effort;
        var until = effort.Seconds + seconds;
        while (!tree.IsFinished && !knowledge.IsDone && effort.Seconds < until)
        {
            var before = tree.Solved;
            var step = tree.Step(explorer, 0.5 * knowledge.Options.Gap);
            if (step == Step.Stopped)
                return;
            if (step == Step.Waiting)
                cancelled.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(2));
            effort.Count((tree.Solved - before) * SecondsPerRelaxation);
            knowledge.Incumbent.Prove(tree.Bound);
        }
        // Without a plan, a tree that ran out proves that there is none only if no part of it was left off as good enough.
        if (tree.IsFinished && (knowledge.Incumbent.Chosen is not null || double.IsNegativeInfinity(tree.Bound)))
            Finish(tree.Bound);
    }

    /// <summary>Hands what can still be in a better plan to the exact search for the time that is left.</summary>
    public void SearchExactly()
    {
        var (model, incumbent) = (knowledge.Model, knowledge.Incumbent);
        var known = incumbent.Value;
        var rest = WithoutDear(known);
        if (rest.IsImpossible)
        {
            Finish(known);
            return;
        }
        // SCIP completes a selection to begin with differently from one run to the next: where the same must come again, it gets none
        using var search = new ExactSearch(model, rest.Out, rest.Forced, knowledge.Effort.Counts ? null : incumbent.Chosen);
        foreach (var cut in _cuts)
            search.Add(cut);
        using var stop = cancelled.Register(search.Interrupt);
        var limit = knowledge.Effort.SolverLimit() - TimeSpan.FromSeconds(knowledge.Effort.Counts ? 0.0 : 0.4);
        var found = search.Solve(limit, knowledge.Options.Gap * 0.5, knowledge.Options.Seed, knowledge.Effort.Counts ? MostNodes : -1,
            provingFirst: _root is not null && !knowledge.Effort.Counts && knowledge.Options.Threads > 1);
        if (found.Chosen is { } chosen)
            incumbent.Offer(chosen);
        if (found.Status == ExactStatus.Infeasible)
            Finish(known);
        else if (found.Bound is { } bound)
            incumbent.Prove(Math.Max(bound, known));
    }

    /// <summary>What can still be in a plan better than the best, at the prices of the relaxation.</summary>
    private OptionReduction WithoutDear(double known)
    {
        if (_root is null || !double.IsFinite(known))
            return knowledge.Reduction;
        var reduced = ReducedBound.ReducedValues(knowledge.Model, _root.Prices, _cuts, _root.CutPrices);
        return DearOptions.Strike(knowledge.Model, knowledge.Reduction, reduced, _rootBound, known) ?? knowledge.Reduction;
    }

    /// <summary>Everything was searched: no plan is worth more than the bound, and without a plan there is none.</summary>
    private void Finish(double bound)
    {
        if (knowledge.Incumbent.Chosen is null)
            knowledge.ProveInfeasible();
        else
            knowledge.Incumbent.Prove(Math.Max(bound, knowledge.Incumbent.Value));
    }

    /// <summary>Solves the relaxation with every option in it, as the contract's certificate must price them all.</summary>
    public void CertifyInFull()
    {
        if (knowledge.Reduction.Removed == 0 && !knowledge.Reduction.Forced.Where((f, i) => f != knowledge.Model.Problem.Initiatives[i].Mandatory).Any())
            return;
        CertifyByRelaxation();
    }

    /// <summary>Solves the relaxation of the whole problem for the best prices there are. Where exact search came first nobody did: it
    /// proves without prices, and a certificate from a few steps of descent says little.</summary>
    public void CertifyByRelaxation()
    {
        if (knowledge.IsInfeasible || knowledge.Effort.IsOver)
            return;
        var model = knowledge.Model;
        var none = new bool[model.Options.Count];
        using var relaxation = new LinearRelaxation(model, none, new bool[knowledge.Reduction.Forced.Length]);
        var solved = relaxation.Solve(knowledge.Effort.SolverLimit(0.3), cancelled);
        knowledge.Effort.Count(FirstRelaxation * SecondsPerRelaxation);
        if (solved.Status == RelaxationStatus.Solved)
            knowledge.Certify(solved.Prices);
    }

    public void Dispose() => _explorer?.Dispose();
}
