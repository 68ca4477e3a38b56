using Koers.Planning.Search;

namespace Koers.Planning.Analyses;

/// <summary>
/// Looks for the selection that exceeds limits by the least price, by annealing (Kirkpatrick, Gelatt and Vecchi 1983). It proves nothing,
/// and finds a way out within moments also where branch and bound finds none: every selection that keeps what may not give way is one.
/// </summary>
internal sealed class WayOutDescent
{
    private const int Batch = 512;

    // Temperatures as shares of the price of a selection, by initiative chosen
    private const double Hot = 0.5;
    private const double Cold = 0.02;
    private const double Reheated = 0.1;

    private readonly ExcessPrices _prices;
    private readonly PricedSelection _state;
    private readonly Draw _draw;
    private readonly int[] _first;
    private readonly int[] _active;
    private int[]? _best;
    private double _bestPrice = double.PositiveInfinity;
    private double _breaking;

    public WayOutDescent(ExcessPrices prices, IEnumerable<int> start, int seed)
    {
        _prices = prices;
        _first = prices.Model.Options.First;
        _active = [.. Enumerable.Range(0, _first.Length - 1).Where(i => _first[i + 1] > _first[i])];
        _draw = new Draw(seed);
        var chosen = new int[_first.Length - 1];
        Array.Fill(chosen, -1);
        foreach (var option in start)
            chosen[prices.Model.Options.Initiative[option]] = option;
        _state = new PricedSelection(prices, chosen);
        Note();
    }

    /// <summary>The cheapest selection met that keeps what may not give way; null where none was.</summary>
    public int[]? Best => _best;

    /// <summary>Anneals once, from the best selection met.</summary>
    /// <param name="progress">How much of the run is over, 0 to 1, by batches done.</param>
    public void Run(Func<long, double> progress)
    {
        if (_active.Length == 0)
            return;
        var isAgain = _best is not null;
        _state.Load(_best ?? _state.Chosen);
        var size = Math.Max(1e-9, _state.Price) / Math.Max(1, _state.Chosen.Count(o => o >= 0));
        // Breaking what may not give way costs more than giving way in one place does
        _breaking = Math.Max(1.0, _state.Price);
        var hot = (isAgain ? Reheated : 1.0) * Hot * size;
        for (var batch = 0L; _bestPrice > 0 && progress(batch) is < 1 and var done; batch++)
        {
            var temperature = hot * Math.Pow(Cold / Hot, done);
            for (var k = 0; k < Batch; k++)
                Step(temperature);
            if (batch % 64 == 63)
                _state.Load(_state.Chosen);
        }
    }

    private double Cost => _state.Price + (_breaking * _state.Broken);

    private void Step(double temperature)
    {
        var most = Cost - (temperature * Math.Log(1.0 - _draw.Share()));
        _state.Begin();
        Propose();
        if (Cost > most)
            _state.Undo();
        else
            Note();
    }

    /// <summary>Another option, a shift in time, dropping, or one initiative in the place of another.</summary>
    private void Propose()
    {
        var i = _active[_draw.Below(_active.Length)];
        // What is not chosen mostly should not be
        for (var k = 0; k < 3 && _state.Chosen[i] < 0; k++)
            i = _active[_draw.Below(_active.Length)];
        var chosen = _state.Chosen[i];
        var kind = _draw.Below(8);
        if (chosen >= 0 && kind < 2)
        {
            _state.Apply(i, -1);
            if (kind == 0)
                Take(_active[_draw.Below(_active.Length)]);
        }
        else if (chosen >= 0 && kind < 5)
        {
            _state.Apply(i, Math.Clamp(chosen + _draw.Below(7) - 3, _first[i], _first[i + 1] - 1));
        }
        else
        {
            Take(i);
            if (kind == 7)
                Take(_active[_draw.Below(_active.Length)]);
        }
    }

    private void Take(int i) => _state.Apply(i, _first[i] + _draw.Below(_first[i + 1] - _first[i]));

    private void Note()
    {
        if (_state.Broken > 1e-9 || _state.Price >= _bestPrice - 1e-9)
            return;
        _bestPrice = Math.Max(0.0, _state.Price);
        _best ??= new int[_state.Chosen.Length];
        _state.Chosen.CopyTo(_best, 0);
    }
}
