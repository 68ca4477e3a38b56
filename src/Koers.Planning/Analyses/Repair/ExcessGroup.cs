using Koers.Planning.Rules;

namespace Koers.Planning.Analyses;

/// <summary>Rows of which the excess is priced together.</summary>
/// <param name="Rows">The rows.</param>
internal abstract record ExcessGroup(IReadOnlyList<int> Rows)
{
    /// <summary>A tenth of what the contract tolerates, so that rounding never decides.</summary>
    private const double Slack = 0.1 * Rule.Tolerance;

    /// <summary>What the excess costs; for a hard rule how badly it is broken.</summary>
    /// <param name="prices">Limits and sizes.</param>
    /// <param name="use">Per row, what a selection puts in it.</param>
    /// <param name="amounts">Filled per limit with the units by which it gives way; or empty.</param>
    public abstract double Price(ExcessPrices prices, double[] use, Span<double> amounts);

    /// <summary>Whether it may not give way at all.</summary>
    public virtual bool IsHard => false;

    /// <summary>Excess of a row, over what may be hired; 0 within the tolerance.</summary>
    protected static double Excess(ExcessPrices prices, double[] use, int row)
    {
        var excess = use[row] - prices.Room[row] - (prices.Hire.Length > row && prices.Hire[row] is { } hire ? hire.Max : 0.0);
        return excess > Slack * prices.Size[row] ? excess : 0.0;
    }

    protected static void Give(Span<double> amounts, int limit, double amount)
    {
        if (amounts.Length > 0)
            amounts[limit] = amount;
    }
}

/// <summary>A limit that is raised or lowered by the largest excess of its rows.</summary>
internal sealed record AmountGroup(IReadOnlyList<(int Row, double PerUnit)> Of, int Limit, double PerUnit, bool IsWhole)
    : ExcessGroup([.. Of.Select(r => r.Row)])
{
    public override double Price(ExcessPrices prices, double[] use, Span<double> amounts)
    {
        var amount = 0.0;
        for (var n = 0; n < Of.Count; n++)
            amount = Math.Max(amount, Excess(prices, use, Of[n].Row) / Of[n].PerUnit);
        if (IsWhole)
            amount = Math.Ceiling(amount - 1e-6);
        Give(amounts, Limit, amount);
        return amount * PerUnit;
    }
}

/// <summary>A budget of which every row counts all years until then: what is added in one year helps the later ones.</summary>
internal sealed record LadderGroup(IReadOnlyList<(int Row, int Limit)> Of, double PerUnit) : ExcessGroup([.. Of.Select(r => r.Row)])
{
    public override double Price(ExcessPrices prices, double[] use, Span<double> amounts)
    {
        var raised = 0.0;
        for (var n = 0; n < Of.Count; n++)
        {
            var more = Math.Max(0.0, Excess(prices, use, Of[n].Row) - raised);
            Give(amounts, Of[n].Limit, more);
            raised += more;
        }

        return raised * PerUnit;
    }
}

/// <summary>A limit on a share, which gives way in steps.</summary>
internal sealed record ShareGroup(int Row, int Whole, int Limit, double PerUnit, IReadOnlyList<double> Steps) : ExcessGroup([Row, Whole])
{
    public override double Price(ExcessPrices prices, double[] use, Span<double> amounts)
    {
        var step = Excess(prices, use, Row) > 0 ? Steps[^1] : 0.0;
        for (var n = 0; n < Steps.Count && step > 0; n++)
            if (use[Row] - (Steps[n] * use[Whole]) <= prices.Room[Row])
            {
                step = Steps[n];
                break;
            }

        Give(amounts, Limit, step);
        return step * PerUnit;
    }
}

/// <summary>A statutory task or a relation: kept or given up.</summary>
internal sealed record GivenUpGroup(IReadOnlyList<int> Of, int Limit, double Whole) : ExcessGroup(Of)
{
    public override double Price(ExcessPrices prices, double[] use, Span<double> amounts)
    {
        var broken = Of.Any(row => Excess(prices, use, row) > 0);
        Give(amounts, Limit, broken ? 1.0 : 0.0);
        return broken ? Whole : 0.0;
    }
}

/// <summary>A row that may not be exceeded.</summary>
internal sealed record HardGroup(int Row) : ExcessGroup([Row])
{
    public override bool IsHard => true;

    public override double Price(ExcessPrices prices, double[] use, Span<double> amounts) =>
        Excess(prices, use, Row) is > 0 and var excess ? 1.0 + Math.Min(3.0, excess / prices.Size[Row]) : 0.0;
}
