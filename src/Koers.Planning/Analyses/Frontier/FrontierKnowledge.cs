using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>What is known of every point. What is found at one point is worth something at the others: a plan keeps its value and holds
/// with more means, a bound holds with less, a proof that no plan exists holds with less, and prices prove a bound everywhere.</summary>
internal sealed class FrontierKnowledge
{
    private readonly PriceLines _lines;

    public FrontierKnowledge(Problem problem, FrontierMeans means, double[] factors)
    {
        var model = new Model(problem);
        _lines = new PriceLines(model, means.Scales(model));
        Points = [.. factors.Select(f => new Known(f, means.At(f)))];
    }

    public IReadOnlyList<Known> Points { get; }

    /// <summary>What to begin a point with: its own plan, those of its nearest planned neighbours, and the best prices.</summary>
    public Foreknowledge For(int point)
    {
        var plans = new List<IReadOnlyList<Choice>>();
        void Add(Known? known)
        {
            if (known is { Selected: { } selected } && !plans.Contains(selected))
                plans.Add(selected);
        }

        Add(Points[point]);
        Add(Points.Skip(point + 1).FirstOrDefault(p => p.IsPlanned));
        Add(Points.Take(point).LastOrDefault(p => p.IsPlanned));
        return new Foreknowledge(plans, _lines.At(Points[point].Factor)?.Prices ?? Foreknowledge.None.Prices);
    }

    public void Learn(int point, Plan plan)
    {
        var known = Points[point];
        known.IsPlanned = true;
        if (plan.Status == PlanStatus.Infeasible)
            (known.IsInfeasible, known.Conflict) = (true, plan.Conflict);
        if (plan.Bound is { } bound)
            known.Bound = Math.Min(known.Bound, bound);
        if (plan.Certificate is { } certificate)
            _lines.Add(certificate);
        if (plan.Value is { } value && !(known.Value >= value))
            (known.Selected, known.Value) = (plan.Selected, value);
    }

    /// <summary>Hands on what each point knows to the others, as far as it holds there.</summary>
    public void Sweep()
    {
        for (var k = 1; k < Points.Count; k++)
            Offer(Points[k - 1], Points[k]);
        // What a plan leaves unspent may not be needed
        for (var k = Points.Count - 2; k >= 0; k--)
            Offer(Points[k + 1], Points[k]);
        for (var k = Points.Count - 1; k >= 0; k--)
        {
            var (known, wider) = (Points[k], k + 1 < Points.Count ? Points[k + 1] : null);
            known.Bound = Math.Min(known.Bound, Math.Min(wider?.Bound ?? known.Bound, _lines.At(known.Factor)?.Bound ?? known.Bound));
            if (wider is { IsInfeasible: true } && !known.IsInfeasible)
                (known.IsInfeasible, known.Conflict) = (true, wider.Conflict);
        }
    }

    public Plan PlanAt(int point, double gap)
    {
        var known = Points[point];
        // A plan that the checker accepted always wins: solvers keep rows more strictly than the contract does
        if (known.Selected is null)
            return new Plan(
                known.IsInfeasible ? PlanStatus.Infeasible : PlanStatus.Unknown, [], null,
                known.IsInfeasible || !double.IsFinite(known.Bound) ? null : known.Bound,
                known.IsInfeasible ? null : _lines.At(known.Factor), known.Conflict, 0, Planner.EngineName);
        var bound = double.IsFinite(known.Bound) ? Math.Max(known.Bound, known.Value!.Value) : (double?)null;
        var plan = new Plan(
            PlanStatus.Feasible, known.Selected, known.Value, bound, _lines.At(known.Factor), [], 0, Planner.EngineName);
        return plan.Gap <= gap ? plan with { Status = PlanStatus.Optimal } : plan;
    }

    private static void Offer(Known from, Known to)
    {
        if (from.Selected is not { } selected || to.Value >= from.Value)
            return;
        var claim = new Plan(PlanStatus.Feasible, selected, from.Value, null, null, [], 0, Planner.EngineName);
        if (!ReferenceEquals(to.Refused, selected) && Evaluator.Check(to.Problem, claim).Holds)
            (to.Selected, to.Value) = (selected, from.Value);
        else
            to.Refused = selected;
    }

    /// <summary>What is known of one point.</summary>
    internal sealed class Known(double factor, Problem problem)
    {
        public double Factor { get; } = factor;
        public Problem Problem { get; } = problem;
        public IReadOnlyList<Choice>? Selected { get; set; }
        public double? Value { get; set; }
        public double Bound { get; set; } = double.PositiveInfinity;
        public bool IsInfeasible { get; set; }
        public IReadOnlyList<string> Conflict { get; set; } = [];
        public bool IsPlanned { get; set; }

        /// <summary>How often it was planned.</summary>
        public int Visits { get; set; }

        /// <summary>The plan of a neighbour that broke a rule here when last tried.</summary>
        public IReadOnlyList<Choice>? Refused { get; set; }

        public double? Gap => Value is { } value ? (Bound - value) / Math.Max(1e-9, Math.Abs(value)) : null;
    }
}
