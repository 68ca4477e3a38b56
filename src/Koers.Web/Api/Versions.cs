using System.Globalization;
using Koers.App.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Koers.Web.Api;

/// <summary>Versions in headers: ETag says which one was sent, If-Match which one a change was made in.</summary>
internal static class Versions
{
    public static void Send(HttpContext http, int version) =>
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <exception cref="VersionMissingException">If-Match is missing or is no version of ours.</exception>
    public static int Expected(HttpContext http)
    {
        // A weak tag says that two versions are much the same; a change belongs to exactly one
        var tag = http.Request.GetTypedHeaders().IfMatch is [{ IsWeak: false } only] ? only.Tag.ToString().Trim('"') : null;
        return int.TryParse(tag, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : throw new VersionMissingException();
    }

    /// <summary>Answers 304 where the asker has this version already.</summary>
    public static bool IsKnown(HttpContext http, int version) =>
        http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == string.Create(CultureInfo.InvariantCulture, $"\"{version}\""));
}

/// <summary>A change came without the version that it was made in.</summary>
internal sealed class VersionMissingException() : RefusedException(new Text(
    "Stuur If-Match mee met de ETag die u bij het ophalen kreeg, bijvoorbeeld If-Match: \"3\" (zonder W/ ervoor). Zo gaat geen wijziging van een ander verloren.",
    "Send If-Match along with the ETag that you got when fetching, for example If-Match: \"3\" (without W/ before it). That way nobody's change is lost."));
