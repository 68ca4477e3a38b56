using System.Text;
using System.Text.Json;
using Koers.Domain.Runs;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.App.Runs;

/// <summary>Reads problems and plans back out of runs.</summary>
public static class RunPlans
{
    /// <summary>Reads a problem that a run keeps.</summary>
    /// <param name="text">A koers-problem/1.</param>
    /// <exception cref="InvalidDataException">It is none any more.</exception>
    public static Problem ProblemOf(string text) => ProblemReader.Read(Encoding.UTF8.GetBytes(text)).Required();

    /// <summary>The plan in the result of a run; null where it holds none: another kind, nothing found, or proven impossible. A plan that was made
    /// again carries no value of its own: the penalties in it are no part of the problem.</summary>
    /// <param name="kind">Kind of the run.</param>
    /// <param name="result">Its result.</param>
    public static Plan? PlanOf(RunKind kind, string? result)
    {
        if (result is null || kind is not (RunKind.Plan or RunKind.Replan))
            return null;
        var plan = kind == RunKind.Plan ? PlanReader.Read(Encoding.UTF8.GetBytes(result)).Required() : Replanned(result);
        return plan.Status is PlanStatus.Optimal or PlanStatus.Feasible ? plan : null;
    }

    /// <summary>The plan that a run keeps while it is not over; null where there is none.</summary>
    internal static Plan? KeptBy(Run run) => run.Kind == RunKind.Plan ? PlanOf(run.Kind, run.Result) : null;

    private static Plan Replanned(string result)
    {
        using var document = JsonDocument.Parse(result);
        var plan = document.RootElement.GetProperty("plan");
        var selected = plan.GetProperty("selected").EnumerateArray().Select(choice => new Choice(
            new InitiativeId(choice.GetProperty("initiative").GetString()!), new VariantId(choice.GetProperty("variant").GetString()!),
            choice.GetProperty("start").GetInt32()));
        var status = plan.GetProperty("status").GetString() switch
        {
            "optimal" or "feasible" => PlanStatus.Feasible,
            "infeasible" => PlanStatus.Infeasible,
            _ => PlanStatus.Unknown,
        };
        return new Plan(status, [.. selected], null, null, null, [], plan.GetProperty("seconds").GetDouble(), Koers.Planning.Planner.EngineName);
    }
}
