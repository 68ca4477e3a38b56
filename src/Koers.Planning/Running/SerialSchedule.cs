namespace Koers.Planning.Running;

/// <summary>Everything on one thread, one after the other: repeatable.</summary>
internal sealed class SerialSchedule(Knowledge knowledge, Action<PlanningPhase> enter)
{
    /// <summary>Most quick runs for a first plan before the linear relaxation is solved.</summary>
    private const int QuickRuns = 4;

    /// <summary>Whether there is no plan, or only the one that does nothing more than it must.</summary>
    private bool IsEmptyHanded => knowledge.Incumbent.Chosen is not { } chosen || chosen.All(o => o < 0);

    public void Run()
    {
        using var bounder = new Bounder(knowledge);
        var searcher = new Searcher(knowledge, knowledge.Options.Seed);
        enter(PlanningPhase.Bounding);
        bounder.Ascend(steps: 300, seconds: Math.Clamp(0.2 * knowledge.Effort.Limit, 0.1, 3.0));
        if (knowledge.OptionsLeft <= Sizes.ExactFirst && !knowledge.IsDone)
            bounder.SearchExactly(knowledge.Effort.Cancelled);
        enter(PlanningPhase.FirstPlan);
        for (var run = 0; run < QuickRuns && !knowledge.IsDone && (run == 0 || IsEmptyHanded); run++)
            searcher.Anneal();
        if (knowledge.IsDone)
            return;
        enter(PlanningPhase.Bounding);
        var tree = bounder.CanRelax && bounder.Relax() is { } relaxed && !knowledge.IsDone
            ? Deepen(bounder, searcher, relaxed.Relaxation, relaxed.Solved)
            : null;
        enter(PlanningPhase.Improving);
        while (!knowledge.IsDone && knowledge.Tables.Initiatives > 0)
        {
            searcher.Anneal();
            if (tree is { IsFinished: false })
                bounder.Branch(tree, 0.2 * knowledge.Effort.Left);
        }
    }

    private static Bounding.BranchAndBound? Deepen(
        Bounder bounder, Searcher searcher, Bounding.LinearRelaxation relaxation, Bounding.Relaxation solved)
    {
        bounder.CertifyInFull();
        searcher.Anneal();
        return bounder.Cut(relaxation, solved);
    }
}
