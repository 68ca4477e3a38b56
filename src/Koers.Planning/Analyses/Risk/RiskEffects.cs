using Koers.Planning.Options;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>
/// What the effects of a plan are worth when work begins and finishes at another time. The part of an effect that is felt during the work
/// is stretched with it; the part from the finish on keeps its distance from the finish.
/// </summary>
internal sealed class RiskEffects
{
    public RiskEffects(Problem problem, RiskModel model, List<double> sums)
    {
        var timing = new EffectTiming(problem);
        Window = problem.Horizon.Periods + problem.Value.TailPeriods;
        Weight = [.. Enumerable.Range(0, Window).Select(t => timing.Share(new Effect([1], 0), t))];
        Goals = problem.Goals.Count;
        var goal = problem.Goals.Index().ToDictionary(p => p.Item.Id, p => p.Index);
        (During, AfterFrom, AfterAt) = (new int[model.Count], new int[model.Count], new int[model.Count]);
        var (first, of, points, after) = (new List<int>(), new List<int>(), new List<double>(), new List<double>());
        for (var n = 0; n < model.Count; n++)
        {
            var (variant, past) = (model.Variants[n], model.Past(n));
            var felt = Enumerable.Range(past, model.Rest[n]).Any(k => variant.Effect.ShareAt(k) != 0);
            During[n] = felt ? RiskModel.AddSums(sums, model.Rest[n], k => variant.Effect.ShareAt(past + k)) : -1;
            AfterAt[n] = after.Count;
            AfterFrom[n] = model.Rest[n] > 0 ? model.Start[n] + 1 : model.Finish[n];
            var afterwards = new Effect([.. variant.Effect.Profile.Skip(variant.Duration)], variant.Effect.After);
            var last = model.Rest[n] > 0 ? Math.Max(Window, AfterFrom[n]) : AfterFrom[n];
            for (var finish = AfterFrom[n]; finish <= last; finish++)
                after.Add(finish < Window ? timing.Share(afterwards, finish) : 0);
            first.Add(of.Count);
            foreach (var (id, amount) in variant.Contribution)
            {
                of.Add(goal[id]);
                points.Add(amount);
            }
        }

        first.Add(of.Count);
        (First, Of, Points, After) = ([.. first], [.. of], [.. points], [.. after]);
        GoalWeight = [.. problem.Goals.Select(g => g.Weight)];
        GoalCap = [.. problem.Goals.Select(g => g.Cap ?? double.PositiveInfinity)];
    }

    /// <summary>Periods over which effects count: horizon and tail.</summary>
    public int Window { get; }

    public int Goals { get; }

    public double[] GoalWeight { get; }

    /// <summary>Score above which nothing counts; infinite where there is no cap.</summary>
    public double[] GoalCap { get; }

    /// <summary>ρ_t / R: what effect in one period counts.</summary>
    public double[] Weight { get; }

    /// <summary>Where the running sums of the effect during the work begin; -1 = there is none.</summary>
    public int[] During { get; }

    /// <summary>The finish that the first number of an initiative in <see cref="After"/> is for.</summary>
    public int[] AfterFrom { get; }

    public int[] AfterAt { get; }

    /// <summary>What the effect after the work counts, for every finish up to the end of the window.</summary>
    public double[] After { get; }

    /// <summary>Where the contributions of each initiative begin; one more than there are initiatives.</summary>
    public int[] First { get; }

    /// <summary>The goal of a contribution.</summary>
    public int[] Of { get; }

    /// <summary>Its points.</summary>
    public double[] Points { get; }
}
