using Koers.Planning.Formulation;
using Koers.Planning.Reduction;

namespace Koers.Planning.Bounding;

/// <summary>Solves a relaxation again and again, each time with the cuts that its last solution broke, until that helps no more: first
/// with covers, which cost nothing, then with local cuts over one row and over more rows at once.</summary>
internal sealed class CutLoop(Model model, OptionReduction reduction)
{
    private const int MaxRounds = 60;

    /// <summary>Rows per window of local cuts, in this order. Measured: one row says most where few initiatives use each row, eight where
    /// many capacities compete for the same.</summary>
    private static readonly int[] WindowSizes = [1, 8];

    private const int RoundsPerSize = 3;

    /// <summary>Relative gain of a round from which on another with the same windows pays.</summary>
    private const double Worthwhile = 2e-4;

    private readonly List<Cut> _all = [];

    /// <summary>The cuts that carry a price at the end.</summary>
    public List<Cut> Cuts { get; private set; } = [];

    /// <summary>The last solution.</summary>
    public Relaxation? Solved { get; private set; }

    /// <summary>The best bound proven.</summary>
    public double Bound { get; private set; } = double.PositiveInfinity;

    /// <summary>Most time for one solution.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Stops the solution at hand.</summary>
    public CancellationToken Cancelled { get; init; }

    /// <summary>Asked before each round, and while local cuts are looked for.</summary>
    public Func<bool> Stop { get; init; } = () => false;

    /// <summary>Asked while local cuts are looked for, with the choices looked at since it was asked last: whether that took long
    /// enough.</summary>
    public Func<long, bool> Enough { get; init; } = _ => false;

    /// <summary>Told of every better bound.</summary>
    public Action<double> Improved { get; init; } = _ => { };

    /// <param name="relaxation">The relaxation; it keeps the cuts.</param>
    /// <param name="first">Its solution without cuts.</param>
    public void Run(LinearRelaxation relaxation, Relaxation first)
    {
        Solved = first;
        var (covers, dull) = (new CoverCuts(model, reduction.Out), 0);
        for (var round = 0; round < MaxRounds && dull < 4; round++)
        {
            if (Round(relaxation, covers.Separate(Solved.Share)) is not { } gain)
                break;
            dull = gain < 2e-5 ? dull + 1 : 0;
        }
        Local(relaxation);
        Cuts = [.. _all.Where((_, k) => k < Solved.CutPrices.Length && Solved.CutPrices[k] > 1e-9)];
    }

    private void Local(LinearRelaxation relaxation)
    {
        var cuts = new LocalCuts(model, reduction.Out);
        foreach (var size in WindowSizes)
            for (var round = 0; round < RoundsPerSize; round++)
                if (Enough(0) || Round(relaxation, Separate(cuts, size)) is not { } gain || gain < Worthwhile)
                    break;
    }

    private List<Cut> Separate(LocalCuts cuts, int size)
    {
        var found = new List<Cut>();
        foreach (var window in new Windows(model, cuts, Solved!).Of(size))
        {
            var before = cuts.Looked;
            if (cuts.Separate(window, Solved!) is { } cut)
                found.Add(cut);
            if (Enough(cuts.Looked - before) || Stop())
                break;
        }
        return found;
    }

    /// <summary>Adds cuts and solves.</summary>
    /// <returns>By how much the bound became better, relative to itself; null where nothing more can be done.</returns>
    private double? Round(LinearRelaxation relaxation, List<Cut> found)
    {
        if (found.Count == 0 || Stop())
            return null;
        foreach (var cut in found)
            relaxation.Add(cut);
        _all.AddRange(found);
        var solved = relaxation.Solve(Patience, Cancelled);
        if (solved.Status != RelaxationStatus.Solved)
            return null;
        Solved = solved;
        var bound = ReducedBound.Of(model, reduction.Out, reduction.Forced, solved.Prices, _all, solved.CutPrices);
        var gain = double.IsPositiveInfinity(Bound) ? 1.0 : (Bound - bound) / Math.Max(1e-9, Math.Abs(bound));
        if (bound < Bound)
        {
            Bound = bound;
            Improved(bound);
        }
        return gain;
    }
}
