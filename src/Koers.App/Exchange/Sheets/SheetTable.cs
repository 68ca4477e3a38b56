using Koers.App.Requests;

namespace Koers.App.Exchange.Sheets;

/// <summary>One table of a file: a sheet of a workbook, or a CSV file.</summary>
internal sealed record SheetTable(string Name, IReadOnlyList<string> Titles, IReadOnlyList<SheetRow> Rows);

/// <summary>A row: its number as people see it, and a cell for each title (null where there is nothing).</summary>
internal sealed record SheetRow(int Number, IReadOnlyList<SheetCell?> Cells);

/// <summary>What stands in a cell.</summary>
/// <param name="Value">The text, or the number as invariant text.</param>
/// <param name="IsNumber">Whether it is kept as a number.</param>
internal sealed record SheetCell(string Value, bool IsNumber = false);

/// <summary>A file as it was read.</summary>
/// <param name="Tables">Its tables.</param>
/// <param name="Faults">What is wrong with it, before anybody asks what it means.</param>
/// <param name="HasPoint">Whether numbers as text have a decimal point; otherwise a decimal comma.</param>
/// <param name="Is1904">Whether days are counted from 1904.</param>
internal sealed record SheetFile(IReadOnlyList<SheetTable> Tables, IReadOnlyList<InputFault> Faults, bool HasPoint, bool Is1904);
