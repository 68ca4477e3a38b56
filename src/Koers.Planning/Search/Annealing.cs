namespace Koers.Planning.Search;

/// <summary>How an annealing cools.</summary>
/// <param name="Hot">Temperature at the start, in points.</param>
/// <param name="Cold">Temperature at the end, in points.</param>
internal sealed record Cooling(double Hot, double Cold);

/// <summary>
/// Simulated annealing over options (Kirkpatrick, Gelatt and Vecchi 1983) with soft limits: a limit may be broken at a penalty per unit
/// that begins at the price of the linear relaxation and grows as long as the limit stays broken, so that the search walks along the
/// border of what is allowed instead of being locked inside it.
/// </summary>
internal sealed class Annealing
{
    private const int Batch = 1024;
    private const int AdaptEvery = 16;       // batches

    /// <summary>Share of a run after which limits are adapted at the latest: a short run must find out what they are worth too.</summary>
    private const double AdaptAfter = 0.01;


    /// <summary>Share of the steps in which the selection should keep every rule; below it, limits become dearer.</summary>
    private const double WantedWhole = 0.1;

    private const double Dearer = 1.5;
    private const double Sinking = 0.97;

    private readonly SearchTables _tables;
    private readonly SearchState _state;
    private readonly double[] _baseWeight;
    private readonly double _baseOrderWeight;
    private readonly Draw _draw;
    private readonly int[] _first;
    private double _worse;     // ≤ 0: how much worse the next selection may be
    private double _least;     // what its value less its penalty must be
    private int _whole;

    /// <param name="tables">The problem.</param>
    /// <param name="weights">Penalty per unit above each limit to begin with; <see cref="PenaltyWeights"/>.</param>
    /// <param name="seed">Seed of all chance.</param>
    public Annealing(SearchTables tables, PenaltyWeights weights, int seed)
    {
        _tables = tables;
        _state = new SearchState(tables);
        _baseWeight = weights.PerRow;
        _baseOrderWeight = weights.PerOrder;
        _draw = new Draw(seed);
        _first = tables.Model.Options.First;
    }

    /// <summary>The best selection that kept every rule, per initiative its option or -1; null where none was met yet.</summary>
    public int[]? Best { get; private set; }

    public double BestValue { get; private set; } = double.NegativeInfinity;

    /// <summary>
    /// Searches from a selection until <paramref name="progress"/> answers 1 or more.
    /// </summary>
    /// <param name="from">Where to begin, per initiative an option or -1.</param>
    /// <param name="core">Where to look.</param>
    /// <param name="cooling">How to cool.</param>
    /// <param name="progress">How much of the allotted time or number of steps is over, 0 to 1; asked once per batch, with the number of
    /// batches done.</param>
    public void Run(ReadOnlySpan<int> from, Core core, Cooling cooling, Func<long, double> progress)
    {
        if (core.Active.Length == 0)
            return;
        Array.Copy(_baseWeight, _state.Weight, _baseWeight.Length);
        _state.OrderWeight = _baseOrderWeight;
        _whole = 0;
        _state.Load(from);
        Note();
        var (adapted, adaptedAt) = (-1L, 0.0);
        for (var batch = 0L; ; batch++)
        {
            var done = progress(batch);
            if (done >= 1)
                return;
            var temperature = cooling.Hot * Math.Pow(cooling.Cold / cooling.Hot, done);
            for (var k = 0; k < Batch; k++)
                Step(core, temperature);
            if (batch - adapted < AdaptEvery && done - adaptedAt < AdaptAfter)
                continue;
            Adapt((batch - adapted) * Batch);
            (adapted, adaptedAt) = (batch, done);
        }
    }

    private void Step(Core core, double temperature)
    {
        // Chance is drawn first: it says how much worse the next selection may be, and most moves are seen to be too bad half-way.
        _worse = temperature * Math.Log(1.0 - _draw.Share());
        _least = _state.Value - _state.Penalty + _worse;
        _state.Begin();
        if (Propose(core))
            Note();
        else
            _state.Undo();
        if (_state.Broken == 0)
            _whole++;
    }

    /// <summary>Tries a move: another option, a shift in time, dropping, or one initiative in the place of another.</summary>
    /// <returns>Whether it was made and is good enough.</returns>
    private bool Propose(Core core)
    {
        var i = core.Active[_draw.Below(core.Active.Length)];
        var chosen = _state.Chosen[i];
        var kind = _draw.Below(100);
        if (kind < 30 || (chosen < 0 && kind < 60))
            return Change(core, i, chosen);
        return chosen >= 0 && kind < 65 ? Shift(i, chosen) : Swap(core, i, chosen);
    }

    private bool Change(Core core, int initiative, int chosen)
    {
        if (chosen >= 0 && core.MayBeNone[initiative] && _draw.Below(8) == 0)
            return Move(initiative, chosen, -1);
        var options = core.Options(initiative);
        return Move(initiative, chosen, options[_draw.Below(options.Length)]);
    }

    private bool Shift(int initiative, int chosen)
    {
        var by = _draw.Below(6) - 3;
        var to = chosen + (by >= 0 ? by + 1 : by);
        return to >= _first[initiative] && to < _first[initiative + 1] && !_tables.Out[to] && Move(initiative, chosen, to);
    }

    private bool Move(int initiative, int from, int to)
    {
        if (from == to || (_tables.SynergiesOf[initiative].Length == 0 && Gain(from, to) + _state.Penalty < _worse))
            return false;
        return _state.Apply(initiative, to, _least) && _state.Value - _state.Penalty >= _least;
    }

    private bool Swap(Core core, int initiative, int chosen)
    {
        var other = Find(core, initiative, wantChosen: chosen < 0);
        if (other < 0)
            return false;
        var (leaves, enters) = chosen >= 0 ? (initiative, other) : (other, initiative);
        if (!core.MayBeNone[leaves])
            return false;
        var options = core.Options(enters);
        var to = options[_draw.Below(options.Length)];
        if (_tables.SynergiesOf[leaves].Length == 0 && _tables.SynergiesOf[enters].Length == 0
            && Gain(_state.Chosen[leaves], to) + _state.Penalty < _worse)
            return false;
        _state.Apply(leaves, -1);
        return _state.Apply(enters, to, _least) && _state.Value - _state.Penalty >= _least;
    }

    /// <summary>The most by which the value can grow where one option comes in the place of another; -1 = none.</summary>
    private double Gain(int from, int to) => (to >= 0 ? _tables.Most[to] : 0.0) - (from >= 0 ? _tables.Least[from] : 0.0);

    private int Find(Core core, int not, bool wantChosen)
    {
        for (var tries = 0; tries < 10; tries++)
        {
            var i = core.Active[_draw.Below(core.Active.Length)];
            if (i != not && _state.Chosen[i] >= 0 == wantChosen)
                return i;
        }
        return -1;
    }

    private void Note()
    {
        if (_state.Broken > 0 || _state.Value <= BestValue + 1e-9)
            return;
        BestValue = _state.Value;
        Best ??= new int[_state.Chosen.Length];
        Array.Copy(_state.Chosen, Best, Best.Length);
    }

    /// <summary>While the selection is seldom whole, makes what is broken dearer; when it is whole often enough, lets all weights sink
    /// back towards the first.</summary>
    /// <param name="steps">Steps since limits were adapted last.</param>
    private void Adapt(long steps)
    {
        var weight = _state.Weight;
        var seldom = _whole < WantedWhole * steps;
        for (var r = 0; r < weight.Length; r++)
            if (seldom && _state.Excess(r) > 0)
                weight[r] *= Dearer;
            else if (!seldom && weight[r] > _baseWeight[r])
                weight[r] = Math.Max(_baseWeight[r], Sinking * weight[r]);
        _state.OrderWeight = seldom ? _state.OrderWeight * 1.02 : Math.Max(_baseOrderWeight, Sinking * _state.OrderWeight);
        _whole = 0;
        _state.Refresh();
    }
}
