using System.Globalization;
using System.Xml;

namespace Koers.App.Exchange.Schedules;

/// <summary>
/// Writes a schedule as MSPDI, the XML of Microsoft Project that other planning programs read too; elements in the order of its public schema. Every
/// day is a working day of eight hours in the calendar, so that the quarters of the register begin and end on the very day. A start is a "start no
/// earlier than": who moves what comes first sees the rest move along.
/// </summary>
internal static class MspdiWriter
{
    /// <summary>The namespace of MSPDI.</summary>
    public const string Namespace = "http://schemas.microsoft.com/project";

    /// <summary>The field Text1 of tasks, which holds the number in the register.</summary>
    public const string NumberField = "188743731";

    /// <summary>The field Text2 of tasks, which holds the code of the variant.</summary>
    public const string VariantField = "188743734";

    private const int MinutesInDay = 480;
    private const string StartOfDay = "08:00:00";
    private const string EndOfDay = "17:00:00";

    public static byte[] Write(Schedule schedule)
    {
        using var target = new MemoryStream();
        using (var xml = XmlWriter.Create(target, new XmlWriterSettings { Indent = true, Encoding = new System.Text.UTF8Encoding(false) }))
        {
            xml.WriteStartElement("Project", Namespace);
            Settings(xml, schedule);
            Fields(xml);
            Calendars(xml);
            Tasks(xml, schedule);
            xml.WriteEndElement();
        }

        return target.ToArray();
    }

    private static void Settings(XmlWriter xml, Schedule schedule)
    {
        Element(xml, "SaveVersion", "14");
        Element(xml, "Name", $"portfolioafspraak-{schedule.Agreement}.xml");
        Element(xml, "Title", schedule.Name);
        Element(xml, "Company", schedule.Municipality);
        Element(xml, "CreationDate", schedule.AdoptedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        Element(xml, "ScheduleFromStart", "1");
        if (schedule.Tasks.Count > 0)
        {
            Element(xml, "StartDate", Start(schedule.Tasks.Min(t => t.Start)));
            Element(xml, "FinishDate", Finish(schedule.Tasks.Max(t => t.Finish)));
        }

        foreach (var (name, value) in ((string, string)[])[("FYStartDate", "1"), ("CriticalSlackLimit", "0"), ("CurrencyDigits", "2"), ("CurrencySymbol", "€"),
            ("CurrencyCode", "EUR"), ("CalendarUID", "1"), ("DefaultStartTime", StartOfDay), ("DefaultFinishTime", EndOfDay), ("MinutesPerDay", "480"),
            ("MinutesPerWeek", "3360"), ("DaysPerMonth", "30"), ("DefaultTaskType", "1"), ("DurationFormat", "7"), ("HonorConstraints", "0"),
            ("WeekStartDay", "1"), ("NewTasksAreManual", "0")])
            Element(xml, name, value);
    }

    private static void Fields(XmlWriter xml)
    {
        xml.WriteStartElement("ExtendedAttributes", Namespace);
        foreach (var (id, name, alias) in ((string, string, string)[])[(NumberField, "Text1", "Nummer"), (VariantField, "Text2", "Variant")])
        {
            xml.WriteStartElement("ExtendedAttribute", Namespace);
            Element(xml, "FieldID", id);
            Element(xml, "FieldName", name);
            Element(xml, "Alias", alias);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Calendars(XmlWriter xml)
    {
        xml.WriteStartElement("Calendars", Namespace);
        xml.WriteStartElement("Calendar", Namespace);
        Element(xml, "UID", "1");
        Element(xml, "Name", "Elke dag");
        Element(xml, "IsBaseCalendar", "1");
        Element(xml, "BaseCalendarUID", "-1");
        xml.WriteStartElement("WeekDays", Namespace);
        for (var day = 1; day <= 7; day++)
        {
            xml.WriteStartElement("WeekDay", Namespace);
            Element(xml, "DayType", Whole(day));
            Element(xml, "DayWorking", "1");
            xml.WriteStartElement("WorkingTimes", Namespace);
            foreach (var (from, to) in ((string, string)[])[(StartOfDay, "12:00:00"), ("13:00:00", EndOfDay)])
            {
                xml.WriteStartElement("WorkingTime", Namespace);
                Element(xml, "FromTime", from);
                Element(xml, "ToTime", to);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Tasks(XmlWriter xml, Schedule schedule)
    {
        xml.WriteStartElement("Tasks", Namespace);
        var (id, place) = (0, 0);
        foreach (var group in schedule.Tasks.GroupBy(t => t.Group))
        {
            place++;
            Open(xml, schedule.Groups[group.Key].Uid, ++id, schedule.Groups[group.Key].Name, Whole(place), 1, group.Min(t => t.Start), group.Max(t => t.Finish));
            xml.WriteEndElement();
            foreach (var (n, task) in group.Index())
            {
                Open(xml, task.Uid, ++id, task.Name, $"{Whole(place)}.{Whole(n + 1)}", 2, task.Start, task.Finish);
                Links(xml, task);
                Field(xml, NumberField, task.Number);
                Field(xml, VariantField, task.Variant);
                xml.WriteEndElement();
            }
        }

        xml.WriteEndElement();
    }

    /// <summary>Begins a task, up to where its links stand.</summary>
    private static void Open(XmlWriter xml, int uid, int id, string name, string number, int level, DateOnly start, DateOnly finish)
    {
        xml.WriteStartElement("Task", Namespace);
        var isGroup = level == 1;
        foreach (var (element, value) in ((string, string)[])[("UID", Whole(uid)), ("ID", Whole(id)), ("Name", name), ("Active", "1"), ("Manual", "0"),
            ("Type", "1"), ("IsNull", "0"), ("WBS", number), ("OutlineNumber", number), ("OutlineLevel", Whole(level)), ("Priority", "500"),
            ("Start", Start(start)), ("Finish", Finish(finish)), ("Duration", Duration(start, finish)), ("DurationFormat", "7"), ("EffortDriven", "0"),
            ("Estimated", "0"), ("Milestone", "0"), ("Summary", isGroup ? "1" : "0"), ("ConstraintType", isGroup ? "0" : "4"), ("CalendarUID", "-1")])
            Element(xml, element, value);
        if (!isGroup)
            Element(xml, "ConstraintDate", Start(start));
    }

    private static void Links(XmlWriter xml, ScheduleTask task)
    {
        const int TenthsInMinute = 10;
        foreach (var link in task.Links)
        {
            xml.WriteStartElement("PredecessorLink", Namespace);
            Element(xml, "PredecessorUID", Whole(link.Uid));
            // From finish to start, in days
            Element(xml, "Type", "1");
            Element(xml, "CrossProject", "0");
            Element(xml, "LinkLag", Whole(link.Days * MinutesInDay * TenthsInMinute));
            Element(xml, "LagFormat", "7");
            xml.WriteEndElement();
        }
    }

    private static void Field(XmlWriter xml, string id, string value)
    {
        xml.WriteStartElement("ExtendedAttribute", Namespace);
        Element(xml, "FieldID", id);
        Element(xml, "Value", value);
        xml.WriteEndElement();
    }

    // Text that XML cannot hold has no business in a name
    private static void Element(XmlWriter xml, string name, string value) =>
        xml.WriteElementString(name, Namespace, string.Concat(value.EnumerateRunes().Where(IsText)));

    private static bool IsText(System.Text.Rune rune) => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Start(DateOnly day) => $"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T{StartOfDay}";

    private static string Finish(DateOnly day) => $"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T{EndOfDay}";

    private static string Duration(DateOnly start, DateOnly finish) =>
        string.Create(CultureInfo.InvariantCulture, $"PT{(finish.DayNumber - start.DayNumber + 1) * (MinutesInDay / 60)}H0M0S");
}
