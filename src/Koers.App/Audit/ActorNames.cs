using Koers.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Audit;

/// <summary>How people know who the trail names by id.</summary>
internal static class ActorNames
{
    /// <summary>Names of accounts and clients; who is not there any more is left out.</summary>
    /// <param name="context">The register.</param>
    /// <param name="actors">As the trail writes them: "account/…", "client/…".</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<Dictionary<string, string>> Of(RegisterContext context, IEnumerable<string> actors, CancellationToken cancellation)
    {
        var ids = actors.Distinct().Where(a => Guid.TryParse(a[(a.LastIndexOf('/') + 1)..], out _)).ToDictionary(a => a, a => Guid.Parse(a[(a.LastIndexOf('/') + 1)..]));
        var values = ids.Values.Distinct().ToArray();
        var known = await context.Users.AsNoTracking().Where(u => values.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellation);
        foreach (var client in await context.ApiClients.AsNoTracking().Where(c => values.Contains(c.Id)).ToListAsync(cancellation))
            known[client.Id] = client.Name;
        return ids.Where(pair => known.ContainsKey(pair.Value)).ToDictionary(pair => pair.Key, pair => known[pair.Value]);
    }
}
