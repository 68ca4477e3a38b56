using Koers.Planning.Formulation;
using Koers.Planning.Reduction;

namespace Koers.Planning.Bounding;

/// <summary>
/// Leaves out what costs more than lies between a bound and the best plan known (reduced-cost fixing: Dantzig, Fulkerson and Johnson
/// 1954): a plan that holds such an option is not better. Likewise an initiative without which no plan is better must be in.
/// </summary>
internal static class DearOptions
{
    /// <summary>What is left; null where nothing can be left out.</summary>
    /// <param name="model">The model.</param>
    /// <param name="reduction">What is out already.</param>
    /// <param name="reduced">Per option, its value less the prices of all it uses.</param>
    /// <param name="bound">The bound at those prices.</param>
    /// <param name="known">Worth of the best plan known.</param>
    public static OptionReduction? Strike(Model model, OptionReduction reduction, double[] reduced, double bound, double known)
    {
        var (options, forced) = (new List<int>(), new List<int>());
        for (var i = 0; i < reduction.Forced.Length; i++)
        {
            var best = reduction.Forced[i] ? double.NegativeInfinity : 0.0;
            for (var o = model.Options.First[i]; o < model.Options.First[i + 1]; o++)
                if (!reduction.Out[o])
                    best = Math.Max(best, reduced[o]);
            for (var o = model.Options.First[i]; o < model.Options.First[i + 1]; o++)
                if (!reduction.Out[o] && bound - (best - reduced[o]) < known)
                    options.Add(o);
            if (!reduction.Forced[i] && bound - best < known)
                forced.Add(i);
        }
        if (options.Count == 0 && forced.Count == 0)
            return null;
        return reduction.With((outOfReach, isForced) =>
        {
            foreach (var o in options)
                outOfReach[o] = true;
            foreach (var i in forced)
                isForced[i] = true;
        });
    }
}
