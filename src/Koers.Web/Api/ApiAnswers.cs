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
        if (!http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            await next(http);
            return;
        }

        SoundInput.Limit(http);
        http.Response.Headers["API-Version"] = ApiDocument.Version;
        http.Response.Headers.CacheControl = "no-store";
        if (http.Request.Path.Value is { } path && path.StartsWith(ApiDocument.Root, StringComparison.Ordinal) && path.EndsWith('/'))
        {
            await Refusal.Of(http, StatusCodes.Status404NotFound, Refusal.NoTrailingSlash).Write(http);
            return;
        }

        try
        {
            await next(http);
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
        await Refusal.Of(http, http.Response.StatusCode, Refusal.For(http.Response.StatusCode)).Write(http);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {TraceId} failed")]
    private static partial void Failed(ILogger log, Exception e, string traceId);
}
