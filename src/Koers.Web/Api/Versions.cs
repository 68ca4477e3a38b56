using System.Globalization;
using Koers.App.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Koers.Web.Api;

/// <summary>Versions in headers: ETag says which one was sent, If-Match which one a change was made in.</summary>
internal static class Versions
{
    // Versions are 0 or more
    private const int None = -1;

    private static readonly object Missing = new();

    /// <summary>What is said to a change without the version that it was made in.</summary>
    public static Text Needed { get; } = new(
        "Stuur If-Match mee met de ETag die u bij het ophalen kreeg, bijvoorbeeld If-Match: \"3\" (zonder W/ ervoor). Zo gaat geen wijziging van een ander verloren.",
        "Send If-Match along with the ETag that you got when fetching, for example If-Match: \"3\" (without W/ before it). That way nobody's change is lost.");

    public static void Send(HttpContext http, int version) =>
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version that a change was made in. Where it is missing, one that nothing ever has: the use case asks first whether this caller
    /// may make the change at all, and only then finds another version; <see cref="IsMissing"/> then says why.</summary>
    public static int Expected(HttpContext http)
    {
        // A weak tag says that two versions are much the same; a change belongs to exactly one
        var tag = http.Request.GetTypedHeaders().IfMatch is [{ IsWeak: false } only] ? only.Tag.ToString().Trim('"') : null;
        if (int.TryParse(tag, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return version;
        http.Items[Missing] = true;
        return None;
    }

    /// <summary>Whether a change came without the version that it was made in.</summary>
    public static bool IsMissing(HttpContext http) => http.Items.ContainsKey(Missing);

    /// <summary>Answers 304 where the asker has this version already.</summary>
    public static bool IsKnown(HttpContext http, int version) =>
        http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == string.Create(CultureInfo.InvariantCulture, $"\"{version}\""));
}
