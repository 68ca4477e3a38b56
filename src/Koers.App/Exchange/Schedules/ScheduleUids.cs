using System.Globalization;
using System.Text;

namespace Koers.App.Exchange.Schedules;

/// <summary>Numbers that planning programs know tasks by. They are made of what never changes, so that a task is the same task in the next file:
/// a program that compares two files looks at nothing else.</summary>
internal static class ScheduleUids
{
    /// <summary>Numbers below are those of groups.</summary>
    public const int OfInitiatives = 10_000_000;

    private const int FirstYear = 2000;

    /// <summary>The number of an initiative: 2026-0042 is year 26, initiative 42.</summary>
    /// <param name="number">Its number in the register.</param>
    /// <param name="taken">Numbers that others have.</param>
    public static int OfInitiative(string number, ISet<int> taken)
    {
        var parts = number.Split('-');
        var isOurs = parts.Length == 2
            & int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            & int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var place);
        // The year 2213 is the last that fits in 32 bits
        if (isOurs && year is > FirstYear and < FirstYear + 214 && place < OfInitiatives)
        {
            var uid = ((year - FirstYear) * OfInitiatives) + place;
            if (taken.Add(uid))
                return uid;
        }

        return Free(number, int.MaxValue, OfInitiatives, taken);
    }

    /// <summary>The number of a group.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="taken">Numbers that others have.</param>
    public static int OfGroup(string code, ISet<int> taken) => Free(code, OfInitiatives, 1, taken);

    private static int Free(string text, int below, int from, ISet<int> taken)
    {
        var hash = 2166136261u;
        foreach (var part in Encoding.UTF8.GetBytes(text))
            hash = unchecked((hash ^ part) * 16777619u);
        var uid = from + (int)(hash % (uint)(below - from));
        while (!taken.Add(uid))
            uid = uid + 1 < below ? uid + 1 : from;
        return uid;
    }
}
