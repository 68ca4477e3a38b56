using Koers.Planning.Bounding;

namespace Koers.Planning.Running;

/// <summary>Everything on one thread, one after the other: repeatable. Where one side fails the other goes on.</summary>
internal sealed class SerialSchedule(Knowledge knowledge, Attempts attempts, Action<PlanningPhase> enter)
{
    /// <summary>Most quick runs for a first plan before the linear relaxation is solved.</summary>
    private const int QuickRuns = 4;

    /// <summary>Shares of the work left that searching and proving get in turn.</summary>
    private const double SearchShare = 0.3;

    private const double ProveShare = 0.2;

    private readonly Searcher _searcher = new(knowledge, knowledge.Options.Seed);
    private bool _proves = true;
    private bool _searches = true;

    /// <summary>Whether there is no plan, or only the one that does nothing more than it must.</summary>
    private bool IsEmptyHanded => knowledge.Incumbent.Chosen is not { } chosen || chosen.All(o => o < 0);

    public void Run()
    {
        using var bounder = new Bounder(knowledge, knowledge.Effort.Cancelled);
        enter(PlanningPhase.Bounding);
        Prove(() => FindPrices(bounder));
        knowledge.GuideIfNobodyDid();
        enter(PlanningPhase.FirstPlan);
        for (var run = 0; run < QuickRuns && !knowledge.IsDone && (run == 0 || IsEmptyHanded); run++)
            Search();
        if (knowledge.IsDone)
            return;
        enter(PlanningPhase.Bounding);
        BranchAndBound? tree = null;
        if (!knowledge.HasBound)
            Prove(() => tree = Deepen(bounder));
        enter(PlanningPhase.Improving);
        while (!knowledge.IsDone && knowledge.Tables.Initiatives > 0 && (_searches || tree is { IsFinished: false }))
        {
            SearchFor(SearchShare * knowledge.Effort.Left);
            if (tree is { IsFinished: false } && !Prove(() => bounder.Branch(tree, ProveShare * knowledge.Effort.Left)))
                tree = null;
        }
        if (!_proves && !_searches && !knowledge.IsDone)
            attempts.GiveUp();
    }

    private bool Prove(Action work)
    {
        var succeeded = attempts.Make(Side.Proving, work);
        _proves &= succeeded;
        return succeeded;
    }

    // What failed once has lost its bookkeeping, and is not asked again
    private void Search() => _searches = _searches && attempts.Make(Side.Searching, () => _searcher.Anneal());

    private void SearchFor(double seconds)
    {
        var until = knowledge.Effort.Seconds + seconds;
        do
            Search();
        while (_searches && !knowledge.IsDone && knowledge.Effort.Seconds < until);
    }

    private void FindPrices(Bounder bounder)
    {
        bounder.Descent.Ascend(steps: 300, seconds: Math.Clamp(0.2 * knowledge.Effort.Limit, 0.1, 3.0));
        if (knowledge.OptionsLeft > Sizes.ExactFirst || knowledge.IsDone)
            return;
        bounder.SearchExactly();
        bounder.CertifyByRelaxation();
    }

    private BranchAndBound? Deepen(Bounder bounder)
    {
        if (!bounder.CanRelax || !bounder.IsWorthRelaxing || bounder.Relax() is not { } relaxed || knowledge.IsDone)
            return null;
        bounder.CertifyInFull();
        Search();
        return bounder.Cut(relaxed.Relaxation, relaxed.Solved);
    }
}
