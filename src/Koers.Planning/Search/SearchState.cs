using System.Runtime.CompilerServices;

namespace Koers.Planning.Search;

/// <summary>
/// A selection that may break rules, with what it is worth and a penalty for what it breaks, both kept up to date move by move. A move
/// is tried by applying it; <see cref="Undo"/> takes back everything since <see cref="Begin"/>.
/// </summary>
internal sealed partial class SearchState
{
    private readonly SearchTables _tables;
    private readonly double[] _value;                // per option, without capped goals
    private readonly int[] _start;
    private readonly int[] _row;
    private readonly double[] _amount;
    private readonly double[] _costOf;               // per option, what it uses at the prices
    private readonly double[] _limit;
    private readonly RowHire?[] _hire;
    private readonly double[] _use;
    private readonly double[] _cappedScore;
    private readonly int[] _present;                 // per synergy, members chosen
    private (int Row, double Use)[] _log = new (int, double)[1024];
    private int _logged;
    private (int Initiative, int Option)[] _moves = new (int, int)[8];
    private int _moved;
    private Sums _saved;
    private (int Logged, int Moved, Sums Sums) _mark;
    private double _cost;

    /// <param name="tables">The problem.</param>
    /// <param name="priced">What options use.</param>
    public SearchState(SearchTables tables, PricedUse priced)
    {
        _tables = tables;
        (_start, _row, _amount, _costOf) = (priced.Use.Start, priced.Use.Key, priced.Use.Amount, priced.Cost);
        _value = tables.Model.Objective;
        (_limit, _hire) = (tables.Limit, tables.Hire);
        _use = new double[_limit.Length];
        Weight = new double[_limit.Length];
        _cappedScore = new double[tables.CappedGoals.Count];
        _present = new int[tables.Synergies.Count];
        Chosen = new int[tables.Initiatives];
        Array.Fill(Chosen, -1);
    }

    /// <summary>Per initiative its option, or -1.</summary>
    public int[] Chosen { get; }

    /// <summary>Per row, the penalty per unit above its limit.</summary>
    public double[] Weight { get; }

    /// <summary>The penalty per broken order in time.</summary>
    public double OrderWeight { get; set; }

    public double Value { get; private set; }

    public double Penalty { get; private set; }

    /// <summary>Share of its price that what is used costs where limits are kept. Above 0, of two selections that are worth the same the one that leaves
    /// more room where room is dear counts for more, though nothing has come to fill it yet.</summary>
    public double Thrift { get; set; }

    /// <summary>What a search makes as large as it can: value, less the penalty, less the cost of what is used.</summary>
    public double Score => Value - Penalty - (Thrift * _cost);

    /// <summary>Number of rows and orders that are broken; 0 = the selection keeps every rule that the tables hold.</summary>
    public int Broken { get; private set; }

    public double Excess(int row) => _use[row] - _limit[row];

    private Sums Current
    {
        get => new(Value, Penalty, _cost, Broken);
        set => (Value, Penalty, _cost, Broken) = (value.Value, value.Penalty, value.Cost, value.Broken);
    }

    /// <summary>Takes over a selection and works everything out afresh, which also wipes out rounding.</summary>
    public void Load(ReadOnlySpan<int> chosen)
    {
        var options = chosen.ToArray();
        Array.Clear(_use);
        Array.Clear(_cappedScore);
        Array.Clear(_present);
        Array.Fill(Chosen, -1);
        Current = new Sums(_tables.Model.Constant, 0.0, 0.0, 0);
        for (var r = 0; r < _limit.Length; r++)
            if (_limit[r] < 0)
            {
                Penalty -= Weight[r] * _limit[r];
                Broken++;
            }
        for (var i = 0; i < options.Length; i++)
            if (options[i] >= 0)
            {
                Begin();
                Apply(i, options[i]);
            }
        Begin();
    }

    /// <summary>Works value and penalty out afresh, after weights changed.</summary>
    public void Refresh() => Load(Chosen);

    /// <summary>Marks the point to which <see cref="Undo"/> returns.</summary>
    public void Begin()
    {
        _logged = 0;
        _moved = 0;
        _saved = Current;
    }

    /// <summary>Gives an initiative another option, or -1 for none.</summary>
    /// <param name="initiative">The initiative.</param>
    /// <param name="option">Its new option, or -1.</param>
    public void Apply(int initiative, int option)
    {
        var from = Chosen[initiative];
        if (_moved == _moves.Length)
            Array.Resize(ref _moves, 2 * _moved);
        _moves[_moved++] = (initiative, from);
        Value += (option >= 0 ? _value[option] : 0.0) - (from >= 0 ? _value[from] : 0.0);
        _cost += (option >= 0 ? _costOf[option] : 0.0) - (from >= 0 ? _costOf[from] : 0.0);
        Value += ChangeOfCapsAndSynergies(initiative, from, option);
        if (_tables.OrdersOf[initiative].Length > 0)
            ChangeOrders(initiative, from, option);
        Chosen[initiative] = option;
        if (from >= 0)
            for (var e = _start[from]; e < _start[from + 1]; e++)
                AddUse(_row[e], -_amount[e]);
        if (option >= 0)
            for (var e = _start[option]; e < _start[option + 1]; e++)
                AddUse(_row[e], _amount[e]);
    }

    /// <summary>Marks a point after <see cref="Begin"/> to which <see cref="Return"/> returns, as often as wanted.</summary>
    public void Mark() => _mark = (_logged, _moved, Current);

    /// <summary>Takes back every move since <see cref="Mark"/>.</summary>
    public void Return()
    {
        Back(_mark.Logged, _mark.Moved);
        Current = _mark.Sums;
    }

    /// <summary>Takes back every move since <see cref="Begin"/>.</summary>
    public void Undo()
    {
        Back(0, 0);
        Current = _saved;
    }

    private void Back(int logged, int moved)
    {
        while (_moved > moved)
        {
            var (initiative, option) = _moves[--_moved];
            ChangeOfCapsAndSynergies(initiative, Chosen[initiative], option);
            Chosen[initiative] = option;
        }
        while (_logged > logged)
        {
            var (row, use) = _log[--_logged];
            _use[row] = use;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddUse(int row, double amount)
    {
        var before = _use[row];
        if (_logged == _log.Length)
            Array.Resize(ref _log, 2 * _logged);
        _log[_logged++] = (row, before);
        var after = before + amount;
        _use[row] = after;
        var limit = _limit[row];
        if (before > limit || after > limit)
            ChangePenalty(row, before - limit, after - limit);
        if (_hire[row] is { } hire)
            ChangeHiring(hire, before, after);
    }

    private void ChangePenalty(int row, double excessBefore, double excessAfter)
    {
        if (excessBefore > 0)
        {
            Penalty -= Weight[row] * excessBefore;
            Broken--;
        }
        if (excessAfter > 0)
        {
            Penalty += Weight[row] * excessAfter;
            Broken++;
        }
    }

    private void ChangeHiring(RowHire hire, double before, double after)
    {
        var cost = hire.Price * (Math.Max(0.0, after - hire.Available) - Math.Max(0.0, before - hire.Available));
        if (cost != 0)
            for (var r = hire.FirstBudgetRow; r <= hire.LastBudgetRow; r++)
                AddUse(r, cost);
    }

    private double ChangeOfCapsAndSynergies(int initiative, int from, int to)
    {
        var change = 0.0;
        if (_cappedScore.Length > 0)
            change = (from >= 0 ? ChangeOfCaps(from, -1.0) : 0.0) + (to >= 0 ? ChangeOfCaps(to, 1.0) : 0.0);
        if (from < 0 != to < 0)
            foreach (var s in _tables.SynergiesOf[initiative])
            {
                var members = _tables.Synergies[s].Initiatives.Count;
                if (to >= 0)
                    change += ++_present[s] == members ? _tables.Synergies[s].Value : 0.0;
                else
                    change -= _present[s]-- == members ? _tables.Synergies[s].Value : 0.0;
            }
        return change;
    }

    private double ChangeOfCaps(int option, double sign)
    {
        var change = 0.0;
        var goals = _tables.CappedScore.Keys(option);
        var points = _tables.CappedScore.Amounts(option);
        for (var e = 0; e < goals.Length; e++)
        {
            var goal = _tables.CappedGoals[goals[e]];
            var before = _cappedScore[goals[e]];
            var after = before + (sign * points[e]);
            change += goal.Weight * (Math.Min(goal.Cap!.Value, after) - Math.Min(goal.Cap.Value, before));
            _cappedScore[goals[e]] = after;
        }
        return change;
    }

    private void ChangeOrders(int initiative, int from, int to)
    {
        foreach (var order in _tables.OrdersOf[initiative])
        {
            var other = Chosen[order.Other];
            var before = order.IsAfter ? Shortfall(other, from, order) : Shortfall(from, other, order);
            var after = order.IsAfter ? Shortfall(other, to, order) : Shortfall(to, other, order);
            Penalty += OrderWeight * (after - before);
            Broken += (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
        }
    }

    /// <summary>How badly an order is broken: 0 = kept, more the more periods are missing, most where what is needed is absent.</summary>
    private double Shortfall(int first, int second, Order order)
    {
        if (second < 0)
            return 0.0;
        if (first < 0)
            return order.Needs ? 3.0 : 0.0;
        var options = _tables.Model.Options;
        var missing = options.Finish[first] + order.Lag - options.Start[second];
        return missing > 0 ? 1.0 + (0.25 * missing) : 0.0;
    }

    private readonly record struct Sums(double Value, double Penalty, double Cost, int Broken);
}
