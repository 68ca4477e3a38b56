namespace Koers.Planning.Problems;

/// <summary>
/// What a municipality could do and the frames within which it must choose: one <c>koers-problem/1</c> file in memory.
/// A problem read by <see cref="Formats.ProblemReader"/> has no errors; one made by hand is checked by
/// <see cref="Formats.ProblemValidator"/> before it is planned.
/// </summary>
/// <param name="Name">How people call it.</param>
/// <param name="Horizon">The periods over which is planned.</param>
/// <param name="Value">How effects in time add up to value.</param>
/// <param name="Goals">Strategic goals with their weights; at least one.</param>
/// <param name="Budgets">Money, per year.</param>
/// <param name="Capacities">People, per period.</param>
/// <param name="Initiatives">What may be chosen.</param>
/// <param name="Relations">What initiatives mean for each other.</param>
/// <param name="Frames">Limits and lower bounds that the executive set.</param>
/// <param name="Reference">An earlier plan from which to depart no more than it is worth; null where there is none.</param>
public sealed record Problem(
    string Name,
    Horizon Horizon,
    ValueSettings Value,
    IReadOnlyList<Goal> Goals,
    IReadOnlyList<Budget> Budgets,
    IReadOnlyList<Capacity> Capacities,
    IReadOnlyList<Initiative> Initiatives,
    IReadOnlyList<Relation> Relations,
    IReadOnlyList<Frame> Frames,
    ReferencePlan? Reference)
{
    /// <summary>What only the analyses use; planning ignores it.</summary>
    public AnalysisInput Analysis { get; init; } = AnalysisInput.None;
}

/// <summary>The periods over which is planned: 0 … <paramref name="Periods"/> - 1.</summary>
/// <param name="Start">First day of period 0.</param>
/// <param name="Periods">Number of periods T, at least 1.</param>
/// <param name="PeriodsPerYear">Periods in one year, at least 1 (4 = quarters).</param>
public sealed record Horizon(DateOnly Start, int Periods, int PeriodsPerYear)
{
    /// <summary>Number of years, the last one possibly cut short: ⌈T / periodsPerYear⌉.</summary>
    public int Years => ((Periods - 1) / PeriodsPerYear) + 1;

    /// <summary>The year (0 …) in which a period lies.</summary>
    public int YearOf(int period) => period / PeriodsPerYear;
}

/// <summary>How effects in time add up to value.</summary>
/// <param name="DiscountPerYear">δ, a fraction per year, greater than -1; 0.0225 is 2.25% a year. Default 0.</param>
/// <param name="TailPeriods">Periods after the horizon over which effects still count; default 0.</param>
/// <param name="Normalise">Whether scores are divided by the sum of the period weights, so that an effect of one point during the
/// whole window scores one; default true.</param>
public sealed record ValueSettings(double DiscountPerYear, int TailPeriods, bool Normalise);

/// <summary>A strategic goal.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">How people call it.</param>
/// <param name="Weight">Value of one point, ≥ 0.</param>
/// <param name="Cap">Score above which nothing more counts; null where there is no cap.</param>
public sealed record Goal(GoalId Id, string Name, double Weight, double? Cap);

/// <summary>Money that may be spent, per year.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">How people call it.</param>
/// <param name="PerYear">Money per year, in the unit of the file, one value per year of the horizon.</param>
/// <param name="CarryOver">Whether what is left at the end of a year goes to the next year.</param>
public sealed record Budget(BudgetId Id, string Name, IReadOnlyList<double> PerYear, bool CarryOver);

/// <summary>People of one kind, per period.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">How people call it.</param>
/// <param name="PerPeriod">Units (for example fte) per period, one value per period of the horizon.</param>
/// <param name="Reserve">Share that is kept free, 0 to 1.</param>
/// <param name="Hire">On which terms more can be hired; null where it cannot.</param>
public sealed record Capacity(CapacityId Id, string Name, IReadOnlyList<double> PerPeriod, double Reserve, Hire? Hire)
{
    /// <summary>What may be planned in a period without hiring: the capacity less the share kept free.</summary>
    public double Available(int period) => PerPeriod[period] * (1 - Reserve);
}

/// <summary>Hiring of a capacity.</summary>
/// <param name="MaxPerPeriod">Most units that can be hired in one period, ≥ 0.</param>
/// <param name="Price">Money per unit per period, ≥ 0.</param>
/// <param name="Budget">The budget that pays.</param>
public sealed record Hire(double MaxPerPeriod, double Price, BudgetId Budget);

/// <summary>A proposed or running activity.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">How people call it.</param>
/// <param name="Labels">Free keys and values (department, programme, area, kind) that frames select on.</param>
/// <param name="Mandatory">Whether it must be done, in some variant (a statutory task, for example).</param>
/// <param name="Variants">The ways to do it, at least one.</param>
public sealed record Initiative(
    InitiativeId Id, string Name, IReadOnlyDictionary<string, string> Labels, bool Mandatory, IReadOnlyList<Variant> Variants);

/// <summary>One way to do an initiative. It may start in every period from <paramref name="EarliestStart"/> to
/// <paramref name="LatestStart"/>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Duration">Periods from start to finish, ≥ 1.</param>
/// <param name="EarliestStart">First period in which it may start; negative = already running.</param>
/// <param name="LatestStart">Last period in which it may start, at most T - duration.</param>
/// <param name="Spend">Money per period from the start, per budget; at most <paramref name="Duration"/> values each.</param>
/// <param name="SpendAfter">Money in each period from the finish to the end of the horizon, per budget.</param>
/// <param name="Effort">Units of a capacity per period from the start; at most <paramref name="Duration"/> values each.</param>
/// <param name="Contribution">Points on each goal when in full effect; may be negative.</param>
/// <param name="Success">Probability that the effect comes about, 0 to 1.</param>
/// <param name="Effect">How the effect comes about in time.</param>
public sealed record Variant(
    VariantId Id,
    int Duration,
    int EarliestStart,
    int LatestStart,
    IReadOnlyDictionary<BudgetId, IReadOnlyList<double>> Spend,
    IReadOnlyDictionary<BudgetId, double> SpendAfter,
    IReadOnlyDictionary<CapacityId, IReadOnlyList<double>> Effort,
    IReadOnlyDictionary<GoalId, double> Contribution,
    double Success,
    Effect Effect);

/// <summary>How much of a contribution is felt in each period.</summary>
/// <param name="Profile">Share per period from the start.</param>
/// <param name="After">Share in every period after the profile.</param>
public sealed record Effect(IReadOnlyList<double> Profile, double After)
{
    /// <summary>φ(k): the share of the contribution that is felt k periods after the start.</summary>
    public double ShareAt(int periodsAfterStart) => periodsAfterStart < Profile.Count ? Profile[periodsAfterStart] : After;
}

/// <summary>One initiative as a plan holds it: in which variant, starting when.</summary>
/// <param name="Initiative">The initiative.</param>
/// <param name="Variant">The variant chosen.</param>
/// <param name="Start">The period in which it starts; negative = it already ran before period 0.</param>
public sealed record Choice(InitiativeId Initiative, VariantId Variant, int Start);

/// <summary>An earlier plan, and what departing from it costs, in points of value.</summary>
/// <param name="Plan">The plan held until now.</param>
/// <param name="DropPenalty">Per initiative of that plan which is not chosen, ≥ 0.</param>
/// <param name="AddPenalty">Per chosen initiative that was not in that plan, ≥ 0.</param>
/// <param name="ShiftPenalty">Per period by which a start moves, ≥ 0.</param>
/// <param name="VariantPenalty">Per initiative that changes variant, ≥ 0.</param>
public sealed record ReferencePlan(
    IReadOnlyList<Choice> Plan, double DropPenalty, double AddPenalty, double ShiftPenalty, double VariantPenalty);
