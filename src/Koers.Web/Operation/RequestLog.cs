using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Koers.Web.Operation;

/// <summary>One line per request: which route, how it ended, how long it took. Without who, from where or what: that is in the audit trail, for
/// those who may see it.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var start = clock.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            Note(http, clock.GetElapsedTime(start));
        }
    }

    private void Note(HttpContext http, TimeSpan took)
    {
        if (!log.IsEnabled(LogLevel.Information))
            return;
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-";
        var trace = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        Answered(log, http.Request.Method, route, http.Response.StatusCode, took.TotalMilliseconds, trace);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} in {Milliseconds:0.0} ms, {TraceId}")]
    private static partial void Answered(ILogger log, string method, string route, int status, double milliseconds, string traceId);
}
