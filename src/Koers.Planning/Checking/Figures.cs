using Koers.Planning.Problems;
using Koers.Planning.Rules;

namespace Koers.Planning.Checking;

/// <summary>Puts together what people want to see of a selection.</summary>
internal static class Figures
{
    public static PlanFigures Of(Selection selection)
    {
        var problem = selection.Options.Problem;
        var synergies = Worth.Realised(selection).ToList();
        return new PlanFigures(
            Worth.Of(selection),
            [.. problem.Goals.Select((g, n) => OfGoal(g, selection.Score(n)))],
            synergies,
            synergies.Sum(s => s.Value),
            Worth.Penalty(selection),
            [.. problem.Budgets.Select((_, b) => OfBudget(selection, b))],
            [.. problem.Capacities.Select((_, c) => OfCapacity(selection, c))],
            [.. problem.Frames.Select(f => OfFrame(selection, f))]);
    }

    private static GoalFigures OfGoal(Goal goal, double score) =>
        new(goal, score, Worth.Counted(goal, score), goal.Weight * Worth.Counted(goal, score));

    private static BudgetFigures OfBudget(Selection selection, int b)
    {
        var budget = selection.Options.Problem.Budgets[b];
        var years = selection.Options.Years;
        var (spent, hiring, available) = (new double[years], new double[years], new double[years]);
        var left = 0.0;
        for (var y = 0; y < years; y++)
        {
            hiring[y] = selection.HiringCost(b, y);
            spent[y] = selection.Spent(b, y) + hiring[y];
            available[y] = budget.PerYear[y] + left;
            left = budget.CarryOver ? available[y] - spent[y] : 0.0;
        }
        return new BudgetFigures(budget, spent, hiring, available);
    }

    private static CapacityFigures OfCapacity(Selection selection, int c)
    {
        var capacity = selection.Options.Problem.Capacities[c];
        var periods = Enumerable.Range(0, selection.Options.Periods).ToList();
        return new CapacityFigures(
            capacity,
            [.. periods.Select(t => selection.Used(c, t))],
            [.. periods.Select(t => selection.Hired(c, t))],
            [.. periods.Select(capacity.Available)]);
    }

    private static FrameFigures OfFrame(Selection selection, Frame frame)
    {
        var options = selection.Options;
        var problem = options.Problem;
        var inside = frame is SelectingFrame selecting
            ? selection.Chosen.Where(o => selecting.Where.Matches(problem.Initiatives[options.Initiative[o]])).ToList()
            : [];
        double HighestPeriod(Func<int, double> measure) => Enumerable.Range(0, options.Periods).Max(measure);
        return frame switch
        {
            GoalFloor f => new(f, selection.Score(problem.Goals.Index().First(g => g.Item.Id == f.Goal).Index), f.Min, null),
            SpendFrame f => new(f, Spent(selection, inside, f.Budgets, f.Years), f.Min, f.Max),
            SpendShareFrame f => new(f, Share(selection, inside, f), f.Min, f.Max),
            CountFrame f => new(f, inside.Count, f.Min, f.Max),
            ConcurrentFrame f => new(f, HighestPeriod(t => inside.Count(o => options.Start[o] <= t && t < options.Finish[o])), null, f.Max),
            StartsFrame f => new(f, HighestPeriod(t => inside.Count(o => options.Start[o] == t)), null, f.Max),
            EffortFrame f => new(f, HighestPeriod(t => Asked(selection, inside, f.Capacity, t)), null, f.Max),
            RiskFrame f => new(f, inside.Sum(o => options.Exposure[o]), null, f.Max),
            _ => throw new ArgumentException($"Frame {frame.Id}: nothing measures type {frame.Type}.", nameof(frame)),
        };
    }

    private static double Spent(Selection selection, IEnumerable<int> of, IReadOnlyList<BudgetId>? budgets, IReadOnlyList<int>? years) =>
        of.Sum(CountedSpend.Of(selection.Options, budgets, years).By);

    private static double Share(Selection selection, List<int> inside, SpendShareFrame frame)
    {
        var whole = Spent(selection, selection.Chosen, frame.Budgets, frame.Years);
        return whole == 0 ? 0.0 : Spent(selection, inside, frame.Budgets, frame.Years) / whole;
    }

    private static double Asked(Selection selection, List<int> inside, CapacityId id, int period)
    {
        var capacity = selection.Options.Problem.Capacities.Index().First(c => c.Item.Id == id).Index;
        return inside.Sum(o => Selection.Amount(selection.Options.Effort, o, selection.Options.EffortKey(capacity, period)));
    }
}
