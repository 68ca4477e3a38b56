using Koers.App.Planning;
using Koers.App.Requests;
using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.App.Runs.Results;

/// <summary>Works out the picture of a plan from its problem.</summary>
internal sealed class PlanPictureMaking(Problem problem)
{
    private const double QuartersInYear = 4;

    /// <summary>The picture of a plan that may be none: then it says why.</summary>
    public PlanPicture Of(int run, Plan plan, double? bound)
    {
        var empty = new PlanPicture
        {
            Run = run,
            Calendar = new Calendar(problem.Horizon.Start, problem.Horizon.Periods),
            IsImpossible = plan.Status == PlanStatus.Infeasible,
        };
        if (plan.Status is not (PlanStatus.Optimal or PlanStatus.Feasible))
        {
            var words = new RuleWords(problem);
            return empty with { Conflict = [.. plan.Conflict.Select(rule => words.Of(rule))] };
        }

        var figures = Evaluator.Evaluate(problem, plan.Selected);
        var chosen = plan.Selected.ToDictionary(choice => choice.Initiative);
        // The penalties of a plan that was made again are no part of the problem
        var value = plan.Value ?? figures.Value;
        return empty with
        {
            Value = value,
            Bound = bound,
            CertifiedBound = plan.Certificate?.Bound,
            Proof = problem.Initiatives.Count == 0 ? RunView.NothingToChoose : RunView.ProofOf(value, bound),
            Chosen = [.. problem.Initiatives.Where(i => chosen.ContainsKey(i.Id)).Select(i => Planned(i, chosen[i.Id])).OrderBy(i => i.Number, StringComparer.Ordinal)],
            LeftOut = [.. problem.Initiatives.Where(i => !chosen.ContainsKey(i.Id)).Select(LeftOut).OrderBy(i => i.Number, StringComparer.Ordinal)],
            Links = [.. problem.Relations.Select(Link).OfType<PlanLink>().Where(link =>
                chosen.ContainsKey(new InitiativeId(link.Before)) && chosen.ContainsKey(new InitiativeId(link.After)))],
            Goals = [.. figures.Goals.Select(g => new GoalPart(g.Goal.Id.Value, g.Goal.Name, g.Goal.Weight, g.Score, g.Value))],
            Synergies = figures.SynergyValue,
            Budgets = [.. figures.Budgets.Select(Budget)],
            Pools = [.. figures.Capacities.Select(Pool)],
            Frames = [.. figures.Frames.Select(Frame)],
        };
    }

    private PlannedInitiative Planned(Initiative initiative, Choice choice)
    {
        var variant = initiative.Variants.First(v => v.Id == choice.Variant);
        return new PlannedInitiative(
            initiative.Id.Value, initiative.Name, Label(initiative, "afdeling"), Label(initiative, "programma"), initiative.Mandatory, variant.Id.Value,
            [.. initiative.Variants.Select(v => v.Id.Value)], choice.Start, choice.Start + variant.Duration, variant.EarliestStart, variant.LatestStart,
            Cost(variant, choice.Start), variant.Effort.Values.Sum(effort => Within(effort, choice.Start)) / QuartersInYear);
    }

    private LeftOutInitiative LeftOut(Initiative initiative) => new(
        initiative.Id.Value, initiative.Name, Label(initiative, "afdeling"), Label(initiative, "programma"), [.. initiative.Variants.Select(v => v.Id.Value)],
        initiative.Variants.Min(v => Cost(v, Math.Max(0, v.EarliestStart))));

    private double Cost(Variant variant, int start) =>
        variant.Spend.Values.Sum(spend => Within(spend, start))
        + (variant.SpendAfter.Values.Sum() * Math.Max(0, problem.Horizon.Periods - Math.Max(0, start + variant.Duration)));

    // What fell before the first quarter is no longer asked of these means
    private double Within(IReadOnlyList<double> perPeriod, int start) =>
        perPeriod.Where((_, k) => start + k >= 0 && start + k < problem.Horizon.Periods).Sum();

    private static string Label(Initiative initiative, string key) => initiative.Labels.GetValueOrDefault(key, "");

    private static PlanLink? Link(Relation relation) => relation switch
    {
        DependsOn r => new PlanLink(r.Before.Value, r.After.Value, IsNeeded: true),
        Before r => new PlanLink(r.First.Value, r.After.Value, IsNeeded: false),
        _ => null,
    };

    private BudgetPart Budget(BudgetFigures budget) => new(
        budget.Budget.Id.Value, budget.Budget.Name, budget.Budget.CarryOver,
        [.. budget.Spent.Select((spent, year) => new BudgetYearPart(problem.Horizon.Start.Year + year, spent, budget.Hiring[year], budget.Available[year]))]);

    private static PoolPart Pool(CapacityFigures pool) => new(
        pool.Capacity.Id.Value, pool.Capacity.Name,
        [.. pool.Used.Select((used, quarter) => new PoolQuarterPart(used, pool.Hired[quarter], pool.Available[quarter]))]);

    private FramePart Frame(FrameFigures frame)
    {
        var words = new RuleWords(problem);
        var (measures, unit) = frame.Frame switch
        {
            GoalFloor f => (new Text($"score op {words.Goal(f.Goal.Value)}", $"score on {words.Goal(f.Goal.Value)}"), FrameUnit.Number),
            SpendFrame => (new Text("besteding", "spending"), FrameUnit.Money),
            SpendShareFrame => (new Text("deel van de besteding", "share of spending"), FrameUnit.Share),
            CountFrame => (new Text("aantal initiatieven", "number of initiatives"), FrameUnit.Number),
            ConcurrentFrame => (new Text("tegelijk lopend, in het drukste kwartaal", "running at once, in the busiest quarter"), FrameUnit.Number),
            StartsFrame => (new Text("starts in het drukste kwartaal", "starts in the busiest quarter"), FrameUnit.Number),
            EffortFrame f => (new Text($"fte van {words.Pool(f.Capacity.Value)}, in het drukste kwartaal", $"fte of {words.Pool(f.Capacity.Value)}, in the busiest quarter"), FrameUnit.Number),
            _ => (new Text("geld dat risico loopt", "money at risk"), FrameUnit.Money),
        };
        return new FramePart(frame.Frame.Id.Value, frame.Frame.Name, measures, unit, frame.Measured, frame.Min, frame.Max);
    }
}
