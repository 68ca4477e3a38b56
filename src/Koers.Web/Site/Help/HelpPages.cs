using Koers.App.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Site.Help;

/// <summary>Help, the accessibility statement and the privacy page: for everybody, signed in or not.</summary>
internal static class HelpPages
{
    public static void MapHelpPages(this RouteGroupBuilder open)
    {
        open.MapGet("/hulp", () => Screen.Show<HelpPage, HelpModel>(new Text("Hulp", "Help"), new HelpModel()));
        open.MapGet("/toegankelijkheid", () => Screen.Show<AccessibilityPage, HelpModel>(new Text("Toegankelijkheid", "Accessibility"), new HelpModel()));
        open.MapGet("/privacy", () => Screen.Show<PrivacyPage, HelpModel>(new Text("Privacyverklaring", "Privacy statement"), new HelpModel()));
    }
}

/// <summary>A page of text only.</summary>
public sealed record HelpModel;
