using Koers.Planning.Formulation;

namespace Koers.Planning.Bounding;

/// <summary>
/// Sets of rows that compete for the same initiatives: a full, priced row with those that share most of what a relaxation cuts in pieces.
/// A cut over such a window says what no row says alone.
/// </summary>
internal sealed class Windows
{
    private const double Full = 0.98;

    private readonly Model _model;
    private readonly List<int> _rows = [];
    private readonly List<double[]> _pieces = [];      // per row, per initiative, how much of the row its pieces use

    public Windows(Model model, LocalCuts cuts, Relaxation solved)
    {
        _model = model;
        for (var r = 0; r < model.Rows.Count; r++)
            if (solved.Prices[r] > 1e-9 && cuts.IsPacking(r) && cuts.Fullness(r, solved.Share) > Full)
            {
                _rows.Add(r);
                _pieces.Add(Pieces(r, solved.Share));
            }
    }

    /// <summary>One window per full row: that row and those nearest to it, so many in all.</summary>
    public IEnumerable<IReadOnlyList<int>> Of(int size)
    {
        for (var k = 0; k < _rows.Count; k++)
        {
            var at = k;
            yield return [_rows[at], .. Enumerable.Range(0, _rows.Count).Where(j => j != at)
                .OrderByDescending(j => Overlap(_pieces[at], _pieces[j])).Take(size - 1).Select(j => _rows[j])];
        }
    }

    private double[] Pieces(int row, double[] share)
    {
        var pieces = new double[_model.Options.First.Length - 1];
        var columns = _model.Rows.Entries.Keys(row);
        var amounts = _model.Rows.Entries.Amounts(row);
        var limit = Math.Max(1e-9, Math.Abs(_model.Rows.Limits[row]));
        for (var e = 0; e < columns.Length; e++)
            if (columns[e] < _model.Columns.Options)
                pieces[_model.Options.Initiative[columns[e]]] +=
                    Math.Min(1.0, amounts[e] / limit) * share[columns[e]] * (1 - share[columns[e]]);
        return pieces;
    }

    private static double Overlap(double[] a, double[] b)
    {
        var overlap = 0.0;
        for (var i = 0; i < a.Length; i++)
            overlap += Math.Sqrt(Math.Max(0.0, a[i] * b[i]));
        return overlap;
    }
}
