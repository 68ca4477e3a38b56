using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Koers.App.Requests;
using Koers.Domain.Frames;
using Koers.Domain.Goals;
using Koers.Domain.Means;
using Koers.Domain.Weighing;

namespace Koers.App.Demo;

/// <summary>Goals, means and frames of the demo.</summary>
/// <param name="data">What the data files say.</param>
/// <param name="time">The times.</param>
/// <param name="departments">Ids of departments by code.</param>
internal sealed class DemoFrames(DemoContent data, DemoTime time, IReadOnlyDictionary<string, Guid> departments)
{
    private const int Thousand = 1000;
    private const int QuartersInYear = 4;

    /// <summary>When a thing of the frames was first written down.</summary>
    private DateTimeOffset Made => time.DaysAgo(data.Frames.EarlierDecision.DaysAgo + 60, "kaders");

    /// <summary>The frames as they are now.</summary>
    public FrameContent Content()
    {
        var goals = Goals();
        var budgets = Budgets();
        var pools = Pools(budgets);
        return new FrameContent
        {
            Settings = new PlanningSettings
            {
                Municipality = data.Town.Name,
                Start = time.Start,
                Quarters = data.Frames.Budgets[0].Years.Count * QuartersInYear,
                DiscountPerYear = data.Frames.Discount,
                TailQuarters = data.Frames.TailQuarters,
                Version = 1,
            },
            Goals = goals,
            Budgets = budgets,
            CapacityPools = pools,
            Frames = Frames(goals, budgets, pools),
        };
    }

    /// <summary>The frames of the year before: the same goals, money and people of a year earlier, and no frames that are newer.</summary>
    public FrameContent EarlierContent()
    {
        var content = Content();
        content.Settings.Start = content.Settings.Start.AddYears(-1);
        foreach (var budget in content.Budgets)
        {
            var years = budget.Years.Select(line => new BudgetYear { Year = line.Year - 1, Amount = line.Amount }).ToArray();
            budget.Years.Clear();
            budget.Years.AddRange(years);
        }

        foreach (var pool in content.CapacityPools)
        {
            var quarters = pool.Quarters.Select(line => new CapacityQuarter { Year = line.Year - 1, Quarter = line.Quarter, Fte = line.Fte }).ToArray();
            pool.Quarters.Clear();
            pool.Quarters.AddRange(quarters);
        }

        content.Frames.RemoveAll(frame => frame.Years.Count > 0 || frame.Type is FrameType.Risk or FrameType.GoalFloor);
        return content;
    }

    /// <summary>How the weights were found.</summary>
    public IEnumerable<GoalWeighing> Weighings(IReadOnlyList<Goal> goals, Guid setBy) => data.Frames.Weighings.Select(weighing => new GoalWeighing
    {
        Id = DemoTime.Id("weging/" + weighing.Parent, time.DaysAgo(weighing.DaysAgo, "weging")),
        ParentId = goals.FirstOrDefault(goal => goal.Code == weighing.Parent)?.Id,
        Method = weighing.Method,
        Answers = new JsonObject(weighing.Answers.Select(a => KeyValuePair.Create(a.Key, (JsonNode?)JsonValue.Create(a.Value)))).ToJsonString(),
        SetById = setBy,
        SetAt = time.DaysAgo(weighing.DaysAgo, "weging"),
    });

    private List<Goal> Goals()
    {
        var ids = data.Frames.Goals.Select((goal, i) => (goal.Code, Id: DemoTime.Id("doel/" + goal.Code, Made, i))).ToDictionary(g => g.Code, g => g.Id);
        return [.. data.Frames.Goals.Select((said, i) =>
        {
            var goal = new Goal
            {
                Id = ids[said.Code],
                ParentId = said.Parent is null ? null : ids[said.Parent],
                Code = said.Code,
                Name = said.Name,
                Description = said.Description,
                Weight = said.Weight,
                Cap = said.Cap,
                Indicator = said.Indicator,
                Target = said.Target,
                SocietalChallenge = said.Challenge,
                BudgetProgramme = said.BudgetProgramme,
                PolicyField = said.PolicyField,
                SustainableDevelopmentGoal = said.DevelopmentGoal,
                Order = i,
                Version = 1,
            };
            goal.Anchors.AddRange((said.Anchors ?? new Dictionary<string, string>()).Select(anchor => new ScaleAnchor
            {
                Points = double.Parse(anchor.Key, CultureInfo.InvariantCulture),
                Meaning = anchor.Value,
            }));
            return goal;
        })];
    }

    private List<Budget> Budgets() => [.. data.Frames.Budgets.Select((said, i) =>
    {
        var budget = new Budget
        {
            Id = DemoTime.Id("budget/" + said.Code, Made, i),
            Code = said.Code,
            Name = said.Name,
            Kind = said.Kind,
            CarriesOver = said.CarriesOver,
            Version = 1,
        };
        budget.Years.AddRange(said.Years.Select((amount, year) => new BudgetYear { Year = time.Start.Year + year, Amount = Euro.Of(amount * Thousand) }));
        return budget;
    })];

    private List<CapacityPool> Pools(List<Budget> budgets) => [.. data.Frames.Pools.Select((said, i) =>
    {
        var pool = new CapacityPool
        {
            Id = DemoTime.Id("pool/" + said.Code, Made, i),
            Code = said.Code,
            Name = said.Name,
            DepartmentId = said.Department is null ? null : departments[said.Department],
            Reserve = said.Reserve,
            MostHired = said.MostHired,
            HirePrice = Euro.Of(said.HirePrice * Thousand),
            HireBudgetId = budgets.Find(budget => budget.Code == said.HireBudget)?.Id,
            Version = 1,
        };
        for (var year = 0; year < said.FtePerYear.Count; year++)
            for (var quarter = 1; quarter <= QuartersInYear; quarter++)
                pool.Quarters.Add(new CapacityQuarter { Year = time.Start.Year + year, Quarter = quarter, Fte = said.FtePerYear[year] });
        return pool;
    })];

    private List<Frame> Frames(List<Goal> goals, List<Budget> budgets, List<CapacityPool> pools) => [.. data.Frames.Limits.Select((said, i) =>
    {
        // Money in the files is in thousands
        decimal scale = said.Type is FrameType.Spend or FrameType.Risk ? Thousand : 1;
        var frame = new Frame
        {
            Id = DemoTime.Id("kader/" + said.Code, Made, i),
            Code = said.Code,
            Name = said.Name,
            Type = said.Type,
            GoalId = goals.Find(goal => goal.Code == said.Goal)?.Id,
            PoolId = pools.Find(pool => pool.Code == said.Pool)?.Id,
            BudgetIds = [.. (said.Budgets ?? []).Select(code => budgets.First(budget => budget.Code == code).Id)],
            Years = [.. (said.Years ?? []).Select(year => time.Start.Year + year)],
            Min = said.Min * scale,
            Max = said.Max * scale,
            Version = 1,
        };
        frame.Conditions.AddRange((said.Where ?? new Dictionary<string, IReadOnlyList<string>>())
            .Select(condition => new FrameCondition { Label = condition.Key, Values = [.. condition.Value] }));
        return frame;
    })];
}
