using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Koers.App.Requests;

namespace Koers.App.Exchange.Sheets;

/// <summary>Reads the values of a workbook that anybody may have made. It reads the few parts that hold values, as a stream and within limits, and
/// evaluates nothing.</summary>
internal sealed class WorkbookReader
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const long MostBytes = 200L << 20;
    private const int MostEntries = 500;
    private const int MostSharedTexts = 1_000_000;
    private const int LongestText = 40_000;
    private const int MostColumns = 100;
    private const int HighestRatio = 250;
    private const int MostFaults = 200;
    private const int MostKept = 20_000;

    private readonly ZipArchive _zip;
    private readonly List<InputFault> _faults = [];
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, string> _kept = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();
    private long _left = MostBytes;

    private WorkbookReader(ZipArchive zip) => _zip = zip;

    /// <summary>Reads the sheets of which the names are asked for; others are none of ours.</summary>
    /// <exception cref="InvalidInputException">It is no workbook, or not one that is safe to read.</exception>
    public static SheetFile Read(Stream file, IReadOnlyCollection<string> wanted)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return new WorkbookReader(zip).Read(wanted);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or DecoderFallbackException or NotSupportedException or FormatException or OverflowException)
        {
            throw FileFault.Of("", "Dit is geen werkmap (.xlsx), of zij is beschadigd of versleuteld.", "This is no workbook (.xlsx), or it is damaged or encrypted.");
        }
    }

    private SheetFile Read(IReadOnlyCollection<string> wanted)
    {
        if (_zip.Entries.Count > MostEntries)
            throw FileFault.Of("", $"Er staan {_zip.Entries.Count} delen in; ten hoogste {MostEntries} kan.", $"There are {_zip.Entries.Count} parts in it; at most {MostEntries} is possible.");
        foreach (var entry in _zip.Entries)
        {
            if (entry.Length > MostBytes || (entry.Length > 1 << 20 && entry.Length / HighestRatio > entry.CompressedLength))
                throw TooLarge();
            if (entry.FullName.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
                throw FileFault.Of("", "Er staan macro's in; sla de werkmap op als .xlsx zonder macro's.", "There are macros in it; save the workbook as .xlsx without macros.");
            if (entry.FullName.Contains("externalLinks/", StringComparison.OrdinalIgnoreCase))
                throw FileFault.Of("", "Er staan koppelingen met andere bestanden in; verbreek die eerst.", "There are links to other files in it; break them first.");
        }

        if (_zip.GetEntry("xl/sharedStrings.xml") is not null)
            ReadTexts();
        var (sheets, is1904) = ReadBook();
        var tables = new List<SheetTable>();
        foreach (var (name, part, isHidden) in sheets.Where(s => wanted.Contains(s.Name)))
            if (isHidden)
                Fault(name, "", "Dit blad is verborgen; maak het zichtbaar, zodat te zien is wat er wordt ingevoerd.", "This sheet is hidden; show it, so that it can be seen what is imported.");
            else
                tables.Add(ReadSheet(name, part));
        return new SheetFile(tables, _faults, HasPoint: false, is1904);
    }

    private (List<(string Name, string Part, bool IsHidden)> Sheets, bool Is1904) ReadBook()
    {
        var targets = new Dictionary<string, string>();
        using (var xml = Open("xl/_rels/workbook.xml.rels"))
            while (xml.Read())
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" })
                {
                    var target = xml.GetAttribute("Target") ?? "";
                    targets[xml.GetAttribute("Id") ?? ""] = target.StartsWith('/') ? target[1..] : "xl/" + target;
                }

        var (sheets, is1904) = (new List<(string, string, bool)>(), false);
        using var book = Open("xl/workbook.xml");
        while (book.Read())
            if (book is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
                is1904 = book.GetAttribute("date1904") is "1" or "true";
            else if (book is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && targets.TryGetValue(book.GetAttribute("id", Office) ?? "", out var part))
                sheets.Add((book.GetAttribute("name") ?? "", part, book.GetAttribute("state") is "hidden" or "veryHidden"));
        return (sheets, is1904);
    }

    private void ReadTexts()
    {
        using var xml = Open("xl/sharedStrings.xml");
        while (xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                if (_texts.Count == MostSharedTexts)
                    throw TooLarge();
                _texts.Add(Workbook.Unescaped(InnerText(xml)));
            }
    }

    private SheetTable ReadSheet(string name, string part)
    {
        var (titles, rows) = (new List<string>(), new List<SheetRow>());
        using var xml = Open(part);
        var (number, column, cells) = (0, 0, new List<SheetCell?>());
        while (xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" })
                Fault(name, xml.GetAttribute("ref") ?? "", "Hier zijn cellen samengevoegd; splits ze.", "Cells are merged here; split them.");
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : number + 1;
                (column, cells) = (0, []);
                if (rows.Count > CsvText.MostRows)
                    throw FileFault.Of(name, $"Ten hoogste {Words.Number(CsvText.MostRows).Dutch} rijen kan.", $"At most {Words.Number(CsvText.MostRows).English} rows is possible.");
                if (xml.IsEmptyElement)
                    continue;
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                var place = xml.GetAttribute("r") ?? $"{Workbook.Letters(column)}{number}";
                column = ColumnOf(place);
                if (ReadCell(xml, name, place) is { } cell && column < MostColumns)
                {
                    while (cells.Count <= column)
                        cells.Add(null);
                    cells[column] = cell;
                }

                column++;
            }
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "row" } && cells.Any(c => c is not null))
                if (titles.Count == 0)
                    titles.AddRange(cells.Select(c => c?.Value.Trim() ?? ""));
                else
                    rows.Add(new SheetRow(number, cells));
        return new SheetTable(name, titles, rows);
    }

    private SheetCell? ReadCell(XmlReader xml, string sheet, string place)
    {
        var type = xml.GetAttribute("t");
        var (value, depth) = ((string?)null, xml.Depth);
        if (!xml.IsEmptyElement)
            while (xml.Read() && xml.Depth > depth)
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "f" })
                    Fault(sheet, place, "Hier staat een formule; plak haar uitkomst als waarde.", "There is a formula here; paste its outcome as a value.");
                else if (xml is { NodeType: XmlNodeType.Element, LocalName: "v" or "is" })
                    value = InnerText(xml);
        if (value is null)
            return null;
        if (type == "e")
        {
            Fault(sheet, place, $"Hier staat een fout van het rekenblad: {value}.", $"There is an error of the spreadsheet here: {value}.");
            return null;
        }

        if (type == "s")
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _texts.Count
                ? Filled(new SheetCell(_texts[index]))
                : throw new InvalidDataException("A cell refers to a text that is not there.");
        return Filled(type switch
        {
            "inlineStr" or "str" => new SheetCell(Kept(Workbook.Unescaped(value))),
            "b" => new SheetCell(value is "1" or "true" ? "ja" : "nee"),
            _ => new SheetCell(Kept(value), IsNumber: true),
        });
    }

    // A code stands in a thousand cells, and is kept once
    private string Kept(string text)
    {
        if (_kept.TryGetValue(text, out var known))
            return known;
        if (_kept.Count < MostKept)
            _kept.Add(text, text);
        return text;
    }

    private static SheetCell? Filled(SheetCell cell) => string.IsNullOrWhiteSpace(cell.Value) ? null : cell;

    /// <summary>The text in all t below where the reader stands, or of the v on which it stands, without phonetic help (rPh) and without what only sets
    /// elements apart.</summary>
    private string InnerText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var (text, depth) = (_text.Clear(), xml.Depth);
        var (isHelp, isText) = (false, xml.LocalName == "v");
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.LocalName == "rPh")
                isHelp = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (xml.LocalName == "t")
                isText = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (isText && !isHelp && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
                text.Append(xml.Value);
            if (text.Length > LongestText)
                throw TooLarge();
        }

        return text.ToString();
    }

    private static int ColumnOf(string place)
    {
        var column = 0;
        foreach (var c in place.TakeWhile(char.IsAsciiLetterUpper))
            column = Math.Min(1_000_000, (column * 26) + (c - 'A' + 1));
        return column > 0 ? column - 1 : throw new InvalidDataException("A cell has no place.");
    }

    private XmlReader Open(string part)
    {
        var entry = _zip.GetEntry(part) ?? throw new InvalidDataException($"There is no {part}.");
        var stream = new LimitedStream(entry.Open(), _left, TooLarge);
        _left -= Math.Min(_left, entry.Length);
        // Nothing from outside, and nothing that grows when it is read
        return XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MostBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
    }

    private void Fault(string sheet, string place, string dutch, string english)
    {
        if (_faults.Count < MostFaults)
            _faults.Add(new InputFault($"/{sheet}/{place}".TrimEnd('/'), new Text(dutch, english)));
    }

    private static InvalidInputException TooLarge() =>
        FileFault.Of("", "Dit wordt uitgepakt te groot om te lezen.", "This unpacks to more than can be read.");
}
