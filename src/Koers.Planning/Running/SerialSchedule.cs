namespace Koers.Planning.Running;

/// <summary>Everything on one thread, one after the other: repeatable.</summary>
internal sealed class SerialSchedule(Knowledge knowledge, Action<PlanningPhase> enter)
{
    public void Run()
    {
        using var bounder = new Bounder(knowledge);
        var searcher = new Searcher(knowledge, knowledge.Options.Seed);
        enter(PlanningPhase.Bounding);
        bounder.Ascend(steps: 300, seconds: 0.2);
        if (knowledge.OptionsLeft <= Sizes.ExactFirst && !knowledge.IsDone)
            bounder.SearchExactly(knowledge.Effort.Cancelled);
        enter(PlanningPhase.FirstPlan);
        if (!knowledge.IsDone)
            searcher.Anneal();
        if (knowledge.IsDone)
            return;
        enter(PlanningPhase.Bounding);
        var tree = knowledge.Model.ByColumn.Key.Length <= Sizes.RelaxationEntries && bounder.Relax() is { } relaxed && !knowledge.IsDone
            ? Deepen(bounder, relaxed.Relaxation, relaxed.Solved)
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
        Bounder bounder, Bounding.LinearRelaxation relaxation, Bounding.Relaxation solved)
    {
        bounder.CertifyInFull();
        return bounder.Cut(relaxation, solved);
    }
}
