using System.Threading.RateLimiting;
using Koers.App.Audit;
using Koers.Domain.Audit;
using Koers.Web.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Koers.Web.Audit;

/// <summary>Writes attempts to change what somebody may not change into the audit trail. Only of those who are signed in, and of each no more
/// than <see cref="MostPerHour"/> an hour: nobody fills the trail that way.</summary>
internal sealed partial class RefusedAttempts(IServiceScopeFactory scopes, ILogger<RefusedAttempts> log) : IDisposable
{
    /// <summary>Most lines of one actor in an hour; attempts beyond it are refused all the same.</summary>
    public const int MostPerHour = 60;

    private const int LongestPath = 200;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(actor =>
        RateLimitPartition.GetFixedWindowLimiter(
            actor, _ => new FixedWindowRateLimiterOptions { PermitLimit = MostPerHour, Window = TimeSpan.FromHours(1) }));

    /// <summary>Writes the attempt of a request that was refused with 403, where it was one to change something.</summary>
    /// <param name="http">The request.</param>
    public async Task Note(HttpContext http)
    {
        var method = http.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || http.User.Identity?.IsAuthenticated != true)
            return;
        var actor = Callers.Of(http);
        using var lease = _limiter.AttemptAcquire(actor.Name);
        if (!lease.IsAcquired)
            return;
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        var path = RequestAddress.BelowApi(http.Request.Path.Value ?? "");
        try
        {
            // A context of its own: that of the request still holds what was not to be
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AuditTrail>().Save(
                actor,
                new Happening($"{method} {RequestAddress.BelowApi(route ?? "")}".TrimEnd(), path[..Math.Min(path.Length, LongestPath)], Result: AuditResult.Refused),
                http.RequestAborted);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The refusal stands, also where it cannot be written down
            Unwritten(log, e);
        }
    }

    public void Dispose() => _limiter.Dispose();

    [LoggerMessage(Level = LogLevel.Error, Message = "A refused attempt could not be written into the audit trail")]
    private static partial void Unwritten(ILogger log, Exception e);
}
