using System.Diagnostics;
using Koers.Planning.Bounding;

namespace Koers.Planning.Running;

/// <summary>Prices by descent on the bound: the first within moments, and those that guide the search.</summary>
/// <param name="knowledge">What is known.</param>
internal sealed class Descent(Knowledge knowledge)
{
    /// <summary>What one step of descent takes per entry of the model, in seconds; only for counting work.</summary>
    private const double SecondsPerEntry = 4e-9;

    private const int StepsPerWord = 25;

    /// <summary>Steps of descent after which its prices are spread well, and the share of the time left that they may take.</summary>
    private const int SpreadSteps = 300;

    private const double SpreadShare = 0.05;

    /// <summary>How far above the relaxation, relative to it, the bound of prices may be that guide the search.</summary>
    private const double NearEnough = 0.03;

    /// <summary>Relative improvement of the bound from which on its prices are worth a new start of the search.</summary>
    private const double WorthTelling = 0.01;

    private PriceAscent _ascent = new(
        knowledge.Model, knowledge.Reduction.Out, knowledge.Reduction.Forced, knowledge.KnownPrices);

    private double SecondsPerStep => SecondsPerEntry * knowledge.Model.ByColumn.Key.Length;

    /// <summary>Quick prices: something to search by within a second.</summary>
    public void Ascend(int steps, double seconds)
    {
        var watch = Stopwatch.StartNew();
        var effort = knowledge.Effort;
        var count = effort.Counts ? Math.Clamp((int)(seconds / Math.Max(1e-9, SecondsPerStep)), 1, steps) : steps;
        var target = knowledge.Incumbent.Value;
        bool IsOver() => effort.IsOver || (!effort.Counts && watch.Elapsed.TotalSeconds > seconds);
        var known = knowledge.KnownPrices is null ? 0.0
            : ReducedBound.Of(knowledge.Model, knowledge.Reduction.Out, knowledge.Reduction.Forced, _ascent.Prices, [], []);
        _ascent.Run(count, target, IsOver);
        effort.Count(count * SecondsPerStep);
        if (knowledge.KnownPrices is not null && known - _ascent.Bound > WorthTelling * Math.Abs(known))
            AscendAfresh(count, target, IsOver);
        if (!double.IsFinite(_ascent.Bound))
            return;
        knowledge.Incumbent.Prove(_ascent.Bound);
        knowledge.Certify(_ascent.Prices);
        knowledge.Guide(_ascent.Prices, null, _ascent.Bound);
    }

    /// <summary>Known prices that turned out far off may have led nowhere: tries without them too.</summary>
    private void AscendAfresh(int steps, double target, Func<bool> isOver)
    {
        var afresh = new PriceAscent(knowledge.Model, knowledge.Reduction.Out, knowledge.Reduction.Forced);
        afresh.Run(steps, target, isOver);
        knowledge.Effort.Count(steps * SecondsPerStep);
        if (afresh.Bound < _ascent.Bound)
            _ascent = afresh;
    }

    /// <summary>Goes on descending until done, and hands on better prices only when they are much better: a search that follows them
    /// begins again.</summary>
    public void AscendToTheEnd()
    {
        var guided = _ascent.Bound;
        while (!_ascent.IsAtRest && !knowledge.IsDone)
        {
            _ascent.Run(StepsPerWord, knowledge.Incumbent.Value, () => knowledge.IsDone);
            knowledge.Incumbent.Prove(_ascent.Bound);
            if (guided - _ascent.Bound < WorthTelling * Math.Abs(guided) && !_ascent.IsAtRest)
                continue;
            guided = _ascent.Bound;
            knowledge.Certify(_ascent.Prices);
            knowledge.Guide(_ascent.Prices, null, _ascent.Bound);
        }
        knowledge.Certify(_ascent.Prices);
    }

    /// <summary>Prices to search by. The relaxation's are a corner: many full rows have none, and a search walks through them. Those of descent
    /// prove a little less and are spread over all rows that are nearly full; measured, they lead to better plans on every sample.</summary>
    public double[] Spread(double[] exact, double bound)
    {
        var effort = knowledge.Effort;
        var until = effort.Seconds + (SpreadShare * effort.Left);
        while (!_ascent.IsAtRest && _ascent.Steps < SpreadSteps && effort.Seconds < until && !knowledge.IsDone)
        {
            _ascent.Run(StepsPerWord, knowledge.Incumbent.Value, () => knowledge.IsDone);
            effort.Count(StepsPerWord * SecondsPerStep);
        }
        return _ascent.Bound - bound <= NearEnough * Math.Abs(bound) ? _ascent.Prices : exact;
    }
}
