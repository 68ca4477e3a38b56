using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>The plan held until now: what it chose still exists; that it can no longer start as it did is only worth a warning.</summary>
internal sealed class ReferenceChecks(ProblemNames names, TimeChecks time, Checks checks)
{
    public void Run(ReferencePlan reference)
    {
        var at = JsonPath.Root["reference"];
        PlanChecks.EachInitiativeOnce(reference.Plan, at["plan"], checks);
        for (var i = 0; i < reference.Plan.Count; i++) Held(reference.Plan[i], at["plan"][i]);
        checks.NotNegative(reference.DropPenalty, at["dropPenalty"]);
        checks.NotNegative(reference.AddPenalty, at["addPenalty"]);
        checks.NotNegative(reference.ShiftPenalty, at["shiftPenalty"]);
        checks.NotNegative(reference.VariantPenalty, at["variantPenalty"]);
    }

    private void Held(Choice held, JsonPath at)
    {
        checks.Range(held.Start, -FormatLimits.Periods, FormatLimits.Periods, at["start"]);
        if (!names.Initiatives.Has(held.Initiative.Value, at["initiative"])) return;
        if (names.Find(held.Initiative) is not { } initiative) return;
        if (initiative.Variants.FirstOrDefault(v => v.Id == held.Variant) is not { } variant)
        {
            var known = initiative.Variants.Select(v => v.Id.Value ?? "").ToList();
            checks.Error(
                at["variant"], FaultKind.UnknownId, Phrase.Quote(held.Variant.Value), Phrase.Variant,
                NearestName.Suggest(held.Variant.Value ?? "", known));
        }
        else if (time.Periods is not null && IsOutside(held.Start, variant))
        {
            checks.Warning(at["start"], FaultKind.StartOutsideWindow, held.Start, variant.EarliestStart, variant.LatestStart);
        }
    }

    /// <summary>An empty window is an error of its own.</summary>
    private static bool IsOutside(int start, Variant variant) =>
        variant.EarliestStart <= variant.LatestStart && (start < variant.EarliestStart || start > variant.LatestStart);
}
