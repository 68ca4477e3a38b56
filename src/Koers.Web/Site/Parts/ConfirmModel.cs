using Koers.App.Requests;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Parts;

/// <summary>A step that loses something, and is asked about first.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Question">What goes, and what stays.</param>
/// <param name="Action">Where the answer goes.</param>
/// <param name="Button">What the button says.</param>
/// <param name="Back">The page to go back to.</param>
/// <param name="Form">What came back.</param>
/// <param name="Version">The version that was read; null where there is none.</param>
public sealed record ConfirmModel(Text Title, Text Question, string Action, Text Button, string Back, FormData Form, int? Version = null);
