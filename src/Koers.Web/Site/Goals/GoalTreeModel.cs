using Koers.App.Goals;
using Koers.App.Requests;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Goals;

/// <summary>The tree of goals of the draft.</summary>
/// <param name="Goals">The goals, each before what lies below it.</param>
/// <param name="LastWeighings">How each level was weighed the last time, by the goal above it; "" for the tops.</param>
/// <param name="Names">Names of who weighed.</param>
/// <param name="MayChange">Whether who looks may change goals and weights.</param>
public sealed record GoalTreeModel(
    IReadOnlyList<GoalView> Goals, IReadOnlyDictionary<string, GoalWeighingView> LastWeighings, IReadOnlyDictionary<Guid, string> Names, bool MayChange)
{
    private const double Whole = 1e-6;

    /// <summary>The goals on a level.</summary>
    /// <param name="parent">Code of the goal above; null for the tops.</param>
    public IReadOnlyList<GoalView> Below(string? parent) => [.. Goals.Where(goal => goal.Content.Parent == parent)];

    /// <summary>What the weights of a level add up to, where that is not 1; null where it is.</summary>
    /// <param name="parent">Code of the goal above; null for the tops.</param>
    public double? WrongSum(string? parent) =>
        Below(parent).Sum(goal => goal.Content.Weight ?? 0) is var sum && Math.Abs(sum - 1) > Whole ? sum : null;

    /// <summary>In words how a level was weighed the last time; null where it never was.</summary>
    /// <param name="parent">Code of the goal above; null for the tops.</param>
    /// <param name="figures">How moments are written.</param>
    public Text? Said(string? parent, Figures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        if (!LastWeighings.TryGetValue(parent ?? "", out var last))
            return null;
        var name = last.SetBy is { } id ? Names.GetValueOrDefault(id) : null;
        return new Text(
            $"Gewogen op {figures.Moment(last.SetAt)}{(name is null ? "" : $" door {name}")}, {MethodWords.Of(last.Method).Dutch.ToLowerInvariant()}.",
            $"Weighed on {figures.Moment(last.SetAt)}{(name is null ? "" : $" by {name}")}, {MethodWords.Of(last.Method).English.ToLowerInvariant()}.");
    }
}

/// <summary>A goal that is being added or changed.</summary>
public sealed record GoalFormModel
{
    /// <summary>What stands in the form.</summary>
    public required FormData Form { get; init; }

    /// <summary>Code of the goal; null for a new one.</summary>
    public required string? Code { get; init; }

    /// <summary>All goals, to choose the one above from.</summary>
    public required IReadOnlyList<GoalView> Goals { get; init; }

    /// <summary>Policy fields of this year.</summary>
    public required IReadOnlyList<Domain.PolicyFields.PolicyField> PolicyFields { get; init; }
}
