using Koers.App.Initiatives;
using Koers.App.Organisation;
using Koers.Domain.PolicyFields;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Initiatives.Editing;

/// <summary>One step of writing down an initiative.</summary>
public sealed record EditModel
{
    /// <summary>Field with the version that was there when somebody began to type.</summary>
    public const string SinceField = "_vanaf";

    /// <summary>Field that says that variants may go.</summary>
    public const string ConfirmField = "_bevestigd";

    /// <summary>Button that saves and goes on to the next step.</summary>
    public const string OnwardField = "_verder";

    /// <summary>The initiative as it is now.</summary>
    public required InitiativeView Initiative { get; init; }

    /// <summary>Which step.</summary>
    public required EditStep Step { get; init; }

    /// <summary>What stands in it.</summary>
    public required FormData Form { get; init; }

    /// <summary>Names of departments, programmes, budgets, pools and goals.</summary>
    public required CodeBook Codes { get; init; }

    /// <summary>Policy fields of this year.</summary>
    public required IReadOnlyList<PolicyField> PolicyFields { get; init; }

    /// <summary>Who can be the lead.</summary>
    public required IReadOnlyList<LeadChoice> Leads { get; init; }

    /// <summary>First days of the quarters in which it may start.</summary>
    public required IReadOnlyList<DateOnly> Starts { get; init; }

    /// <summary>What others changed since somebody began to type, oldest first.</summary>
    public required IReadOnlyList<HistoryLine> Others { get; init; }

    /// <summary>Variants that would go, by code.</summary>
    public required IReadOnlyList<string> Going { get; init; }
}
