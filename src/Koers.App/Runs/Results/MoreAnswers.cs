namespace Koers.App.Runs.Results;

/// <summary>What more or less means would bring (koers-frontier/1).</summary>
/// <param name="Budgets">Budgets that change.</param>
/// <param name="Capacities">Pools that change.</param>
/// <param name="Measure">money, people or factor: in what amounts are counted.</param>
/// <param name="Finished">Whether every point had its turn.</param>
/// <param name="Points">From the least to the most means.</param>
/// <param name="Steps">From each point to the next.</param>
/// <param name="Knee">Where more begins to bring less; null where there is no such point.</param>
/// <param name="Initiatives">How every initiative fares while means grow.</param>
public sealed record FrontierAnswer(
    IReadOnlyList<string> Budgets, IReadOnlyList<string> Capacities, string Measure, bool Finished, IReadOnlyList<FrontierPointAnswer> Points,
    IReadOnlyList<FrontierStepAnswer> Steps, KneeAnswer? Knee, IReadOnlyList<FrontierInitiativeAnswer> Initiatives);

/// <summary>One amount of means.</summary>
/// <param name="Factor">Factor on the means; 1 = as now.</param>
/// <param name="Amount">Means, as the measure says.</param>
/// <param name="Status">optimal, feasible, infeasible or unknown.</param>
/// <param name="Value">Worth of the plan; null where there is none.</param>
/// <param name="Bound">No plan is worth more; null where nothing is proven.</param>
/// <param name="Selected">The plan.</param>
public sealed record FrontierPointAnswer(double Factor, double Amount, string Status, double? Value, double? Bound, IReadOnlyList<ChoiceAnswer> Selected);

/// <summary>From one amount of means to the next.</summary>
/// <param name="Amount">Means that are added.</param>
/// <param name="Gain">Value that is added; null where not known.</param>
/// <param name="In">Numbers of what comes in.</param>
/// <param name="Out">Numbers of what goes out.</param>
public sealed record FrontierStepAnswer(double Amount, double? Gain, IReadOnlyList<string> In, IReadOnlyList<string> Out);

/// <summary>The point after which more means bring less.</summary>
/// <param name="Point">Number of the point, from 0.</param>
/// <param name="First">First point that could be it, given what is proven.</param>
/// <param name="Last">Last point that could be it.</param>
public sealed record KneeAnswer(int Point, int First, int Last);

/// <summary>How an initiative fares while means grow.</summary>
/// <param name="Initiative">Its number.</param>
/// <param name="Course">never, always, comesIn, goesOut or comesAndGoes.</param>
public sealed record FrontierInitiativeAnswer(string Initiative, string Course);

/// <summary>Whether a choice holds where weights, scores and costs are uncertain (koers-robust/1).</summary>
/// <param name="Status">feasible, infeasible or unknown.</param>
/// <param name="Conflict">Rules that cannot hold together.</param>
/// <param name="Method">exact or sampled.</param>
/// <param name="WeightsFrom">problem, order, spread, orderAndSpread or assumed.</param>
/// <param name="Order">Goals from the most to the least important; empty = no order.</param>
/// <param name="Weights">Lowest and highest weight by goal.</param>
/// <param name="ScoreRanges">Whether scores were uncertain.</param>
/// <param name="CostRanges">Whether costs were uncertain.</param>
/// <param name="Unplanned">Weights for which no plan was sought by themselves.</param>
/// <param name="Plans">Different plans that were compared.</param>
/// <param name="Initiatives">Core, borderline or out of sight.</param>
/// <param name="MostRobust">The safest plan; null where there is none.</param>
/// <param name="AsWeighted">The best plan at the weights as they are.</param>
/// <param name="Given">The plan that was asked about.</param>
/// <param name="Information">What is worth finding out; null where not known.</param>
/// <param name="Vectors">The weights that were tried.</param>
public sealed record RobustAnswer(
    string Status, IReadOnlyList<string> Conflict, string Method, string WeightsFrom, IReadOnlyList<string> Order,
    IReadOnlyDictionary<string, WeightAnswer> Weights, bool ScoreRanges, bool CostRanges, int Unplanned, int Plans, IReadOnlyList<CoreAnswer> Initiatives,
    RobustPlanAnswer? MostRobust, RobustPlanAnswer? AsWeighted, RobustPlanAnswer? Given, IReadOnlyList<InformationAnswer>? Information,
    IReadOnlyList<VectorAnswer> Vectors);

/// <summary>How far a weight may be off.</summary>
/// <param name="Low">Lowest.</param>
/// <param name="Problem">As it is.</param>
/// <param name="High">Highest.</param>
public sealed record WeightAnswer(double Low, double Problem, double High);

/// <summary>Whether an initiative is chosen whatever the weights.</summary>
/// <param name="Initiative">Its number.</param>
/// <param name="Kind">core, borderline or exterior.</param>
/// <param name="CoreIndex">How often it is chosen, 0 to 1.</param>
public sealed record CoreAnswer(string Initiative, string Kind, double CoreIndex);

/// <summary>How a plan fares over all weights.</summary>
/// <param name="Value">Worth at the weights as they are.</param>
/// <param name="WorstRegret">The most that it is worth less than the best plan; null where not known.</param>
/// <param name="WorstRegretShare">The same as a share.</param>
/// <param name="MeanRegret">On average.</param>
/// <param name="BestShare">How often no known plan is better.</param>
/// <param name="HoldsShare">How often it keeps every rule.</param>
/// <param name="Selected">The plan.</param>
public sealed record RobustPlanAnswer(
    double Value, double? WorstRegret, double? WorstRegretShare, double? MeanRegret, double? BestShare, double HoldsShare, IReadOnlyList<ChoiceAnswer> Selected);

/// <summary>What knowing one figure is worth.</summary>
/// <param name="Figure">weight, score or cost.</param>
/// <param name="Of">Of which goal or initiative.</param>
/// <param name="Points">Points.</param>
public sealed record InformationAnswer(string Figure, string Of, double Points);

/// <summary>Weights that were tried.</summary>
/// <param name="Value">Worth of the best plan there; null where none is known.</param>
public sealed record VectorAnswer(double? Value);

/// <summary>How likely a plan stays within its means (koers-risk/1).</summary>
/// <param name="Runs">Simulations that the figures are from.</param>
/// <param name="RunsAsked">Simulations that were asked for.</param>
/// <param name="KeepsRules">Whether the plan keeps all rules as planned.</param>
/// <param name="Assumptions">What was taken for granted.</param>
/// <param name="NothingExceeded">Chance that nothing is exceeded.</param>
/// <param name="Value">What the plan is worth over all simulations.</param>
/// <param name="Budgets">By budget.</param>
/// <param name="Capacities">By pool.</param>
/// <param name="Initiatives">By initiative.</param>
/// <param name="MoneyDrivers">What drives the excess of money.</param>
/// <param name="PeopleDrivers">What drives the excess of people.</param>
public sealed record RiskAnswer(
    int Runs, int RunsAsked, bool KeepsRules, AssumptionsAnswer Assumptions, ChanceAnswer NothingExceeded, RiskValueAnswer Value,
    IReadOnlyDictionary<string, RiskBudgetAnswer> Budgets, IReadOnlyDictionary<string, RiskPoolAnswer> Capacities,
    IReadOnlyList<RiskInitiativeAnswer> Initiatives, IReadOnlyList<DriverAnswer> MoneyDrivers, IReadOnlyList<DriverAnswer> PeopleDrivers);

/// <summary>What a simulation took for granted.</summary>
/// <param name="Ranges">Ranges assumed of every initiative; null where the register has its own.</param>
/// <param name="Correlation">Which initiatives fare alike; null = each by itself.</param>
public sealed record AssumptionsAnswer(AssumedRangesAnswer? Ranges, CorrelationAnswer? Correlation);

/// <summary>Assumed low, likely and high factors.</summary>
/// <param name="Cost">On money.</param>
/// <param name="Effort">On people.</param>
/// <param name="Duration">On time.</param>
public sealed record AssumedRangesAnswer(IReadOnlyList<double> Cost, IReadOnlyList<double> Effort, IReadOnlyList<double> Duration);

/// <summary>Which initiatives fare alike.</summary>
/// <param name="Label">The label that they share.</param>
/// <param name="Strength">How strongly, 0 to 1.</param>
public sealed record CorrelationAnswer(string Label, double Strength);

/// <summary>A chance found by simulation.</summary>
/// <param name="Probability">Share of the simulations.</param>
/// <param name="Low">Lower end of its 95% interval.</param>
/// <param name="High">Upper end.</param>
public sealed record ChanceAnswer(double Probability, double Low, double High);

/// <summary>By how much something is exceeded.</summary>
/// <param name="Chance">How likely.</param>
/// <param name="Mean">On average.</param>
/// <param name="Buffers">What to add.</param>
public sealed record ExcessAnswer(ChanceAnswer Chance, double Mean, IReadOnlyList<NeedAnswer> Buffers);

/// <summary>An amount that is enough in a share of the simulations.</summary>
/// <param name="Share">The share.</param>
/// <param name="Amount">The amount.</param>
public sealed record NeedAnswer(double Share, double Amount);

/// <summary>What a plan is worth over all simulations.</summary>
/// <param name="Planned">As planned.</param>
/// <param name="Mean">On average.</param>
/// <param name="Quantiles">At 5, 20, 50, 80 and 95%.</param>
public sealed record RiskValueAnswer(double Planned, double Mean, IReadOnlyList<NeedAnswer> Quantiles);

/// <summary>A budget over all simulations.</summary>
/// <param name="Excess">All years.</param>
/// <param name="Years">By year.</param>
public sealed record RiskBudgetAnswer(ExcessAnswer Excess, IReadOnlyList<RiskYearAnswer> Years);

/// <summary>A year of a budget.</summary>
/// <param name="Year">The year, from 0.</param>
/// <param name="Planned">What the plan spends.</param>
/// <param name="Available">What it may spend.</param>
/// <param name="ExpectedUse">What it spends on average.</param>
/// <param name="Excess">By how much that is exceeded.</param>
public sealed record RiskYearAnswer(int Year, double Planned, double Available, double ExpectedUse, ExcessAnswer Excess);

/// <summary>A pool over all simulations.</summary>
/// <param name="Excess">All quarters.</param>
/// <param name="Periods">By quarter.</param>
public sealed record RiskPoolAnswer(ExcessAnswer Excess, IReadOnlyList<RiskPeriodAnswer> Periods);

/// <summary>A quarter of a pool.</summary>
/// <param name="Period">The quarter, from 0.</param>
/// <param name="Planned">What the plan asks.</param>
/// <param name="Available">What there is.</param>
/// <param name="Excess">By how much that is exceeded.</param>
public sealed record RiskPeriodAnswer(int Period, double Planned, double Available, ExcessAnswer Excess);

/// <summary>An initiative over all simulations.</summary>
/// <param name="Initiative">Its number.</param>
/// <param name="PlannedFinish">First quarter of rest as planned.</param>
/// <param name="Late">Chance that it finishes later.</param>
/// <param name="ExpectedDelay">Quarters later, on average.</param>
public sealed record RiskInitiativeAnswer(string Initiative, int PlannedFinish, ChanceAnswer Late, double ExpectedDelay);

/// <summary>What drives an excess.</summary>
/// <param name="Initiative">Number of the initiative; null = hiring.</param>
/// <param name="Amount">What it adds, on average.</param>
/// <param name="Share">The same as a share.</param>
public sealed record DriverAnswer(string? Initiative, double Amount, double Share);

/// <summary>A plan made again after something changed (koers-replan/1).</summary>
/// <param name="Complete">Whether everything worth planning was planned.</param>
/// <param name="Freeze">Quarters at the beginning that are frozen.</param>
/// <param name="Penalties">What changes cost.</param>
/// <param name="Reference">What became of the plan held until now.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Changes">Every change with its reason.</param>
/// <param name="Curve">Value against disturbance.</param>
public sealed record ReplanAnswer(
    bool Complete, int Freeze, PenaltiesAnswer Penalties, ReplanReferenceAnswer Reference, ReplanPlanAnswer Plan, IReadOnlyList<ReplanChangeAnswer> Changes,
    IReadOnlyList<CurvePointAnswer> Curve);

/// <summary>What changes cost, in points.</summary>
/// <param name="Drop">What is dropped.</param>
/// <param name="Add">What is new.</param>
/// <param name="Shift">A quarter that a start moves.</param>
/// <param name="Variant">Another variant.</param>
public sealed record PenaltiesAnswer(PenaltyAnswer Drop, PenaltyAnswer Add, PenaltyAnswer Shift, PenaltyAnswer Variant);

/// <summary>What one change costs.</summary>
/// <param name="Points">Points.</param>
public sealed record PenaltyAnswer(double Points);

/// <summary>The plan held until now.</summary>
/// <param name="Initiatives">How many it has.</param>
/// <param name="Impossible">Choices that are no option any more.</param>
/// <param name="Broken">What it breaks.</param>
/// <param name="Value">What it is worth.</param>
/// <param name="Frozen">What stays as it is, because it is frozen or running; null in answers that do not say it.</param>
public sealed record ReplanReferenceAnswer(int Initiatives, IReadOnlyList<ChoiceAnswer> Impossible, IReadOnlyList<BrokenAnswer> Broken, double Value, IReadOnlyList<ChoiceAnswer>? Frozen = null);

/// <summary>A rule that is broken.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Row">The row, with year or quarter.</param>
public sealed record BrokenAnswer(string Rule, string Row);

/// <summary>The plan that was made again.</summary>
/// <param name="Status">optimal, feasible, infeasible or unknown.</param>
/// <param name="Value">Worth after penalties.</param>
/// <param name="Bound">No plan is worth more after penalties.</param>
/// <param name="ValueWithoutPenalty">Worth before penalties.</param>
/// <param name="Penalty">What its changes cost.</param>
/// <param name="Counts">How much changes.</param>
/// <param name="Conflict">Rules that cannot hold together.</param>
public sealed record ReplanPlanAnswer(
    string Status, double? Value, double? Bound, double? ValueWithoutPenalty, double? Penalty, CountsAnswer? Counts, IReadOnlyList<string> Conflict);

/// <summary>How much changes.</summary>
/// <param name="Changes">Initiatives that change.</param>
/// <param name="Dropped">No longer chosen.</param>
/// <param name="Added">New.</param>
/// <param name="Shifted">With another start.</param>
/// <param name="OtherVariant">In another variant.</param>
public sealed record CountsAnswer(int Changes, int Dropped, int Added, int Shifted, int OtherVariant);

/// <summary>One change with its reason.</summary>
/// <param name="Initiative">Its number.</param>
/// <param name="Before">As it was; null where it was not in.</param>
/// <param name="After">As it becomes; null where it goes out.</param>
/// <param name="Reason">noLongerPossible, forcedByRules, makesRoom or worthIt.</param>
/// <param name="Broken">What undoing it breaks.</param>
/// <param name="NetLoss">Points that undoing loses after penalties; null where it cannot be undone.</param>
public sealed record ReplanChangeAnswer(
    string Initiative, ChoiceAnswer? Before, ChoiceAnswer? After, string Reason, IReadOnlyList<BrokenAnswer> Broken, double? NetLoss);

/// <summary>One plan between little disturbance and much value.</summary>
/// <param name="Answer">Whether it is the plan that was chosen.</param>
/// <param name="Value">Worth before penalties.</param>
/// <param name="Disturbance">Its penalty.</param>
/// <param name="Counts">How much changes.</param>
public sealed record CurvePointAnswer(bool Answer, double Value, double Disturbance, CountsAnswer? Counts);

/// <summary>Plans side by side (koers-comparison/1).</summary>
/// <param name="Plans">The plans; every plan is compared with the first.</param>
public sealed record ComparisonAnswer(IReadOnlyList<ComparedPlanAnswer> Plans);

/// <summary>One plan of a comparison.</summary>
/// <param name="File">Where it is from, for example "planningsrun/12".</param>
/// <param name="KeepsRules">Whether it keeps all rules.</param>
/// <param name="Selected">Number of initiatives.</param>
/// <param name="Value">Worth, in points.</param>
/// <param name="Goals">By goal.</param>
/// <param name="Budgets">By budget.</param>
/// <param name="Capacities">By pool.</param>
/// <param name="Changes">What is different from the first plan.</param>
public sealed record ComparedPlanAnswer(
    string File, bool KeepsRules, int Selected, double Value, IReadOnlyDictionary<string, ComparedGoalAnswer> Goals,
    IReadOnlyDictionary<string, ComparedBudgetAnswer> Budgets, IReadOnlyDictionary<string, ComparedPoolAnswer> Capacities, IReadOnlyList<ChangeAnswer> Changes);

/// <summary>A goal in a compared plan.</summary>
/// <param name="Score">Points.</param>
/// <param name="Value">Weight times the points that count.</param>
public sealed record ComparedGoalAnswer(double Score, double Value);

/// <summary>A budget in a compared plan.</summary>
/// <param name="Spent">Euros by year.</param>
public sealed record ComparedBudgetAnswer(IReadOnlyList<double> Spent);

/// <summary>A pool in a compared plan.</summary>
/// <param name="Used">Fte by quarter.</param>
public sealed record ComparedPoolAnswer(IReadOnlyList<double> Used);

/// <summary>The cheapest way out of frames that cannot hold together (koers-repair/1).</summary>
/// <param name="Status">nothingToRepair, repaired or unknown.</param>
/// <param name="ProvenInfeasible">Whether it is proven that the rules cannot hold together.</param>
/// <param name="Conflicts">Conflicts.</param>
/// <param name="AllConflicts">Whether these are all there are.</param>
/// <param name="WayOut">The cheapest way out that was found.</param>
/// <param name="Alternatives">What it takes if one rule alone gives way.</param>
/// <param name="PlanValue">Value of a plan after the repair.</param>
/// <param name="PlanBound">No plan after the repair is worth more.</param>
public sealed record RepairAnswer(
    string Status, bool ProvenInfeasible, IReadOnlyList<ConflictAnswer> Conflicts, bool AllConflicts, WayOutAnswer? WayOut,
    IReadOnlyList<AlternativeAnswer> Alternatives, double? PlanValue, double? PlanBound);

/// <summary>Rules that cannot hold together.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Irreducible">Whether it is proven that none can be left out.</param>
public sealed record ConflictAnswer(IReadOnlyList<string> Rules, bool Irreducible);

/// <summary>Limits that give way.</summary>
/// <param name="Price">What they cost together, in points.</param>
/// <param name="Least">Proven: no way out costs less.</param>
/// <param name="ProvenLeast">Whether it is proven the cheapest.</param>
/// <param name="Changes">What gives way.</param>
public sealed record WayOutAnswer(double Price, double Least, bool ProvenLeast, IReadOnlyList<GivesWayAnswer> Changes);

/// <summary>One limit that gives way.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Side">max, min or whole (given up).</param>
/// <param name="Year">The year, from 0; null where there is none.</param>
/// <param name="Old">The limit as it was.</param>
/// <param name="New">The limit as it must become.</param>
/// <param name="Price">What that costs, in points.</param>
public sealed record GivesWayAnswer(string Rule, string Side, int? Year, double? Old, double? New, double Price);

/// <summary>What it takes if one rule alone gives way.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Possible">Whether it can; null where not found out.</param>
/// <param name="WayOut">How.</param>
public sealed record AlternativeAnswer(string Rule, bool? Possible, WayOutAnswer? WayOut);
