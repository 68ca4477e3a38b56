using Koers.App.Initiatives;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Initiatives;

/// <summary>The list of initiatives.</summary>
/// <param name="Asked">What was asked for.</param>
/// <param name="Found">What was found.</param>
/// <param name="Codes">Names of departments and programmes.</param>
/// <param name="MayPropose">Whether who looks may propose one.</param>
/// <param name="MayStep">Whether who looks may let many take a step at once.</param>
/// <param name="Views">Views that who looks kept; null for who has no account to keep them with.</param>
/// <param name="ViewForm">The name of a view that is being kept.</param>
public sealed record InitiativeListModel(
    InitiativeListQuery Asked, Page<InitiativeLine> Found, CodeBook Codes, bool MayPropose, bool MayStep, IReadOnlyList<KeptView>? Views, FormData ViewForm);
