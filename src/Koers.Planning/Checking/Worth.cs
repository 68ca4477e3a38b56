using Koers.Planning.Problems;

namespace Koers.Planning.Checking;

/// <summary>What a selection is worth: Σ weight × min(score, cap) + Σ synergies - penalties against the reference plan.</summary>
internal static class Worth
{
    public static double Of(Selection selection)
    {
        var problem = selection.Options.Problem;
        var value = 0.0;
        for (var g = 0; g < problem.Goals.Count; g++)
            value += problem.Goals[g].Weight * Counted(problem.Goals[g], selection.Score(g));
        foreach (var synergy in Realised(selection))
            value += synergy.Value;
        return value - Penalty(selection);
    }

    public static double Counted(Goal goal, double score) => goal.Cap is { } cap ? Math.Min(score, cap) : score;

    public static IEnumerable<Synergy> Realised(Selection selection) =>
        selection.Options.Problem.Relations.OfType<Synergy>()
            .Where(s => s.Initiatives.All(i => selection.IsChosen(selection.Options.IndexOf(i))));

    /// <summary>What departing from the reference plan costs; 0 where there is none.</summary>
    public static double Penalty(Selection selection)
    {
        if (selection.Options.Problem.Reference is not { } reference)
            return 0.0;
        var held = reference.Plan.ToDictionary(c => c.Initiative);
        var penalty = 0.0;
        foreach (var o in selection.Chosen)
        {
            var choice = selection.Options.ChoiceOf(o);
            if (!held.Remove(choice.Initiative, out var before))
                penalty += reference.AddPenalty;
            else
                penalty += (reference.ShiftPenalty * Math.Abs(choice.Start - before.Start))
                    + (choice.Variant == before.Variant ? 0.0 : reference.VariantPenalty);
        }
        return penalty + (reference.DropPenalty * held.Count);
    }
}
