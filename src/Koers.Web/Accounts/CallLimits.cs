using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Koers.App.Accounts;
using Koers.App.Operation;
using Koers.Web.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Koers.Web.Accounts;

/// <summary>How often one may call: in general, and to sign in. Counted on each machine by itself.</summary>
internal sealed class CallLimits : IDisposable
{
    // Checking a password is slow by design: who sends hundreds at once waits
    private const int AtOncePerAddress = 4;
    private const int WaitingPerAddress = 500;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _failures;
    private readonly PartitionedRateLimiter<string> _names;
    private readonly PartitionedRateLimiter<string> _atOnce;

    public CallLimits(SignInSettings settings)
    {
        _failures = PartitionedRateLimiter.Create<string, string>(address => Limit(address, settings.FailuresPerAddress));
        _names = PartitionedRateLimiter.Create<string, string>(name => Limit(name, settings.FailuresPerName));
        _atOnce = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetConcurrencyLimiter(
            address, _ => new ConcurrencyLimiterOptions { PermitLimit = AtOncePerAddress, QueueLimit = WaitingPerAddress }));
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

    /// <summary>Begins an attempt to sign in, or refuses it because too many failed: from this address, or under this name. A whole municipality
    /// can be behind one address, so what succeeds does not count.</summary>
    /// <param name="http">The request. Where it is refused, its answer says when to try again.</param>
    /// <param name="name">Under which name; null where that is not known.</param>
    /// <returns>The attempt, to be ended; null where it is refused.</returns>
    public async ValueTask<SignInAttempt?> Begin(HttpContext http, string? name)
    {
        var (address, caller) = (Address(http), name?.Trim().ToUpperInvariant());
        var place = await _atOnce.AcquireAsync(address, 1, http.RequestAborted);
        // Looked at without taking one away
        using var byAddress = _failures.AttemptAcquire(address, 0);
        using var byName = caller is null ? null : _names.AttemptAcquire(caller, 0);
        var refused = !place.IsAcquired ? place : !byAddress.IsAcquired ? byAddress : byName is { IsAcquired: false } ? byName : null;
        if (refused is null)
            return new SignInAttempt(place, () =>
            {
                _failures.AttemptAcquire(address).Dispose();
                if (caller is not null)
                    _names.AttemptAcquire(caller).Dispose();
            });
        Instruments.SignInRefused(SignInFailure.Limited);
        SayWhen(http, refused);
        place.Dispose();
        return null;
    }

    /// <summary>The same for the API: where it is refused, the answer is written already.</summary>
    /// <param name="http">The request.</param>
    /// <param name="name">Under which name; null where that is not known.</param>
    public async ValueTask<SignInAttempt?> BeginOrRefuse(HttpContext http, string? name)
    {
        if (await Begin(http, name) is { } attempt)
            return attempt;
        await Refusal.Of(http, StatusCodes.Status429TooManyRequests, Refusal.For(StatusCodes.Status429TooManyRequests)).Write(http);
        return null;
    }

    public void Dispose()
    {
        _failures.Dispose();
        _names.Dispose();
        _atOnce.Dispose();
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

/// <summary>An attempt to sign in, from its begin to its end.</summary>
/// <param name="place">Its place among those that are made at once.</param>
/// <param name="count">Counts it as failed.</param>
internal sealed class SignInAttempt(RateLimitLease place, Action count) : IDisposable
{
    /// <summary>It failed.</summary>
    public void Failed() => count();

    public void Dispose() => place.Dispose();
}
