using System.Globalization;
using Koers.App.Requests;
using Koers.Domain.Frames;
using Koers.Domain.Goals;
using Koers.Planning.Formats;
using Engine = Koers.Planning.Problems;

namespace Koers.App.Frames;

/// <summary>Whether frames can be adopted: a plan can be made within them, and their weights mean what they say.</summary>
internal static class FrameUsability
{
    private const int QuartersInYear = 4;
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl");

    /// <summary>Everything that is in the way; empty where nothing is.</summary>
    public static IReadOnlyList<Text> Faults(FrameContent content)
    {
        var faults = new List<Text>();
        if (content.Goals.Count == 0)
            faults.Add(new("er zijn geen doelen", "there are no goals"));
        if (content.Budgets.Count == 0)
            faults.Add(new("er zijn geen budgetten", "there are no budgets"));
        faults.AddRange(Weights(content));
        var (first, last) = (content.Settings.Start.Year, content.Settings.Start.Year + (content.Settings.Quarters / QuartersInYear) - 1);
        foreach (var frame in content.Frames.Where(frame => frame.Years.Count > 0 && !frame.Years.Exists(year => year >= first && year <= last)))
            faults.Add(new(
                $"kader {frame.Code} gaat alleen over jaren buiten de planning ({first} tot en met {last})",
                $"frame {frame.Code} is about years outside the planning only ({first} to {last})"));
        if (content.Budgets.Count > 0 && content.Budgets.TrueForAll(budget => !budget.Years.Exists(y => y.Year >= first && y.Year <= last)))
            faults.Add(new(
                $"geen budget heeft geld in de jaren van de planning ({first} tot en met {last})",
                $"no budget has money in the years of the planning ({first} to {last})"));
        foreach (var frame in content.Frames.Where(frame => content.Goals.Exists(goal => goal.ParentId is not null && goal.ParentId == frame.GoalId)))
            faults.Add(new(
                $"kader {frame.Code} stelt een minimum aan een doel met onderdelen; alleen onderdelen worden gescoord",
                $"frame {frame.Code} sets a minimum for a goal that has parts; only parts are scored"));
        if (faults.Count == 0)
            faults.AddRange(ProblemValidator.Validate(ProblemOf(content)).Where(fault => fault.Severity == Severity.Error)
                .Select(fault => new Text(FaultText.Line(Dutch, fault), fault.ToString())));
        return faults;
    }

    private static IEnumerable<Text> Weights(FrameContent content)
    {
        var tree = new GoalTree(content.Goals);
        foreach (var (parent, sum) in tree.LevelsThatAreNotWhole())
        {
            var name = content.Goals.Find(goal => goal.Id == parent)?.Code;
            var (dutch, english) = (FrameFigures.Number(sum * 100, isDutch: true) + "%", FrameFigures.Number(sum * 100, isDutch: false) + "%");
            yield return name is null
                ? new Text($"de gewichten van de bovenste doelen tellen op tot {dutch}, niet tot 100%", $"the weights of the top goals add up to {english}, not to 100%")
                : new Text($"de gewichten onder doel {name} tellen op tot {dutch}, niet tot 100%", $"the weights below goal {name} add up to {english}, not to 100%");
        }
    }

    /// <summary>The part of a planning problem that frames make up: everything but the initiatives.</summary>
    private static Engine.Problem ProblemOf(FrameContent content)
    {
        var (settings, tree) = (content.Settings, new GoalTree(content.Goals));
        var horizon = new Engine.Horizon(settings.Start, settings.Quarters, QuartersInYear);
        return new Engine.Problem(
            settings.Municipality,
            horizon,
            new Engine.ValueSettings(settings.DiscountPerYear, settings.TailQuarters, Normalise: true),
            [.. tree.Leaves.Select(goal => new Engine.Goal(new(goal.Code), goal.Name, tree.ShareOfWhole(goal), goal.Cap))],
            [.. content.Budgets.Select(budget => new Engine.Budget(
                new(budget.Code), budget.Name,
                [.. Enumerable.Range(settings.Start.Year, horizon.Years).Select(y => (double)(budget.Years.Find(line => line.Year == y)?.Amount.Amount ?? 0))],
                budget.CarriesOver))],
            [.. content.CapacityPools.Select(pool => new Engine.Capacity(
                new(pool.Code), pool.Name,
                [.. Enumerable.Range(0, settings.Quarters).Select(q => pool.Quarters
                    .Find(line => line.Year == settings.Start.Year + (q / QuartersInYear) && line.Quarter == (q % QuartersInYear) + 1)?.Fte ?? 0)],
                pool.Reserve,
                content.Budgets.Find(budget => budget.Id == pool.HireBudgetId) is { } pays
                    ? new Engine.Hire(pool.MostHired, (double)pool.HirePrice.Amount, new(pays.Code))
                    : null))],
            [],
            [],
            [.. content.Frames.Select(frame => FrameOf(frame, content))],
            null);
    }

    private static Engine.Frame FrameOf(Frame frame, FrameContent content)
    {
        var (id, name) = (new Engine.FrameId(frame.Code), frame.Name);
        var where = new Engine.Selector(frame.Conditions.ToDictionary(c => c.Label, IReadOnlyList<string> (c) => c.Values));
        IReadOnlyList<Engine.BudgetId>? budgets = frame.BudgetIds.Count == 0
            ? null : [.. content.Budgets.Where(b => frame.BudgetIds.Contains(b.Id)).Select(b => new Engine.BudgetId(b.Code))];
        var count = content.Settings.Quarters / QuartersInYear;
        IReadOnlyList<int>? years = frame.Years.Count == 0
            ? null : [.. frame.Years.Select(year => year - content.Settings.Start.Year).Where(year => year >= 0 && year < count)];
        var (min, max) = ((double?)frame.Min, (double?)frame.Max);
        return frame.Type switch
        {
            FrameType.GoalFloor => new Engine.GoalFloor(id, name, new(content.Goals.Find(g => g.Id == frame.GoalId)?.Code ?? "?"), min ?? 0),
            FrameType.Spend => new Engine.SpendFrame(id, name, where, budgets, years, min, max),
            FrameType.SpendShare => new Engine.SpendShareFrame(id, name, where, budgets, years, min, max),
            FrameType.Count => new Engine.CountFrame(id, name, where, min, max),
            FrameType.Concurrent => new Engine.ConcurrentFrame(id, name, where, max ?? 0),
            FrameType.Starts => new Engine.StartsFrame(id, name, where, max ?? 0),
            FrameType.Effort => new Engine.EffortFrame(
                id, name, where, new(content.CapacityPools.Find(p => p.Id == frame.PoolId)?.Code ?? "?"), max ?? 0),
            _ => new Engine.RiskFrame(id, name, where, max ?? 0),
        };
    }
}
