using Koers.Planning.Checking;
using Koers.Planning.Formulation;

namespace Koers.Planning.Bounding;

/// <summary>
/// Prices without a linear programme: subgradient descent on the Lagrangian bound (Held, Wolfe and Crowder 1974) with deflected
/// directions. Each step costs one look at every option, so that even the largest problem has a bound and usable prices within seconds.
/// </summary>
internal sealed class PriceAscent
{
    private const double LeastPace = 1e-4;

    private readonly Model _model;
    private readonly bool[] _out;
    private readonly bool[] _forced;
    private readonly double[] _scale;      // per row, what one unit of movement is
    private readonly double[] _slope;      // Σ coefficient × column - limit at the current prices
    private readonly double[] _direction;
    private double _pace = 1.0;
    private int _sinceBetter;
    private readonly double[] _ceiling;    // a counted score's row is never priced above the goal's weight

    /// <param name="model">The model.</param>
    /// <param name="outOfReach">Options to leave out; none of them is in any plan.</param>
    /// <param name="forced">Initiatives that are in every plan.</param>
    /// <param name="from">Prices to begin with; null = zero.</param>
    public PriceAscent(Model model, bool[] outOfReach, bool[] forced, double[]? from = null)
    {
        _model = model;
        (_out, _forced) = (outOfReach, forced);
        Prices = from is null ? new double[model.Rows.Count] : (double[])from.Clone();
        _slope = new double[Prices.Length];
        _direction = new double[Prices.Length];
        _scale = new double[Prices.Length];
        _ceiling = PriceCeilings.Of(model);
        for (var r = 0; r < _scale.Length; r++)
        {
            var squares = model.Rows.Limits[r] * model.Rows.Limits[r];
            foreach (var a in model.Rows.Entries.Amounts(r))
                squares = Math.Max(squares, a * a);
            _scale[r] = 1.0 / Math.Max(1e-12, squares);
            Prices[r] = Math.Min(Prices[r], _ceiling[r]);
        }
    }

    /// <summary>Whether more steps would move nothing.</summary>
    public bool IsAtRest { get; private set; }

    /// <summary>The prices of the best bound met.</summary>
    public double[] Prices { get; }

    /// <summary>The best bound met: no plan is worth more.</summary>
    public double Bound { get; private set; } = double.PositiveInfinity;

    /// <summary>Steps taken in all.</summary>
    public int Steps { get; private set; }

    /// <param name="steps">Most steps to take.</param>
    /// <param name="target">About what the best plan may be worth: sets the length of steps; minus infinity where nobody knows.</param>
    /// <param name="stop">Asked before each step.</param>
    public void Run(int steps, double target, Func<bool> stop)
    {
        var prices = (double[])Prices.Clone();
        for (var k = 0; k < steps && !stop(); k++, Steps++)
        {
            var bound = Evaluate(prices);
            if (bound < Bound - (1e-7 * Math.Abs(Bound)) || double.IsPositiveInfinity(Bound))
            {
                Bound = bound;
                Array.Copy(prices, Prices, prices.Length);
                _sinceBetter = 0;
            }
            else if (++_sinceBetter >= 12)
            {
                (_pace, _sinceBetter) = (0.6 * _pace, 0);
                Array.Copy(Prices, prices, prices.Length);
            }
            var distance = double.IsFinite(target) ? Math.Max(bound - target, 1e-3 * Math.Abs(bound)) : 0.1 * Math.Abs(bound);
            if (_pace < LeastPace || !Move(prices, _pace * distance))
            {
                IsAtRest = true;
                return;
            }
        }
    }

    private bool Move(double[] prices, double distance)
    {
        var norm = 0.0;
        for (var r = 0; r < prices.Length; r++)
        {
            _direction[r] = _slope[r] + (0.7 * _direction[r]);
            if (prices[r] > 0 || _direction[r] > 0)
                norm += _direction[r] * _direction[r] * _scale[r];
        }
        if (norm < 1e-18)
            return false;
        for (var r = 0; r < prices.Length; r++)
            prices[r] = Math.Clamp(prices[r] + (distance / norm * _scale[r] * _direction[r]), 0.0, _ceiling[r]);
        return true;
    }

    /// <summary>The Lagrangian bound at some prices (options out of reach left out), and its slope.</summary>
    private double Evaluate(double[] prices)
    {
        var bound = _model.Constant;
        for (var r = 0; r < prices.Length; r++)
        {
            bound += prices[r] * _model.Rows.Limits[r];
            _slope[r] = -_model.Rows.Limits[r];
        }
        for (var i = 0; i < _forced.Length; i++)
        {
            var (best, option) = (_forced[i] ? double.NegativeInfinity : 0.0, -1);
            for (var o = _model.Options.First[i]; o < _model.Options.First[i + 1]; o++)
                if (!_out[o] && LagrangianBound.ReducedValue(_model, prices, o) is var reduced && reduced > best)
                    (best, option) = (reduced, o);
            if (option >= 0)
                bound += Take(option, 1.0, best);
        }
        for (var c = _model.Columns.Options; c < _model.Columns.Count; c++)
            if (LagrangianBound.ReducedValue(_model, prices, c) is var reduced && reduced > 0)
                bound += Take(c, _model.Columns.Upper(c), reduced);
        return bound;
    }

    private double Take(int column, double amount, double reduced)
    {
        var rows = _model.ByColumn.Keys(column);
        var coefficients = _model.ByColumn.Amounts(column);
        for (var e = 0; e < rows.Length; e++)
            _slope[rows[e]] += amount * coefficients[e];
        return amount * reduced;
    }
}
