using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Koers.Web.Api;

/// <summary>In which language an answer is: Dutch, unless English is asked for first.</summary>
internal static class Languages
{
    public static string Of(HttpContext http) =>
        http.Request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString())
            .Select(name => name.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en"
                : name.StartsWith("nl", StringComparison.OrdinalIgnoreCase) ? "nl" : null)
            .FirstOrDefault(language => language is not null) ?? "nl";
}
