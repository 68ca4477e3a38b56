using Koers.Cli.Terminal;

namespace Koers.Cli.Report;

/// <summary>Which columns of a table are shown, and how wide each is. Words give way first, then headers, then bars; numbers never.</summary>
/// <param name="Shown">The columns shown, from the left.</param>
/// <param name="Cells">The width of every column.</param>
internal sealed record TableWidths(int[] Shown, int[] Cells)
{
    public const int Indent = 2;
    public const int Between = 2;

    /// <summary>Narrower than this a name is no longer read.</summary>
    private const int Narrowest = 8;

    /// <summary>A word up to this long is not broken while other columns have room to give.</summary>
    private const int LongestWhole = 20;

    /// <summary>The widths with which a table fits on a page; null where its numbers do not fit beside each other.</summary>
    public static TableWidths? Of(Column[] columns, IReadOnlyList<Cell[]> rows, int page)
    {
        // A column in which nothing stands is left out: no department anywhere, no hiring anywhere
        int[] used = [.. Enumerable.Range(0, columns.Length).Where(i => rows.Any(row => row[i].Text.Length > 0))];
        int[] fields = [.. columns.Select((_, i) => rows.Select(row => Display.Width(row[i].Text)).Append(0).Max())];
        int[] words = [.. columns.Select((_, i) => Math.Min(LongestWhole, rows.Select(row => LongestWord(row[i].Text)).Append(0).Max()))];
        var withBars = Fitted(columns, used, fields, words, page, columns.Select(column => column.Least));
        if (withBars is not null)
            return withBars;
        int[] withoutBars = [.. used.Where(i => columns[i].Fit != Fit.LeaveOut)];
        return Fitted(columns, withoutBars, fields, words, page, columns.Select(_ => Narrowest));
    }

    private static TableWidths? Fitted(
        Column[] columns, int[] shown, int[] fields, int[] words, int page, IEnumerable<int> least)
    {
        int[] leasts = [.. least];
        int[] headers = [.. columns.Select(column => LongestWord(column.Header))];
        int[] cells = [.. columns.Select((column, i) => Math.Max(fields[i], Display.Width(column.Header)))];
        var excess = Indent + (Between * (shown.Length - 1)) + shown.Sum(i => cells[i]) - page;
        int[] ofWords = [.. shown.Where(i => columns[i].Fit is Fit.Wrap or Fit.Cut)];
        int[] others = [.. shown.Except(ofWords)];
        excess = Shrink(cells, ofWords, i => Math.Max(leasts[i], columns[i].Fit == Fit.Wrap ? Math.Max(words[i], headers[i]) : headers[i]), excess);
        excess = Shrink(cells, others, i => Math.Max(fields[i], headers[i]), excess);
        excess = Shrink(cells, ofWords, i => leasts[i], excess);
        return excess > 0 ? null : new TableWidths(shown, cells);
    }

    private static int LongestWord(string text) => text.Split(' ').Max(Display.Width);

    // Takes cells from the columns that have the most to spare; returns what could not be taken
    private static int Shrink(int[] cells, int[] of, Func<int, int> least, int excess)
    {
        for (; excess > 0; excess--)
        {
            var spare = of.Where(i => cells[i] > least(i)).ToArray();
            if (spare.Length == 0)
                break;
            cells[spare.MaxBy(i => cells[i] - least(i))]--;
        }

        return excess;
    }
}
