using System.Buffers;
using System.Text;
using Koers.App.Requests;

namespace Koers.App.Exchange.Sheets;

/// <summary>CSV in two ways: as Dutch spreadsheets read it (semicolon, decimal comma, UTF-8 with a mark, CRLF), and as RFC 4180 writes it.</summary>
internal static class CsvText
{
    /// <summary>Most rows of one file.</summary>
    public const int MostRows = 200_000;

    private static readonly SearchValues<char> Special = SearchValues.Create(";,\"\r\n\t");

    // Some spreadsheets take the wide signs for the narrow ones
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");

    private const int MostColumns = 100;
    private const int LongestField = 40_000;

    public static byte[] Write(IReadOnlyList<string> titles, IEnumerable<IReadOnlyList<string?>> rows, bool isDutch)
    {
        var separator = isDutch ? ';' : ',';
        using var target = new MemoryStream();
        using (var text = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: isDutch), leaveOpen: true))
            foreach (var row in rows.Prepend(titles))
                text.Write(string.Join(separator, row.Select(field => Quoted(Harmless(field ?? "")))) + "\r\n");
        return target.ToArray();
    }

    /// <summary>Reads a file; separator and encoding show themselves.</summary>
    /// <exception cref="InvalidInputException">It is no CSV.</exception>
    public static (IReadOnlyList<IReadOnlyList<string>> Rows, bool HasPoint) Read(byte[] file)
    {
        var text = Decoded(file);
        var (separator, at) = Separator(text);
        var (rows, row) = (new List<IReadOnlyList<string>>(), new List<string>());
        while (at < text.Length)
        {
            row.Add(AsWritten(Field(text, separator, ref at, rows.Count + 1)));
            if (row.Count > MostColumns || rows.Count > MostRows)
                throw FileFault.Of("", $"Ten hoogste {Words.Number(MostRows).Dutch} rijen van {Words.Number(MostColumns).Dutch} kolommen kan.", $"At most {Words.Number(MostRows).English} rows of {Words.Number(MostColumns).English} columns is possible.");
            if (at < text.Length && text[at] == separator && ++at < text.Length)
                continue;
            // A separator at the very end has an empty field after it
            if (at == text.Length && text[^1] == separator)
                row.Add("");
            at += at < text.Length && text[at] == '\r' ? 1 : 0;
            at += at < text.Length && text[at] == '\n' ? 1 : 0;
            rows.Add(row);
            row = [];
        }

        return (rows, separator == ',');
    }

    private static string Field(string text, char separator, ref int at, int row)
    {
        var field = new StringBuilder();
        if (text[at] == '"')
        {
            for (at++; ; at++)
            {
                if (at == text.Length)
                    throw Unreadable(row);
                if (text[at] == '"' && (++at == text.Length || text[at] != '"'))
                    break;
                field.Append(text[at]);
            }

            if (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
                throw Unreadable(row);
        }
        else
            for (; at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'); at++)
                field.Append(text[at]);
        return field.Length <= LongestField ? field.ToString() : throw Unreadable(row);
    }

    private static InvalidInputException Unreadable(int row) => FileFault.Of(
        "", $"Dit is niet te lezen als CSV, bij rij {row}: een aanhalingsteken staat verkeerd, of een veld is te lang.",
        $"This cannot be read as CSV, at row {row}: a quote is in a wrong place, or a field is too long.");

    // Whatever separator a reader expects, and whether it takes the apostrophe away
    private static string Quoted(string field) =>
        field.Length > 0 && (field.AsSpan().ContainsAny(Special) || field[0] is ' ' or '\'' || field[^1] == ' ')
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    /// <summary>A spreadsheet takes what begins so for a formula and carries it out: an apostrophe before it makes it text.</summary>
    public static string Harmless(string text) => IsDangerous(text) ? "'" + text : text;

    /// <summary>Takes back what <see cref="Harmless"/> did, and nothing else.</summary>
    public static string AsWritten(string text) => text.StartsWith('\'') && IsDangerous(text) ? text[1..] : text;

    private static bool IsDangerous(string text) => text.TrimStart('\'') is [var first, ..] && Formula.Contains(first);

    private static string Decoded(byte[] file)
    {
        if (file is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(file, 2, file.Length - 2);
        if (file is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(file, 2, file.Length - 2);
        var begin = file is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file, begin, file.Length - begin);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(file);
        }
    }

    /// <summary>The separator that the first line has most of outside quotes; "sep=;" says it.</summary>
    private static (char Separator, int Begin) Separator(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4)
            return (text[4], text.IndexOf('\n') + 1);
        var (isQuoted, counts) = (false, new Dictionary<char, int> { [';'] = 0, [','] = 0, ['\t'] = 0 });
        foreach (var c in text)
            if (c == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && c == '\n')
                break;
            else if (!isQuoted && counts.TryGetValue(c, out var count))
                counts[c] = count + 1;
        return (counts.MaxBy(c => c.Value).Key, 0);
    }
}
