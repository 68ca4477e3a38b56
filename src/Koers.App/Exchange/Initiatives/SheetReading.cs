using Koers.App.Exchange.Sheets;
using Koers.App.Requests;

namespace Koers.App.Exchange.Initiatives;

/// <summary>Reads the cells of one row by the titles above them, and notes what cannot be read.</summary>
internal sealed class SheetReading
{
    private readonly SheetFile _file;
    private readonly SheetTable _table;
    private readonly InputCheck _check;
    private readonly Dictionary<string, (int Column, decimal Times)> _columns = new(StringComparer.OrdinalIgnoreCase);

    public SheetReading(SheetFile file, SheetTable table, IReadOnlyList<WorkbookColumn> known, InputCheck check)
    {
        (_file, _table, _check) = (file, table, check);
        for (var i = 0; i < table.Titles.Count; i++)
        {
            var (title, times) = DutchNumber.Multiple(table.Titles[i]);
            if (title.Length == 0)
                continue;
            var where = $"/{table.Name}/{Workbook.Letters(i)}1";
            check.That(known.Any(c => string.Equals(c.Title, title, StringComparison.OrdinalIgnoreCase)), where,
                $"De kolom “{title}” is niet bekend: {string.Join(", ", known.Select(c => c.Title))}.", $"The column “{title}” is not known: {string.Join(", ", known.Select(c => c.Title))}.");
            check.That(_columns.TryAdd(title, (i, times)), where, $"De kolom “{title}” staat er twee keer.", $"The column “{title}” is there twice.");
        }

        foreach (var key in table.Name == InitiativeSheets.Initiatives ? known.Take(1) : known.Take(2))
            check.That(_columns.ContainsKey(key.Title), $"/{table.Name}/1", $"De kolom “{key.Title}” ontbreekt.", $"The column “{key.Title}” is missing.");
    }

    public bool Has(string title) => _columns.ContainsKey(title);

    public string Where(SheetRow row, string title) =>
        _columns.TryGetValue(title, out var at) ? $"/{_table.Name}/{Workbook.Letters(at.Column)}{row.Number}" : $"/{_table.Name}/{row.Number}";

    public string? Text(SheetRow row, string title, bool isCode = false)
    {
        var cell = Cell(row, title);
        // 0.10 kept as a number has become 0.1, and nobody can tell
        if (cell is not null && isCode)
            _check.That(!cell.IsNumber, Where(row, title), "Hier staat een getal; maak er tekst van: 0.1 is iets anders dan 0.10.", "There is a number here; make it text: 0.1 is not 0.10.");
        return cell?.Value;
    }

    public decimal? Number(SheetRow row, string title)
    {
        if (Cell(row, title) is not { } cell)
            return null;
        // A number in a workbook is a binary fraction: 15 digits of it mean something
        var number = cell.IsNumber
            ? double.TryParse(cell.Value, System.Globalization.CultureInfo.InvariantCulture, out var raw) && Math.Abs(raw) < 1e15 ? (decimal)raw : null
            : DutchNumber.Read(cell.Value, _file.HasPoint);
        _check.That(number is not null && Math.Abs(number.Value) < 1e15m, Where(row, title),
            $"“{cell.Value}” is geen getal dat maar op één manier te lezen is; schrijf bijvoorbeeld {(_file.HasPoint ? "1250000.00" : "1.250.000,00")}.",
            $"“{cell.Value}” is no number that can be read in one way only; write for example {(_file.HasPoint ? "1250000.00" : "1.250.000,00")}.");
        return number is { } value && Math.Abs(value) < 1e15m ? value * _columns[title].Times : null;
    }

    public int? Whole(SheetRow row, string title)
    {
        var number = Number(row, title);
        if (number is not { } value)
            return null;
        var isWhole = value == decimal.Truncate(value) && Math.Abs(value) < 1_000_000;
        _check.That(isWhole, Where(row, title), $"{value} is geen heel getal dat hier past.", $"{value} is no whole number that fits here.");
        return isWhole ? (int)value : null;
    }

    public DateOnly? Day(SheetRow row, string title)
    {
        if (Cell(row, title) is not { } cell)
            return null;
        var day = !cell.IsNumber ? DutchNumber.Day(cell.Value)
            : double.TryParse(cell.Value, System.Globalization.CultureInfo.InvariantCulture, out var serial) ? DutchNumber.Day(serial, _file.Is1904) : null;
        _check.That(day is not null, Where(row, title), $"“{cell.Value}” is geen dag; schrijf 2027-01-01, 1-1-2027 of 2027-K1.", $"“{cell.Value}” is no day; write 2027-01-01, 1-1-2027 or 2027-K1.");
        return day;
    }

    public bool? YesNo(SheetRow row, string title)
    {
        var text = Text(row, title)?.Trim().ToUpperInvariant();
        if (text is null)
            return null;
        _check.That(text is "JA" or "NEE", Where(row, title), "Schrijf ja of nee.", "Write ja or nee.");
        return text == "JA";
    }

    private SheetCell? Cell(SheetRow row, string title) =>
        _columns.TryGetValue(title, out var at) && at.Column < row.Cells.Count ? row.Cells[at.Column] : null;
}
