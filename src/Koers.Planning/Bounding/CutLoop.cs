using Koers.Planning.Formulation;
using Koers.Planning.Reduction;

namespace Koers.Planning.Bounding;

/// <summary>Solves a relaxation again and again, each time with the cuts that its last solution broke, until that helps no more.</summary>
internal sealed class CutLoop(Model model, OptionReduction reduction)
{
    private const int MaxRounds = 60;

    /// <summary>The cuts that carry a price at the end.</summary>
    public List<Cut> Cuts { get; private set; } = [];

    /// <summary>The last solution.</summary>
    public Relaxation? Solved { get; private set; }

    /// <summary>The best bound proven.</summary>
    public double Bound { get; private set; } = double.PositiveInfinity;

    /// <param name="relaxation">The relaxation; it keeps the cuts.</param>
    /// <param name="first">Its solution without cuts.</param>
    /// <param name="limit">Most time for one solution.</param>
    /// <param name="improved">Told of every better bound, with the solution.</param>
    /// <param name="stop">Asked before each round.</param>
    public void Run(LinearRelaxation relaxation, Relaxation first, TimeSpan limit, Action<double, Relaxation> improved, Func<bool> stop)
    {
        var (finder, cuts, dull) = (new CoverCuts(model, reduction.Out), new List<Cut>(), 0);
        Solved = first;
        for (var round = 0; round < MaxRounds && dull < 4 && !stop(); round++)
        {
            var found = finder.Separate(Solved.Share);
            if (found.Count == 0)
                break;
            foreach (var cut in found)
                relaxation.Add(cut);
            cuts.AddRange(found);
            var solved = relaxation.Solve(limit);
            if (solved.Status != RelaxationStatus.Solved)
                break;
            Solved = solved;
            Cuts = cuts;
            var bound = ReducedBound.Of(model, reduction.Out, reduction.Forced, solved.Prices, cuts, solved.CutPrices);
            dull = bound > Bound - (2e-5 * Math.Abs(bound)) ? dull + 1 : 0;
            if (bound < Bound)
            {
                Bound = bound;
                improved(bound, solved);
            }
        }
        Cuts = [.. cuts.Where((_, k) => k < Solved.CutPrices.Length && Solved.CutPrices[k] > 1e-9)];
    }
}
