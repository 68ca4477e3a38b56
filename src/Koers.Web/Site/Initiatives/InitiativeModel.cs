using Koers.App.Agreements;
using Koers.App.Initiatives;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.App.Weighing;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Initiatives;

/// <summary>One initiative with all that who looks may know of it.</summary>
public sealed record InitiativeModel
{
    /// <summary>The initiative.</summary>
    public required InitiativeView Initiative { get; init; }

    /// <summary>Names of departments, programmes, budgets, pools and goals.</summary>
    public required CodeBook Codes { get; init; }

    /// <summary>What is missing for the next step.</summary>
    public required CompletenessReport Completeness { get; init; }

    /// <summary>Steps that who looks may let it take.</summary>
    public required IReadOnlyList<PossibleStep> Steps { get; init; }

    /// <summary>The step that was tried and refused, with why.</summary>
    public required FormData StepForm { get; init; }

    /// <summary>Whether who looks may change what it says.</summary>
    public required bool MayChange { get; init; }

    /// <summary>Its relations.</summary>
    public required IReadOnlyList<RelationView> Relations { get; init; }

    /// <summary>Names of the initiatives in its relations, by number.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>Which agreement chose it or did not, and where that was explained.</summary>
    public required InitiativeAnswer Answer { get; init; }

    /// <summary>How it was weighed; null where who looks may not see that (yet).</summary>
    public WeighingView? Weighing { get; init; }

    /// <summary>The discussion; null where it is not for who looks.</summary>
    public IReadOnlyList<RemarkThread>? Discussion { get; init; }

    /// <summary>A remark that is being written.</summary>
    public required FormData RemarkForm { get; init; }

    /// <summary>Its history, newest first; null where it is not for who looks.</summary>
    public Page<HistoryLine>? History { get; init; }
}
