namespace Koers.Planning.Running;

/// <summary>Everything on one thread, one after the other: repeatable.</summary>
internal sealed class SerialSchedule(Knowledge knowledge, Action<PlanningPhase> enter)
{
    public void Run()
    {
        var bounder = new Bounder(knowledge);
        var searcher = new Searcher(knowledge, knowledge.Options.Seed);
        enter(PlanningPhase.Bounding);
        bounder.Ascend(steps: 300, seconds: 0.2);
        enter(PlanningPhase.FirstPlan);
        searcher.Anneal(Math.Min(1.0, 0.05 * knowledge.Effort.Limit));
        enter(PlanningPhase.Bounding);
        var relaxed = knowledge.IsDone ? null : bounder.Relax();
        enter(PlanningPhase.Improving);
        if (relaxed is not null && !knowledge.IsDone)
        {
            bounder.CertifyInFull();
            relaxed.Value.Relaxation.Dispose();
        }
        while (!knowledge.IsDone && knowledge.Tables.Initiatives > 0)
            searcher.Anneal(Math.Max(0.2, 0.4 * knowledge.Effort.Left));
    }
}
