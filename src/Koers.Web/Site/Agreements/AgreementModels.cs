using Koers.App.Agreements;
using Koers.App.Requests;
using Koers.App.Runs;
using Koers.App.Runs.Results;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Agreements;

/// <summary>All agreements.</summary>
/// <param name="Found">The agreements, that in force first.</param>
/// <param name="Names">Who adopted them, by id.</param>
/// <param name="MayAdopt">Whether who looks may adopt.</param>
public sealed record AgreementListModel(Page<AgreementLine> Found, IReadOnlyDictionary<Guid, string> Names, bool MayAdopt);

/// <summary>One agreement.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="By">Who adopted it; null where that account is gone.</param>
/// <param name="IsInForce">Whether it is the last.</param>
/// <param name="Difference">What is different from the one before; null for the first.</param>
/// <param name="Proof">How good its plan is; null where not known.</param>
public sealed record AgreementModel(AgreementView Agreement, string? By, bool IsInForce, AgreementDifference? Difference, RunView? Proof);

/// <summary>A plan that is about to be adopted.</summary>
/// <param name="Form">What was filled in.</param>
/// <param name="Plan">The plan.</param>
/// <param name="WasStopped">Whether the search for it was stopped before it was ready.</param>
/// <param name="Before">The agreement in force; null where there is none.</param>
/// <param name="Difference">What would be agreed otherwise; null where there is none before.</param>
/// <param name="Obstacle">What stands in the way of it; null where nothing does.</param>
/// <param name="Scenario">Id of the scenario that was planned; null where it was none.</param>
public sealed record AdoptModel(
    FormData Form, PlanPicture Plan, bool WasStopped, AgreementView? Before, AgreementDifference? Difference, Text? Obstacle, Guid? Scenario);
