using Koers.App.Goals;
using Koers.App.Requests;
using Koers.Domain.Weighing;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Goals;

/// <summary>One level of the tree that is weighed.</summary>
public sealed record WeighingModel
{
    /// <summary>The goal above; null for the tops.</summary>
    public required GoalView? Parent { get; init; }

    /// <summary>The goals on the level, in order.</summary>
    public required IReadOnlyList<GoalView> Level { get; init; }

    /// <summary>The way that is shown.</summary>
    public required WeighingMethod Method { get; init; }

    /// <summary>The answers.</summary>
    public required FormData Form { get; init; }

    /// <summary>What they come to; null where that was not asked.</summary>
    public WeighingPreview? Preview { get; init; }

    /// <summary>Whether it was saved but for answers that contradict each other.</summary>
    public bool IsHeldBack { get; init; }

    /// <summary>How it was weighed before, the last time first.</summary>
    public required Page<GoalWeighingView> History { get; init; }

    /// <summary>Names of who did.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    /// <summary>Whether who looks may weigh.</summary>
    public required bool MayChange { get; init; }

    /// <summary>Address of the page.</summary>
    public string Address => Parent is null ? "/koers/doelen/wegen" : $"/koers/doelen/{Parent.Code}/wegen";

    /// <summary>How people call a goal of the level.</summary>
    /// <param name="code">Its code.</param>
    public string Name(string code) => Level.FirstOrDefault(goal => goal.Code == code)?.Content.Name ?? code;
}
