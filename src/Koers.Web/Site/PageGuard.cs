using Koers.App.Requests;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Koers.Web.Site;

/// <summary>What must hold before any page does something.</summary>
internal static class PageGuard
{
    /// <summary>Who has no role sees the own account only.</summary>
    public static async ValueTask<object?> CheckRole(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.User.HasClaim(claim => claim.Type == Callers.RoleClaim) || http.Request.IsUnder("/mij"))
            return await next(context);
        throw new NotAllowedException(new Text(
            "Uw account heeft nog geen rol; vraag de beheerder erom.", "Your account has no role yet; ask the administrator for one."));
    }

    /// <summary>A form must be one of ours: it has the token that belongs to the cookie of this browser.</summary>
    public static async ValueTask<object?> CheckForm(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            return await next(context);
        throw new FormExpiredException();
    }
}

/// <summary>A form came from elsewhere, or from before signing in or out.</summary>
internal sealed class FormExpiredException() : RefusedException(new Text(
    "Dit formulier is verlopen: u bent intussen af- of aangemeld, of het kwam niet van deze site. Er is niets gewijzigd. Ga terug, vernieuw de pagina en probeer het opnieuw.",
    "This form has expired: you signed out or in meanwhile, or it did not come from this site. Nothing was changed. Go back, reload the page and try again."));
