using Koers.Web.Api;
using Koers.Web.Site.Layout;
using Microsoft.AspNetCore.Http;

namespace Koers.Web.Site.Forms;

/// <summary>A form that could not be taken in because its session had ended: a page with all that was typed, to be sent once more.</summary>
/// <param name="Action">Where it was sent.</param>
/// <param name="Fields">Name and text of each field.</param>
/// <param name="IsSignedIn">Whether somebody signed in again in the meantime.</param>
public sealed record KeptForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields, bool IsSignedIn)
{
    /// <summary>Larger forms are not given back to who is not signed in.</summary>
    private const int Largest = 1_000_000;

    /// <summary>What was typed, without what only the form itself needs.</summary>
    public IEnumerable<KeyValuePair<string, string>> Typed => Fields.Where(one => one.Key.StartsWith('/') && one.Value.Trim().Length > 0);

    /// <summary>What to show of a form that was refused; null where it is not given back: it came from another site, has a secret or a file in
    /// it, or is large.</summary>
    internal static async Task<IResult?> Of(HttpContext http, int status)
    {
        var request = http.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.ContentLength is not (> 0 and <= Largest) || !IsOurs(request))
            return null;
        var form = await FormBody.Read(request, http.RequestAborted);
        if (form.Files.Count > 0 || IsAboutSecrets(request) || form.Keys.Any(IsSecret))
            return null;
        var fields = form.Where(field => field.Key is not (PageContext.TokenField or SentOnce.Field))
            .SelectMany(field => field.Value.Select(text => KeyValuePair.Create(field.Key, text ?? ""))).ToList();
        if (!fields.Exists(field => field.Key.StartsWith('/')))
            return null;
        var kept = new KeptForm(request.Path + request.QueryString, fields, http.User.Identity is { IsAuthenticated: true });
        return Screen.Show<KeptFormPage, KeptForm>(RefusalModel.TitleOf(status), kept, status);
    }

    /// <summary>Whether a page of ours sent it: browsers say which site did, and pages cannot change that.</summary>
    private static bool IsOurs(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] == "same-origin"
        || (Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == request.Host.Value);

    // Where passwords and codes of the own account are typed, whatever their fields are called
    private static bool IsAboutSecrets(HttpRequest request) =>
        request.IsUnder("/mij") || request.IsUnder(Accounts.SessionCookie.SignInPage);

    private static bool IsSecret(string name) => name.Contains("wachtwoord", StringComparison.OrdinalIgnoreCase);
}
