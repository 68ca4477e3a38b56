using System.Security.Cryptography;
using System.Text;

namespace Koers.App.Demo;

/// <summary>The times of the demo: all of them follow from one moment, so that the same moment gives the same municipality.</summary>
/// <param name="now">When it is made.</param>
internal sealed class DemoTime(DateTimeOffset now)
{
    private const int QuartersInYear = 4;
    private const int MonthsInQuarter = 3;
    private const int OfficeOpens = 8;
    private const int OfficeMinutes = 9 * 60;

    /// <summary>First day that is planned: the next year.</summary>
    public DateOnly Start { get; } = new(now.UtcDateTime.Year + 1, 1, 1);

    /// <summary>A moment within the office hours of a day, in whole minutes: one of the databases keeps no more than microseconds, and the audit trail
    /// must hash the same when read again. Which, follows from what happened then.</summary>
    /// <param name="daysAgo">How many days ago, at least 1.</param>
    /// <param name="what">What happened.</param>
    public DateTimeOffset DaysAgo(int daysAgo, string what) => new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero)
        .AddDays(-daysAgo).AddHours(OfficeOpens).AddMinutes(Math.Floor(Draw(what) * OfficeMinutes));

    /// <summary>First day of a quarter before the one of now.</summary>
    public DateOnly QuartersAgo(int quarters)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return new DateOnly(today.Year, today.Month - ((today.Month - 1) % MonthsInQuarter), 1).AddMonths(-quarters * MonthsInQuarter);
    }

    /// <summary>First day of a quarter from the first that is planned.</summary>
    public DateOnly Quarter(int quarter) => Start.AddMonths(quarter * MonthsInQuarter);

    /// <summary>How many quarters a day lies after the first that is planned.</summary>
    public int QuarterOf(DateOnly day) =>
        ((day.Year - Start.Year) * QuartersInYear) + ((day.Month - Start.Month) / MonthsInQuarter);

    /// <summary>The id of a thing. Ids grow with the moment and then with the place, as others do.</summary>
    /// <param name="thing">What it is, unique.</param>
    /// <param name="moment">When it was made.</param>
    /// <param name="place">Its place among those of that moment.</param>
    public static Guid Id(string thing, DateTimeOffset moment, int place = 0)
    {
        var bytes = Hash(thing)[..16];
        // Version 7 of RFC 9562: milliseconds first, then a place where others have chance, then the hash
        var milliseconds = moment.ToUnixTimeMilliseconds();
        for (var i = 0; i < 6; i++)
            bytes[i] = (byte)((milliseconds >> (8 * (5 - i))) & 0xff);
        bytes[6] = (byte)(0x70 | ((place >> 8) & 0x0f));
        bytes[7] = (byte)(place & 0xff);
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3f));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>A number from 0 to 1 that follows from a text and nothing else.</summary>
    public static double Draw(string text) => BitConverter.ToUInt32(Hash(text), 20) / (double)uint.MaxValue;

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
