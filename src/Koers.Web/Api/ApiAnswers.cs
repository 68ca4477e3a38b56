using System.Text.Json;
using Koers.App.Requests;
using Koers.Web.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Koers.Web.Api;

/// <summary>What every answer of the API has in common: its version and headers, and one form for everything that goes wrong (RFC 9457).</summary>
internal sealed partial class ApiAnswers(RequestDelegate next, RefusedAttempts attempts, ILogger<ApiAnswers> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.IsApi())
        {
            await next(http);
            return;
        }

        SoundInput.Limit(http);
        Introduce(http);
        if (Obstacle(http) is { } obstacle)
        {
            await obstacle.Write(http);
            return;
        }

        try
        {
            await Continue(http);
        }
        catch (Exception e) when (Refusal.Of(http, e) is { } refusal && !http.Response.HasStarted)
        {
            if (refusal.Status == StatusCodes.Status403Forbidden)
                await attempts.Note(http);
            await refusal.Write(http);
        }
        catch (Exception e) when (e is not OperationCanceledException && !http.Response.HasStarted)
        {
            Failed(log, e, http.TraceIdentifier);
            await Refusal.Of(http, StatusCodes.Status500InternalServerError, Refusal.Failed(http.TraceIdentifier)).Write(http);
        }

        if (http.Response.StatusCode < StatusCodes.Status400BadRequest || http.Response.HasStarted)
            return;
        if (http.Response.StatusCode == StatusCodes.Status403Forbidden)
            await attempts.Note(http);
        await Refusal.Bare(http, http.Response.StatusCode).Write(http);
    }

    private static void Introduce(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers["API-Version"] = ApiDocument.Version;
        headers.CacheControl = "no-store";
        headers.Vary = "Accept-Language";
        headers.ContentLanguage = http.Request.IsDescription() ? "nl" : Languages.Of(http);
    }

    private static Refusal? Obstacle(HttpContext http) =>
        http.Request.IsApiCall() && http.Request.Path.Value!.EndsWith('/') ? Refusal.Of(http, StatusCodes.Status404NotFound, Refusal.NoTrailingSlash)
        : !SoundInput.IsKnownText(http.Request) ? Refusal.Of(http, StatusCodes.Status415UnsupportedMediaType, Refusal.UnknownText)
        : null;

    /// <summary>What only looks at an answer without wanting it is answered as who gets it; the server leaves the body out.</summary>
    private async Task Continue(HttpContext http)
    {
        var method = http.Request.Method;
        if (HttpMethods.IsHead(method))
            http.Request.Method = HttpMethods.Get;
        try
        {
            await next(http);
        }
        finally
        {
            http.Request.Method = method;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {TraceId} failed")]
    private static partial void Failed(ILogger log, Exception e, string traceId);
}
