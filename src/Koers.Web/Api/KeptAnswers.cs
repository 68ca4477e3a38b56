using System.Text.Json;
using Koers.App.Requests;
using Koers.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Koers.Web.Api;

/// <summary>Answers that are kept for a day under a key of who asked, so that nothing is done twice.</summary>
internal sealed class KeptAnswers(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Takes a key; gives the earlier request where it was taken.</summary>
    /// <param name="actor">Whose key.</param>
    /// <param name="key">The key.</param>
    /// <param name="request">What is asked, as <see cref="RequestPrint"/> says it.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<AnsweredRequest?> Claim(string actor, string key, string request, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<RegisterContext>();
        var now = clock.GetUtcNow();
        await context.AnsweredRequests.Where(r => r.At < now - Kept).ExecuteDeleteAsync(cancellation);
        if (await Of(context, actor, key).FirstOrDefaultAsync(cancellation) is { } earlier)
            return earlier;
        var mine = new AnsweredRequest { Actor = actor, Key = key, Request = request, At = now };
        context.AnsweredRequests.Add(mine);
        try
        {
            await context.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateException)
        {
            // Somebody took it in between, or the database is in trouble: then this fails too. Who took it may have given it free already
            return await Of(context, actor, key).FirstOrDefaultAsync(cancellation) ?? mine;
        }
    }

    /// <summary>Keeps the answer. Not to be cut off: what was asked is done.</summary>
    public async Task Keep(string actor, string key, int status, IReadOnlyDictionary<string, string> headers, string body)
    {
        var written = JsonSerializer.Serialize(headers);
        await using var scope = scopes.CreateAsyncScope();
        await Of(scope.ServiceProvider.GetRequiredService<RegisterContext>(), actor, key).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Status, status).SetProperty(r => r.Headers, written).SetProperty(r => r.Body, body), CancellationToken.None);
    }

    /// <summary>Gives a key free: nothing was done, and the same may be tried again.</summary>
    public async Task Forget(string actor, string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        await Of(scope.ServiceProvider.GetRequiredService<RegisterContext>(), actor, key).ExecuteDeleteAsync(CancellationToken.None);
    }

    private static IQueryable<AnsweredRequest> Of(RegisterContext context, string actor, string key) =>
        context.AnsweredRequests.AsNoTracking().Where(r => r.Actor == actor && r.Key == key);
}
