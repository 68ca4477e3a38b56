using Koers.App.Initiatives;
using Koers.App.Organisation;
using Koers.App.Requests;

namespace Koers.Web.Site.Initiatives;

/// <summary>The list of initiatives.</summary>
/// <param name="Asked">What was asked for.</param>
/// <param name="Found">What was found.</param>
/// <param name="Codes">Names of departments and programmes.</param>
/// <param name="MayPropose">Whether who looks may propose one.</param>
public sealed record InitiativeListModel(InitiativeListQuery Asked, Page<InitiativeLine> Found, CodeBook Codes, bool MayPropose);
