namespace Koers.Planning.Analyses;

/// <summary>Looks at single runs: what is exceeded, by how much, and because of whom. One of these per thread.</summary>
internal sealed class RunObserver(RiskModel model, PlannedUse planned, RiskRecords records)
{
    private readonly RiskMeans _means = model.Means;
    private readonly double[] _excess = new double[model.Means.Slices];
    private readonly double[] _total = new double[model.Means.Budgets + model.Means.Capacities];
    private readonly bool[] _weighs = new bool[model.Means.Slices];
    private readonly double[] _scratch = new double[Math.Max(model.Means.Years, model.Means.Periods)];

    public void Look(RunSimulator run, int number, RiskTally into)
    {
        for (var b = 0; b < _means.Budgets; b++)
            _total[b] = Money(run, b);
        for (var c = 0; c < _means.Capacities; c++)
            _total[_means.Budgets + c] = People(run, c);
        Sum(run, number, into);
        Blame(run, into);
        Delays(run, into);
    }

    private double Money(RunSimulator run, int b)
    {
        var (saves, total, worst, used) = (_means.Saves[b], 0.0, -1, 0.0);
        for (var y = 0; y < _means.Years; y++)
        {
            var slice = (b * _means.Years) + y;
            used = (saves ? used : 0) + run.Money[slice];
            var over = used - _means.Money[slice];
            _excess[slice] = over > planned.Slack[slice] ? over : 0;
            _weighs[slice] = !saves && _excess[slice] > 0;
            if (saves && _excess[slice] > total)
                worst = y;
            total = saves ? Math.Max(total, _excess[slice]) : total + _excess[slice];
        }

        for (var y = 0; y <= worst; y++)
            _weighs[(b * _means.Years) + y] = true;
        return total;
    }

    private double People(RunSimulator run, int c)
    {
        var (total, first) = (0.0, _means.Budgets * _means.Years);
        for (var t = 0; t < _means.Periods; t++)
        {
            var at = (c * _means.Periods) + t;
            var over = run.People[at] - _means.People[at] - _means.MostHired[c];
            _excess[first + at] = over > planned.Slack[first + at] ? over : 0;
            _weighs[first + at] = _excess[first + at] > 0;
            total += _excess[first + at];
        }

        return total;
    }

    private void Sum(RunSimulator run, int number, RiskTally into)
    {
        var slices = _means.Slices;
        var money = run.Money.Length;
        for (var s = 0; s < slices; s++)
        {
            into.Use[s] += s < money ? run.Money[s] : run.People[s - money];
            Note(s, _excess[s], number, into);
            if (_weighs[s])
                into.Weighted[s]++;
        }

        var any = false;
        for (var r = 0; r < _total.Length; r++)
        {
            Note(slices + r, _total[r], number, into);
            any |= _total[r] > 0;
        }

        for (var b = 0; b < _means.Budgets; b++)
            into.Postponed[b] += run.Postponed[b];
        into.Whole[0]++;
        into.Whole[1] += any ? 0 : 1;
        records.Value[number] = run.Value;
    }

    private void Note(int measure, double excess, int number, RiskTally into)
    {
        if (excess <= 0)
            return;
        into.Exceeded[measure]++;
        into.Excess[measure] += excess;
        into.ExcessSquared[measure] += excess * excess;
        if (number < records.Kept)
            records.Excess[(measure * records.Kept) + number] = (float)excess;
    }

    private void Blame(RunSimulator run, RiskTally into)
    {
        var (years, periods, money) = (_means.Years, _means.Periods, run.Money.Length);
        for (var s = 0; s < money; s++)
            if (_weighs[s])
                into.HiringDriver[s] += run.Hiring[s];
        for (var n = 0; n < model.Count; n++)
        {
            for (var e = model.Spend.First[n]; e < model.Spend.First[n + 1]; e++)
            {
                var b = model.Spend.Of[e];
                if (_total[b] == 0)
                    continue;
                var amounts = _scratch.AsSpan(0, years);
                amounts.Clear();
                run.AddMoney(n, e, amounts);
                into.MoneyDriver[e] += Weigh(amounts, _weighs.AsSpan(b * years, years));
            }

            var (from, to) = (Math.Min(run.Start[n], periods), Math.Min(run.Finish[n], periods));
            for (var e = model.People.First[n]; e < model.People.First[n + 1] && to > from; e++)
            {
                var c = model.People.Of[e];
                if (_total[_means.Budgets + c] == 0)
                    continue;
                _scratch.AsSpan(from, to - from).Clear();
                run.AddPeople(n, e, _scratch);
                into.PeopleDriver[e] += Weigh(_scratch.AsSpan(from, to - from), _weighs.AsSpan(money + (c * periods) + from, to - from));
            }
        }
    }

    private static double Weigh(ReadOnlySpan<double> amounts, ReadOnlySpan<bool> weighs)
    {
        var sum = 0.0;
        for (var k = 0; k < amounts.Length; k++)
            if (weighs[k])
                sum += amounts[k];
        return sum;
    }

    private void Delays(RunSimulator run, RiskTally into)
    {
        for (var n = 0; n < model.Count; n++)
        {
            var delay = run.Finish[n] - model.Finish[n];
            into.Delay[n] += delay;
            if (run.Start[n] > model.Start[n])
                into.StartsLate[n]++;
            if (delay <= 0)
                continue;
            into.Late[n]++;
            into.LateFinish[n] += run.Finish[n];
        }
    }
}
