using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Koers.App.Exchange.Sheets;

/// <summary>A column of a workbook that is written.</summary>
/// <param name="Title">What stands above it.</param>
/// <param name="Kind">What is in it.</param>
/// <param name="List">Title of the column of lists from which can be chosen; null = anything.</param>
internal sealed record WorkbookColumn(string Title, CellKind Kind, string? List = null);

/// <summary>What is in a column.</summary>
internal enum CellKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>Euros.</summary>
    Money,

    /// <summary>A day.</summary>
    Day,
}

/// <summary>Writes a workbook: titles stand still, codes are text, numbers are numbers, and what can be chosen is chosen from a list.</summary>
internal static partial class Workbook
{
    /// <summary>Most characters of a text in a cell, as spreadsheets have it.</summary>
    public const int LongestText = 32_767;

    private const string Lists = "Lijsten";
    private const int RowsWithList = 5_000;

    public static byte[] Write(
        IReadOnlyList<(string Name, IReadOnlyList<WorkbookColumn> Columns, IEnumerable<IReadOnlyList<object?>> Rows)> sheets,
        IReadOnlyList<(string Title, IReadOnlyList<string> Values)> lists)
    {
        using var target = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var names = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(names);
            foreach (var (name, columns, rows) in sheets)
                Add(book, names, name, columns, rows, lists);
            var longest = lists.Max(l => l.Values.Count);
            Add(
                book, names, Lists, [.. lists.Select(l => new WorkbookColumn(l.Title, CellKind.Text))],
                Enumerable.Range(0, longest).Select(i => (IReadOnlyList<object?>)[.. lists.Select(l => i < l.Values.Count ? l.Values[i] : null)]), []);
        }

        return target.ToArray();
    }

    /// <summary>"A", "B", … "AA", from 0.</summary>
    public static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + Letters(column % 26);

    private static void Add(
        WorkbookPart book, DocumentFormat.OpenXml.Spreadsheet.Sheets names, string name, IReadOnlyList<WorkbookColumn> columns,
        IEnumerable<IReadOnlyList<object?>> rows, IReadOnlyList<(string Title, IReadOnlyList<string> Values)> lists)
    {
        var part = book.AddNewPart<WorksheetPart>();
        names.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)names.Count() + 1, Name = name });
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(columns.Select((c, i) => new Column
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            Width = c.Title.Length + 10,
            CustomWidth = true,
            Style = (uint)c.Kind,
        })));
        writer.WriteStartElement(new SheetData());
        Row(writer, 1, [.. columns.Select(c => c.Title)], [.. columns.Select(_ => 5u)]);
        var number = 2u;
        foreach (var row in rows)
            Row(writer, number++, row, [.. columns.Select(c => (uint)c.Kind)]);
        writer.WriteEndElement();
        var choices = columns.Select((c, i) => (c, i)).Where(c => c.c.List is not null && lists.Any(l => l.Title == c.c.List)).ToList();
        if (choices.Count > 0)
            writer.WriteElement(new DataValidations(choices.Select(c => Choice(c.c, c.i, lists))) { Count = (uint)choices.Count });
        writer.WriteEndElement();
    }

    private static DataValidation Choice(WorkbookColumn column, int place, IReadOnlyList<(string Title, IReadOnlyList<string> Values)> lists)
    {
        var list = lists.ToList().FindIndex(l => l.Title == column.List);
        return new DataValidation(new Formula1(string.Create(
            CultureInfo.InvariantCulture, $"{Lists}!${Letters(list)}$2:${Letters(list)}${Math.Max(2, lists[list].Values.Count + 1)}")))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            ShowErrorMessage = true,
            SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{Letters(place)}2:{Letters(place)}{RowsWithList}" },
        };
    }

    private static void Row(OpenXmlWriter writer, uint number, IReadOnlyList<object?> values, uint[] styles)
    {
        writer.WriteStartElement(new Row { RowIndex = number });
        for (var i = 0; i < values.Count; i++)
            if (values[i] is { } value and not "")
                writer.WriteElement(Cell($"{Letters(i)}{number.ToString(CultureInfo.InvariantCulture)}", value, styles[i]));
        writer.WriteEndElement();
    }

    private static Cell Cell(string place, object value, uint style) => value switch
    {
        DateOnly day => Number(place, (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture), style),
        string text => new Cell(new InlineString(new Text(Escaped(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = place,
            DataType = CellValues.InlineString,
            StyleIndex = style,
        },
        IFormattable number => Number(place, number.ToString(null, CultureInfo.InvariantCulture), style),
        _ => throw new ArgumentException($"{value.GetType()} has no form in a cell.", nameof(value)),
    };

    private static Cell Number(string place, string text, uint style) => new(new CellValue(text)) { CellReference = place, StyleIndex = style };

    /// <summary>What XML cannot hold or would change goes as _x000D_; what looks like that is marked too (ECMA-376, ST_Xstring).</summary>
    internal static string Escaped(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal) && !text.Any(NeedsEscape))
            return text;
        var marked = Mark().Replace(text, "_x005F_${rest}");
        return string.Concat(marked.Select(c => NeedsEscape(c) ? $"_x{(int)c:X4}_" : c.ToString()));
    }

    private static bool NeedsEscape(char c) => (c < ' ' && c is not ('\t' or '\n')) || !(XmlConvert.IsXmlChar(c) || char.IsSurrogate(c));

    /// <summary>The text as it was.</summary>
    internal static string Unescaped(string text) => !text.Contains("_x", StringComparison.Ordinal) ? text : Escape().Replace(
        text, found => ((char)int.Parse(found.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("_(?<rest>x[0-9A-Fa-f]{4}_)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escape();

    private static Stylesheet Styles() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = 164, FormatCode = "[$€-413] #,##0.00;[$€-413] -#,##0.00" },
            new NumberingFormat { NumberFormatId = 165, FormatCode = "[$-413]d-m-yyyy;@" })
        { Count = 2 },
        new Fonts(new Font(), new Font(new Bold())) { Count = 2 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border()) { Count = 1 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        // In the order of CellKind, and the titles last
        new CellFormats(
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true }, new CellFormat { NumberFormatId = 0 },
            new CellFormat { NumberFormatId = 1, ApplyNumberFormat = true }, new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 165, ApplyNumberFormat = true }, new CellFormat { FontId = 1, ApplyFont = true })
        { Count = 6 });
}
