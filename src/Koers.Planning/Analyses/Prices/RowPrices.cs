using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>Prices of rows, as points per unit of what people decide on: a euro of a year, an fte of a period, a unit of a frame.</summary>
internal sealed class RowPrices(Model model, Certificate certificate, PlanFigures figures)
{
    private readonly Problem _problem = model.Problem;

    /// <summary>Points per unit more of something.</summary>
    public double Of(ScarceMeans means) => means.Kind switch
    {
        MeansKind.Budget => OfBudget(means.Rule, means.Index!.Value),
        MeansKind.Capacity => Price($"{means.Rule}/{means.Index}")
            * (1 - _problem.Capacities.First(c => $"capacity/{c.Id}" == means.Rule).Reserve),
        _ => OfFrame(means),
    };

    /// <summary>What the plan leaves of something; null where one number cannot say it.</summary>
    public double? Room(ScarceMeans means)
    {
        if (means.Kind == MeansKind.Budget)
            return OfBudgetRoom(figures.Budgets.First(b => $"budget/{b.Budget.Id}" == means.Rule), means.Index!.Value);
        if (means.Kind == MeansKind.Capacity)
        {
            var capacity = figures.Capacities.First(c => $"capacity/{c.Capacity.Id}" == means.Rule);
            return Math.Max(0.0, capacity.Available[means.Index!.Value] - capacity.Used[means.Index.Value]);
        }
        var frame = figures.Frames.First(f => $"frame/{f.Frame.Id}" == means.Rule);
        if (frame.Frame is SpendShareFrame)
            return null;
        return Math.Max(0.0, means.Kind == MeansKind.FrameMax ? means.Limit - frame.Measured : frame.Measured - means.Limit);
    }

    /// <summary>Mean of what options ask in the rows of a rule; 1 where they ask nothing.</summary>
    public double MeanRequest(string rule)
    {
        var (sum, count) = (0.0, 0);
        for (var r = 0; r < model.Rows.Count; r++)
            if (model.RuleBook.Rules[model.Rows.Rule[r]].Name == rule)
                foreach (var amount in model.Rows.Entries.Amounts(r))
                    (sum, count) = amount > 0 ? (sum + amount, count + 1) : (sum, count);
        return count > 0 ? sum / count : 1.0;
    }

    /// <summary>With carry-over a euro more in a year is there in every later year too.</summary>
    private double OfBudget(string rule, int year)
    {
        var carriesOver = _problem.Budgets.First(b => $"budget/{b.Id}" == rule).CarryOver;
        return Enumerable.Range(year, carriesOver ? _problem.Horizon.Years - year : 1).Sum(y => Price($"{rule}/{y}"));
    }

    private static double OfBudgetRoom(BudgetFigures budget, int year)
    {
        var room = double.PositiveInfinity;
        for (var y = year; y < budget.Spent.Count && (y == year || budget.Budget.CarryOver); y++)
            room = Math.Min(room, budget.Available[y] - budget.Spent[y]);
        return Math.Max(0.0, room);
    }

    /// <summary>A frame has one row, one for each limit, or one per period. The limits of a share stand before what all spend: there a
    /// unit more is worth the price times that, near the plan.</summary>
    private double OfFrame(ScarceMeans means)
    {
        var end = means.Kind == MeansKind.FrameMax ? "/min" : "/max";
        var price = certificate.Prices
            .Where(p => (p.Key == means.Rule || p.Key.StartsWith(means.Rule + "/", StringComparison.Ordinal))
                && !p.Key.EndsWith(end, StringComparison.Ordinal) && IsOwn(p.Key, means.Rule))
            .Sum(p => p.Value);
        return _problem.Frames.First(f => $"frame/{f.Id}" == means.Rule) is SpendShareFrame share ? price * AllSpend(share) : price;
    }

    /// <summary>Ids may hold slashes: the row must be of this rule and not of one whose name goes on.</summary>
    private bool IsOwn(string row, string rule)
    {
        _rowOf ??= Enumerable.Range(0, model.Rows.Count).ToDictionary(r => model.Rows.Names[r], StringComparer.Ordinal);
        return _rowOf.TryGetValue(row, out var r) && model.RuleBook.Rules[model.Rows.Rule[r]].Name == rule;
    }

    private Dictionary<string, int>? _rowOf;

    private double AllSpend(SpendShareFrame share) => figures.Budgets
        .Where(b => share.Budgets is null || share.Budgets.Contains(b.Budget.Id))
        .Sum(b => b.Spent.Select((spent, y) => share.Years is null || share.Years.Contains(y) ? spent - b.Hiring[y] : 0.0).Sum());

    private double Price(string row) => certificate.Prices.GetValueOrDefault(row);
}
