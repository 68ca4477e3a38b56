using System.Text.Json;
using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Bench.Workers;

/// <summary>How a run ended, told on the last line of a worker's output.</summary>
/// <param name="Status">In the solver's words.</param>
/// <param name="Value">Worth of the plan; null where there is no plan to look at.</param>
/// <param name="Bound">Upper bound; null where it stands in the log only.</param>
/// <param name="Holds">Whether the plan passes Koers' solver-free checker; null where there is no plan to look at.</param>
/// <param name="ReadSeconds">Time to read and check the problem; null where it was not measured.</param>
internal sealed record Verdict(string Status, double? Value, double? Bound, bool? Holds, double? ReadSeconds)
{
    private const string Mark = "@verdict ";

    public static Verdict Without(string status) => new(status, null, null, null, null);

    /// <summary>Values the choices of a stock solver: what counts is what the plan is worth, not what the solver says of it.</summary>
    public static Verdict Of(Problem problem, string status, IReadOnlyList<Choice> chosen)
    {
        var report = Evaluator.Check(problem, new Plan(PlanStatus.Feasible, chosen, null, null, null, [], 0, status));
        return new Verdict(status, report.Value, null, report.Violations.Count == 0 && report.Value is not null, null);
    }

    public void Tell() => Console.Out.WriteLine(Mark + JsonSerializer.Serialize(this));

    public static Verdict? Read(string line) =>
        line.StartsWith(Mark, StringComparison.Ordinal) ? JsonSerializer.Deserialize<Verdict>(line.AsSpan(Mark.Length)) : null;
}
