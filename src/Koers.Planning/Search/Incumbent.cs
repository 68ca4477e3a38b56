using Koers.Planning.Checking;
using Koers.Planning.Formulation;

namespace Koers.Planning.Search;

/// <summary>The best plan and bound at one moment; the fields as in <see cref="Incumbent"/>.</summary>
internal readonly record struct Standing(int[]? Chosen, double Value, double Bound, double Gap);

/// <summary>
/// The best checked plan and the best proven bound so far, shared by all threads. A selection enters only after the checker, which knows
/// neither solver nor search, found nothing wrong with it; a plan that has entered is never lost.
/// </summary>
internal sealed class Incumbent(Model model)
{
    /// <summary>Bound and value are sums added up in different orders: closer together than this, relative to the value, they are equal.
    /// Without it a gap of zero would be asked for until the time limit, and missed by the last digit.</summary>
    private const double Rounding = 1e-9;

    private readonly Lock _lock = new();
    private int[]? _chosen;
    private double _value = double.NegativeInfinity;
    private double _bound = double.PositiveInfinity;

    /// <summary>Worth of the best plan; minus infinity where there is none.</summary>
    public double Value
    {
        get
        {
            lock (_lock)
                return _value;
        }
    }

    /// <summary>Proven upper bound; infinity where there is none.</summary>
    public double Bound
    {
        get
        {
            lock (_lock)
                return _chosen is not null && _bound - _value <= Rounding * Math.Max(1.0, Math.Abs(_value)) ? _value : _bound;
        }
    }

    /// <summary>Per initiative its option or -1, of the best plan; null where there is none.</summary>
    public int[]? Chosen
    {
        get
        {
            lock (_lock)
                return _chosen;
        }
    }

    /// <summary>(bound - value) / |value|; infinity where either is missing.</summary>
    public double Gap
    {
        get
        {
            lock (_lock)
                return _chosen is null || double.IsPositiveInfinity(_bound)
                    ? double.PositiveInfinity
                    : (Bound - _value) / Math.Max(1e-9, Math.Abs(_value));
        }
    }

    /// <summary>All four at one moment: read one by one they could be of different moments while others still search.</summary>
    public Standing Snapshot()
    {
        lock (_lock)
            return new Standing(_chosen, _value, Bound, Gap);
    }

    /// <summary>Offers a selection; returns whether it keeps every rule and is better than the best.</summary>
    public bool Offer(ReadOnlySpan<int> chosen)
    {
        var options = new List<int>();
        foreach (var o in chosen)
            if (o >= 0)
                options.Add(o);
        var selection = new Selection(model.Options, options);
        var value = Worth.Of(selection);
        if (!double.IsFinite(value) || value <= Value || Evaluator.Violations(model.RuleBook, selection).Count > 0)
            return false;
        lock (_lock)
        {
            if (value <= _value)
                return false;
            (_chosen, _value) = (chosen.ToArray(), value);
            return true;
        }
    }

    /// <summary>Takes over a bound where it is tighter.</summary>
    public void Prove(double bound)
    {
        if (double.IsNaN(bound))
            return;
        lock (_lock)
            _bound = Math.Min(_bound, bound);
    }
}
