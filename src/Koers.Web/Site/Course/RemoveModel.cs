using Koers.App.Requests;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Course;

/// <summary>The question whether something should really be removed.</summary>
/// <param name="What">What, for example "doel Wonen".</param>
/// <param name="Loses">What is lost with it.</param>
/// <param name="Action">Where the answer goes.</param>
/// <param name="Back">The page to go back to.</param>
/// <param name="Form">The version that was read, and why it was refused.</param>
public sealed record RemoveModel(Text What, Text Loses, string Action, string Back, FormData Form);
