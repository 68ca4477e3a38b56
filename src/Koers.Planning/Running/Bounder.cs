using System.Diagnostics;
using Koers.Planning.Bounding;

namespace Koers.Planning.Running;

/// <summary>The proving side of a run: prices by descent, then the linear relaxation.</summary>
internal sealed class Bounder(Knowledge knowledge)
{
    /// <summary>What one step of descent takes per entry of the model, in seconds; only for counting work.</summary>
    private const double SecondsPerEntry = 4e-9;

    private readonly PriceAscent _ascent = new(knowledge.Model, knowledge.Reduction.Out, knowledge.Reduction.Forced);

    /// <summary>Quick prices: something to search by within a second.</summary>
    public void Ascend(int steps, double seconds)
    {
        var watch = Stopwatch.StartNew();
        var effort = knowledge.Effort;
        var perStep = SecondsPerEntry * knowledge.Model.ByColumn.Key.Length;
        var count = effort.Counts ? Math.Clamp((int)(seconds / Math.Max(1e-9, perStep)), 1, steps) : steps;
        var target = knowledge.Incumbent.Value;
        _ascent.Run(count, target, () => effort.IsOver || (!effort.Counts && watch.Elapsed.TotalSeconds > seconds));
        effort.Count(count * perStep);
        if (!double.IsFinite(_ascent.Bound))
            return;
        knowledge.Incumbent.Prove(_ascent.Bound);
        knowledge.Certify(_ascent.Prices);
        knowledge.Guide(_ascent.Prices, null, _ascent.Bound);
    }

    /// <summary>Solves the linear relaxation for bound, prices and certificate. Null where time ran out or no plan exists.</summary>
    public (LinearRelaxation Relaxation, Relaxation Solved)? Relax()
    {
        var reduction = knowledge.Reduction;
        var relaxation = new LinearRelaxation(knowledge.Model, reduction.Out, reduction.Forced);
        var solved = relaxation.Solve(knowledge.Effort.SolverLimit());
        if (solved.Status == RelaxationStatus.Infeasible)
            knowledge.ProveInfeasible();
        if (solved.Status != RelaxationStatus.Solved)
        {
            relaxation.Dispose();
            return null;
        }
        var bound = ReducedBound.Of(knowledge.Model, reduction.Out, reduction.Forced, solved.Prices, [], []);
        knowledge.Incumbent.Prove(bound);
        knowledge.Guide(solved.Prices, solved.Share, bound);
        knowledge.Certify(solved.Prices);
        return (relaxation, solved);
    }

    /// <summary>Solves the relaxation with every option in it, as the contract's certificate must price them all.</summary>
    public void CertifyInFull()
    {
        if (knowledge.Reduction.Removed == 0 && !knowledge.Reduction.Forced.Where((f, i) => f != knowledge.Model.Problem.Initiatives[i].Mandatory).Any())
            return;
        var model = knowledge.Model;
        var none = new bool[model.Options.Count];
        using var relaxation = new LinearRelaxation(model, none, new bool[knowledge.Reduction.Forced.Length]);
        var solved = relaxation.Solve(knowledge.Effort.SolverLimit(0.5));
        if (solved.Status == RelaxationStatus.Solved)
            knowledge.Certify(solved.Prices);
    }
}
