using Koers.Planning.Problems;

namespace Koers.Planning.Formulation;

/// <summary>
/// Writes the reference formulation of a problem as free MPS, for any MIP solver. The model minimises -value. Columns are called c0, c1, …
/// and rows r0, r1, … because solvers limit the length of names: first one row per initiative (at most one of its options), then the rows
/// of the contract in their order; first one column per option, in the order of initiatives, variants and starts.
/// </summary>
public static class MpsWriter
{
    /// <summary>Writes the formulation of a problem to a stream, which stays open.</summary>
    /// <param name="problem">The problem, faultless.</param>
    /// <param name="output">Receives ASCII text.</param>
    public static void Write(Problem problem, Stream output)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(output);
        Write(new Model(problem), output);
    }

    internal static void Write(Model model, Stream output)
    {
        using var text = new AsciiText(output);
        WriteRows(model, text);
        WriteColumns(model, text);
        WriteLimits(model, text);
        WriteBounds(model, text);
        text.Add("ENDATA\n"u8);
    }

    private static int Initiatives(Model model) => model.Problem.Initiatives.Count;

    private static void WriteRows(Model model, AsciiText text)
    {
        text.Add("NAME koers\nROWS\n N value\n"u8);
        for (var r = 0; r < Initiatives(model) + model.Rows.Count; r++)
        {
            text.Add(" L r"u8);
            text.Add(r);
            text.Add("\n"u8);
        }
    }

    /// <summary>Whole columns stand between markers. A constant is a fixed column: solvers disagree on its sign in RHS.</summary>
    private static void WriteColumns(Model model, AsciiText text)
    {
        text.Add("COLUMNS\n    M1 'MARKER' 'INTORG'\n"u8);
        for (var c = 0; c < model.Columns.Count; c++)
            if (model.Columns.Whole(c))
                WriteColumn(model, c, text);
        text.Add("    M2 'MARKER' 'INTEND'\n"u8);
        for (var c = 0; c < model.Columns.Count; c++)
            if (!model.Columns.Whole(c))
                WriteColumn(model, c, text);
        if (model.Constant != 0)
            WriteValue(model.Columns.Count, -model.Constant, text);
    }

    private static void WriteColumn(Model model, int column, AsciiText text)
    {
        if (column < model.Columns.Options)
            WriteEntry(column, model.Options.Initiative[column], 1.0, text);
        var rows = model.ByColumn.Keys(column);
        var amounts = model.ByColumn.Amounts(column);
        for (var e = 0; e < rows.Length; e++)
            WriteEntry(column, Initiatives(model) + rows[e], amounts[e], text);
        if (model.Objective[column] != 0)
            WriteValue(column, -model.Objective[column], text);
    }

    private static void WriteEntry(int column, int row, double amount, AsciiText text)
    {
        text.Add("    c"u8);
        text.Add(column);
        text.Add(" r"u8);
        text.Add(row);
        text.Add(" "u8);
        text.Add(amount);
        text.Add("\n"u8);
    }

    private static void WriteValue(int column, double value, AsciiText text)
    {
        text.Add("    c"u8);
        text.Add(column);
        text.Add(" value "u8);
        text.Add(value);
        text.Add("\n"u8);
    }

    private static void WriteLimits(Model model, AsciiText text)
    {
        text.Add("RHS\n"u8);
        for (var r = 0; r < Initiatives(model) + model.Rows.Count; r++)
        {
            var limit = r < Initiatives(model) ? 1.0 : model.Rows.Limits[r - Initiatives(model)];
            if (limit == 0)
                continue;
            text.Add("    rhs r"u8);
            text.Add(r);
            text.Add(" "u8);
            text.Add(limit);
            text.Add("\n"u8);
        }
    }

    private static void WriteBounds(Model model, AsciiText text)
    {
        text.Add("BOUNDS\n"u8);
        for (var c = 0; c < model.Columns.Count; c++)
            if (Appears(model, c))
                WriteBound(" UP bnd c"u8, c, model.Columns.Upper(c), text);
        if (model.Constant != 0)
            WriteBound(" FX bnd c"u8, model.Columns.Count, 1.0, text);
    }

    /// <summary>A column without entries is not in the file, and may not be given a bound.</summary>
    private static bool Appears(Model model, int column) =>
        column < model.Columns.Options || model.Objective[column] != 0 || model.ByColumn.Keys(column).Length > 0;

    private static void WriteBound(ReadOnlySpan<byte> kind, int column, double bound, AsciiText text)
    {
        text.Add(kind);
        text.Add(column);
        text.Add(" "u8);
        text.Add(bound);
        text.Add("\n"u8);
    }
}
