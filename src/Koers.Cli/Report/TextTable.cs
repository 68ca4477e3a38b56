using Koers.Cli.Terminal;
using Spectre.Console;

namespace Koers.Cli.Report;

/// <summary>What a column does where the page is too narrow.</summary>
internal enum Fit
{
    /// <summary>Keeps its width.</summary>
    Keep,

    /// <summary>Goes on in the next line.</summary>
    Wrap,

    /// <summary>Is cut.</summary>
    Cut,
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

/// <summary>A table without lines: columns two cells apart, never wider than the page.</summary>
internal sealed class TextTable(params Column[] columns)
{
    private const int Indent = 2;
    private const int Between = 2;
    private const int Narrowest = 4;
    private readonly List<Cell[]> _rows = [];

    public void Row(params Cell[] cells) => _rows.Add(cells);

    /// <summary>A line of its own between the rows.</summary>
    public void Title(string text) => _rows.Add([text]);

    public void Write(Page page)
    {
        var shown = Enumerable.Range(0, columns.Length).Where(IsUsed).ToArray();
        var widths = Widths(shown, page.Width);
        if (shown.Any(i => columns[i].Header.Length > 0))
            WriteRow(page, shown, widths, [.. columns.Select(column => new Cell([new Span(column.Header, Styles.Faint)]))]);
        foreach (var row in _rows)
        {
            if (row.Length == columns.Length)
                WriteRow(page, shown, widths, row);
            else
                page.Paragraph(row[0].Text, Indent);
        }
    }

    // A column in which nothing stands is left out: no department anywhere, no hiring anywhere
    private bool IsUsed(int column) => _rows.Exists(row => row.Length == columns.Length && row[column].Text.Length > 0);

    private int[] Widths(int[] shown, int page)
    {
        var widths = columns.Select((column, i) => Display.Width(column.Header)).ToArray();
        foreach (var row in _rows.Where(row => row.Length == columns.Length))
            for (var i = 0; i < columns.Length; i++)
                widths[i] = Math.Max(widths[i], Display.Width(row[i].Text));
        var excess = Indent + (Between * (shown.Length - 1)) + shown.Sum(i => widths[i]) - page;
        excess = Shrink(widths, shown.Where(i => columns[i].Fit != Fit.Keep), i => columns[i].Least, excess);
        Shrink(widths, shown, _ => Narrowest, excess);
        return widths;
    }

    // Takes cells from the columns that have the most to spare; returns what could not be taken
    private static int Shrink(int[] widths, IEnumerable<int> of, Func<int, int> least, int excess)
    {
        var candidates = of.ToArray();
        for (; excess > 0; excess--)
        {
            var spare = candidates.Where(i => widths[i] > least(i)).ToArray();
            if (spare.Length == 0)
                break;
            widths[spare.MaxBy(i => widths[i] - least(i))]--;
        }

        return excess;
    }

    private void WriteRow(Page page, int[] shown, int[] widths, Cell[] row)
    {
        var lines = shown.ToDictionary(i => i, i => Lines(page, columns[i], widths[i], row[i]));
        var height = lines.Values.Max(cell => cell.Count);
        for (var n = 0; n < height; n++)
        {
            var spans = new List<Span> { new string(' ', Indent) };
            foreach (var i in shown)
            {
                var cell = n < lines[i].Count ? lines[i][n] : [];
                var padding = new string(' ', Math.Max(0, widths[i] - cell.Sum(span => Display.Width(span.Text))));
                if (columns[i].Right)
                    spans.Add(padding);
                spans.AddRange(cell);
                if (!columns[i].Right)
                    spans.Add(padding);
                spans.Add(new string(' ', Between));
            }

            page.Line([.. spans]);
        }
    }

    private static IReadOnlyList<IReadOnlyList<Span>> Lines(Page page, Column column, int width, Cell cell)
    {
        if (Display.Width(cell.Text) <= width)
            return [[.. cell.Spans.Select(span => span with { Style = span.Style ?? column.Style })]];
        var style = cell.Spans.Count > 0 ? cell.Spans[0].Style ?? column.Style : column.Style;
        return column.Fit == Fit.Wrap
            ? [.. Display.Wrap(cell.Text, width).Select(line => new Span[] { new(line, style) })]
            : [[new Span(Display.Cut(cell.Text, width, page.Glyphs), style)]];
    }
}
