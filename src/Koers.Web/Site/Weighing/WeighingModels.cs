using Koers.App.Initiatives;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.App.Weighing;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Weighing;

/// <summary>What an assessor has to score.</summary>
/// <param name="Work">All of it; null for who is no assessor.</param>
/// <param name="Shown">The part on this page.</param>
/// <param name="IsAll">Whether what is scored already is shown too.</param>
/// <param name="Codes">Names of departments.</param>
public sealed record WorkModel(AssessorWorkView? Work, Page<WorkLine> Shown, bool IsAll, CodeBook Codes);

/// <summary>The score sheet of one initiative.</summary>
public sealed record SheetModel
{
    /// <summary>Button that saves and goes on to the next initiative.</summary>
    public const string OnwardField = "_verder";

    /// <summary>The initiative, as it was handed in.</summary>
    public required InitiativeView Initiative { get; init; }

    /// <summary>The goals with the own scores.</summary>
    public required ScoreSheet Sheet { get; init; }

    /// <summary>What stands in the form.</summary>
    public required FormData Form { get; init; }

    /// <summary>Names of departments, budgets and pools.</summary>
    public required CodeBook Codes { get; init; }

    /// <summary>All that this assessor can score.</summary>
    public required AssessorWorkView Work { get; init; }

    /// <summary>Whether who looks comes from the sheet before and goes on at once.</summary>
    public bool GoesOn { get; init; }
}

/// <summary>There is nothing to compare yet, because the goals have no weights.</summary>
/// <param name="MayWeigh">Whether who looks may weigh the goals.</param>
public sealed record UnweighedModel(bool MayWeigh);

/// <summary>Weighed initiatives beside each other.</summary>
/// <param name="Asked">What is asked for.</param>
/// <param name="Compared">The comparison.</param>
/// <param name="Codes">Names of departments and programmes.</param>
/// <param name="Form">The weights as typed, with what is wrong in them.</param>
public sealed record ComparisonModel(ComparisonQuery Asked, ComparisonView Compared, CodeBook Codes, FormData Form);
