using System.Text.Json.Serialization;
using Koers.App.Frames;
using Koers.App.Means;

namespace Koers.App.Scenarios;

/// <summary>What people turn in a scenario to see what it does: weights, money, people, limits and choices. All else stays as it is.</summary>
public sealed record ScenarioEdit
{
    /// <summary>What it tries.</summary>
    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    /// <summary>Why, or what is different in it.</summary>
    [JsonPropertyName("omschrijving")]
    public string Description { get; init; } = "";

    /// <summary>Figures of its frames.</summary>
    [JsonPropertyName("inhoud")]
    public ContentEdit Content { get; init; } = new();

    /// <summary>What is decided beforehand about some initiatives.</summary>
    [JsonPropertyName("keuzes")]
    public IReadOnlyList<ChoiceInput> Choices { get; init; } = [];

    /// <summary>The whole of the scenario with this changed. What the scenario does not have (any more) is passed over.</summary>
    /// <param name="scenario">The scenario as it is.</param>
    public ScenarioInput In(ScenarioView scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return new ScenarioInput { Name = Name, Description = Description, Content = Content.In(scenario.Content), Choices = Choices };
    }
}

/// <summary>Figures of frames that people turn; each is found by its code.</summary>
public sealed record ContentEdit
{
    // What a field shows has twelve decimals: a figure that was not touched stays what it was
    private const double Shown = 1e-12;

    /// <summary>Weights of goals.</summary>
    [JsonPropertyName("doelen")]
    public IReadOnlyList<WeightEdit> Goals { get; init; } = [];

    /// <summary>Money per year.</summary>
    [JsonPropertyName("budgetten")]
    public IReadOnlyList<BudgetEdit> Budgets { get; init; } = [];

    /// <summary>People per quarter.</summary>
    [JsonPropertyName("capaciteitspools")]
    public IReadOnlyList<PoolEdit> CapacityPools { get; init; } = [];

    /// <summary>Limits of frames.</summary>
    [JsonPropertyName("kaders")]
    public IReadOnlyList<FrameEdit> Frames { get; init; } = [];

    internal FrameContentInput In(FrameContentInput content) => content with
    {
        Goals = [.. content.Goals.Select(goal => Find(Goals, goal.Code, e => e.Code) is { } edit ? goal with { Weight = Kept(goal.Weight, edit.Weight) } : goal)],
        Budgets = [.. content.Budgets.Select(budget => Find(Budgets, budget.Code, e => e.Code) is { } edit
            ? budget with { Years = [.. budget.Years.Select(y => edit.Years.FirstOrDefault(e => e.Year == y.Year) ?? y)] }
            : budget)],
        CapacityPools = [.. content.CapacityPools.Select(pool => Find(CapacityPools, pool.Code, e => e.Code) is { } edit
            ? pool with { Quarters = [.. pool.Quarters.Select(q => edit.Quarters.FirstOrDefault(e => e.Year == q.Year && e.Quarter == q.Quarter) ?? q)] }
            : pool)],
        Frames = [.. content.Frames.Select(frame => Find(Frames, frame.Code, e => e.Code) is { } edit ? frame with { Min = edit.Min, Max = edit.Max } : frame)],
    };

    private static T? Find<T>(IReadOnlyList<T> edits, string code, Func<T, string> codeOf) where T : class => edits.FirstOrDefault(edit => codeOf(edit) == code);

    private static double? Kept(double? was, double? typed) => was is { } a && typed is { } b && Math.Abs(a - b) <= Shown ? was : typed;
}

/// <summary>The weight of a goal.</summary>
/// <param name="Code">Code of the goal.</param>
/// <param name="Weight">Its weight beside the goals of the same level, 0 to 1.</param>
public sealed record WeightEdit([property: JsonPropertyName("code")] string Code, [property: JsonPropertyName("gewicht")] double? Weight = null);

/// <summary>Money of a budget.</summary>
/// <param name="Code">Code of the budget.</param>
/// <param name="Years">Money per year.</param>
public sealed record BudgetEdit([property: JsonPropertyName("code")] string Code, [property: JsonPropertyName("jaren")] IReadOnlyList<BudgetYearInput> Years);

/// <summary>People of a pool.</summary>
/// <param name="Code">Code of the pool.</param>
/// <param name="Quarters">People per quarter.</param>
public sealed record PoolEdit([property: JsonPropertyName("code")] string Code, [property: JsonPropertyName("kwartalen")] IReadOnlyList<CapacityQuarterInput> Quarters);

/// <summary>Limits of a frame.</summary>
/// <param name="Code">Code of the frame.</param>
/// <param name="Min">At least; null = no lower limit.</param>
/// <param name="Max">At most; null = no upper limit.</param>
public sealed record FrameEdit(
    [property: JsonPropertyName("code")] string Code, [property: JsonPropertyName("minimum")] decimal? Min = null, [property: JsonPropertyName("maximum")] decimal? Max = null);
