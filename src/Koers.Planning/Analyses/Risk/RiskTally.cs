namespace Koers.Planning.Analyses;

/// <summary>What a number of runs gave together. Sums of blocks of runs are added in the order of the runs, so that rounding is the same
/// on any number of threads.</summary>
internal sealed class RiskTally
{
    private readonly double[][] _sums;
    private readonly long[][] _counts;

    public RiskTally(RiskModel model)
    {
        var means = model.Means;
        Measures = means.Slices + means.Budgets + means.Capacities;
        (Excess, ExcessSquared, Use) = (new double[Measures], new double[Measures], new double[means.Slices]);
        (Exceeded, Weighted) = (new long[Measures], new long[means.Slices]);
        (MoneyDriver, PeopleDriver) = (new double[model.Spend.Of.Length], new double[model.People.Of.Length]);
        (HiringDriver, Postponed) = (new double[means.Budgets * means.Years], new double[means.Budgets]);
        (Late, StartsLate) = (new long[model.Count], new long[model.Count]);
        (Delay, LateFinish) = (new long[model.Count], new long[model.Count]);
        Whole = new long[2];
        _sums = [Excess, ExcessSquared, Use, MoneyDriver, PeopleDriver, HiringDriver, Postponed];
        _counts = [Exceeded, Weighted, Late, StartsLate, Delay, LateFinish, Whole];
    }

    /// <summary>Slices, and then the total of every budget and of every capacity.</summary>
    public int Measures { get; }

    /// <summary>Runs, and runs in which nothing is exceeded.</summary>
    public long[] Whole { get; }

    /// <summary>Per measure, the runs in which it is exceeded.</summary>
    public long[] Exceeded { get; }

    public double[] Excess { get; }

    public double[] ExcessSquared { get; }

    public double[] Use { get; }

    /// <summary>Per slice, the runs in which it is part of the total excess of its budget or capacity.</summary>
    public long[] Weighted { get; }

    /// <summary>Per entry, what it used in the slices that were part of the total excess.</summary>
    public double[] MoneyDriver { get; }

    public double[] PeopleDriver { get; }

    /// <summary>Per budget and year, what hiring took in runs in which the year was part of the total excess.</summary>
    public double[] HiringDriver { get; }

    public double[] Postponed { get; }

    public long[] Late { get; }

    public long[] StartsLate { get; }

    /// <summary>Periods by which each initiative finished later, all runs together.</summary>
    public long[] Delay { get; }

    /// <summary>Sum of the finishes of runs in which it was late.</summary>
    public long[] LateFinish { get; }

    public void Clear()
    {
        foreach (var sum in _sums)
            Array.Clear(sum);
        foreach (var count in _counts)
            Array.Clear(count);
    }

    public void Add(RiskTally later)
    {
        for (var k = 0; k < _sums.Length; k++)
            for (var i = 0; i < _sums[k].Length; i++)
                _sums[k][i] += later._sums[k][i];
        for (var k = 0; k < _counts.Length; k++)
            for (var i = 0; i < _counts[k].Length; i++)
                _counts[k][i] += later._counts[k][i];
    }
}

/// <summary>What is kept of single runs.</summary>
internal sealed class RiskRecords
{
    /// <summary>Numbers that are kept at most: 128 MB of them.</summary>
    private const int MostNumbers = 32 << 20;

    public RiskRecords(int measures, int runs)
    {
        Kept = Math.Min(runs, MostNumbers / Math.Max(1, measures));
        Excess = new float[measures * Kept];
        Value = new double[runs];
    }

    /// <summary>Of the first so many runs the excesses are kept.</summary>
    public int Kept { get; }

    /// <summary>Per measure and run.</summary>
    public float[] Excess { get; }

    /// <summary>Per run.</summary>
    public double[] Value { get; }
}
