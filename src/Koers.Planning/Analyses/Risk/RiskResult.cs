using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>A probability found by simulation, and how well it is known.</summary>
/// <param name="Probability">Share of the runs in which it happened, 0 to 1.</param>
/// <param name="StandardError">√(p (1 - p) / runs); null from a single run, which tells nothing of it.</param>
/// <param name="Low">Lower end of its 95% confidence interval (E. Wilson 1927, <i>Journal of the American Statistical Association</i>
/// 22), which also where p is 0 or 1 is not empty.</param>
/// <param name="High">Upper end of that interval.</param>
public sealed record Chance(double Probability, double? StandardError, double Low, double High);

/// <summary>How much is enough in a given share of the runs: a quantile.</summary>
/// <param name="Share">The share of the runs, for example 0.8.</param>
/// <param name="Amount">The least amount that was enough in that share of the runs.</param>
/// <param name="Low">Lower end of its 95% confidence interval, from order statistics: whatever the distribution. Null where there are too few
/// runs for that end.</param>
/// <param name="High">Upper end of that interval; null likewise.</param>
public sealed record Need(double Share, double Amount, double? Low, double? High);

/// <summary>By how much something was exceeded, over all runs.</summary>
/// <param name="Chance">Chance that it is exceeded at all.</param>
/// <param name="Expected">Mean excess over all runs, 0 where it was not exceeded; money, or units.</param>
/// <param name="StandardError">Standard error of that mean; null from a single run.</param>
/// <param name="Buffers">What must be added so that it is not exceeded in 80% and 95% of the runs, in that order. Empty where too few runs
/// could be kept to tell (<see cref="RiskResult.RunsKept"/> below 20).</param>
public sealed record Excess(Chance Chance, double Expected, double? StandardError, IReadOnlyList<Need> Buffers);

/// <summary>Risk of one year of a budget, or one period of a capacity.</summary>
/// <param name="Index">The year or period, from 0.</param>
/// <param name="Planned">What the plan uses of it, hiring included.</param>
/// <param name="Available">What it can use at most: of a budget the year's money and, with carry-over, what the plan left of earlier
/// years; of a capacity the units less the reserve, and what can be hired.</param>
/// <param name="ExpectedUse">Mean use over all runs.</param>
/// <param name="Excess">By how much it is exceeded. With carry-over a year is exceeded when all money spent up to and including it is more
/// than all money given until then.</param>
public sealed record SliceRisk(int Index, double Planned, double Available, double ExpectedUse, Excess Excess);

/// <summary>Risk of one budget.</summary>
/// <param name="Budget">The budget.</param>
/// <param name="Years">Its years.</param>
/// <param name="Total">All years together: the least extra money with which no year is exceeded. Without carry-over the sum of the years'
/// excesses; with it the largest of them, because money added in the first year serves every later one.</param>
/// <param name="Postponed">Mean money that slipping work spends after the horizon instead of within it: it is in no year's figures.</param>
public sealed record BudgetRisk(Budget Budget, IReadOnlyList<SliceRisk> Years, Excess Total, double Postponed);

/// <summary>Risk of one capacity.</summary>
/// <param name="Capacity">The capacity.</param>
/// <param name="Periods">Its periods.</param>
/// <param name="Total">All periods together: the sum of their excesses, in unit-periods.</param>
public sealed record CapacityRisk(Capacity Capacity, IReadOnlyList<SliceRisk> Periods, Excess Total);

/// <summary>What one initiative of the plan does to it.</summary>
/// <param name="Initiative">The initiative.</param>
/// <param name="Choice">How the plan holds it.</param>
/// <param name="PlannedFinish">First period of rest according to the plan.</param>
/// <param name="Late">Chance that it finishes later than planned, by itself or because it must wait.</param>
/// <param name="StartsLate">Chance that it starts later than planned, because it waits for what it depends on.</param>
/// <param name="ExpectedDelay">Mean number of periods by which it finishes later, over all runs; earlier counts as negative.</param>
/// <param name="FinishWhenLate">Mean finish over the runs in which it is late; null where it never is.</param>
/// <param name="Money">By budget: what it adds to the excess of that budget; see <see cref="PlanRisk"/>.</param>
/// <param name="People">By capacity: what it adds to the excess of that capacity.</param>
public sealed record InitiativeRisk(
    Initiative Initiative, Choice Choice, int PlannedFinish, Chance Late, Chance StartsLate, double ExpectedDelay, double? FinishWhenLate,
    IReadOnlyDictionary<BudgetId, double> Money, IReadOnlyDictionary<CapacityId, double> People);

/// <summary>One of the causes of excess.</summary>
/// <param name="Initiative">The initiative; null = hiring, which is dearer when people fall short.</param>
/// <param name="Amount">What it adds, mean over all runs: money, or unit-periods. Negative = it relieves.</param>
/// <param name="Share">That amount as a share of all causes together.</param>
public sealed record Driver(Initiative? Initiative, double Amount, double Share);

/// <summary>What a plan is worth, over all runs.</summary>
/// <param name="Planned">What it is worth as planned, by <see cref="Checking.Evaluator"/>.</param>
/// <param name="Mean">Mean over all runs.</param>
/// <param name="StandardError">Standard error of that mean; null from a single run.</param>
/// <param name="Deviation">Standard deviation of one run; null from a single run.</param>
/// <param name="Quantiles">The value that it reaches at most in 5, 20, 50, 80 and 95% of the runs.</param>
/// <param name="Histogram">Runs in each of ten equal steps from <paramref name="Least"/> to <paramref name="Most"/>; one step where these
/// are equal.</param>
/// <param name="Least">Lowest value of all runs.</param>
/// <param name="Most">Highest value of all runs.</param>
public sealed record ValueRisk(
    double Planned, double Mean, double? StandardError, double? Deviation, IReadOnlyList<Need> Quantiles, IReadOnlyList<int> Histogram,
    double Least, double Most);

/// <summary>What the simulation took for granted.</summary>
/// <param name="RangesAssumed">The ranges of every initiative, because the problem gives none; null where the problem gives any.</param>
/// <param name="Correlation">Which initiatives' fortunes go together; null = each stands alone.</param>
/// <param name="CorrelationAssumed">Whether that is assumed, because neither the problem nor the settings say it.</param>
public sealed record RiskAssumptions(Ranges? RangesAssumed, Correlation? Correlation, bool CorrelationAssumed);

/// <summary>How likely a plan stays within its means.</summary>
/// <param name="Runs">Runs that all figures are from. Fewer than asked where time ran out or somebody stopped; they are then the same runs
/// with which a simulation of so many runs would have begun and ended.</param>
/// <param name="RunsAsked">Runs that were asked for.</param>
/// <param name="RunsKept">Runs that the buffers are from: all, except for so many runs, years and periods that memory would not hold
/// them.</param>
/// <param name="Seed">The seed; with the same seed, problem and plan come the same figures, on any number of threads.</param>
/// <param name="Assumptions">What was taken for granted.</param>
/// <param name="NothingExceeded">Chance that no year of any budget and no period of any capacity is exceeded.</param>
/// <param name="Value">What the plan is worth.</param>
/// <param name="Budgets">Per budget, in the order of the problem.</param>
/// <param name="Capacities">Per capacity, in the order of the problem.</param>
/// <param name="Initiatives">Per initiative of the plan, in the order of the problem.</param>
/// <param name="MoneyDrivers">What drives the excess of all budgets together, the most first; empty where nothing is exceeded.</param>
/// <param name="PeopleDrivers">What drives the excess of all capacities together, the most first; empty where nothing is
/// exceeded.</param>
public sealed record RiskResult(
    int Runs,
    int RunsAsked,
    int RunsKept,
    int Seed,
    RiskAssumptions Assumptions,
    Chance NothingExceeded,
    ValueRisk Value,
    IReadOnlyList<BudgetRisk> Budgets,
    IReadOnlyList<CapacityRisk> Capacities,
    IReadOnlyList<InitiativeRisk> Initiatives,
    IReadOnlyList<Driver> MoneyDrivers,
    IReadOnlyList<Driver> PeopleDrivers);
