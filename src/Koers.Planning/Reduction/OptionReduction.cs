using Koers.Planning.Formulation;
using Koers.Planning.Rules;

namespace Koers.Planning.Reduction;

/// <summary>
/// Strikes out options that no plan can hold, by looking at one row at a time: where the least that all other initiatives must put in a
/// row leaves an option no room, the option is out; where it leaves not choosing an initiative no room, the initiative is forced.
/// Repeats until nothing changes. No plan is lost, and the linear relaxation becomes much tighter, because it can no longer take a
/// fraction of something that could never be taken whole.
/// </summary>
internal sealed class OptionReduction
{
    private const int MaxRounds = 25;

    private readonly Model _model;
    private readonly double[] _rowSize;
    private readonly int[] _alive;   // per initiative, options left

    private OptionReduction(Model model, bool[] outOfReach, bool[] forced, double[] rowSize)
    {
        (_model, Out, Forced, _rowSize) = (model, outOfReach, forced, rowSize);
        _alive = new int[Forced.Length];
        for (var i = 0; i < Forced.Length; i++)
            for (var o = model.Options.First[i]; o < model.Options.First[i + 1]; o++)
                _alive[i] += Out[o] ? 0 : 1;
    }

    /// <summary>Options that no plan can hold.</summary>
    public bool[] Out { get; }

    /// <summary>Initiatives that every plan holds: the mandatory ones and what follows from them.</summary>
    public bool[] Forced { get; }

    /// <summary>A row that nothing can keep, or -1. Where there is one, no plan exists.</summary>
    public int BrokenRow { get; private set; } = -1;

    /// <summary>Whether no plan exists: a row is broken, or a forced initiative has no option left.</summary>
    public bool IsImpossible
    {
        get => field || BrokenRow >= 0;
        private set;
    }

    /// <summary>Number of options struck out.</summary>
    public int Removed { get; private set; }

    public static OptionReduction Of(Model model, CancellationToken cancellationToken = default)
    {
        var sizes = new double[model.Rows.Count];
        for (var r = 0; r < sizes.Length; r++)
        {
            sizes[r] = Math.Max(1.0, Math.Abs(model.Rows.Limits[r]));
            foreach (var a in model.Rows.Entries.Amounts(r))
                sizes[r] = Math.Max(sizes[r], Math.Abs(a));
        }
        var reduction = new OptionReduction(
            model, new bool[model.Options.Count], new bool[model.Options.First.Length - 1], sizes);
        reduction.Repeat(cancellationToken);
        return reduction;
    }

    /// <summary>Goes on from this reduction with more options out and more initiatives forced; this one stays as it is.</summary>
    /// <param name="leaveOut">Marks more options as out and more initiatives as forced.</param>
    public OptionReduction With(Action<bool[], bool[]> leaveOut)
    {
        var (outOfReach, forced) = ((bool[])Out.Clone(), (bool[])Forced.Clone());
        leaveOut(outOfReach, forced);
        var reduction = new OptionReduction(_model, outOfReach, forced, _rowSize);
        for (var i = 0; i < forced.Length; i++)
            if (forced[i] && reduction._alive[i] == 0)
                reduction.IsImpossible = true;
        if (!reduction.IsImpossible)
            reduction.Repeat(CancellationToken.None);
        return reduction;
    }

    private void Repeat(CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds && !cancellationToken.IsCancellationRequested; round++)
            if (!Pass() || BrokenRow >= 0)
                break;
    }

    /// <summary>Looks at every row once; returns whether anything changed.</summary>
    private bool Pass()
    {
        var changed = false;
        for (var r = 0; r < _model.Rows.Count && BrokenRow < 0; r++)
            if (!_model.RuleBook.Rules[_model.Rows.Rule[r]].IsDefinition)
                changed |= Propagate(r);
        return changed;
    }

    private bool Propagate(int row)
    {
        var columns = _model.Rows.Entries.Keys(row);
        var amounts = _model.Rows.Entries.Amounts(row);
        var limit = _model.Rows.Limits[row] + (Rule.Tolerance * _rowSize[row] * 1.01);
        var least = 0.0;
        var e = 0;
        while (e < columns.Length && columns[e] < _model.Columns.Options)
            least += Least(columns, amounts, ref e);
        for (; e < columns.Length; e++)
        {
            var upper = _model.Columns.Upper(columns[e]);
            least += Math.Min(0.0, amounts[e]) * (upper + (Rule.Tolerance * Math.Max(1.0, upper)));
        }
        if (least > limit)
        {
            BrokenRow = row;
            return true;
        }
        var changed = false;
        e = 0;
        while (e < columns.Length && columns[e] < _model.Columns.Options)
            changed |= Strike(columns, amounts, limit - least, ref e);
        return changed;
    }

    /// <summary>The least that the initiative at entry <paramref name="e"/> can put in the row; moves on to the next initiative.</summary>
    private double Least(ReadOnlySpan<int> columns, ReadOnlySpan<double> amounts, ref int e)
    {
        var i = _model.Options.Initiative[columns[e]];
        var (least, inRow) = (double.PositiveInfinity, 0);
        for (var end = _model.Options.First[i + 1]; e < columns.Length && columns[e] < end; e++)
            if (!Out[columns[e]])
            {
                inRow++;
                least = Math.Min(least, amounts[e]);
            }
        return !Forced[i] || inRow < _alive[i] ? Math.Min(0.0, least) : least;
    }

    /// <summary>Strikes what leaves the others no room; <paramref name="room"/> = limit less the least of all initiatives together.</summary>
    private bool Strike(ReadOnlySpan<int> columns, ReadOnlySpan<double> amounts, double room, ref int e)
    {
        var first = e;
        var i = _model.Options.Initiative[columns[e]];
        var least = Least(columns, amounts, ref e);
        if (double.IsPositiveInfinity(least))
            return false;
        var changed = false;
        if (-least > room)
            changed = Force(i, columns[first..e]);
        for (var at = first; at < e; at++)
            if (!Out[columns[at]] && amounts[at] - least > room)
            {
                Remove(columns[at], i);
                changed = true;
            }
        return changed;
    }

    /// <summary>Neither leaving the initiative out nor an option outside the row leaves the others room.</summary>
    private bool Force(int initiative, ReadOnlySpan<int> inRow)
    {
        var changed = !Forced[initiative];
        Forced[initiative] = true;
        for (var o = _model.Options.First[initiative]; o < _model.Options.First[initiative + 1]; o++)
            if (!Out[o] && inRow.BinarySearch(o) < 0)
            {
                Remove(o, initiative);
                changed = true;
            }
        return changed;
    }

    private void Remove(int option, int initiative)
    {
        Out[option] = true;
        _alive[initiative]--;
        Removed++;
    }
}
