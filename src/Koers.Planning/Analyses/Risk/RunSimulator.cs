namespace Koers.Planning.Analyses;

/// <summary>Does one run after the other; one of these per thread. Nothing is allocated while runs are done.</summary>
internal sealed class RunSimulator
{
    /// <summary>Beyond every horizon, and far enough from the largest number to add to.</summary>
    private const int Never = 100_000_000;

    private const int LongestDuration = 1_000_000;

    private readonly RiskModel _model;
    private readonly RiskMeans _means;
    private readonly RiskEffects _effects;
    private readonly double[] _luck;
    private readonly double[] _score;

    public RunSimulator(RiskModel model)
    {
        (_model, _means, _effects) = (model, model.Means, model.Effects);
        _luck = new double[model.Fortune.Count];
        _score = new double[model.Effects.Goals];
        (Start, Length, Finish) = (new int[model.Count], new int[model.Count], new int[model.Count]);
        (Cost, Effort) = (new double[model.Count], new double[model.Count]);
        Money = new double[_means.Budgets * _means.Years];
        People = new double[_means.Capacities * _means.Periods];
        Hiring = new double[Money.Length];
        Postponed = new double[_means.Budgets];
    }

    /// <summary>When each initiative starts within the horizon, and how long it still takes from there.</summary>
    public int[] Start { get; }

    public int[] Length { get; }

    public int[] Finish { get; }

    /// <summary>The factor on what each initiative spends.</summary>
    public double[] Cost { get; }

    /// <summary>The factor on what each initiative asks of people.</summary>
    public double[] Effort { get; }

    /// <summary>Per budget and year what is spent, hiring included.</summary>
    public double[] Money { get; }

    /// <summary>Per capacity and period what is asked.</summary>
    public double[] People { get; }

    /// <summary>Per budget and year what hiring costs.</summary>
    public double[] Hiring { get; }

    /// <summary>Per budget what is spent after the horizon.</summary>
    public double[] Postponed { get; }

    /// <summary>What goals are worth.</summary>
    public double Value { get; private set; }

    public void Do(int seed, int run)
    {
        var draw = new CountedDraw(seed, run);
        for (var g = 0; g < _luck.Length; g++)
            _luck[g] = Normal.Quantile(draw.Share(_model.Fortune.FirstDraw + g));
        Money.AsSpan().Clear();
        People.AsSpan().Clear();
        Hiring.AsSpan().Clear();
        Postponed.AsSpan().Clear();
        _score.AsSpan().Clear();
        for (var n = 0; n < _model.Count; n++)
        {
            Happen(draw, n);
            Use(n);
            Achieve(draw, n);
        }

        Hire();
        Value = 0;
        for (var g = 0; g < _score.Length; g++)
            Value += _effects.GoalWeight[g] * Math.Min(_score[g], _effects.GoalCap[g]);
    }

    /// <summary>Lets everything happen as planned; only when and how much is set, and nothing is added up.</summary>
    public void AsPlanned()
    {
        _model.Start.CopyTo(Start, 0);
        _model.Rest.CopyTo(Length, 0);
        _model.Finish.CopyTo(Finish, 0);
        Array.Fill(Cost, 1);
        Array.Fill(Effort, 1);
    }

    /// <summary>Adds what an entry of spend takes, per year, to the years of its budget.</summary>
    public void AddMoney(int n, int entry, Span<double> perYear)
    {
        var (at, start, finish, perPeriod) = (_model.Spend.At[entry], Start[n], Finish[n], _means.PeriodsPerYear);
        var end = Math.Min(finish, _means.Periods);
        var (before, cost) = (0.0, Cost[n]);
        for (var t = start; t < end;)
        {
            var year = t / perPeriod;
            t = Math.Min((year + 1) * perPeriod, end);
            var until = Sum(at, n, t - start);
            perYear[year] += cost * (until - before);
            before = until;
        }

        if (_model.Spend.After[entry] == 0)
            return;
        var after = cost * _model.Spend.After[entry];
        for (var t = Math.Max(0, finish); t < _means.Periods;)
        {
            var year = t / perPeriod;
            var next = Math.Min((year + 1) * perPeriod, _means.Periods);
            perYear[year] += after * (next - t);
            t = next;
        }
    }

    /// <summary>Adds what an entry of effort takes, per period, to the periods of its capacity.</summary>
    public void AddPeople(int n, int entry, Span<double> perPeriod)
    {
        var (at, start) = (_model.People.At[entry], Start[n]);
        var end = Math.Min(Finish[n], _means.Periods);
        // Stretched work asks as much per period as planned, for longer
        var rate = Effort[n] * Length[n] / _model.Rest[n];
        var before = 0.0;
        for (var t = start; t < end; t++)
        {
            var until = Sum(at, n, t + 1 - start);
            perPeriod[t] += rate * (until - before);
            before = until;
        }
    }

    private void Happen(in CountedDraw draw, int n)
    {
        var first = _model.Initiative[n] * RiskModel.DrawsEach;
        Cost[n] = Factor(draw, n, _model.Cost[n], first);
        Effort[n] = Factor(draw, n, _model.Effort[n], first + 1);
        Start[n] = Wait(n);
        if (_model.Rest[n] == 0)
        {
            Finish[n] = _model.Finish[n];
            return;
        }

        var length = Math.Floor((_model.Rest[n] * Factor(draw, n, _model.Duration[n], first + 2)) + 0.5);
        Length[n] = (int)Math.Clamp(length, 1, LongestDuration);
        Finish[n] = Math.Min(Never, Start[n] + Length[n]);
    }

    private int Wait(int n)
    {
        var (waits, start) = (_model.Waits, _model.Start[n]);
        for (var w = waits.First[n]; w < waits.First[n + 1]; w++)
            start = Math.Max(start, Finish[waits.For[w]] + waits.Lag[w]);
        return start;
    }

    private double Factor(in CountedDraw draw, int n, in FactorDistribution factor, int number)
    {
        if (factor.IsCertain)
            return factor.Likely;
        var fortune = _model.Fortune;
        var group = fortune.Group[n];
        return group < 0
            ? factor.At(draw.Share(number))
            : factor.AtScore((fortune.Shared * _luck[group]) + (fortune.Own * Normal.Quantile(draw.Share(number))));
    }

    private void Use(int n)
    {
        var (spend, people, periods, years) = (_model.Spend, _model.People, _means.Periods, _means.Years);
        for (var e = spend.First[n]; e < spend.First[n + 1]; e++)
        {
            AddMoney(n, e, Money.AsSpan(spend.Of[e] * years, years));
            if (Finish[n] > periods && _model.Rest[n] > 0)
                Postponed[spend.Of[e]] += Cost[n] * (_model.Sums[spend.At[e] + _model.Rest[n]]
                    - Sum(spend.At[e], n, Math.Clamp(periods - Start[n], 0, Length[n])));
        }

        if (_model.Rest[n] > 0)
            for (var e = people.First[n]; e < people.First[n + 1]; e++)
                AddPeople(n, e, People.AsSpan(people.Of[e] * periods, periods));
    }

    private void Achieve(in CountedDraw draw, int n)
    {
        var first = _model.Initiative[n] * RiskModel.DrawsEach;
        if (_model.Success[n] < 1 && draw.Share(first + 4) >= _model.Success[n])
            return;
        var share = _effects.After[_effects.AfterAt[n] + Math.Min(Finish[n], Math.Max(_effects.Window, _effects.AfterFrom[n])) - _effects.AfterFrom[n]];
        if (_effects.During[n] >= 0)
            share += During(n);
        // Luck with the score is its own: what is dear or late is not for that reason worth more or less
        share *= _model.Score[n].IsCertain ? _model.Score[n].Likely : _model.Score[n].At(draw.Share(first + 3));
        for (var e = _effects.First[n]; e < _effects.First[n + 1]; e++)
            _score[_effects.Of[e]] += _effects.Points[e] * share;
    }

    private double During(int n)
    {
        var (before, share) = (0.0, 0.0);
        var end = Math.Min(Finish[n], _effects.Window);
        for (var t = Start[n]; t < end; t++)
        {
            var until = Sum(_effects.During[n], n, t + 1 - Start[n]);
            share += _effects.Weight[t] * (until - before);
            before = until;
        }

        return share * Length[n] / _model.Rest[n];
    }

    private void Hire()
    {
        for (var c = 0; c < _means.Capacities; c++)
        {
            if (_means.HirePays[c] < 0)
                continue;
            for (var t = 0; t < _means.Periods; t++)
            {
                var slice = (c * _means.Periods) + t;
                var hired = Math.Clamp(People[slice] - _means.People[slice], 0, _means.MostHired[c]);
                if (hired > 0)
                    Hiring[(_means.HirePays[c] * _means.Years) + (t / _means.PeriodsPerYear)] += hired * _means.HirePrice[c];
            }
        }

        for (var s = 0; s < Money.Length; s++)
            Money[s] += Hiring[s];
    }

    /// <summary>What the first periods of a stretched duration hold of a profile: its running sum, at the same share of the work.</summary>
    private double Sum(int at, int n, int periods)
    {
        var (rest, length) = (_model.Rest[n], Length[n]);
        if (rest == length)
            return _model.Sums[at + periods];
        var (whole, part) = Math.DivRem((long)periods * rest, length);
        var below = _model.Sums[at + (int)whole];
        return part == 0 ? below : below + ((_model.Sums[at + (int)whole + 1] - below) * part / length);
    }
}
