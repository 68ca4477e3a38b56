using Koers.Planning.Bounding;
using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Plans;
using Koers.Planning.Reduction;
using Koers.Planning.Search;

namespace Koers.Planning.Running;

/// <summary>What a run has found out so far, shared by everything that works on it.</summary>
internal sealed class Knowledge
{
    private readonly Lock _lock = new();
    private volatile bool _infeasible;
    private volatile Guidance? _guidance;
    private volatile Certificate? _certificate;

    public Knowledge(Model model, OptionReduction reduction, Incumbent incumbent, PlannerOptions options, Effort effort)
    {
        (Model, Reduction, Incumbent, Options, Effort) = (model, reduction, incumbent, options, effort);
        Tables = new SearchTables(model, reduction.Out, reduction.Forced);
        OptionsLeft = model.Options.Count - reduction.Removed;
    }

    public Model Model { get; }
    public OptionReduction Reduction { get; }
    public SearchTables Tables { get; }
    public Incumbent Incumbent { get; }
    public PlannerOptions Options { get; }
    public Effort Effort { get; }

    /// <summary>Options that reduction left in.</summary>
    public int OptionsLeft { get; }

    /// <summary>The prices to search by; null until there are any.</summary>
    public Guidance? Guidance => _guidance;

    /// <summary>The tightest bound that row prices alone prove; null until there is one.</summary>
    public Certificate? Certificate => _certificate;

    /// <summary>Whether it is proven that no plan exists. A plan that the checker accepted always wins: solvers keep rows more
    /// strictly than the contract does.</summary>
    public bool IsInfeasible => _infeasible && Incumbent.Chosen is null;

    /// <summary>Whether there is nothing left to do: proven, good enough, out of time or stopped.</summary>
    public bool IsDone => IsInfeasible || Effort.IsOver || Incumbent.Gap <= Options.Gap;

    public void ProveInfeasible() => _infeasible = true;

    public void Guide(double[] prices, double[]? share, double value) => _guidance = Guidance.From(Tables, prices, share, value);

    /// <summary>Takes over prices as certificate where they prove a tighter bound than those known.</summary>
    public void Certify(double[] prices)
    {
        var ceilings = PriceCeilings.Of(Model);
        var kept = new double[prices.Length];
        for (var r = 0; r < kept.Length; r++)
            kept[r] = prices[r] < 1e-12 ? 0.0 : Math.Min(prices[r], ceilings[r]);
        var bound = LagrangianBound.Of(Model, kept);
        if (!double.IsFinite(bound))
            return;
        Incumbent.Prove(bound);
        lock (_lock)
        {
            if (_certificate is { } known && known.Bound <= bound)
                return;
            var named = new Dictionary<string, double>(StringComparer.Ordinal);
            for (var r = 0; r < kept.Length; r++)
                if (kept[r] > 0)
                    named.Add(Model.Rows.Names[r], kept[r]);
            _certificate = new Certificate(bound, named);
        }
    }
}
