using Koers.App.Scenarios;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Scenarios;

/// <summary>A scenario in the form that turns it: its name, its choices and its figures. What the page does not show is not in it.</summary>
internal static class ScenarioForm
{
    // Figures that can be turned, and what tells of which thing each is
    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal) { "code", "gewicht", "jaar", "bedrag", "kwartaal", "fte", "minimum", "maximum" };

    /// <summary>The form as the scenario is now.</summary>
    /// <param name="view">The scenario.</param>
    /// <param name="language">"nl" or "en".</param>
    public static FormData Of(ScenarioView view, string language) => FormData.Of(
        new ScenarioInput { Name = view.Name, Description = view.Description, Content = view.Content, Choices = view.Choices }, view.Version, language)
        .Without(place => place.StartsWith("/inhoud/", StringComparison.Ordinal) && !Shown.Contains(place[(place.LastIndexOf('/') + 1)..]));
}
