using Koers.App.Planning;
using Koers.App.Requests;

namespace Koers.App.Runs.Results;

/// <summary>The plan of a run as people look at it: what is done when, what it is worth and what it uses. All figures are worked out from the
/// problem of the run, without a solver. Money is in euros, people in fte, time in quarters (period 0 is the first that is planned).</summary>
public sealed record PlanPicture
{
    /// <summary>Number of the run.</summary>
    public required int Run { get; init; }

    /// <summary>Days and quarters.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>Whether it was proven that no plan keeps all rules; <see cref="Conflict"/> says which rules.</summary>
    public required bool IsImpossible { get; init; }

    /// <summary>What the plan is worth, in points; null where there is none.</summary>
    public double? Value { get; init; }

    /// <summary>No plan is worth more; null where nothing was proven.</summary>
    public double? Bound { get; init; }

    /// <summary>What the prices that go along with the plan prove by themselves, for who trusts no program; null where there are none.</summary>
    public double? CertifiedBound { get; init; }

    /// <summary>How good the plan is, in words; null where there is no plan.</summary>
    public Text? Proof { get; init; }

    /// <summary>What is done, by number.</summary>
    public IReadOnlyList<PlannedInitiative> Chosen { get; init; } = [];

    /// <summary>What is not done, by number.</summary>
    public IReadOnlyList<LeftOutInitiative> LeftOut { get; init; } = [];

    /// <summary>What waits for what, among what is done.</summary>
    public IReadOnlyList<PlanLink> Links { get; init; } = [];

    /// <summary>What each goal gets.</summary>
    public IReadOnlyList<GoalPart> Goals { get; init; } = [];

    /// <summary>Points that initiatives bring together beyond what each brings; negative where they overlap.</summary>
    public double Synergies { get; init; }

    /// <summary>Money per year.</summary>
    public IReadOnlyList<BudgetPart> Budgets { get; init; } = [];

    /// <summary>People per quarter.</summary>
    public IReadOnlyList<PoolPart> Pools { get; init; } = [];

    /// <summary>How full the frames are.</summary>
    public IReadOnlyList<FramePart> Frames { get; init; } = [];

    /// <summary>Rules that cannot hold together, none of which can be left out; empty where there is a plan.</summary>
    public IReadOnlyList<Text> Conflict { get; init; } = [];

    /// <summary>Whether there was nothing to choose: no initiative was weighed when the run was asked for.</summary>
    public bool IsOfNothing => Value is not null && Chosen.Count == 0 && LeftOut.Count == 0;

    /// <summary>Money of all years, in euros.</summary>
    public double Money => Budgets.Sum(budget => budget.Years.Sum(year => year.Spent));

    /// <summary>People of all quarters, in years of work (fte-years).</summary>
    public double People => Pools.Sum(pool => pool.Quarters.Sum(quarter => quarter.Used)) / 4;
}

/// <summary>An initiative in a plan.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">How people called it when the run was asked for.</param>
/// <param name="Department">Code of its department; empty where there is none.</param>
/// <param name="Programme">Code of its programme; empty where there is none.</param>
/// <param name="IsStatutory">Whether every plan must hold it.</param>
/// <param name="Variant">The variant chosen.</param>
/// <param name="Variants">All its variants.</param>
/// <param name="Start">Quarter in which it starts; negative where it runs already.</param>
/// <param name="Finish">First quarter of rest.</param>
/// <param name="Earliest">First quarter in which this variant may start.</param>
/// <param name="Latest">Last quarter in which this variant may start.</param>
/// <param name="Cost">Euros in the time that is planned.</param>
/// <param name="Effort">Years of work (fte-years) in the time that is planned.</param>
public sealed record PlannedInitiative(
    string Number, string Name, string Department, string Programme, bool IsStatutory, string Variant, IReadOnlyList<string> Variants, int Start, int Finish,
    int Earliest, int Latest, double Cost, double Effort)
{
    /// <summary>Whether it runs already, so that nothing can be decided about it here.</summary>
    public bool IsRunning => Start < 0;
}

/// <summary>An initiative that is not in a plan.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">How people called it when the run was asked for.</param>
/// <param name="Department">Code of its department; empty where there is none.</param>
/// <param name="Programme">Code of its programme; empty where there is none.</param>
/// <param name="Variants">All its variants.</param>
/// <param name="LeastCost">Euros of its cheapest variant.</param>
public sealed record LeftOutInitiative(
    string Number, string Name, string Department, string Programme, IReadOnlyList<string> Variants, double LeastCost);

/// <summary>One initiative that waits for another.</summary>
/// <param name="Before">Number of what comes first.</param>
/// <param name="After">Number of what waits.</param>
/// <param name="IsNeeded">Whether it needs the other, or only comes after it where both are done.</param>
public sealed record PlanLink(string Before, string After, bool IsNeeded);

/// <summary>What a plan brings to a goal.</summary>
/// <param name="Code">Code of the goal.</param>
/// <param name="Name">How people call it.</param>
/// <param name="Weight">Value of a point.</param>
/// <param name="Score">Points on the goal.</param>
/// <param name="Value">Weight times the points that count.</param>
public sealed record GoalPart(string Code, string Name, double Weight, double Score, double Value);

/// <summary>What a plan spends of a budget.</summary>
/// <param name="Code">Code of the budget.</param>
/// <param name="Name">How people call it.</param>
/// <param name="CarriesOver">Whether what is left goes to the next year.</param>
/// <param name="Years">Each year.</param>
public sealed record BudgetPart(string Code, string Name, bool CarriesOver, IReadOnlyList<BudgetYearPart> Years);

/// <summary>What a plan spends of a budget in a year.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Spent">Euros, hiring included.</param>
/// <param name="Hiring">The part of it that pays hired people.</param>
/// <param name="Available">Euros there are, with what earlier years left where that is carried over.</param>
public sealed record BudgetYearPart(int Year, double Spent, double Hiring, double Available);

/// <summary>What a plan asks of a pool of people.</summary>
/// <param name="Code">Code of the pool.</param>
/// <param name="Name">How people call it.</param>
/// <param name="Quarters">Each quarter, from the first that is planned.</param>
public sealed record PoolPart(string Code, string Name, IReadOnlyList<PoolQuarterPart> Quarters);

/// <summary>What a plan asks of a pool in a quarter.</summary>
/// <param name="Used">Fte asked.</param>
/// <param name="Hired">The part of it that is hired.</param>
/// <param name="Available">Fte there are without hiring, less what is kept free.</param>
public sealed record PoolQuarterPart(double Used, double Hired, double Available)
{
    /// <summary>How full it is, 1 = full; more where people are hired. 0 where nothing is there and nothing asked.</summary>
    public double Share => Available > 0 ? Used / Available : Used > 0 ? 2 : 0;
}

/// <summary>In what a frame is measured.</summary>
public enum FrameUnit
{
    /// <summary>A number of initiatives, points or fte.</summary>
    Number,

    /// <summary>Euros.</summary>
    Money,

    /// <summary>A share, 1 = all.</summary>
    Share,
}

/// <summary>A frame and what a plan has of it.</summary>
/// <param name="Code">Code of the frame.</param>
/// <param name="Name">How people call it.</param>
/// <param name="Measures">What it measures.</param>
/// <param name="Unit">In what.</param>
/// <param name="Measured">What the plan has.</param>
/// <param name="Min">At least; null where there is no lower limit.</param>
/// <param name="Max">At most; null where there is no upper limit.</param>
public sealed record FramePart(string Code, string Name, Text Measures, FrameUnit Unit, double Measured, double? Min, double? Max)
{
    private const double Rounding = 1e-6;

    /// <summary>Whether the plan stays within it.</summary>
    public bool IsKept => (Min is not { } min || Measured >= min - Slack(min)) && (Max is not { } max || Measured <= max + Slack(max));

    /// <summary>Whether nothing more fits.</summary>
    public bool IsFull => Max is { } max && Measured >= max - Slack(max);

    /// <summary>Whether nothing may be taken away.</summary>
    public bool IsJustMet => Min is { } min && Measured <= min + Slack(min);

    private static double Slack(double limit) => Rounding * Math.Max(1, Math.Abs(limit));
}
