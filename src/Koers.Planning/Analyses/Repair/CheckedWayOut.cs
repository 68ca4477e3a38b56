using Koers.Planning.Bounding;
using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>Makes ways out of selections: what a selection exceeds, rounded to amounts that people can decide on and accepted by the
/// checker.</summary>
internal sealed class CheckedWayOut(Model model, IReadOnlyList<ElasticLimit> limits)
{
    /// <summary>Within which a price counts as proven least: what SCIP leaves open.</summary>
    public const double Proven = 1e-5;

    private readonly ExcessPrices _prices = new(model, limits);

    public ExcessPrices Prices => _prices;

    /// <summary>The way out of a selection; null where it breaks what may not give way.</summary>
    /// <param name="chosen">Per initiative its option or -1.</param>
    /// <param name="solved">What a solver says of this selection, or null. A solver that was stopped early may let limits give way by far
    /// more than the selection needs.</param>
    public WayOut? Of(int[] chosen, ElasticResult? solved = null)
    {
        Choice[] example = [.. chosen.Where(o => o >= 0).Select(model.Options.ChoiceOf)];
        var priced = new PricedSelection(_prices, chosen);
        var own = priced.Broken > 1e-9 ? null : Rounded(priced.Amounts(), priced.Price, solved?.Least, example);
        var other = solved is null ? null : Rounded(solved.Amounts, solved.Price ?? 0.0, solved.Least, example);
        return other is null || own?.Price <= other.Price ? own : other;
    }

    /// <summary>Rounds the amounts up and asks the checker whether they are enough; a tolerance may call for a little more.</summary>
    private WayOut? Rounded(IReadOnlyList<double> amounts, double exact, double? proven, IReadOnlyList<Choice> example)
    {
        for (var more = 0.0; more < 1e-2; more = (10 * more) + 1e-6)
        {
            LimitChange[] changes = [.. limits.Zip(amounts, (limit, amount) => Change(limit, amount, more)).OfType<LimitChange>()];
            var plan = new Plan(PlanStatus.Feasible, example, null, null, null, [], 0, "");
            if (Evaluator.Check(Relaxed.By(model.Problem, changes), plan).Violations.Count > 0)
                continue;
            var price = changes.Sum(change => change.Price);
            var least = Math.Min(price, proven ?? 0.0);
            return new WayOut(changes, price, least, exact - least <= Proven * Math.Max(1.0, price), example);
        }

        return null;
    }

    private static LimitChange? Change(ElasticLimit limit, double amount, double more)
    {
        if (amount <= 1e-6 * Math.Max(1.0, Math.Abs(limit.Old ?? 1.0)))
            return null;
        var rounded = limit.IsGivenUp ? 1.0
            : limit.Slack.Shares is { } shares ? shares.Steps.FirstOrDefault(step => step > amount - 1e-6, shares.Steps[^1])
            : limit.Slack.IsWhole ? Math.Ceiling(amount - 1e-6)
            : Outward(amount * (1 + more));
        var signed = limit.Side == LimitSide.Min ? -rounded : rounded;
        return new LimitChange(
            limit.Rule, limit.Side, limit.Year, limit.Old, limit.Old is { } old ? Relaxed.Clean(old + signed) : null, Relaxed.Clean(rounded),
            rounded * limit.Slack.Price);
    }

    /// <summary>Up to three figures; what is a hair above them counts as on them.</summary>
    private static double Outward(double amount)
    {
        var step = Math.Pow(10, Math.Floor(Math.Log10(amount)) - 2);
        return Math.Ceiling((amount / step) - 1e-4) * step;
    }
}
