using Koers.App.Accounts;
using Koers.App.Demo;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Web.Accounts;
using Koers.Web.Site.Forms;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Site.SignIn;

/// <summary>Signing in and out, and the choice of a language.</summary>
internal static class SignInPages
{
    private const string SecondStep = SessionCookie.SignInPage + "/tweede-stap";

    private static readonly Text Title = new("Aanmelden", "Sign in");
    private static readonly Text SignedOut = new("Afgemeld", "Signed out");

    public static void MapSignInPages(this RouteGroupBuilder open)
    {
        open.MapGet(SessionCookie.SignInPage, Show);
        open.MapPost(SessionCookie.SignInPage, ByPassword);
        open.MapGet(SecondStep, (PageContext here, string? terug) =>
            Screen.Show<SecondStepPage, SignInModel>(Title, new SignInModel(FormData.Empty(here.Language), SingleSignOnScheme.SafeReturn(terug), null, [], null)));
        open.MapPost(SecondStep, ByCode);
        open.MapPost("/afmelden", Out);
        open.MapPost("/taal", Choose);
    }

    private static Task<IResult> Show(
        HttpContext http, PageContext here, RegisterContext context, SignInSettings settings, string? terug, CancellationToken cancellation) =>
        here.IsSignedIn
            ? Task.FromResult(Screen.Go(http, SingleSignOnScheme.SafeReturn(terug)))
            : Shown(FormData.Empty(here.Language), terug, context, settings, cancellation);

    private static async Task<IResult> ByPassword(
        HttpContext http,
        App.Accounts.SignIn signIn,
        CallLimits limits,
        BriefState brief,
        RegisterContext context,
        SignInSettings settings,
        CancellationToken cancellation)
    {
        var form = await FormAnswers.Read(http);
        var name = form["/naam"];
        using var attempt = await limits.Begin(http, name);
        if (attempt is null)
            return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
        var outcome = await signIn.ByPassword(name, form["/wachtwoord"], Callers.Origin(http), cancellation);
        var back = SingleSignOnScheme.SafeReturn(form["terug"]);
        if (outcome.StampForSecondStep is { } stamp)
        {
            brief.Keep(http, BriefState.SecondStep, $"{outcome.AccountId}/{stamp}");
            return Screen.Go(http, $"{SecondStep}?terug={Uri.EscapeDataString(back)}");
        }

        if (outcome is { AccountId: { } id, SessionKey: { } key })
        {
            await SessionCookie.SignIn(http, id, key);
            return Screen.Go(http, back);
        }

        attempt.Failed();
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return await Shown(
            FormData.Sent([KeyValuePair.Create("/naam", name)], form.Language).After(new NotAllowedException(SessionEndpoints.NotIn)), back, context, settings,
            cancellation);
    }

    private static async Task<IResult> ByCode(HttpContext http, App.Accounts.SignIn signIn, CallLimits limits, BriefState brief, CancellationToken cancellation)
    {
        var form = await FormAnswers.Read(http);
        var state = brief.Take(http, BriefState.SecondStep)?.Split('/', 2);
        using var attempt = await limits.Begin(http, state?[0]);
        if (attempt is null)
            return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
        var back = SingleSignOnScheme.SafeReturn(form["terug"]);
        if (state is null || !Guid.TryParse(state[0], out var account))
            return Screen.Go(http, SessionCookie.SignInPage, new Text("Dat duurde te lang; begin opnieuw.", "That took too long; begin again."));
        var outcome = await signIn.ByCode(account, state[1], form["/code"], Callers.Origin(http), cancellation);
        if (outcome is { AccountId: { } id, SessionKey: { } key })
        {
            await SessionCookie.SignIn(http, id, key);
            return Screen.Go(http, back);
        }

        attempt.Failed();
        brief.Keep(http, BriefState.SecondStep, $"{state[0]}/{state[1]}");
        return Screen.Show<SecondStepPage, SignInModel>(
            Title,
            new SignInModel(FormData.Empty(form.Language).After(new NotAllowedException(SessionEndpoints.NotIn)), back, null, [], null),
            StatusCodes.Status401Unauthorized);
    }

    private static async Task<IResult> Out(HttpContext http, App.Accounts.SignIn signIn, CancellationToken cancellation)
    {
        var elsewhere = await SingleSignOnScheme.SignOutAddress(http);
        if (SessionCookie.KeyOf(http) is { } key)
            await signIn.Out(Callers.Of(http), key, cancellation);
        await http.SignOutAsync(SessionCookie.Scheme);
        // What this browser still holds of pages is of somebody who left
        http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        // A link and no sending on: who shares no computer may want to stay signed in for other systems
        if (elsewhere is not null)
            return Screen.Show<SignedOutPage, string>(SignedOut, elsewhere);
        return Screen.Go(http, SessionCookie.SignInPage, new Text("U bent afgemeld.", "You are signed out."));
    }

    private static async Task<IResult> Choose(HttpContext http, SignInSettings settings)
    {
        var form = await FormAnswers.Read(http);
        http.Response.Cookies.Append(PageContext.LanguageCookie, form["taal"] == "en" ? "en" : "nl", new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = settings.IsHttpsOnly || http.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
        });
        return Screen.Go(http, SingleSignOnScheme.SafeReturn(form["terug"]));
    }

    private static async Task<IResult> Shown(
        FormData form, string? back, RegisterContext context, SignInSettings settings, CancellationToken cancellation)
    {
        var isDemo = await DemoMunicipality.IsDemo(context, cancellation);
        var safe = SingleSignOnScheme.SafeReturn(back);
        return Screen.Show<SignInPage, SignInModel>(Title, new SignInModel(
            form,
            safe,
            settings.SingleSignOn is null ? null : $"{SingleSignOnScheme.Path}?terug={Uri.EscapeDataString(safe)}",
            isDemo ? [.. DemoMunicipality.Accounts.Select(account => (account.UserName, account.DisplayName))] : [],
            isDemo ? DemoMunicipality.Password : null));
    }
}
