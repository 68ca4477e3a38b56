using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>What a repair came to.</summary>
public enum RepairStatus
{
    /// <summary>All rules can hold together.</summary>
    NothingToRepair,

    /// <summary>The rules cannot hold together, and a way out was found.</summary>
    Repaired,

    /// <summary>No way out was found in the time given.</summary>
    Unknown,
}

/// <summary>Rules that cannot hold together.</summary>
/// <param name="Rules">Their names as in the contract (<c>budget/investering</c>), in the order of the problem.</param>
/// <param name="IsIrreducible">Whether it is proven that none can be left out. Where it is not, time ran out: the rules cannot hold
/// together, and fewer of them perhaps neither.</param>
public sealed record RuleConflict(IReadOnlyList<string> Rules, bool IsIrreducible);

/// <summary>Which side of a rule gives way.</summary>
public enum LimitSide
{
    /// <summary>What there may be at most is raised.</summary>
    Max,

    /// <summary>What there must be at least is lowered.</summary>
    Min,

    /// <summary>The rule is given up as a whole: a statutory task, a relation.</summary>
    Whole,
}

/// <summary>One limit that gives way.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Side">Which side of it.</param>
/// <param name="Year">For budgets and capacities, the year (0 …) in which; else null.</param>
/// <param name="Old">The limit as it was; for a capacity the average of the year. Null where the rule is given up.</param>
/// <param name="New">The limit as it must become; null where the rule is given up.</param>
/// <param name="Amount">By how much, in the unit of the limit, more than zero; 1 where the rule is given up.</param>
/// <param name="Price">What that costs in points: amount × price per unit.</param>
public sealed record LimitChange(string Rule, LimitSide Side, int? Year, double? Old, double? New, double Amount, double Price);

/// <summary>Among which ways out a price is the least.</summary>
public enum LeastAmong
{
    /// <summary>All there are: giving up tasks and relations was compared with everything else, or there are none to give up.</summary>
    All,

    /// <summary>Those that give up no task or relation; one that does may cost less.</summary>
    WithoutGivingUp,

    /// <summary>Those that give up tasks and relations for no higher price than this one does; one that gives up more may cost less
    /// together.</summary>
    GivingUpAsLittle,

    /// <summary>Those in which this one rule gives way, and no other.</summary>
    OneRule,
}

/// <summary>A way out: limits that give way so that a plan exists.</summary>
/// <param name="Changes">What gives way; amounts are rounded up to three figures.</param>
/// <param name="Price">What the changes cost together, in points.</param>
/// <param name="Least">Proven: no way out of those in <see cref="Among"/> costs less, rounded or not. At most <paramref name="Price"/>.</param>
/// <param name="IsProvenLeast">Whether nothing but the rounding lies between the two.</param>
/// <param name="Example">Choices that keep all rules after the changes, checked without a solver.</param>
public sealed record WayOut(
    IReadOnlyList<LimitChange> Changes, double Price, double Least, bool IsProvenLeast, IReadOnlyList<Choice> Example)
{
    /// <summary>Which ways out were compared: what <see cref="Least"/> and <see cref="IsProvenLeast"/> speak of.</summary>
    public LeastAmong Among { get; init; }
}

/// <summary>What it takes if one rule alone must give way.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="IsPossible">Whether it can be done by this rule alone; null where that was not found out in time.</param>
/// <param name="WayOut">How; null where it is not possible or not known.</param>
public sealed record RuleAlternative(string Rule, bool? IsPossible, WayOut? WayOut);

/// <summary>Why the rules of a problem cannot hold together, and the cheapest way out.</summary>
/// <param name="Status">What it came to.</param>
/// <param name="IsProvenInfeasible">Whether it is proven that the rules cannot hold together.</param>
/// <param name="Conflicts">Conflicts, in the order in which they were found.</param>
/// <param name="HasAllConflicts">Whether these are all irreducible conflicts there are.</param>
/// <param name="WayOut">The cheapest way out that was found; null where none was.</param>
/// <param name="Repaired">The problem after it; null where there is none.</param>
/// <param name="Plan">A plan of the repaired problem, made in a short time and checked; null where there is none.</param>
/// <param name="Alternatives">For every rule in a conflict, what it takes if that rule alone gives way; the cheapest first.</param>
public sealed record ProblemRepair(
    RepairStatus Status,
    bool IsProvenInfeasible,
    IReadOnlyList<RuleConflict> Conflicts,
    bool HasAllConflicts,
    WayOut? WayOut,
    Problem? Repaired,
    Plan? Plan,
    IReadOnlyList<RuleAlternative> Alternatives);
