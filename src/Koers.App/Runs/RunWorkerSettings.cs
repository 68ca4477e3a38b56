namespace Koers.App.Runs;

/// <summary>How a worker works.</summary>
public sealed record RunWorkerSettings
{
    /// <summary>Who it is, different for every process: its machine, and something that no other has.</summary>
    public string Name { get; init; } = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid().ToString("N")[..8]}";

    /// <summary>Threads that it plans with, at least 1; default all but one, so that answers stay quick where it shares a machine.</summary>
    public int Threads { get; init; } = Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>How long it may be silent before another takes its run; default 15 s. Clocks of machines must differ by far less.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often it says how far it is, keeps a better plan in the register and looks whether it must stop; default half a second. What is shown of a
    /// plan was kept, so that nothing that people saw is lost where the worker goes away.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often it looks for runs that nobody told of; default 2 s.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(2);
}
