using System.Globalization;
using Koers.App.Requests;
using Koers.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Initiatives;

/// <summary>Numbers of initiatives: the year of the Dutch calendar, and a place in it.</summary>
internal static class InitiativeNumbers
{
    /// <summary>The number that comes next. Asked when nobody else can write, or two get the same.</summary>
    /// <param name="context">The register.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<string> Next(RegisterContext context, TimeProvider clock, CancellationToken cancellation)
    {
        using var numbers = await Following(context, clock, cancellation);
        numbers.MoveNext();
        return numbers.Current;
    }

    /// <summary>The numbers that come next, one after the other. Asked when nobody else can write, or two get the same.</summary>
    /// <param name="context">The register.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<IEnumerator<string>> Following(RegisterContext context, TimeProvider clock, CancellationToken cancellation)
    {
        var year = DutchTime.Today(clock).Year.ToString("0000", CultureInfo.InvariantCulture);
        // As a number, not as text: after 2026-9999 comes 2026-10000
        var given = await context.Initiatives.Where(i => i.Number.StartsWith(year + "-")).Select(i => i.Number).ToListAsync(cancellation);
        var last = given.Select(n => int.TryParse(n.AsSpan(year.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var i) ? i : 0)
            .DefaultIfEmpty().Max();
        return After(year, last);
    }

    private static IEnumerator<string> After(string year, int last)
    {
        while (true)
            yield return string.Create(CultureInfo.InvariantCulture, $"{year}-{++last:0000}");
    }
}
