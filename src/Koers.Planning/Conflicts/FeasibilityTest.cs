using Koers.Planning.Bounding;
using Koers.Planning.Formulation;
using Koers.Planning.Options;
using Koers.Planning.Reduction;
using Koers.Planning.Rules;

namespace Koers.Planning.Conflicts;

/// <summary>How far a feasibility test goes; each goes further than the one before and takes longer.</summary>
internal enum FeasibilityDepth
{
    /// <summary>One row at a time.</summary>
    Rows,

    /// <summary>All rows together, with fractions.</summary>
    Fractions,

    /// <summary>All rows together, with whole initiatives.</summary>
    Whole,
}

/// <summary>Tells whether some of a problem's rules can hold together.</summary>
internal sealed class FeasibilityTest(OptionSet options, FeasibilityDepth depth, int seed, CancellationToken cancelled)
{
    /// <summary>Most time for one exact answer; beyond it the rules count as able to hold together.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Whether it is proven, at this depth, that the rules cannot hold together.</summary>
    public bool IsInfeasible(IReadOnlyList<Rule> rules)
    {
        if (rules.Count == 0 || cancelled.IsCancellationRequested)
            return false;
        var model = new Model(options, new RuleBook(rules));
        var reduction = OptionReduction.Of(model, cancelled);
        if (reduction.BrokenRow >= 0)
            return true;
        return depth switch
        {
            FeasibilityDepth.Rows => false,
            FeasibilityDepth.Fractions => HasNoFractions(model, reduction),
            _ => HasNoFractions(model, reduction) || HasNoPlan(model, reduction),
        };
    }

    private bool HasNoFractions(Model model, OptionReduction reduction)
    {
        using var relaxation = new LinearRelaxation(model, reduction.Out, reduction.Forced);
        return relaxation.Solve(Patience, cancelled).Status == RelaxationStatus.Infeasible;
    }

    private bool HasNoPlan(Model model, OptionReduction reduction)
    {
        using var search = new ExactSearch(model, reduction.Out, reduction.Forced, hint: null);
        using var stop = cancelled.Register(search.Interrupt);
        return search.Solve(Patience, gap: 1e9, seed, firstPlanOnly: true).Status == ExactStatus.Infeasible;
    }
}
