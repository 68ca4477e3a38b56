using Koers.Planning.Bounding;

namespace Koers.Planning.Running;

/// <summary>One thread proves while the others search; each uses at once what another finds. Where one fails the others go on.</summary>
internal sealed class ParallelSchedule(Knowledge knowledge, Attempts attempts, Action<PlanningPhase> enter)
{
    /// <summary>How long the proving thread may take to come back with its last bound when all else is done.</summary>
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(0.8);

    /// <summary>Share of the time left that questions get before exact search, where there are too many options to ask about all.</summary>
    private const double TreeShare = 0.03;

    /// <summary>Seconds of help with the proof per second of search, once the search finds no more.</summary>
    private const double HelpShare = 2.0;

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(0.1);

    // A small problem's tree, which searching threads help with when they find no more; null until there is one
    private volatile BranchAndBound? _tree;

    // Stops the solvers when the searching threads have ended. Not the caller's token: explaining comes after this and needs that one.
    private readonly CancellationTokenSource _ended = CancellationTokenSource.CreateLinkedTokenSource(knowledge.Effort.Cancelled);

    public void Run()
    {
        var bounder = new Bounder(knowledge, _ended.Token);
        enter(PlanningPhase.Bounding);
        attempts.Make(Side.Proving, () => FindPrices(bounder));
        knowledge.GuideIfNobodyDid();
        if (knowledge.IsDone)
            return;
        var proving = Begin(Side.Proving, () => Prove(bounder));
        var searching = Enumerable.Range(0, Math.Max(1, knowledge.Options.Threads - 1))
            .Select(k => Begin(Side.Searching, () => Search(k, bounder))).ToArray();
        Task.WaitAll(searching);
        var nobodySearched = !searching.Any(thread => thread.Result);
        while (nobodySearched && !knowledge.IsDone && !proving.Wait(Moment))
        {
            // Proving may still find a plan, or that there is none
        }
        _ended.Cancel();
        // A solver that does not come back in time ends by its own time limit, and nobody waits for it.
        if (!proving.Wait(LastWord))
            return;
        bounder.Dispose();
        if (nobodySearched && !proving.Result)
            attempts.GiveUp();
    }

    private Task<bool> Begin(Side side, Action work) => Task.Factory.StartNew(
        () => attempts.Make(side, work), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void FindPrices(Bounder bounder)
    {
        bounder.Descent.Ascend(steps: 300, seconds: 0.25);
        if (knowledge.OptionsLeft > Sizes.ExactFirst || knowledge.IsDone)
            return;
        bounder.SearchExactly();
        bounder.CertifyByRelaxation();
    }

    private void Prove(Bounder bounder)
    {
        if (!bounder.CanRelax)
        {
            bounder.Descent.AscendToTheEnd();
            return;
        }
        if (bounder.Relax() is not { } relaxed || knowledge.IsDone)
            return;
        bounder.CertifyInFull();
        var tree = bounder.Cut(relaxed.Relaxation, relaxed.Solved);
        var isSmall = knowledge.OptionsLeft <= Sizes.Tree;
        _tree = isSmall ? tree : null;
        if (tree is not null && !knowledge.IsDone)
            bounder.Branch(tree, isSmall ? double.PositiveInfinity : TreeShare * knowledge.Effort.Left);
        if (!knowledge.IsDone && knowledge.Model.ByColumn.Key.Length <= Sizes.ExactEntries)
            bounder.SearchExactly();
    }

    private void Search(int thread, Bounder bounder)
    {
        var searcher = new Searcher(knowledge, unchecked(knowledge.Options.Seed + (1000 * thread)));
        using var help = new Help(bounder);
        enter(PlanningPhase.FirstPlan);
        while (!knowledge.IsDone && knowledge.Tables.Initiatives > 0)
        {
            var (guidance, begun) = (knowledge.Guidance, knowledge.Effort.Seconds);
            // Better prices are worth more than the end of the run.
            searcher.Anneal(() => !ReferenceEquals(knowledge.Guidance, guidance));
            if (knowledge.Incumbent.Chosen is not null)
                enter(PlanningPhase.Improving);
            if (searcher.IsStale && _tree is { } tree)
                help.Prove(tree, HelpShare * (knowledge.Effort.Seconds - begun));
        }
    }

    /// <summary>What a searching thread does for the proof in between. Between two times it leaves its questions to the others: while it
    /// searches nobody would answer them, and the bound would stay where they are.</summary>
    private sealed class Help(Bounder bounder) : IDisposable
    {
        private Explorer? _explorer;

        public void Prove(BranchAndBound tree, double seconds)
        {
            _explorer ??= bounder.Explore(out _);
            if (_explorer is null)
                return;
            tree.Join(_explorer);
            bounder.Branch(tree, _explorer, seconds);
            tree.Leave(_explorer);
        }

        public void Dispose() => _explorer?.Dispose();
    }
}
