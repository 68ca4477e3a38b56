namespace Koers.App.Exchange.Schedules;

/// <summary>One initiative of an agreement, in days.</summary>
/// <param name="Uid">The number that a planning program knows it by; the same each time.</param>
/// <param name="Number">Its number in the register.</param>
/// <param name="Name">How people call it.</param>
/// <param name="Variant">Code of the variant that was agreed.</param>
/// <param name="Group">Code of what it stands under: its programme or department; empty where there is none.</param>
/// <param name="Start">First day.</param>
/// <param name="Finish">Last day.</param>
internal sealed record ScheduleTask(int Uid, string Number, string Name, string Variant, string Group, DateOnly Start, DateOnly Finish)
{
    /// <summary>What comes before it.</summary>
    public List<ScheduleLink> Links { get; } = [];
}

/// <summary>Work that must be finished first.</summary>
/// <param name="Uid">Which.</param>
/// <param name="Days">Days between its finish and the start, negative where they may overlap.</param>
internal sealed record ScheduleLink(int Uid, int Days);

/// <summary>An agreement as a schedule.</summary>
/// <param name="Agreement">Number of the agreement.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Municipality">Whose it is.</param>
/// <param name="AdoptedAt">When it was adopted.</param>
/// <param name="Groups">What initiatives stand under, by code.</param>
/// <param name="Tasks">The initiatives, in order of group and number.</param>
internal sealed record Schedule(
    int Agreement, string Name, string Municipality, DateTimeOffset AdoptedAt, IReadOnlyDictionary<string, ScheduleGroup> Groups,
    IReadOnlyList<ScheduleTask> Tasks);

/// <summary>What initiatives stand under.</summary>
/// <param name="Uid">The number that a planning program knows it by; the same each time.</param>
/// <param name="Name">How people call it.</param>
internal sealed record ScheduleGroup(int Uid, string Name);
