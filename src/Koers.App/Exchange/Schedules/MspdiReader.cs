using System.Globalization;
using System.Text;
using System.Xml;
using Koers.App.Requests;

namespace Koers.App.Exchange.Schedules;

/// <summary>A task in a file from elsewhere.</summary>
/// <param name="Line">The line of the file where it begins.</param>
internal sealed record ReadTask(int Line)
{
    public int? Uid { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Number in the register, where the file says it.</summary>
    public string? Number { get; set; }

    public bool IsSummary { get; set; }

    /// <summary>Whether it is an empty line, or the project itself.</summary>
    public bool IsNone { get; set; }

    /// <summary>Whether it takes part in the schedule; who sets a task inactive keeps it in the file and does not do it.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Whether people set its days themselves; then <see cref="ManualStart"/> and <see cref="ManualFinish"/> say which.</summary>
    public bool IsManual { get; set; }

    /// <summary>First day as people set it; null where they did not.</summary>
    public DateOnly? ManualStart { get; set; }

    /// <summary>Last day as people set it; null where they did not.</summary>
    public DateOnly? ManualFinish { get; set; }

    /// <summary>First day; null where the file says none.</summary>
    public DateOnly? Start { get; set; }

    /// <summary>Last day; null where the file says none.</summary>
    public DateOnly? Finish { get; set; }
}

/// <summary>Reads the tasks of an MSPDI file that anybody may have made: as a stream, within limits, and nothing from outside the file.</summary>
internal static class MspdiReader
{
    private const int MostTasks = 50_000;
    private const int LongestText = 4_000;
    private const int Deepest = 64;

    /// <exception cref="InvalidInputException">It is no MSPDI, or not one that is safe to read; or a day in it cannot be read: all of those.</exception>
    public static IReadOnlyList<ReadTask> Read(byte[] file)
    {
        var (check, tasks) = (new InputCheck(), new List<ReadTask>());
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(file), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = ScheduleComparison.LargestFile,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                IgnoreWhitespace = true,
            });
            if (xml.MoveToContent() != XmlNodeType.Element || !Is(xml, "Project"))
                throw FileFault.Of("", $"Dit is geen MSPDI: het begint niet met Project uit {MspdiWriter.Namespace}.", $"This is no MSPDI: it does not begin with Project of {MspdiWriter.Namespace}.");
            while (Next(xml))
                if (xml.Depth == 2 && Is(xml, "Task"))
                    tasks.Add(tasks.Count < MostTasks ? Task(xml, check) : throw FileFault.Of("", $"Ten hoogste {Words.Number(MostTasks).Dutch} taken kan.", $"At most {Words.Number(MostTasks).English} tasks is possible."));
        }
        catch (Exception e) when (e is XmlException or DecoderFallbackException or NotSupportedException or ArgumentException or FormatException)
        {
            throw FileFault.Of("", "Dit is geen MSPDI (XML), of het bestand is beschadigd of niet veilig te lezen.", "This is no MSPDI (XML), or the file is damaged or not safe to read.");
        }

        check.Done();
        return tasks;
    }

    private static bool Next(XmlReader xml)
    {
        var isRead = xml.Read();
        return xml.Depth <= Deepest ? isRead : throw new FormatException("Elements lie too deep in each other.");
    }

    private static bool Is(XmlReader xml, string name) =>
        xml.NodeType == XmlNodeType.Element && xml.LocalName == name && xml.NamespaceURI == MspdiWriter.Namespace;

    private static ReadTask Task(XmlReader xml, InputCheck check)
    {
        var task = new ReadTask((xml as IXmlLineInfo)?.LineNumber ?? 0);
        if (xml.IsEmptyElement)
            return task;
        var (depth, field) = (xml.Depth, "");
        while (Next(xml) && xml.Depth > depth)
            if (xml.NodeType == XmlNodeType.Element && xml.NamespaceURI == MspdiWriter.Namespace)
                switch (xml.Depth - depth, xml.LocalName)
                {
                    case (1, "UID"):
                        task.Uid = int.TryParse(Text(xml), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var uid) ? uid : null;
                        break;
                    case (1, "Name"):
                        task.Name = Text(xml);
                        break;
                    case (1, "IsNull"):
                        task.IsNone |= IsYes(Text(xml));
                        break;
                    case (1, "OutlineLevel"):
                        task.IsNone |= Text(xml) == "0";
                        break;
                    case (1, "Summary"):
                        task.IsSummary = IsYes(Text(xml));
                        break;
                    case (1, "Active"):
                        task.IsActive = IsYes(Text(xml));
                        break;
                    case (1, "Manual"):
                        task.IsManual = IsYes(Text(xml));
                        break;
                    case (1, "ManualStart"):
                        task.ManualStart = Day(xml, check, task, isFinish: false);
                        break;
                    case (1, "ManualFinish"):
                        task.ManualFinish = Day(xml, check, task, isFinish: true);
                        break;
                    case (1, "Start"):
                        task.Start = Day(xml, check, task, isFinish: false);
                        break;
                    case (1, "Finish"):
                        task.Finish = Day(xml, check, task, isFinish: true);
                        break;
                    case (1, "ExtendedAttribute"):
                        field = "";
                        break;
                    case (2, "FieldID"):
                        field = Text(xml);
                        break;
                    case (2, "Value") when field == MspdiWriter.NumberField:
                        task.Number = Text(xml) is { Length: > 0 } number ? number : null;
                        break;
                    default:
                        break;
                }

        if (task.IsManual)
            (task.Start, task.Finish) = (task.ManualStart ?? task.Start, task.ManualFinish ?? task.Finish);
        return task;
    }

    /// <summary>The text of the element where the reader stands; the reader is left at its end.</summary>
    private static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var (text, depth) = (new StringBuilder(), xml.Depth);
        while (Next(xml) && xml.Depth > depth)
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && text.Append(xml.Value).Length > LongestText)
                throw new FormatException("A text is too long.");
        return text.ToString().Trim();
    }

    private static bool IsYes(string text) => text is "1" or "true";

    private static DateOnly? Day(XmlReader xml, InputCheck check, ReadTask task, bool isFinish)
    {
        var text = Text(xml);
        if (text.Length == 0)
            return null;
        var isRead = DateTime.TryParseExact(
            text, ["yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss.FFFFFFF"], CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var at);
        check.That(isRead, $"/regel {task.Line}", $"“{Cut(text)}” is geen dag en tijd; verwacht: 2027-01-01T08:00:00.", $"“{Cut(text)}” is no day and time; expected: 2027-01-01T08:00:00.");
        if (!isRead)
            return null;
        // What ends when a day begins was ready the day before
        return isFinish && at.TimeOfDay == TimeSpan.Zero && text.Length > 10 && at > DateTime.MinValue.AddDays(1) ? DateOnly.FromDateTime(at).AddDays(-1) : DateOnly.FromDateTime(at);
    }

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
