using Koers.App.Organisation;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Initiatives;

/// <summary>A proposal that is being written.</summary>
/// <param name="Form">What was typed.</param>
/// <param name="Codes">Departments and programmes.</param>
public sealed record ProposalModel(FormData Form, CodeBook Codes);
