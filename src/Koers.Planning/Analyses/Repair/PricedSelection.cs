using Koers.Planning.Search;

namespace Koers.Planning.Analyses;

/// <summary>A selection with the price of what it exceeds, kept up to date move by move. <see cref="Undo"/> takes back everything since
/// <see cref="Begin"/>.</summary>
internal sealed class PricedSelection
{
    private readonly ExcessPrices _prices;
    private readonly double[] _use;
    private readonly double[] _price;
    private readonly bool[] _isTouched;
    private readonly Queue<int> _touched = new();
    private readonly List<(int Row, double Use)> _rows = [];
    private readonly List<(int Group, double Price)> _groups = [];
    private readonly List<(int Initiative, int Option)> _moves = [];
    private (double Price, double Broken) _saved;

    public PricedSelection(ExcessPrices prices, ReadOnlySpan<int> chosen)
    {
        _prices = prices;
        (_use, _price) = (new double[prices.GroupOf.Length], new double[prices.Groups.Count]);
        _isTouched = new bool[_price.Length];
        Chosen = new int[chosen.Length];
        Load(chosen);
    }

    /// <summary>Per initiative its option, or -1.</summary>
    public int[] Chosen { get; }

    /// <summary>What giving way as far as needed costs.</summary>
    public double Price { get; private set; }

    /// <summary>How badly rules are broken that may not give way; 0 = it is a way out.</summary>
    public double Broken { get; private set; }

    /// <summary>Works everything out afresh, which also wipes out rounding.</summary>
    public void Load(ReadOnlySpan<int> chosen)
    {
        var options = chosen.ToArray();
        Array.Clear(_use);
        Array.Clear(_price);
        Array.Fill(Chosen, -1);
        (Price, Broken) = (0.0, 0.0);
        for (var i = 0; i < options.Length; i++)
            Put(i, options[i]);
        for (var g = 0; g < _price.Length; g++)
            Touch(g);
        Settle();
        Begin();
    }

    public void Begin()
    {
        _rows.Clear();
        _groups.Clear();
        _moves.Clear();
        _saved = (Price, Broken);
    }

    /// <summary>Gives an initiative another option, or -1 for none.</summary>
    public void Apply(int initiative, int option)
    {
        Put(initiative, option);
        Settle();
    }

    public void Undo()
    {
        for (var n = _moves.Count - 1; n >= 0; n--)
            Chosen[_moves[n].Initiative] = _moves[n].Option;
        for (var n = _rows.Count - 1; n >= 0; n--)
            _use[_rows[n].Row] = _rows[n].Use;
        for (var n = _groups.Count - 1; n >= 0; n--)
            _price[_groups[n].Group] = _groups[n].Price;
        (Price, Broken) = _saved;
    }

    /// <summary>Units by which each limit must give way.</summary>
    public double[] Amounts()
    {
        var amounts = new double[_prices.Limits.Count];
        foreach (var group in _prices.Groups)
            group.Price(_prices, _use, amounts);
        return amounts;
    }

    private void Put(int initiative, int option)
    {
        var from = Chosen[initiative];
        _moves.Add((initiative, from));
        Chosen[initiative] = option;
        if (from >= 0)
            AddOption(from, -1.0);
        if (option >= 0)
            AddOption(option, 1.0);
    }

    private void AddOption(int option, double sign)
    {
        var rows = _prices.Use.Keys(option);
        var amounts = _prices.Use.Amounts(option);
        for (var e = 0; e < rows.Length; e++)
            AddUse(rows[e], sign * amounts[e]);
    }

    private void AddUse(int row, double amount)
    {
        var before = _use[row];
        _rows.Add((row, before));
        _use[row] = before + amount;
        // What was within its limit and stays there costs nothing; what a share is of counts always
        if (row >= _prices.Hire.Length || Math.Max(before, _use[row]) > _prices.Room[row])
            Touch(_prices.GroupOf[row]);
        if (row < _prices.Hire.Length && _prices.Hire[row] is { } hire)
            Hire(hire, before, _use[row]);
    }

    /// <summary>As the checker does: what is asked above what there is is hired as far as that may be. Where a limit gives way less may
    /// need to be hired, so the price is at most too high.</summary>
    private void Hire(RowHire hire, double before, double after)
    {
        var cost = hire.Price * (Math.Clamp(after - hire.Available, 0.0, hire.Max) - Math.Clamp(before - hire.Available, 0.0, hire.Max));
        if (cost != 0)
            for (var row = hire.FirstBudgetRow; row <= hire.LastBudgetRow; row++)
                AddUse(row, cost);
    }

    private void Touch(int group)
    {
        if (group < 0 || _isTouched[group])
            return;
        _isTouched[group] = true;
        _touched.Enqueue(group);
    }

    private void Settle()
    {
        while (_touched.TryDequeue(out var g))
        {
            _isTouched[g] = false;
            var price = _prices.Groups[g].Price(_prices, _use, []);
            if (price == _price[g])
                continue;
            _groups.Add((g, _price[g]));
            if (_prices.Groups[g].IsHard)
                Broken += price - _price[g];
            else
                Price += price - _price[g];
            _price[g] = price;
        }
    }
}
