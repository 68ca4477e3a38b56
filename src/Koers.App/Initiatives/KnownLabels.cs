using Koers.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Initiatives;

/// <summary>What initiatives say of themselves, to choose from.</summary>
/// <param name="Areas">Areas, in order of the alphabet.</param>
/// <param name="Phases">Phases, in order of the alphabet.</param>
public sealed record KnownLabels(IReadOnlyList<string> Areas, IReadOnlyList<string> Phases)
{
    /// <summary>Reads them.</summary>
    /// <param name="context">The register.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<KnownLabels> Read(RegisterContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var areas = await context.Initiatives.Where(i => i.Area != null).Select(i => i.Area!).Distinct().ToListAsync(cancellation);
        var phases = await context.Initiatives.Where(i => i.Phase != null).Select(i => i.Phase!).Distinct().ToListAsync(cancellation);
        return new KnownLabels([.. areas.Order(StringComparer.Ordinal)], [.. phases.Order(StringComparer.Ordinal)]);
    }
}
