using System.Collections.Concurrent;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Tests.Samples;

/// <summary>What the engine makes of the samples; each is planned once, whatever number of tests look at it.</summary>
internal static class SamplePlans
{
    private static readonly PlannerOptions ToTheEnd = new() { Gap = 0, TimeLimit = TimeSpan.FromSeconds(5), Threads = 1 };

    /// <summary>Three seconds counted in work, not on the clock: whatever else the machine does, the plan is the same.</summary>
    private static readonly PlannerOptions ForThreeSeconds =
        new() { TimeLimit = TimeSpan.FromSeconds(3), Deterministic = true, Threads = 1 };

    private static readonly ConcurrentDictionary<string, Lazy<Plan>> Plans = new(StringComparer.Ordinal);

    public static Plan OfSmall(string file) => Of(file, ToTheEnd);

    public static Plan OfLarge(string file) => Of(file, ForThreeSeconds);

    public static Plan Of(Problem problem) => Planner.Plan(problem, ToTheEnd);

    private static Plan Of(string file, PlannerOptions options) =>
        Plans.GetOrAdd(file, f => new Lazy<Plan>(() => Planner.Plan(SampleFiles.Read(f), options))).Value;
}
