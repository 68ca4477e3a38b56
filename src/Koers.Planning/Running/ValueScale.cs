using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;

namespace Koers.Planning.Running;

/// <summary>
/// Measures value in larger units where that of the problem is very small: solvers and search take what differs by less than about a
/// billionth of a point for equal, and would then prove what is not true. Units are powers of two, so that nothing is rounded.
/// </summary>
/// <param name="Exponent">Values are multiplied by 2 to this power; 0 = left as they are.</param>
internal readonly record struct ValueScale(int Exponent)
{
    /// <summary>A problem in which some single thing is worth this many points or more is left as it is.</summary>
    private const double Smallest = 1e-3;

    // Beyond it a double has no room
    private const int Most = 1000;

    /// <summary>The scale that suits a problem.</summary>
    public static ValueScale For(Problem problem)
    {
        var weights = problem.Goals.ToDictionary(goal => goal.Id, goal => goal.Weight);
        var largest = problem.Initiatives.SelectMany(i => i.Variants).SelectMany(v => v.Contribution)
            .Select(c => Math.Abs(c.Value) * weights[c.Key])
            .Concat(problem.Relations.OfType<Synergy>().Select(synergy => Math.Abs(synergy.Value)))
            .Concat(problem.Reference is { } r ? [r.DropPenalty, r.AddPenalty, r.ShiftPenalty, r.VariantPenalty] : [])
            .DefaultIfEmpty().Max();
        return new ValueScale(largest is > 0 and < Smallest ? Math.Min(Most, -Math.ILogB(largest)) : 0);
    }

    public bool IsNeeded => Exponent != 0;

    /// <summary>The problem in larger units.</summary>
    public Problem Of(Problem problem)
    {
        var scale = this;
        return problem with
        {
            Goals = [.. problem.Goals.Select(goal => goal with { Weight = scale.Up(goal.Weight) })],
            Relations = [.. problem.Relations.Select(r => r is Synergy synergy ? synergy with { Value = scale.Up(synergy.Value) } : r)],
            Reference = problem.Reference is { } reference
                ? reference with
                {
                    DropPenalty = Up(reference.DropPenalty),
                    AddPenalty = Up(reference.AddPenalty),
                    ShiftPenalty = Up(reference.ShiftPenalty),
                    VariantPenalty = Up(reference.VariantPenalty),
                }
                : null,
        };
    }

    public Foreknowledge? Of(Foreknowledge? known)
    {
        var scale = this;
        return known is null ? null : known with { Prices = known.Prices.ToDictionary(p => p.Key, p => scale.Up(p.Value), StringComparer.Ordinal) };
    }

    /// <summary>A plan in the units of the problem.</summary>
    public Plan Back(Plan plan)
    {
        var scale = this;
        return plan with
        {
            Value = Down(plan.Value),
            Bound = Down(plan.Bound),
            Certificate = plan.Certificate is { } given
                ? new Certificate(
                    scale.Down(given.Bound)!.Value,
                    given.Prices.ToDictionary(p => p.Key, p => scale.Down(p.Value)!.Value, StringComparer.Ordinal))
                : null,
        };
    }

    /// <summary>Tells somebody how far it is, in the units of the problem.</summary>
    public IProgress<PlanningProgress>? Back(IProgress<PlanningProgress>? progress) => progress is null ? null : new Telling(this, progress);

    private double Up(double value) => Math.ScaleB(value, Exponent);

    private double? Down(double? value) => value is { } known ? Math.ScaleB(known, -Exponent) : null;

    private sealed class Telling(ValueScale scale, IProgress<PlanningProgress> progress) : IProgress<PlanningProgress>
    {
        public void Report(PlanningProgress value) => progress.Report(
            value with
            {
                Value = scale.Down(value.Value),
                Bound = scale.Down(value.Bound),
                Plan = value.Plan is { } plan ? scale.Back(plan) : null,
            });
    }
}
