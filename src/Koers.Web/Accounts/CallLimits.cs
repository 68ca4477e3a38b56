using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Koers.App.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Koers.Web.Accounts;

/// <summary>How often one may call: in general, and to sign in. Counted on each machine by itself.</summary>
internal sealed class CallLimits : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _addresses;
    private readonly PartitionedRateLimiter<string> _names;

    public CallLimits(SignInSettings settings)
    {
        _addresses = PartitionedRateLimiter.Create<string, string>(address => Limit(address, settings.SignInsPerAddress));
        _names = PartitionedRateLimiter.Create<string, string>(name => Limit(name, settings.SignInsPerName));
    }

    public static void Configure(RateLimiterOptions options, SignInSettings settings)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            SayWhen(context.HttpContext, context.Lease);
            return ValueTask.CompletedTask;
        };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
            http.User.FindFirstValue(Callers.NameClaim) is { } caller
                ? Limit(caller, settings.RequestsPerCaller)
                : Limit("van " + Address(http), settings.RequestsPerStranger));
    }

    /// <summary>Refuses who tries to sign in too often. The answer is then written already.</summary>
    /// <param name="http">The request.</param>
    /// <param name="name">Under which name; null where that is not known.</param>
    public async Task<bool> Allow(HttpContext http, string? name)
    {
        if (IsWithin(http, name))
            return true;
        await Refusal.Of(http, StatusCodes.Status429TooManyRequests, Refusal.For(StatusCodes.Status429TooManyRequests)).Write(http);
        return false;
    }

    /// <summary>Whether one may try to sign in again; where not, the answer says when.</summary>
    /// <param name="http">The request.</param>
    /// <param name="name">Under which name; null where that is not known.</param>
    public bool IsWithin(HttpContext http, string? name)
    {
        using var byAddress = _addresses.AttemptAcquire(Address(http));
        using var byName = name is null ? null : _names.AttemptAcquire(name.Trim().ToUpperInvariant());
        var refused = !byAddress.IsAcquired ? byAddress : byName is { IsAcquired: false } ? byName : null;
        if (refused is null)
            return true;
        SayWhen(http, refused);
        return false;
    }

    public void Dispose()
    {
        _addresses.Dispose();
        _names.Dispose();
    }

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    private static RateLimitPartition<string> Limit(string key, int most) => RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window, QueueLimit = 0 });

    private static void SayWhen(HttpContext http, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        http.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }
}
