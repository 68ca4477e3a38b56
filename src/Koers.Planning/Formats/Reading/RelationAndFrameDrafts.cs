using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>A relation of any type: the fields of all of them.</summary>
internal sealed class RelationDraft
{
    public string Id { get; set; } = "";
    public string Type { get; set; } = "";

    /// <summary>The initiative that comes first, or that requires.</summary>
    public string First { get; set; } = "";

    /// <summary>The initiative that comes after, or that is required.</summary>
    public string Second { get; set; } = "";

    public int Lag { get; set; }
    public InitiativeId[] Initiatives { get; set; } = [];
    public int? Min { get; set; }
    public int? Max { get; set; }
    public double Value { get; set; }

    public Relation Build() => Type switch
    {
        "dependsOn" => new DependsOn(new(Id), new(First), new(Second), Lag),
        "before" => new Before(new(Id), new(First), new(Second), Lag),
        "requires" => new Requires(new(Id), new(First), new(Second)),
        "excludes" => new Excludes(new(Id), Initiatives),
        "together" => new Together(new(Id), Initiatives),
        "group" => new Group(new(Id), Initiatives, Min, Max),
        _ => new Synergy(new(Id), Initiatives, Value),
    };
}

/// <summary>A frame of any type: the fields of all of them.</summary>
internal sealed class FrameDraft
{
    public string Id { get; set; } = "";
    public string? Name { get; set; }
    public string Type { get; set; } = "";

    /// <summary>The goal of a floor, or the capacity of a limit to effort.</summary>
    public string Subject { get; set; } = "";

    public Dictionary<string, IReadOnlyList<string>> Where { get; } = new(StringComparer.Ordinal);
    public BudgetId[]? Budgets { get; set; }
    public int[]? Years { get; set; }
    public double? Min { get; set; }
    public double? Max { get; set; }

    public Frame Build()
    {
        var (id, name, where, max) = (new FrameId(Id), Name ?? Id, new Selector(Where), Max ?? 0);
        return Type switch
        {
            "goalFloor" => new GoalFloor(id, name, new(Subject), Min ?? 0),
            "spend" => new SpendFrame(id, name, where, Budgets, Years, Min, Max),
            "spendShare" => new SpendShareFrame(id, name, where, Budgets, Years, Min, Max),
            "count" => new CountFrame(id, name, where, Min, Max),
            "concurrent" => new ConcurrentFrame(id, name, where, max),
            "starts" => new StartsFrame(id, name, where, max),
            "effort" => new EffortFrame(id, name, where, new(Subject), max),
            _ => new RiskFrame(id, name, where, max),
        };
    }
}
