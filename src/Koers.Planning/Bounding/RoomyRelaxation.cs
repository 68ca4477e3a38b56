using Google.OrTools.LinearSolver;
using Koers.Planning.Formulation;

namespace Koers.Planning.Bounding;

/// <summary>A selection with fractions that leaves as much room in the limits as any does.</summary>
/// <param name="Share">Per column of the model, how much of it is taken.</param>
/// <param name="Prices">Per row of the model, the price ≥ 0 of a unit of its limit, in room.</param>
internal sealed record RoomyShares(double[] Share, double[] Prices);

/// <summary>The linear relaxation of <see cref="RoomyModel"/>: where to look for a selection that keeps all rows.</summary>
internal static class RoomyRelaxation
{
    /// <summary>Null where there is no such selection, or time ran out.</summary>
    /// <param name="model">The model.</param>
    /// <param name="leftOut">Options that no selection holds.</param>
    /// <param name="forced">Initiatives that every selection holds.</param>
    /// <param name="limit">Most time to take.</param>
    /// <param name="cancelled">Stops.</param>
    public static RoomyShares? Solve(Model model, bool[] leftOut, bool[] forced, TimeSpan limit, CancellationToken cancelled)
    {
        using var solver = Solver.CreateSolver("GLOP") ?? throw new InvalidOperationException("This build of Google.OrTools has no GLOP.");
        var roomy = new RoomyModel(model, solver, leftOut, forced);
        using var stop = cancelled.Register(() => solver.InterruptSolve());
        solver.SetTimeLimit(Math.Max(1L, (long)Math.Min(limit.TotalMilliseconds, int.MaxValue)));
        return solver.Solve() == Solver.ResultStatus.OPTIMAL
            ? new RoomyShares(
                Array.ConvertAll(roomy.Columns, c => c?.SolutionValue() ?? 0.0),
                Array.ConvertAll(roomy.Rows, r => r is null ? 0.0 : Math.Max(0.0, r.DualValue())))
            : null;
    }
}
