namespace Koers.App.Runs.Results;

/// <summary>How a plan holds an initiative.</summary>
/// <param name="Initiative">Its number.</param>
/// <param name="Variant">Code of the variant.</param>
/// <param name="Start">Quarter in which it starts; negative = before the first.</param>
public sealed record ChoiceAnswer(string Initiative, string Variant, int Start);

/// <summary>How a plan holds an initiative that is known already.</summary>
/// <param name="Variant">Code of the variant.</param>
/// <param name="Start">Quarter in which it starts.</param>
public sealed record HeldAnswer(string Variant, int Start);

/// <summary>An initiative that two plans hold differently.</summary>
/// <param name="Initiative">Its number.</param>
/// <param name="Before">In the first plan; null where that does not hold it.</param>
/// <param name="After">In the other plan; null where that does not hold it.</param>
public sealed record ChangeAnswer(string Initiative, HeldAnswer? Before, HeldAnswer? After);

/// <summary>From where to where.</summary>
/// <param name="Low">Least.</param>
/// <param name="High">Most.</param>
public sealed record RangeAnswer(double Low, double High);

/// <summary>Why an initiative is in a plan or not (koers-explain/1).</summary>
/// <param name="Initiative">Its number.</param>
/// <param name="Statutory">Whether every plan must hold it.</param>
/// <param name="InPlan">Whether the plan asked about holds it.</param>
/// <param name="Belongs">Whether the best plan found holds it; null where not known.</param>
/// <param name="PlanValue">What the plan asked about is worth.</param>
/// <param name="Improvement">Points by which a better plan was met.</param>
/// <param name="Difference">Value with it less value without it; null where either is missing.</param>
/// <param name="DifferenceRange">Between which points that truly lies; null where not proven.</param>
/// <param name="With">The best plan found with it.</param>
/// <param name="Without">The best plan found without it.</param>
/// <param name="Changes">What differs from the best plan on the other side.</param>
/// <param name="Bill">What it brings against what it uses; null where no prices are known.</param>
/// <param name="Relations">Relations that name it.</param>
/// <param name="TurningPoints">Single changes that were tried.</param>
/// <param name="Complete">Whether everything was tried as narrowly as asked.</param>
public sealed record ExplainAnswer(
    string Initiative, bool Statutory, bool InPlan, bool? Belongs, double PlanValue, double Improvement, double? Difference, RangeAnswer? DifferenceRange,
    SideAnswer With, SideAnswer Without, IReadOnlyList<ChangeAnswer> Changes, BillAnswer? Bill, IReadOnlyList<RelationAnswer> Relations,
    IReadOnlyList<TurningPointAnswer> TurningPoints, bool Complete);

/// <summary>The best plan found on one side.</summary>
/// <param name="Status">optimal, feasible, infeasible (proven that there is none) or unknown.</param>
/// <param name="Value">What it is worth; null where there is none.</param>
/// <param name="Bound">No plan on this side is worth more; null where not known.</param>
/// <param name="Conflict">Where there is none: rules that cannot hold together.</param>
public sealed record SideAnswer(string Status, double? Value, double? Bound, IReadOnlyList<string> Conflict);

/// <summary>What an initiative brings against what it uses, in points.</summary>
/// <param name="Brings">What it is worth by itself.</param>
/// <param name="Net">What is left after paying.</param>
/// <param name="Lines">What it pays and receives.</param>
public sealed record BillAnswer(double Brings, double Net, IReadOnlyList<BillLineAnswer> Lines);

/// <summary>What is paid for one thing that is scarce.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Row">The row, with year or quarter.</param>
/// <param name="Amount">How much of it is used.</param>
/// <param name="Price">Points per unit.</param>
/// <param name="Cost">Points; negative where it receives.</param>
public sealed record BillLineAnswer(string Rule, string Row, double Amount, double Price, double Cost);

/// <summary>A relation that names an initiative.</summary>
/// <param name="Relation">Type and id.</param>
/// <param name="Chosen">The others in it that the best plan holds.</param>
/// <param name="Missing">The others in it that it does not hold.</param>
public sealed record RelationAnswer(string Relation, IReadOnlyList<string> Chosen, IReadOnlyList<string> Missing);

/// <summary>How large one change must be to turn the answer.</summary>
/// <param name="Change">cost, contribution, effort, effortOfOne, start, budget or capacity.</param>
/// <param name="Resource">Code of the budget or pool; null where the change names none.</param>
/// <param name="Direction">up or down.</param>
/// <param name="Verdict">turns, doesNotTurn or notKnown.</param>
/// <param name="InAt">Size at which it is in; null where at no size tried.</param>
/// <param name="OutAt">Size at which it is out; null where at no size tried.</param>
/// <param name="OutProven">Whether that is proven.</param>
/// <param name="Limit">The largest size tried.</param>
/// <param name="Amount">The size as an amount; null where there is none.</param>
public sealed record TurningPointAnswer(
    string Change, string? Resource, string Direction, string Verdict, double? InAt, double? OutAt, bool OutProven, double Limit, double? Amount);

/// <summary>What one more unit of everything scarce is worth (koers-prices/1).</summary>
/// <param name="Complete">Whether everything that was to be confirmed is.</param>
/// <param name="Relief">How much more is looked at, as a share of the limit.</param>
/// <param name="Value">Worth of the best plan known.</param>
/// <param name="Bound">No plan is worth more.</param>
/// <param name="Improved">Points by which a better plan was met.</param>
/// <param name="Prices">Everything scarce, the dearest first.</param>
public sealed record PricesAnswer(bool Complete, double Relief, double? Value, double? Bound, double Improved, IReadOnlyList<PriceAnswer> Prices);

/// <summary>What more of one thing is worth.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Kind">budget, capacity, frameMax or frameMin.</param>
/// <param name="Index">Year of a budget, quarter of a pool; null for a frame.</param>
/// <param name="Limit">What there is.</param>
/// <param name="Price">Points per unit more.</param>
/// <param name="Relief">The amount more that is looked at.</param>
/// <param name="Worth">Price times relief, in points.</param>
/// <param name="Gain">What planning again found; null where not confirmed.</param>
public sealed record PriceAnswer(string Rule, string Kind, double? Index, double Limit, double Price, double Relief, double Worth, GainAnswer? Gain);

/// <summary>What planning again with more found.</summary>
/// <param name="Found">Points more.</param>
/// <param name="Least">Proven at least.</param>
/// <param name="Most">Proven at most; null where not known.</param>
public sealed record GainAnswer(double Found, double Least, double? Most);

/// <summary>What dividing the means costs (koers-silos/1).</summary>
/// <param name="By">The label that divides.</param>
/// <param name="Shares">asked, historic or equal.</param>
/// <param name="Whole">The plan of the whole.</param>
/// <param name="Outcome">The whole against the parts; null where there is nothing to compare.</param>
/// <param name="Parts">The parts.</param>
/// <param name="Initiatives">How each initiative fares.</param>
/// <param name="Means">Use of each budget and pool.</param>
public sealed record SilosAnswer(
    string By, string Shares, SideAnswer Whole, SilosOutcomeAnswer? Outcome, IReadOnlyList<SilosPartAnswer> Parts,
    IReadOnlyList<SilosInitiativeAnswer> Initiatives, IReadOnlyList<SilosMeansAnswer> Means);

/// <summary>The whole against the parts together.</summary>
/// <param name="Compared">The plan of the whole that the parts are compared with.</param>
/// <param name="Silos">The plans of the parts put together.</param>
/// <param name="Loss">What is lost.</param>
/// <param name="Goals">Value by goal.</param>
public sealed record SilosOutcomeAnswer(SideAnswer Compared, SilosValueAnswer Silos, SilosLossAnswer Loss, IReadOnlyDictionary<string, PairAnswer> Goals);

/// <summary>The plans of the parts put together.</summary>
/// <param name="Value">Worth, in points.</param>
/// <param name="Broken">Lower limits of the whole that are broken.</param>
public sealed record SilosValueAnswer(double Value, IReadOnlyList<string> Broken);

/// <summary>What is lost by dividing, in points.</summary>
/// <param name="Value">Between the two plans; null where not known.</param>
/// <param name="Reasons">By reason.</param>
/// <param name="AtLeast">Proven at least.</param>
/// <param name="AtMost">Proven at most; null where not known.</param>
public sealed record SilosLossAnswer(double? Value, IReadOnlyList<SilosReasonAnswer> Reasons, double AtLeast, double? AtMost);

/// <summary>Why initiatives of the whole are not carried by the parts.</summary>
/// <param name="Obstacle">needsOtherPart, tooLarge, collides, betterTogether or shareUsedOtherwise.</param>
/// <param name="Initiatives">How many.</param>
/// <param name="Points">What they are worth in the whole.</param>
public sealed record SilosReasonAnswer(string Obstacle, int Initiatives, double Points);

/// <summary>The same figure of the whole and of the parts together.</summary>
/// <param name="Whole">Of the whole.</param>
/// <param name="Silos">Of the parts together.</param>
public sealed record PairAnswer(double Whole, double Silos);

/// <summary>One part of the organisation.</summary>
/// <param name="Value">Value of the label; null = initiatives without it.</param>
/// <param name="Initiatives">Number of its initiatives.</param>
/// <param name="Carried">How many are carried.</param>
/// <param name="Worth">What those are worth.</param>
public sealed record SilosPartAnswer(string? Value, int Initiatives, PairAnswer Carried, PairAnswer Worth);

/// <summary>How an initiative fares.</summary>
/// <param name="Initiative">Its number.</param>
/// <param name="Part">Its part; null = without the label.</param>
/// <param name="Whole">As the whole holds it; null where it does not.</param>
/// <param name="Carried">Whether the parts carry it.</param>
/// <param name="Obstacle">Why not.</param>
public sealed record SilosInitiativeAnswer(string Initiative, string? Part, HeldAnswer? Whole, bool Carried, string Obstacle);

/// <summary>Use of a budget or pool.</summary>
/// <param name="Rule">budget/code or capacity/code.</param>
/// <param name="Available">What there is.</param>
/// <param name="Whole">Used by the whole.</param>
/// <param name="Silos">Used by the parts together.</param>
/// <param name="Stranded">Used by the whole and left by the parts.</param>
public sealed record SilosMeansAnswer(string Rule, double Available, double Whole, double Silos, double Stranded);
