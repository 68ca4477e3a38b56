using System.Text;
using Koers.App.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Koers.Web.Api;

/// <summary>What holds of every request with JSON, whatever it is about: not too large, and nothing in it that is no input.</summary>
internal static class SoundInput
{
    /// <summary>Most that a request with JSON can be, in bytes. An initiative with twenty large variants stays well below it.</summary>
    public const long MostBytes = 1024 * 1024;

    /// <summary>Sets the limit on the size of a request; addresses that take files have limits of their own, which routing sets afterwards.</summary>
    public static void Limit(HttpContext http)
    {
        if (http.Request.HasJsonContentType() && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostBytes;
    }

    /// <summary>Whether what was sent says it is in a way of writing text that is known here.</summary>
    public static bool IsKnownText(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue)
            return true;
        try
        {
            return Encoding.GetEncoding(type.Charset.Value.Trim('"')) is not null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Refuses input with holes in lists or with text that is none, before a use case sees it.</summary>
    public static ValueTask<object?> Check(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var check = new InputCheck();
        foreach (var input in invocation.Arguments)
            if (input?.GetType() is { Namespace: { } space, Name: var name } && space.StartsWith("Koers.", StringComparison.Ordinal)
                && (name.EndsWith("Input", StringComparison.Ordinal) || name.EndsWith("Change", StringComparison.Ordinal)))
                WellFormed.Gather(input, check);
        check.Done();
        return next(invocation);
    }
}
