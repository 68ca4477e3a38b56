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

    /// <summary>Share of its price that what is used costs at the start; none at the end. Measured: docs/decisions/0025.</summary>
    private const double FirstThrift = 0.6;

    private const double Dearer = 1.5;
    private const double Sinking = 0.97;

    private readonly SearchState _state;
    private readonly double[] _baseWeight;
    private readonly double _baseOrderWeight;
    private readonly Moves _moves;
    private int _whole;

    /// <param name="tables">The problem.</param>
    /// <param name="priced">What options use.</param>
    /// <param name="weights">Penalty per unit above each limit to begin with; <see cref="PenaltyWeights"/>.</param>
    /// <param name="seed">Seed of all chance.</param>
    public Annealing(SearchTables tables, PricedUse priced, PenaltyWeights weights, int seed)
    {
        _state = new SearchState(tables, priced);
        _baseWeight = weights.PerRow;
        _baseOrderWeight = weights.PerOrder;
        _moves = new Moves(tables, _state, new Draw(seed));
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
            _state.Thrift = FirstThrift * (1 - done);
            for (var k = 0; k < Batch;)
                k += Step(core, temperature);
            if (batch - adapted < AdaptEvery && done - adaptedAt < AdaptAfter)
                continue;
            Adapt((batch - adapted) * Batch);
            (adapted, adaptedAt) = (batch, done);
        }
    }

    /// <returns>How many moves were tried.</returns>
    private int Step(Core core, double temperature)
    {
        var tries = _moves.Try(core, temperature, out var isMade);
        if (isMade)
            Note();
        if (_state.Broken == 0)
            _whole += tries;
        return tries;
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
