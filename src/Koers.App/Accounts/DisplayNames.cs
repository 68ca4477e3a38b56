using Koers.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Accounts;

/// <summary>How others see who is behind the id of an account or another system.</summary>
public static class DisplayNames
{
    /// <summary>The names that are known; who is gone is not among them.</summary>
    /// <param name="context">The register.</param>
    /// <param name="ids">Ids; null is passed over.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<IReadOnlyDictionary<Guid, string>> Of(
        RegisterContext context, IEnumerable<Guid?> ids, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var asked = ids.OfType<Guid>().Distinct().ToArray();
        if (asked.Length == 0)
            return new Dictionary<Guid, string>();
        var known = await context.Users.AsNoTracking().Where(u => asked.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellation);
        foreach (var client in await context.ApiClients.AsNoTracking().Where(c => asked.Contains(c.Id)).ToListAsync(cancellation))
            known[client.Id] = client.Name;
        return known;
    }
}
