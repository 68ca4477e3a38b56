using System.Globalization;
using System.Text;

namespace Koers.Domain.PolicyFields;

/// <summary>The policy fields by year. Each list holds from its year until the next one; the source is beside the file.</summary>
public static class PolicyFieldList
{
    private const string File = "Koers.Domain.PolicyFields.taakvelden.csv";

    private static readonly IReadOnlyList<PolicyField> Lines = Read();
    private static readonly HashSet<string> Codes = [.. Lines.Select(line => line.Code)];

    /// <summary>The years in which a new list began, the first first.</summary>
    public static IReadOnlyList<int> Years { get; } = [.. Lines.Select(line => line.FromYear).Distinct().Order()];

    /// <summary>The list that holds for a year; for years before the first list, the first.</summary>
    /// <param name="year">A calendar year.</param>
    public static IReadOnlyList<PolicyField> For(int year)
    {
        var list = Years.LastOrDefault(from => from <= year, Years[0]);
        return [.. Lines.Where(line => line.FromYear == list).OrderBy(line => line.Order)];
    }

    /// <summary>Whether a code is in the list of any year.</summary>
    /// <param name="code">The code.</param>
    public static bool Knows(string code) => Codes.Contains(code);

    private static List<PolicyField> Read()
    {
        using var stream = typeof(PolicyFieldList).Assembly.GetManifestResourceStream(File)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        reader.ReadLine();
        var lines = new List<PolicyField>();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var cells = Cells(line);
            lines.Add(new PolicyField(Number(cells[0]), cells[1], cells[2], cells[3], cells[4], Number(cells[5])));
        }

        return lines;
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Cells of one line; a cell with a comma stands between quotes. No cell of this file holds a quote or a line break.</summary>
    private static List<string> Cells(string line)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var c in line)
            if (c == '"')
                isQuoted = !isQuoted;
            else if (c == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(c);
        cells.Add(cell.ToString());
        return cells;
    }
}
