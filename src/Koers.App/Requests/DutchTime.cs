namespace Koers.App.Requests;

/// <summary>The calendar and the clock of the Netherlands: the day and the year that people of a municipality see, wherever the server stands.</summary>
public static class DutchTime
{
    private static readonly Lazy<TimeZoneInfo?> Amsterdam = new(() =>
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Amsterdam", out var zone) ? zone : null);

    /// <summary>Whether this machine knows Dutch time; where it does not, everything here is in universal time.</summary>
    public static bool IsKnown => Amsterdam.Value is not null;

    /// <summary>A moment as Dutch clocks show it.</summary>
    /// <param name="moment">The moment.</param>
    public static DateTimeOffset Of(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    /// <summary>The day on which a moment falls.</summary>
    /// <param name="moment">The moment.</param>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Of(moment).DateTime);

    /// <summary>The day that it is now.</summary>
    /// <param name="clock">The time.</param>
    public static DateOnly Today(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return DayOf(clock.GetUtcNow());
    }

    /// <summary>The moment at which a day begins.</summary>
    /// <param name="day">The day.</param>
    public static DateTimeOffset BeginOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    /// <summary>Whether Dutch clocks show the same more than once, as in the night in which summer time ends; null where they do not, otherwise whether this
    /// is the first time, in summer time.</summary>
    /// <param name="moment">The moment.</param>
    public static bool? IsFirstOfTwo(DateTimeOffset moment) =>
        Zone.IsAmbiguousTime(Of(moment).DateTime) ? Zone.IsDaylightSavingTime(moment) : null;

    private static TimeZoneInfo Zone => Amsterdam.Value ?? TimeZoneInfo.Utc;
}
