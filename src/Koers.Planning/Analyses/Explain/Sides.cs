using Koers.Planning.Plans;
using Koers.Planning.Pools;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>The best plans found with and without the initiative, of the problem as it is.</summary>
internal sealed class Sides
{
    /// <summary>In how many options it is tried to put it in.</summary>
    private const int MostPutIn = 8;

    /// <summary>Of how many plans is tried what makes room; each takes a few milliseconds for hundreds of initiatives.</summary>
    private const int MostRepaired = 10;

    private readonly InitiativeId _id;
    private readonly IReadOnlyList<Choice> _plan;
    private readonly bool _isStatutory;
    private readonly TrialProblem _forced;
    private readonly TrialProblem _leftOut;
    private IReadOnlyList<IReadOnlyList<Choice>> _startsWith = [];

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

    /// <summary>Whether it is proven which side is worth more, or that both are worth the same. Where there is nothing to ask because of how
    /// they compare, longer searching cannot change that.</summary>
    public bool IsSettled => With.Value is not { } with || Without.Value is not { } without
        || With.Bound < without || Without.Bound < with || (Closed(With) && Closed(Without));

    private static bool Closed(Plan side) => side.Bound is { } bound && Tie.Is(bound, side.Value!.Value);

    private static Plan Nothing => new(PlanStatus.Unknown, [], null, null, null, [], 0, Planner.EngineName);

    /// <summary>Whether it belongs in; where both sides are worth the same, as the plan has it.</summary>
    public bool IsIn(bool inPlan) => With.Value is { } with
        && (_isStatutory || Without.Value is not { } without || (Tie.Is(with, without) ? inPlan : with > without));

    public IReadOnlyList<PlanningTask> Tasks(PlannerOptions options)
    {
        _startsWith = StartsWith(_forced, [_plan]);
        // The best first
        var starts = _startsWith.OrderByDescending(plan => _forced.Value(plan) ?? double.NegativeInfinity).ToList();
        return
        [
            new(_forced.Problem, options, new Foreknowledge(starts, _forced.WithDuty(_id, Prices))),
            new(_leftOut.Problem, options, new Foreknowledge([Less(_plan)], Prices)),
        ];
    }

    /// <summary>Takes over the first plans found, and the plan asked about where the search did not come to anything better.</summary>
    public void Take(Plan with, Plan without)
    {
        (With, Without) = (with, without);
        if (Prices.Count == 0)
            Prices = (without.Certificate ?? with.Certificate)?.Prices ?? Prices;
        Better([_plan, Less(_plan), .. _startsWith]);
    }

    /// <summary>One side again, beginning with the best that is known of it. What it can be worth at most was asked the first time: all time is for a
    /// better plan.</summary>
    public PlanningTask Again(bool with, PlannerOptions options) => with
        ? new(_forced.Problem, options, new Foreknowledge([With.Selected, .. _startsWith.Take(2)], _forced.WithDuty(_id, Prices)) { HasBound = true })
        : new(_leftOut.Problem, options, new Foreknowledge([Without.Selected], Prices) { HasBound = true });

    /// <summary>Takes over what was found for one side, as far as it is better.</summary>
    public void Take(bool with, Plan found)
    {
        if (with)
            With = Merged(With, found);
        else
            Without = Merged(Without, found);
    }

    private static Plan Merged(Plan known, Plan found)
    {
        var bound = known.Bound is { } one && found.Bound is { } other ? Math.Min(one, other) : known.Bound ?? found.Bound;
        var better = found.Value > known.Value ? found : known;
        // The better plan with the tighter bound; "optimal" stays only what is proven
        return better with { Bound = bound, Status = bound <= better.Value || Tie.Is(bound ?? double.PositiveInfinity, better.Value ?? 0) ? PlanStatus.Optimal : PlanStatus.Feasible };
    }

    /// <summary>Plans of changed problems, which may do for the problem as it is.</summary>
    public void Offer(IEnumerable<Plan> plans) => Better([.. plans.Where(plan => plan.Value is not null).Select(plan => plan.Selected)]);

    /// <summary>Plans to begin with where the initiative is forced: those that hold it, and others with it put in; as they are, and as
    /// far as they break rules also with what stands in the way taken out.</summary>
    public List<IReadOnlyList<Choice>> StartsWith(TrialProblem trial, IEnumerable<IReadOnlyList<Choice>> plans)
    {
        var starts = new List<IReadOnlyList<Choice>>();
        var room = new RoomMaker(trial, _id);
        var made = 0;
        foreach (var plan in plans)
        {
            var held = plan.Any(choice => choice.Initiative == _id);
            IReadOnlyList<IReadOnlyList<Choice>> all = held
                ? [plan]
                : [.. trial.BestOptions(_id, trial.Prices(Prices), made == 0 ? MostPutIn : 1)
                    .Select(option => (IReadOnlyList<Choice>)[.. plan, trial.Model.Options.ChoiceOf(option)])];
            starts.AddRange(all.Take(held ? 1 : 2));
            foreach (var one in all)
                if (made < MostRepaired && trial.Value(one) is null && ++made > 0 && room.Make(one) is { } repaired)
                    starts.Add(repaired);
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
