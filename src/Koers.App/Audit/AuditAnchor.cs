using System.Globalization;

namespace Koers.App.Audit;

/// <summary>A line of the trail as it was noted outside the database, where who can write into that cannot write.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Hash">Its hash, SHA-256 in small hexadecimals.</param>
public sealed record AuditAnchor(long Number, string Hash)
{
    private const int HashLength = 64;

    /// <summary>Reads it; null where it is none.</summary>
    /// <param name="text">Number, colon, hash.</param>
    public static AuditAnchor? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.IndexOf(':', StringComparison.Ordinal);
        return at > 0 && long.TryParse(text.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            && text.Length == at + 1 + HashLength && text[(at + 1)..].All(char.IsAsciiHexDigit)
                ? new AuditAnchor(number, text[(at + 1)..].ToLowerInvariant())
                : null;
    }
}
