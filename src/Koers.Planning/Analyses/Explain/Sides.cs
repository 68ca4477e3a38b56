using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>The best plans found with and without the initiative, of the problem as it is.</summary>
internal sealed class Sides
{
    private readonly InitiativeId _id;
    private readonly IReadOnlyList<Choice> _plan;
    private readonly bool _isStatutory;
    private readonly TrialProblem _forced;
    private readonly TrialProblem _leftOut;

    public Sides(Problem problem, Plan plan, InitiativeId id)
    {
        (_id, _plan) = (id, plan.Selected);
        _isStatutory = problem.Initiatives.Any(i => i.Id == id && i.Mandatory);
        _forced = new TrialProblem(Variation.Forced(problem, id));
        _leftOut = new TrialProblem(Variation.LeftOut(problem, id));
        // A certificate from a file may hold anything
        Prices = plan.Certificate?.Prices.Where(p => p.Value > 0 && double.IsFinite(p.Value))
            .ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal) ?? [];
        (With, Without) = (Nothing, Nothing);
    }

    public Plan With { get; private set; }
    public Plan Without { get; private set; }

    /// <summary>The prices at which things are looked at: of the plan's certificate, else of the best plan without it, else none.</summary>
    public IReadOnlyDictionary<string, double> Prices { get; private set; }

    /// <summary>What must be worth at least as much with it; minus infinity where no plan without it was found.</summary>
    public double ValueWithout => Without.Value ?? double.NegativeInfinity;

    private static Plan Nothing => new(PlanStatus.Unknown, [], null, null, null, [], 0, Planner.EngineName);

    /// <summary>Whether it belongs in; where both sides are worth the same, as the plan has it.</summary>
    public bool IsIn(bool inPlan) => With.Value is { } with
        && (_isStatutory || Without.Value is not { } without || (Tie.Is(with, without) ? inPlan : with > without));

    public IReadOnlyList<PlanningTask> Tasks(PlannerOptions options) =>
    [
        new(_forced.Problem, options, new Foreknowledge(StartsWith(_forced, [_plan]), _forced.WithDuty(_id, Prices))),
        new(_leftOut.Problem, options, new Foreknowledge([Less(_plan)], Prices)),
    ];

    /// <summary>Takes over the first plans found, and the plan asked about where the search did not come to anything better.</summary>
    public void Take(Plan with, Plan without)
    {
        (With, Without) = (with, without);
        if (Prices.Count == 0)
            Prices = (without.Certificate ?? with.Certificate)?.Prices ?? Prices;
        Better([_plan]);
    }

    /// <summary>Plans of changed problems, which may do for the problem as it is.</summary>
    public void Offer(IEnumerable<Plan> plans) => Better([.. plans.Where(plan => plan.Value is not null).Select(plan => plan.Selected)]);

    /// <summary>Plans to begin with where the initiative is forced: those that hold it as they are, and others with it put in.</summary>
    public List<IReadOnlyList<Choice>> StartsWith(TrialProblem trial, IEnumerable<IReadOnlyList<Choice>> plans)
    {
        var starts = new List<IReadOnlyList<Choice>>();
        var option = -2;
        foreach (var plan in plans)
        {
            if (plan.Any(choice => choice.Initiative == _id))
            {
                starts.Add(plan);
                continue;
            }

            if (option == -2)
                option = trial.BestOption(_id, trial.Prices(Prices));
            if (option >= 0)
                starts.Add([.. plan, trial.Model.Options.ChoiceOf(option)]);
        }

        return starts;
    }

    public IReadOnlyList<Choice> Less(IReadOnlyList<Choice> plan) => [.. plan.Where(choice => choice.Initiative != _id)];

    private void Better(IReadOnlyList<IReadOnlyList<Choice>> plans)
    {
        With = Better(With, _forced, plans.Where(plan => plan.Any(choice => choice.Initiative == _id)));
        Without = Better(Without, _leftOut, plans.Where(plan => plan.All(choice => choice.Initiative != _id)));
    }

    private static Plan Better(Plan known, TrialProblem trial, IEnumerable<IReadOnlyList<Choice>> plans) =>
        trial.Best(plans) is { } found && !(known.Value >= found.Value)
            ? known with
            {
                Status = PlanStatus.Feasible,
                Selected = found.Plan,
                Value = found.Value,
                Conflict = [],
                Bound = known.Bound is { } bound ? Math.Max(bound, found.Value) : null,
            }
            : known;
}
