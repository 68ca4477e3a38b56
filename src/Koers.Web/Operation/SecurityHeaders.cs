using Koers.Web.Api;
using Microsoft.AspNetCore.Http;

namespace Koers.Web.Operation;

/// <summary>What tells browsers to trust an answer no further than needed. Pages that need more say so themselves.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string TwoYears = "max-age=63072000; includeSubDomains";

    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = TwoYears;
        headers.ContentSecurityPolicy = http.Request.IsReference()
            // The reference that shows the description writes its own style and script into the page
            ? "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'"
            : http.Request.IsApi()
                ? "default-src 'none'; frame-ancestors 'none'"
                : "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
        // The description is for everybody, from every page
        if (http.Request.IsDescription())
            headers.AccessControlAllowOrigin = "*";
        return next(http);
    }
}
