using Koers.App.Appearance;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Administration;

/// <summary>The municipality's own look.</summary>
/// <param name="Style">As it is now.</param>
/// <param name="Form">What it should be.</param>
/// <param name="Shown">What the preview shows: what was filled in.</param>
public sealed record HouseStyleModel(HouseStyleView Style, FormData Form, HouseStyleInput Shown);
