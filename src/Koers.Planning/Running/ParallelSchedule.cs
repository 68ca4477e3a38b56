namespace Koers.Planning.Running;

/// <summary>One thread proves while the others search; each uses at once what another finds.</summary>
internal sealed class ParallelSchedule(Knowledge knowledge, Action<PlanningPhase> enter, CancellationTokenSource stop)
{
    public void Run()
    {
        var bounder = new Bounder(knowledge);
        enter(PlanningPhase.Bounding);
        bounder.Ascend(steps: 300, seconds: 0.25);
        enter(PlanningPhase.FirstPlan);
        var proving = Task.Factory.StartNew(() => Prove(bounder), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var searching = Enumerable.Range(0, Math.Max(1, knowledge.Options.Threads - 1))
            .Select(k => Task.Factory.StartNew(() => Search(k), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        Task.WaitAll(searching);
        stop.Cancel();
        proving.Wait(TimeSpan.FromSeconds(0.3));
    }

    private void Prove(Bounder bounder)
    {
        var relaxed = bounder.Relax();
        if (relaxed is null)
            return;
        if (!knowledge.IsDone)
            bounder.CertifyInFull();
        relaxed.Value.Relaxation.Dispose();
    }

    private void Search(int thread)
    {
        var searcher = new Searcher(knowledge, knowledge.Options.Seed + (1000 * thread));
        var first = knowledge.Guidance;
        searcher.Anneal(Math.Min(2.0, 0.05 * knowledge.Effort.Limit));
        enter(PlanningPhase.Improving);
        while (!knowledge.IsDone && knowledge.Tables.Initiatives > 0)
        {
            var guidance = knowledge.Guidance;
            // As long as only rough prices are known, searching in short runs wastes nothing when better ones arrive.
            var seconds = ReferenceEquals(guidance, first) ? 3.0 : Math.Max(0.2, 0.4 * knowledge.Effort.Left);
            searcher.Anneal(seconds, () => ReferenceEquals(guidance, first) && !ReferenceEquals(knowledge.Guidance, first));
        }
    }
}
