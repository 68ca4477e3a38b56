using System.Text.Encodings.Web;
using System.Text.Unicode;
using Koers.Web.Site.Administration;
using Koers.Web.Site.Initiatives;
using Koers.Web.Site.OwnAccount;
using Koers.Web.Site.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Koers.Web.Site;

/// <summary>The pages: what they consist of, in order. A subject is a folder with its pages (.razor) and one class that says at which addresses
/// they are and where their figures come from.</summary>
internal static class SiteServer
{
    public static void AddSite(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "koers-formulier";
            antiforgery.FormFieldName = PageContext.TokenField;
        });
        // Letters of Dutch as they are, not as numbers
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddHttpContextAccessor();
        services.AddScoped<PageContext>();
        services.AddScoped<OneInitiative>();
        services.AddScoped<OwnAccountPages>();
        services.AddAdministration();
        AssetFiles.Add(services);
    }

    public static void UseSite(this WebApplication server)
    {
        AssetFiles.Use(server);
        server.UseWhen(IsPage, pages => pages.UseMiddleware<PageAnswers>());
    }

    public static void MapSite(this WebApplication server)
    {
        var open = server.MapGroup("").AddEndpointFilter(PageGuard.CheckForm).ExcludeFromDescription();
        open.MapSignInPages();
        var pages = server.MapGroup("").RequireAuthorization().AddEndpointFilter(PageGuard.CheckRole).AddEndpointFilter(PageGuard.CheckForm)
            .ExcludeFromDescription();
        pages.MapInitiativePages();
        OwnAccountPages.Map(pages);
        pages.MapAdministration();
        HouseStyleKept.Map(server);
        server.MapFallback(PageAnswers.NotThere).ExcludeFromDescription();
    }

    private static bool IsPage(HttpContext http) =>
        !HouseStyleKept.IsAskedFor(http) && !http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && !http.Request.Path.StartsWithSegments("/gezondheid", StringComparison.Ordinal);
}
