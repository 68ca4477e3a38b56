using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Koers.Web.Site;

/// <summary>Lets as many pages be made at once as keep the processors busy; others wait their turn, first come, first served. Made all at once they
/// would be no sooner ready, and each holds many times its own size in memory meanwhile.</summary>
internal sealed class PageQueue(RequestDelegate next) : IDisposable
{
    // More than one each: making a page also waits for the database
    private static readonly int AtOnce = 4 * Environment.ProcessorCount;

    private readonly ConcurrencyLimiter _turns = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = AtOnce,
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public async Task InvokeAsync(HttpContext http)
    {
        // What is sent can take as long as the line of the sender is slow
        if (!HttpMethods.IsGet(http.Request.Method))
        {
            await next(http);
            return;
        }

        using var turn = await Turn(http);
        if (turn is null)
            return;
        // A page fits in what the server takes over at once; of a file it does not, and nobody waits for the slow line of another
        http.Response.OnStarting(() =>
        {
            if (http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is not true)
                turn.Dispose();
            return Task.CompletedTask;
        });
        await next(http);
    }

    /// <summary>A turn, when it comes; null where nobody waits for the page any more.</summary>
    private async Task<RateLimitLease?> Turn(HttpContext http)
    {
        try
        {
            return await _turns.AcquireAsync(1, http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => _turns.Dispose();
}
