using Koers.Domain.Audit;

namespace Koers.App.Audit;

/// <summary>Finds lines of the trail by what they are about.</summary>
internal static class AuditTargets
{
    /// <summary>Lines about something or a part of it: "initiatief/2026-0001" and "initiatief/2026-0001/…". The targets are compared by their
    /// characters (collation C in PostgreSQL, BINARY in SQLite), so that the index finds them: a comparison by pattern reads the whole trail.</summary>
    /// <param name="entries">Lines.</param>
    /// <param name="target">About what.</param>
    public static IQueryable<AuditEntry> About(this IQueryable<AuditEntry> entries, string target)
    {
        // The sign after the slash
        var (from, to) = (target + '/', target + (char)('/' + 1));
#pragma warning disable CA1309 // The database compares, by its collation; it knows no other way to ask
        return entries.Where(e => e.Target == target || (string.Compare(e.Target, from) >= 0 && string.Compare(e.Target, to) < 0));
#pragma warning restore CA1309
    }
}
