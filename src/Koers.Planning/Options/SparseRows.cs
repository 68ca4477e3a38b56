namespace Koers.Planning.Options;

/// <summary>A sparse table in compressed row form: row r holds the entries <c>Start[r] … Start[r + 1] - 1</c>.</summary>
internal sealed class SparseRows(int[] start, int[] key, double[] amount)
{
    public int[] Start { get; } = start;
    public int[] Key { get; } = key;
    public double[] Amount { get; } = amount;

    public int Count => Start.Length - 1;

    public ReadOnlySpan<int> Keys(int row) => Key.AsSpan(Start[row], Start[row + 1] - Start[row]);

    public ReadOnlySpan<double> Amounts(int row) => Amount.AsSpan(Start[row], Start[row + 1] - Start[row]);

    /// <summary>The same entries, by key instead of by row.</summary>
    public SparseRows Transpose(int keys)
    {
        var byKeyStart = new int[keys + 1];
        foreach (var k in Key)
            byKeyStart[k + 1]++;
        for (var k = 0; k < keys; k++)
            byKeyStart[k + 1] += byKeyStart[k];
        var next = byKeyStart.AsSpan(0, keys).ToArray();
        var row = new int[Key.Length];
        var amounts = new double[Key.Length];
        for (var r = 0; r < Count; r++)
            for (var e = Start[r]; e < Start[r + 1]; e++)
            {
                var at = next[Key[e]]++;
                row[at] = r;
                amounts[at] = Amount[e];
            }
        return new SparseRows(byKeyStart, row, amounts);
    }
}

/// <summary>Fills a <see cref="SparseRows"/> row by row. Within a row, amounts on the same key add up and zeros are left out.</summary>
internal sealed class SparseRowsBuilder(int keys)
{
    private readonly List<int> _start = [0];
    private readonly List<int> _key = [];
    private readonly List<double> _amount = [];
    private readonly double[] _sum = new double[keys];
    private readonly bool[] _touched = new bool[keys];
    private readonly List<int> _open = [];

    public void Add(int key, double amount)
    {
        if (!_touched[key])
        {
            _touched[key] = true;
            _open.Add(key);
        }
        _sum[key] += amount;
    }

    public void EndRow()
    {
        _open.Sort();
        foreach (var k in _open)
        {
            if (_sum[k] != 0)
            {
                _key.Add(k);
                _amount.Add(_sum[k]);
            }
            _sum[k] = 0;
            _touched[k] = false;
        }
        _open.Clear();
        _start.Add(_key.Count);
    }

    public SparseRows Build() => new([.. _start], [.. _key], [.. _amount]);
}
