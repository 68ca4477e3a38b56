using Koers.Domain.Frames;

namespace Koers.App.Agreements;

/// <summary>What the agreement in force measures and uses, by the checker of the engine and the problem that was planned.</summary>
public sealed record AgreedUse
{
    /// <summary>Which agreement.</summary>
    public required int Number { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>When it was adopted.</summary>
    public required DateTimeOffset AdoptedAt { get; init; }

    /// <summary>How many initiatives are in it.</summary>
    public required int Initiatives { get; init; }

    /// <summary>Worth of the plan, in points.</summary>
    public required double Value { get; init; }

    /// <summary>Each goal that is scored, by code.</summary>
    public required IReadOnlyList<GoalUse> Goals { get; init; }

    /// <summary>Each frame.</summary>
    public required IReadOnlyList<FrameUse> Frames { get; init; }

    /// <summary>Each budget.</summary>
    public required IReadOnlyList<BudgetUse> Budgets { get; init; }

    /// <summary>Each capacity pool.</summary>
    public required IReadOnlyList<PoolUse> Pools { get; init; }
}

/// <summary>What an agreed plan brings for one goal.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Score">Points on the goal.</param>
/// <param name="Value">Weight times the points that count.</param>
public sealed record GoalUse(string Code, double Score, double Value);

/// <summary>What one frame measures in an agreed plan.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Type">What it limits.</param>
/// <param name="Measured">Points, euros, a share from 0 to 1, a number or fte, by what it limits; of frames per quarter the highest.</param>
/// <param name="Min">Lower bound; null where there is none.</param>
/// <param name="Max">Upper bound; null where there is none.</param>
public sealed record FrameUse(string Code, FrameType Type, double Measured, double? Min, double? Max)
{
    private const double NearlyAll = 0.95;
    private const double Tolerance = 1e-6;

    /// <summary>How full it is.</summary>
    public Fullness Fullness => (Min, Max) switch
    {
        ({ } min, _) when Measured < min - Slack(min) => Fullness.TooLittle,
        (_, { } max) when Measured > max + Slack(max) => Fullness.TooMuch,
        (_, { } max) when Measured >= NearlyAll * max => Fullness.NearlyFull,
        _ => Fullness.Room,
    };

    /// <summary>What a bar of it reaches to: the highest of what is measured and its bounds.</summary>
    public double Reach => Math.Max(Measured, Math.Max(Min ?? 0, Max ?? 0));

    /// <summary>Whether it was planned with these bounds.</summary>
    /// <param name="min">Lower bound.</param>
    /// <param name="max">Upper bound.</param>
    public bool HasBounds(decimal? min, decimal? max) => Min == (double?)min && Max == (double?)max;

    private static double Slack(double limit) => Tolerance * Math.Max(1, Math.Abs(limit));
}

/// <summary>How full a frame, budget or pool is.</summary>
public enum Fullness
{
    /// <summary>It holds, and there is room.</summary>
    Room,

    /// <summary>It holds, and at least 95% of what may be is used.</summary>
    NearlyFull,

    /// <summary>More is used than may be.</summary>
    TooMuch,

    /// <summary>Less is reached than must be.</summary>
    TooLittle,
}

/// <summary>Use of one budget in an agreed plan.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">How people call it.</param>
/// <param name="CarriesOver">Whether what is left goes to the next year.</param>
/// <param name="Years">Per year.</param>
public sealed record BudgetUse(string Code, string Name, bool CarriesOver, IReadOnlyList<YearUse> Years);

/// <summary>Money in one year.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Spent">Euros, hiring included.</param>
/// <param name="Available">Euros that may be spent, with what earlier years left where that carries over.</param>
public sealed record YearUse(int Year, double Spent, double Available)
{
    /// <summary>Spent as a share of what is available; 0 where nothing is.</summary>
    public double Share => Available > 0 ? Spent / Available : 0;
}

/// <summary>Use of one capacity pool in an agreed plan.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">How people call it.</param>
/// <param name="Quarters">Per quarter.</param>
public sealed record PoolUse(string Code, string Name, IReadOnlyList<QuarterUse> Quarters)
{
    /// <summary>Mean per calendar year, as if it were one quarter.</summary>
    public IEnumerable<QuarterUse> PerYear => Quarters.GroupBy(q => q.Year)
        .Select(year => new QuarterUse(year.Key, 0, year.Average(q => q.Used), year.Average(q => q.Hired), year.Average(q => q.Available)));
}

/// <summary>People in one quarter.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Quarter">The quarter, 1 to 4.</param>
/// <param name="Used">Fte asked.</param>
/// <param name="Hired">The part of it that is hired.</param>
/// <param name="Available">Fte of the pool without hiring, less the reserve.</param>
public sealed record QuarterUse(int Year, int Quarter, double Used, double Hired, double Available)
{
    /// <summary>Used as a share of what the pool has itself; 0 where it has nothing.</summary>
    public double Share => Available > 0 ? Used / Available : 0;
}
