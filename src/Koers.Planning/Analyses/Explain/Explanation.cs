using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>Why an initiative is in a plan or not: the best plan found with it beside the best plan found without it, and the smallest
/// changes that would turn that. Every plan in it has been checked without a solver against the problem that it is for.</summary>
/// <param name="Initiative">The initiative asked about.</param>
/// <param name="Asked">What the plan that was asked about chooses.</param>
/// <param name="PlanValue">What that plan is worth, worked out afresh, in points.</param>
/// <param name="With">The best plan found that holds it. Its bound holds for every plan that does. Status infeasible: proven that no plan
/// can hold it, and <see cref="Plan.Conflict"/> says why, with <c>mandatory/&lt;initiative&gt;</c> standing for taking it in.</param>
/// <param name="Without">The best plan found that leaves it out, as if no law asked for it. Its bound holds for every plan that does. Status
/// infeasible: proven that no plan can do without it.</param>
/// <param name="Option">The option in which the initiative is looked at, for the bill and for what more means would do: as
/// the best plan with it held it when changes were tried, else the one that keeps most at the prices known; null where it has no option.</param>
/// <param name="Changes">What is different in the plan of the other side: what pushes out, moves or takes the place of what. From
/// <see cref="Best"/> to <see cref="Counter"/>; empty where one of the two does not exist.</param>
/// <param name="Bill">What it brings against what it uses, at the prices of the certificate; null where no prices are known or no plan
/// holds it.</param>
/// <param name="Relations">The relations that name it, in the order of the problem.</param>
/// <param name="TurningPoints">The single changes that were tried, the smallest that turns the answer first, then those that cannot, then
/// those not answered in time. Empty where it is out and could as well be in: then it is in without any change.</param>
/// <param name="IsComplete">Whether everything was tried as narrowly as was asked; false where time ran out or somebody stopped.</param>
public sealed record Explanation(
    Initiative Initiative,
    IReadOnlyList<Choice> Asked,
    double PlanValue,
    Plan With,
    Plan Without,
    Choice? Option,
    IReadOnlyList<PlanChange> Changes,
    Bill? Bill,
    IReadOnlyList<RelationStanding> Relations,
    IReadOnlyList<TurningPoint> TurningPoints,
    bool IsComplete)
{
    /// <summary>Whether the plan that was asked about holds it.</summary>
    public bool IsInPlan => Asked.Any(choice => choice.Initiative == Initiative.Id);

    /// <summary>Explains why an initiative is in a plan or not, by solving: the best plan with it and the best without it, with the same effort
    /// and both beginning with the plan, and then, as far as time allows, nearly the same problem again and again with one figure changed.</summary>
    /// <param name="problem">The problem, faultless.</param>
    /// <param name="plan">The plan asked about; it keeps the rules. Its value and its bound are not believed; the prices of its certificate
    /// prove what they prove.</param>
    /// <param name="initiative">The initiative asked about.</param>
    /// <param name="settings">How far and how narrowly changes are tried; null = defaults.</param>
    /// <param name="options">How long and how hard to search; null = defaults, with 5 s.</param>
    /// <param name="progress">Told how many problems are planned, from any thread; null = nobody.</param>
    /// <param name="cancellationToken">Stops: what is known by then is the answer, and <see cref="IsComplete"/> is false.</param>
    /// <exception cref="ArgumentException">The initiative is not in the problem; the plan has a choice that is no option of the problem, an
    /// initiative twice, or breaks a rule.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting or the time limit is out of its range.</exception>
    public static Explanation Of(
        Problem problem, Plan plan, InitiativeId initiative, ExplainSettings? settings = null, AnalysisOptions? options = null,
        IProgress<AnalysisProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var asked = settings ?? new ExplainSettings();
        asked.ThrowIfUnusable(nameof(settings));
        var chosen = options ?? new AnalysisOptions { TimeLimit = TimeSpan.FromSeconds(5) };
        if (chosen.TimeLimit <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(options), chosen.TimeLimit, "The time limit must be more than zero.");
        var about = problem.Initiatives.FirstOrDefault(i => i.Id == initiative)
            ?? throw new ArgumentException($"The problem has no initiative {initiative}.", nameof(initiative));
        var report = Evaluator.Check(problem, plan with { Certificate = null, Status = PlanStatus.Feasible });
        if (report.Value is null)
            throw new ArgumentException(string.Join(" ", report.Faults), nameof(plan));
        if (report.Violations.Count > 0)
            throw new ArgumentException($"The plan breaks {report.Violations[0].Rule}.", nameof(plan));
        return new ExplainRun(problem, plan, about, asked, chosen, progress, cancellationToken).Run();
    }

    /// <summary>Whether the best plan found holds it. The other way than <see cref="IsInPlan"/> where the plan asked about can be improved by
    /// taking it in or leaving it out. Where both are worth the same it stays as it is in the plan. A statutory task belongs in, whatever it
    /// brings. Null where neither side is known.</summary>
    public bool? Belongs => (With.Value, Without.Value) switch
    {
        ({ }, _) when Initiative.Mandatory => true,
        ({ } with, { } without) => Tie.Is(with, without) ? IsInPlan : with > without,
        ({ }, null) => true,
        (null, { }) => false,
        _ => null,
    };

    /// <summary>The best plan found: the plan asked about, or a better one.</summary>
    public Plan Best => Belongs == true ? With : Without;

    /// <summary>The best plan found on the other side: without it where it belongs in, with it where it does not.</summary>
    public Plan Counter => Belongs == true ? Without : With;

    /// <summary>Points by which the best plan found is worth more than the plan asked about; 0 where nothing better was found.</summary>
    public double Improvement => Best.Value is { } best && !Tie.Is(best, PlanValue) ? Math.Max(0.0, best - PlanValue) : 0.0;

    /// <summary>Points by which the best plan found with it is worth more than the best found without it; negative = less. Null where
    /// either does not exist or was not found.</summary>
    public double? Difference => With.Value - Without.Value;

    /// <summary>Between which points the difference of the true optima, with it less without it, is proven to lie:
    /// from (value with - bound without) to (bound with - value without). Null where a plan or a bound is missing.</summary>
    public Interval? DifferenceRange =>
        With is { Value: { } valueWith, Bound: { } boundWith } && Without is { Value: { } valueWithout, Bound: { } boundWithout }
            ? new Interval(valueWith - boundWithout, boundWith - valueWithout)
            : null;
}

/// <summary>What an option brings against what it uses, at the prices of a certificate.</summary>
/// <param name="Option">The option that is looked at.</param>
/// <param name="Brings">What it is worth by itself: weight × score over the goals without a cap, less penalties; in points.</param>
/// <param name="Lines">What it pays and receives per row, the dearest first; prices of 0 are left out.</param>
public sealed record Bill(Choice Option, double Brings, IReadOnlyList<BillLine> Lines)
{
    /// <summary>What is left after paying: the reduced value. Below zero the relaxation does not choose it.</summary>
    public double Net => Brings - Lines.Sum(line => line.Cost);
}

/// <summary>What an option pays on one row of the reference formulation.</summary>
/// <param name="Rule">The rule, as conflicts name it.</param>
/// <param name="Row">The row, for example <c>budget/investering/2</c>.</param>
/// <param name="Amount">How much of it the option uses, in the unit of the row; negative where it helps to keep the row.</param>
/// <param name="Price">Points per unit, more than 0.</param>
public sealed record BillLine(string Rule, string Row, double Amount, double Price)
{
    /// <summary>Points; negative where it receives.</summary>
    public double Cost => Amount * Price;
}

/// <summary>A relation that names the initiative.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="Chosen">The other initiatives that it names and that the best plan found holds.</param>
/// <param name="Missing">The other initiatives that it names and that the best plan found does not hold.</param>
public sealed record RelationStanding(Relation Relation, IReadOnlyList<InitiativeId> Chosen, IReadOnlyList<InitiativeId> Missing);

/// <summary>When two values count as equal.</summary>
internal static class Tie
{
    public static bool Is(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1.0, Math.Max(Math.Abs(a), Math.Abs(b)));

    public static bool AtLeast(double a, double b) => a >= b || Is(a, b);
}
