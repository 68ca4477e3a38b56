using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>What can be wrong with a plan without knowing its problem.</summary>
internal static class PlanChecks
{
    private const double GapTolerance = 1e-6;

    public static void Run(PlanDraft draft, Plan plan, FaultList faults)
    {
        var checks = new Checks(faults);
        checks.Format(draft.Format, PlanReader.Format);
        Status(draft, plan, checks);
        EachInitiativeOnce(plan.Selected, JsonPath.Root["selected"], checks);
        Numbers(plan, checks);
        if (draft.Gap is { } gap && !(Math.Abs(gap - (plan.Gap ?? double.NaN)) <= GapTolerance * Math.Max(1, Math.Abs(gap))))
            checks.Warning(JsonPath.Root["gap"], FaultKind.GapDiffers, gap, plan.Gap is { } follows ? follows : "null");
    }

    /// <summary>A status that says there is a plan brings its choices and value.</summary>
    private static void Status(PlanDraft draft, Plan plan, Checks checks)
    {
        var root = JsonPath.Root;
        var known = PlanShapes.Statuses.Keys;
        if (!known.Contains(draft.Status))
            checks.Error(root["status"], FaultKind.UnknownName, Phrase.Quote(draft.Status), NearestName.Among(draft.Status, known));
        if (plan.Status is not (PlanStatus.Optimal or PlanStatus.Feasible)) return;
        if (draft.Selected is null && !checks.Faults.IsUnusable(root["selected"]))
            checks.Error(root, FaultKind.PlanIncomplete, "selected", draft.Status);
        if (draft.Value is null && !checks.Faults.IsUnusable(root["value"]))
            checks.Error(root["value"], FaultKind.PlanIncomplete, "value", draft.Status);
    }

    public static void EachInitiativeOnce(IReadOnlyList<Choice> choices, JsonPath path, Checks checks)
    {
        var chosen = new HashSet<InitiativeId>();
        for (var i = 0; i < choices.Count; i++)
            if (!chosen.Add(choices[i].Initiative))
                checks.Error(path[i]["initiative"], FaultKind.Repeated, Phrase.Quote(choices[i].Initiative.Value));
    }

    private static void Numbers(Plan plan, Checks checks)
    {
        checks.Magnitude(plan.Value ?? 0, FormatLimits.PlanMagnitude, JsonPath.Root["value"]);
        checks.Magnitude(plan.Bound ?? 0, FormatLimits.PlanMagnitude, JsonPath.Root["bound"]);
        if (plan.Seconds < 0) checks.Error(JsonPath.Root["seconds"], FaultKind.Negative, plan.Seconds);
        if (plan.Certificate is not { } certificate) return;
        var at = JsonPath.Root["certificate"];
        checks.Magnitude(certificate.Bound, FormatLimits.PlanMagnitude, at["bound"]);
        foreach (var (row, price) in certificate.Prices)
        {
            if (price < 0) checks.Error(at["prices"][row], FaultKind.Negative, price);
            checks.Magnitude(price, FormatLimits.PlanMagnitude, at["prices"][row]);
        }
    }
}
