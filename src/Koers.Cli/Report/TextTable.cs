using Koers.Cli.Terminal;
using Spectre.Console;

namespace Koers.Cli.Report;

/// <summary>What a column does where the page is too narrow. Only words go on or are cut: a cut number reads as another number, and a cut
/// bar as a shorter one.</summary>
internal enum Fit
{
    /// <summary>Keeps what stands in it; only its header may go on in the next line.</summary>
    Keep,

    /// <summary>Goes on in the next line.</summary>
    Wrap,

    /// <summary>Is cut.</summary>
    Cut,

    /// <summary>Is left out, as a bar is that says nothing that the numbers do not.</summary>
    LeaveOut,
}

/// <summary>One column of a table.</summary>
/// <param name="Header">Its header; empty = none.</param>
/// <param name="Right">Whether it is set to the right, as numbers are.</param>
/// <param name="Fit">What it does where the page is too narrow.</param>
/// <param name="Least">Cells below which it does not shrink.</param>
/// <param name="Style">Its style.</param>
internal sealed record Column(string Header, bool Right = false, Fit Fit = Fit.Keep, int Least = 8, Style? Style = null);

/// <summary>What stands in one field of a table.</summary>
internal readonly record struct Cell(IReadOnlyList<Span> Spans)
{
    public string Text => string.Concat(Spans.Select(span => span.Text));

    public static implicit operator Cell(string text) => new([text]);

    public static implicit operator Cell(Span[] spans) => new(spans);
}

/// <summary>A table without lines: columns two cells apart, never wider than the page. Where even its numbers do not fit beside each other,
/// each row becomes a few lines.</summary>
internal sealed class TextTable(params Column[] columns)
{
    private readonly List<Cell[]> _rows = [];

    public void Row(params Cell[] cells) => _rows.Add(cells);

    /// <summary>A line of its own between the rows.</summary>
    public void Title(string text) => _rows.Add([text]);

    public void Write(Page page)
    {
        if (TableWidths.Of(columns, [.. _rows.Where(row => row.Length == columns.Length)], page.Width) is not { } widths)
        {
            WriteList(page);
            return;
        }

        if (widths.Shown.Any(i => columns[i].Header.Length > 0))
            WriteRow(page, widths, [.. columns.Select(column => new Cell([new Span(column.Header, Styles.Faint)]))], areHeaders: true);
        foreach (var row in _rows)
        {
            if (row.Length == columns.Length)
                WriteRow(page, widths, row, areHeaders: false);
            else
                page.Paragraph(row[0].Text, TableWidths.Indent);
        }
    }

    // The first field on its line, the others below it with their headers
    private void WriteList(Page page)
    {
        foreach (var row in _rows)
        {
            if (row.Length == columns.Length)
                page.Paragraph(Named(0, row[0]), TableWidths.Indent);
            else
                page.Paragraph(row[0].Text, TableWidths.Indent);
            for (var i = 1; i < columns.Length && row.Length == columns.Length; i++)
                if (columns[i].Fit != Fit.LeaveOut && !string.IsNullOrWhiteSpace(row[i].Text))
                    page.Paragraph(Named(i, row[i]), 2 * TableWidths.Indent);
        }
    }

    private string Named(int column, Cell cell) =>
        columns[column].Header.Length > 0 ? $"{columns[column].Header}: {cell.Text}" : cell.Text;

    private void WriteRow(Page page, TableWidths widths, Cell[] row, bool areHeaders)
    {
        var lines = widths.Shown.ToDictionary(i => i, i => Lines(page, columns[i], widths.Cells[i], row[i], areHeaders));
        var height = lines.Values.Max(cell => cell.Count);
        for (var n = 0; n < height; n++)
        {
            var spans = new List<Span> { new string(' ', TableWidths.Indent) };
            foreach (var i in widths.Shown)
            {
                var cell = n < lines[i].Count ? lines[i][n] : [];
                var padding = new string(' ', Math.Max(0, widths.Cells[i] - cell.Sum(span => Display.Width(span.Text))));
                if (columns[i].Right)
                    spans.Add(padding);
                spans.AddRange(cell);
                if (!columns[i].Right)
                    spans.Add(padding);
                spans.Add(new string(' ', TableWidths.Between));
            }

            page.Line([.. spans]);
        }
    }

    private static IReadOnlyList<IReadOnlyList<Span>> Lines(Page page, Column column, int width, Cell cell, bool isHeader)
    {
        if (Display.Width(cell.Text) <= width)
            return [[.. cell.Spans.Select(span => span with { Style = span.Style ?? column.Style })]];
        var style = cell.Spans.Count > 0 ? cell.Spans[0].Style ?? column.Style : column.Style;
        return column.Fit == Fit.Wrap || isHeader
            ? [.. Display.Wrap(cell.Text, width).Select(line => new Span[] { new(line, style) })]
            : [[new Span(Display.Cut(cell.Text, width, page.Glyphs), style)]];
    }
}
