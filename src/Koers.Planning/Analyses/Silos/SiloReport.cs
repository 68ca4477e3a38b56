using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>What dividing the means over parts of the organisation costs.</summary>
/// <param name="Label">The key of the label that divides.</param>
/// <param name="Division">How the means were divided.</param>
/// <param name="Whole">The plan of the whole, which keeps every rule. Where no such plan exists or none was found, its status says so and
/// nothing else is answered.</param>
/// <param name="Parts">The parts, by name, initiatives without the label last.</param>
/// <param name="Outcome">What the parts bring about together; null where there is no whole to compare it with.</param>
public sealed record SiloReport(
    string Label, MeansDivision Division, Plan Whole, IReadOnlyList<SiloPart> Parts, SiloOutcome? Outcome)
{
    /// <summary>Whether the whole and every part have a plan of their own. Where one has none, nobody knows what dividing loses: what is not
    /// planned is not worth nothing, and what the parts bring is no plan of the whole.</summary>
    public bool IsLossKnown => Outcome is not null && Whole.Value is not null && Parts.All(part => part.Plan.Value is not null);
}

/// <summary>One part of the organisation that plans for itself.</summary>
/// <param name="Value">The value of the label; null = the initiatives that do not have the label.</param>
/// <param name="Initiatives">Its initiatives, in the order of the problem.</param>
/// <param name="Budgets">Its share of each budget, 0 to 1.</param>
/// <param name="Capacities">Its share of each capacity, 0 to 1.</param>
/// <param name="Plan">Its own plan within its shares; its bound holds for its own problem. Where the status is unknown time ran out, and the
/// part brings nothing.</param>
/// <param name="Broken">Lower limits that it breaks, because they cannot be met with its shares, as conflicts name rules; for a frame over
/// several parts this is about its part of the limit.</param>
/// <param name="InWhole">How many of its initiatives the plan of the whole holds.</param>
/// <param name="InOutcome">How many of its initiatives the parts carry when their plans are put together.</param>
/// <param name="WholeValue">What its initiatives are worth in the plan of the whole; over all parts this adds up to the value of that
/// plan.</param>
/// <param name="OutcomeValue">What its initiatives are worth when the plans of the parts are put together; adds up likewise.</param>
public sealed record SiloPart(
    string? Value, IReadOnlyList<Initiative> Initiatives, IReadOnlyDictionary<BudgetId, double> Budgets,
    IReadOnlyDictionary<CapacityId, double> Capacities, Plan Plan, IReadOnlyList<string> Broken, int InWhole, int InOutcome,
    double WholeValue, double OutcomeValue);

/// <summary>The plans of the parts put together, against the plan of the whole.</summary>
/// <param name="Selected">The most valuable selection of the choices of the parts that keeps the rules of the whole.</param>
/// <param name="Broken">Lower limits of the whole that no selection of those choices met; empty where it is a plan of the whole.</param>
/// <param name="Compared">The plan that it is compared with: the plan of the whole, or, where lower limits are broken, a plan of the whole
/// that is free of the same lower limits. It is never worth less than the parts together.</param>
/// <param name="Whole">Figures of <paramref name="Compared"/>.</param>
/// <param name="Silos">Figures of <paramref name="Selected"/> in the whole problem.</param>
/// <param name="Ceiling">Proven: no plans that parts make within their shares and that break no other lower limits are worth more together;
/// null where nothing is proven.</param>
/// <param name="Fares">How each initiative fares, in the order of the problem.</param>
/// <param name="Means">What is used of each budget and then of each capacity, in the order of the problem.</param>
/// <param name="Synergies">Synergies over several parts that the whole realises and the parts do not.</param>
public sealed record SiloOutcome(
    IReadOnlyList<Choice> Selected, IReadOnlyList<string> Broken, Plan Compared, PlanFigures Whole, PlanFigures Silos, double? Ceiling,
    IReadOnlyList<SiloFare> Fares, IReadOnlyList<SiloMeans> Means, IReadOnlyList<Synergy> Synergies)
{
    /// <summary>Value lost: between the two plans, both checked. ≥ 0. It says nothing where <see cref="SiloReport.IsLossKnown"/> is
    /// false.</summary>
    public double Loss => Math.Max(0.0, Whole.Value - Silos.Value);

    /// <summary>Proven: whatever plans the parts make within their shares, at least this is lost. 0 where nothing more is proven.</summary>
    public double LeastLoss => Ceiling is { } ceiling ? Math.Clamp(Whole.Value - ceiling, 0.0, Loss) : 0.0;

    /// <summary>Proven: with these plans of the parts at most this is lost against the best plan of the whole; null where that has no
    /// bound.</summary>
    public double? MostLoss => Compared.Bound is { } bound ? Math.Max(Loss, bound - Silos.Value) : null;

    /// <summary>Where the loss comes from: what the initiatives that the whole holds and the parts do not carry are worth in the whole, by
    /// the reason why they are not carried. What is left of the loss, <see cref="OtherLoss"/>, is what the parts carry otherwise.</summary>
    public IReadOnlyList<SiloLoss> Losses => [.. Fares.Where(fare => fare.Whole is not null && !fare.IsCarried)
        .GroupBy(fare => fare.Obstacle).OrderBy(group => group.Key)
        .Select(group => new SiloLoss(group.Key, group.Count(), group.Sum(fare => fare.WholeValue)))];

    /// <summary>The rest of the loss: initiatives that both hold, in other variants or at other times, and penalties, less what the parts
    /// carry and the whole does not. Mostly below 0.</summary>
    public double OtherLoss => Whole.Value - Silos.Value - Losses.Sum(loss => loss.Points);
}

/// <summary>What is lost for one reason.</summary>
/// <param name="Obstacle">The reason.</param>
/// <param name="Count">How many initiatives the whole holds that the parts do not carry for it.</param>
/// <param name="Points">What those are worth in the plan of the whole.</param>
public sealed record SiloLoss(SiloObstacle Obstacle, int Count, double Points);

/// <summary>Why the parts do not carry an initiative.</summary>
public enum SiloObstacle
{
    /// <summary>They carry it.</summary>
    None,

    /// <summary>It needs an initiative of another part, on which its part cannot count. Only the whole can carry it.</summary>
    NeedsOtherPart,

    /// <summary>It alone, in whatever variant and from whatever start, asks more than the share of its part. Only the whole can carry it.</summary>
    TooLarge,

    /// <summary>Its part planned it, but the plans together break a rule of the whole or are worth more without it.</summary>
    Collides,

    /// <summary>The whole holds it for a synergy with an initiative of another part; its part did not plan it.</summary>
    BetterTogether,

    /// <summary>Its part could carry it, and uses its share otherwise.</summary>
    ShareUsedOtherwise,
}

/// <summary>How an initiative fares.</summary>
/// <param name="Initiative">The initiative.</param>
/// <param name="Part">Index of its part in <see cref="SiloReport.Parts"/>.</param>
/// <param name="Whole">How the plan of the whole holds it; null where it does not.</param>
/// <param name="Planned">How its part planned it; null where it did not.</param>
/// <param name="IsCarried">Whether it is still there when the plans are put together.</param>
/// <param name="Obstacle">Why it is not carried.</param>
/// <param name="Rules">The relations, means or frames in the way, as conflicts name rules; may be empty.</param>
/// <param name="WholeValue">What it is worth in the plan of the whole, penalties aside; 0 where that does not hold it.</param>
public sealed record SiloFare(
    Initiative Initiative, int Part, Choice? Whole, Choice? Planned, bool IsCarried, SiloObstacle Obstacle, IReadOnlyList<string> Rules,
    double WholeValue)
{
    /// <summary>Whether no plan of its part can hold it, whatever else the part leaves out.</summary>
    public bool IsForWholeOnly => Obstacle is SiloObstacle.NeedsOtherPart or SiloObstacle.TooLarge;
}

/// <summary>What is used of a budget or capacity, over the whole horizon.</summary>
/// <param name="Rule">What it is, as conflicts name it: <c>budget/…</c> or <c>capacity/…</c>.</param>
/// <param name="Available">What there is: money of all years; own units × periods, less the reserve.</param>
/// <param name="Whole">What the compared plan of the whole uses of it; for people without those hired.</param>
/// <param name="Silos">What the parts use of it together.</param>
/// <param name="Left">Per part, what it leaves of its share, in the order of the parts.</param>
public sealed record SiloMeans(string Rule, double Available, double Whole, double Silos, IReadOnlyList<double> Left)
{
    /// <summary>What the whole uses and the parts leave, because it lies at the wrong part; 0 where they use at least as much.</summary>
    public double Stranded => Math.Max(0.0, Whole - Silos);
}
