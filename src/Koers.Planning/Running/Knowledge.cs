using Koers.Planning.Bounding;
using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Reduction;
using Koers.Planning.Search;

namespace Koers.Planning.Running;

/// <summary>What a run knew at one moment.</summary>
/// <param name="IsInfeasible">Whether it was proven that no plan exists.</param>
/// <param name="Standing">The best plan and bound.</param>
/// <param name="Certificate">The tightest bound that row prices alone prove, never below the bound of <paramref name="Standing"/>; null
/// where there was none.</param>
internal readonly record struct Findings(bool IsInfeasible, Standing Standing, Certificate? Certificate);

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

    /// <summary>What is known at one moment. Read one by one, plan, bound and certificate could be of different moments, as a proving
    /// thread may still be busy when the others have ended.</summary>
    public Findings Snapshot()
    {
        // The incumbent last: it has the bound of every certificate before the certificate is here
        var (infeasible, certificate) = (_infeasible, _certificate);
        var standing = Incumbent.Snapshot();
        return new Findings(infeasible && standing.Chosen is null, standing, certificate);
    }

    public void ProveInfeasible() => _infeasible = true;

    public void Guide(double[] prices, double[]? share, double value) => _guidance = Guidance.From(Tables, prices, share, value);

    /// <summary>Selections of earlier runs to begin with, whether they keep every rule here or not; empty where nothing is known.</summary>
    public IReadOnlyList<int[]> KnownStarts { get; private set; } = [];

    /// <summary>Prices of an earlier run; null where none are known.</summary>
    public double[]? KnownPrices { get; private set; }

    /// <summary>Whether a bound is known elsewhere, so that all time is for finding a plan.</summary>
    public bool HasBound { get; private set; }

    /// <summary>Takes over what earlier runs found on nearly the same problem, as far as it holds here.</summary>
    public void Remember(Foreknowledge known)
    {
        HasBound = known.HasBound;
        KnownStarts = [.. known.Plans.Select(plan => Search.Start.Known(Tables, plan))];
        foreach (var start in KnownStarts)
            Incumbent.Offer(start);
        if (known.Prices.Count == 0)
            return;
        var prices = new double[Model.Rows.Count];
        for (var r = 0; r < prices.Length; r++)
            prices[r] = Math.Max(0.0, known.Prices.GetValueOrDefault(Model.Rows.Names[r]));
        KnownPrices = prices;
    }

    /// <summary>Where proving failed before it knew any prices, search by prices of zero: what is worth most comes first, and what it is
    /// worth all together is the bound.</summary>
    public void GuideIfNobodyDid()
    {
        if (_guidance is not null)
            return;
        var free = new double[Model.Rows.Count];
        Certify(free);
        Guide(free, null, LagrangianBound.Of(Model, free));
    }

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
