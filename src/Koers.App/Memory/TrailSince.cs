using Koers.App.Storage;
using Koers.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Memory;

/// <summary>What the lines of the trail since a mark say was changed.</summary>
internal static class TrailSince
{
    /// <summary>Most lines that are looked at, and most initiatives that are read one by one: beyond it reading all is as quick.</summary>
    public const int Most = 200;

    private const string Initiative = "initiatief/";

    // What happens to these changes nothing that is remembered; whatever is not named here does
    private static readonly string[] Apart = ["account/", "api-client/", "planningsrun/", "relatie/", "vaststelling/"];

    /// <summary>Numbers of the initiatives that were changed; null where anything else may have been, or the trail is another one.</summary>
    public static async Task<IReadOnlySet<string>?> Changed(RegisterContext context, TrailMark since, CancellationToken cancellation)
    {
        var lines = await context.AuditEntries.AsNoTracking().Where(e => e.Number >= since.Number).OrderBy(e => e.Number)
            .Select(e => new { e.Number, e.Hash, e.Target, e.Result }).Take(Most + 2).ToListAsync(cancellation);
        if (lines.Count is 0 or > Most + 1 || new TrailMark(lines[0].Number, lines[0].Hash) != since)
            return null;
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines.Skip(1).Where(line => line.Result == AuditResult.Done))
            if (line.Target.StartsWith(Initiative, StringComparison.Ordinal))
                changed.Add(line.Target[Initiative.Length..].Split('/')[0]);
            else if (!Array.Exists(Apart, begin => line.Target.StartsWith(begin, StringComparison.Ordinal)))
                return null;
        return changed;
    }
}
