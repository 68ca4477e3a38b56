using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Koers.Bench.Serving;

/// <summary>Makes a workbook of new initiatives of one with the initiatives of a register.</summary>
internal static partial class NewInitiatives
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static byte[] Of(byte[] workbook)
    {
        using var changed = new MemoryStream();
        changed.Write(workbook);
        using (var zip = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
            foreach (var sheet in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).ToList())
                Change(sheet);
        return changed.ToArray();
    }

    private static void Change(ZipArchiveEntry sheet)
    {
        using var stream = sheet.Open();
        var xml = XDocument.Load(stream);
        var rows = xml.Descendants(Main + "row").ToList();
        // What a new initiative does not have yet
        var own = rows[0].Elements().Where(title => title.Value is "Versie" or "Toestand").Select(title => Column(title)).ToHashSet();
        foreach (var row in rows.Skip(1))
        {
            row.Elements().Where(cell => own.Contains(Column(cell))).Remove();
            if (row.Elements().FirstOrDefault(cell => Column(cell) == "A") is { } first && Number().IsMatch(first.Value))
                first.Descendants(Main + "t").Single().Value = "nieuw-" + first.Value;
        }
        stream.SetLength(0);
        xml.Save(stream, SaveOptions.DisableFormatting);
    }

    private static string Column(XElement cell) => ((string)cell.Attribute("r")!).TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    [GeneratedRegex(@"^\d{4}-\d{4,}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
