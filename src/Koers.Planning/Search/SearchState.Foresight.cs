namespace Koers.Planning.Search;

/// <summary>What a move would come to, worked out without making it.</summary>
internal sealed partial class SearchState
{
    /// <summary>Whether an initiative that is out can be put in so that the score is at least so much. Most cannot, and seeing that
    /// needs neither writing nor taking back. "Yes" may be wrong where several hirings together break a budget.</summary>
    /// <param name="initiative">The initiative; it must be out.</param>
    /// <param name="option">The option it would get.</param>
    /// <param name="least">What the score must be at least.</param>
    public bool MayReach(int initiative, int option, double least)
    {
        var room = Score + _value[option] - (Thrift * _costOf[option]) + GainOfCaps(option) + GainOfSynergies(initiative) - least;
        if (_tables.OrdersOf[initiative].Length > 0)
            room -= OrderWeight * Orders(initiative, option);
        var (e, end) = (_start[option], _start[option + 1]);
        if (e == end || _amount[e] >= 0)
            return room >= 0 && IsWithin(e, end, room, countsHiring: true);
        for (; e < end && _amount[e] < 0; e++)
        {
            if (_hire[_row[e]] is not null)
                return true;    // what it gives back in hiring is not worked out here
            var over = _use[_row[e]] - _limit[_row[e]];
            if (over > 0)
                room += Weight[_row[e]] * Math.Min(over, -_amount[e]);
        }
        return room >= 0 && IsWithin(e, end, room, countsHiring: false);
    }

    // The penalty is convex in what is used, so that the parts of it add up to no more than the whole as long as all of them raise
    private bool IsWithin(int e, int end, double room, bool countsHiring)
    {
        for (; e < end; e++)
        {
            var (row, amount) = (_row[e], _amount[e]);
            var use = _use[row];
            var over = use + amount - _limit[row];
            if (over > 0)
                room -= Weight[row] * Math.Min(over, amount);
            if (countsHiring && _hire[row] is { } hire && use + amount > hire.Available)
                room -= CostOfHiring(hire, hire.Price * Math.Min(amount, use + amount - hire.Available));
            if (room < 0)
                return false;
        }
        return true;
    }

    private double CostOfHiring(RowHire hire, double cost)
    {
        var penalty = 0.0;
        for (var r = hire.FirstBudgetRow; r <= hire.LastBudgetRow; r++)
        {
            var over = _use[r] + cost - _limit[r];
            if (over > 0)
                penalty += Weight[r] * Math.Min(over, cost);
        }
        return penalty;
    }

    private double GainOfCaps(int option)
    {
        if (_cappedScore.Length == 0)
            return 0.0;
        var change = 0.0;
        var goals = _tables.CappedScore.Keys(option);
        var points = _tables.CappedScore.Amounts(option);
        for (var e = 0; e < goals.Length; e++)
        {
            var (goal, before) = (_tables.CappedGoals[goals[e]], _cappedScore[goals[e]]);
            change += goal.Weight * (Math.Min(goal.Cap!.Value, before + points[e]) - Math.Min(goal.Cap.Value, before));
        }
        return change;
    }

    private double GainOfSynergies(int initiative)
    {
        var change = 0.0;
        foreach (var s in _tables.SynergiesOf[initiative])
            if (_present[s] + 1 == _tables.Synergies[s].Initiatives.Count)
                change += _tables.Synergies[s].Value;
        return change;
    }

    /// <summary>How much worse orders in time are broken once an initiative that is out has an option.</summary>
    private double Orders(int initiative, int option)
    {
        var change = 0.0;
        foreach (var order in _tables.OrdersOf[initiative])
        {
            var other = Chosen[order.Other];
            change += order.IsAfter
                ? Shortfall(other, option, order) - Shortfall(other, -1, order)
                : Shortfall(option, other, order) - Shortfall(-1, other, order);
        }
        return change;
    }
}
