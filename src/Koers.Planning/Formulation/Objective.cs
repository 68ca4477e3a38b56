using Koers.Planning.Options;
using Koers.Planning.Problems;

namespace Koers.Planning.Formulation;

/// <summary>What columns are worth: options their uncapped goals less penalties, counted scores their weight, synergies their value.</summary>
internal static class Objective
{
    public static (double[] Value, double Constant) Of(OptionSet options, Columns columns)
    {
        var problem = options.Problem;
        var value = new double[columns.Count];
        for (var o = 0; o < options.Count; o++)
        {
            var goals = options.Score.Keys(o);
            var points = options.Score.Amounts(o);
            for (var e = 0; e < goals.Length; e++)
                if (problem.Goals[goals[e]].Cap is null)
                    value[o] += problem.Goals[goals[e]].Weight * points[e];
        }
        for (var g = 0; g < problem.Goals.Count; g++)
            if (columns.Score(g) >= 0)
                value[columns.Score(g)] = problem.Goals[g].Weight;
        foreach (var synergy in problem.Relations.OfType<Synergy>())
            value[columns.Synergy(synergy)] = synergy.Value;
        var constant = problem.Reference is { } reference ? AddPenalties(options, reference, value) : 0.0;
        return (value, constant);
    }

    private static double AddPenalties(OptionSet options, ReferencePlan reference, double[] value)
    {
        var held = reference.Plan.ToDictionary(c => c.Initiative);
        var constant = 0.0;
        for (var i = 0; i < options.Problem.Initiatives.Count; i++)
        {
            var initiative = options.Problem.Initiatives[i];
            var isHeld = held.TryGetValue(initiative.Id, out var choice);
            if (isHeld)
                constant -= reference.DropPenalty;
            for (var o = options.First[i]; o < options.First[i + 1]; o++)
                if (!isHeld)
                    value[o] -= reference.AddPenalty;
                else
                {
                    value[o] += reference.DropPenalty - (reference.ShiftPenalty * Math.Abs(options.Start[o] - choice!.Start));
                    if (initiative.Variants[options.Variant[o]].Id != choice.Variant)
                        value[o] -= reference.VariantPenalty;
                }
        }
        return constant;
    }
}
