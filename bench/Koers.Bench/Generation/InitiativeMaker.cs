using Koers.Planning.Problems;

namespace Koers.Bench.Generation;

/// <summary>
/// Draws initiatives: cost lognormal around 400, points per goal in proportion to cost^0.6, people per period to cost^0.25, spending as a
/// bell over the duration, and with some a leaner or richer variant. The exponents and spreads are fitted to the synthetic municipalities
/// in samples/; without people growing with cost the problems are far easier than those.
/// </summary>
internal sealed class InitiativeMaker(MunicipalitySettings settings, Dice dice, IReadOnlyList<string> capacities)
{
    private const double NegligibleEffort = 0.05;

    public Initiative Make(int number)
    {
        var mandatory = dice.Chance(0.045);
        var programme = dice.Pick(Vocabulary.Programmes);
        var labels = new Dictionary<string, string>
        {
            ["department"] = dice.Pick(Vocabulary.Departments),
            ["programme"] = programme,
            ["area"] = dice.Pick(Vocabulary.Areas),
            ["kind"] = Vocabulary.Kinds[dice.Weighted(0.43, 0.32, 0.14, 0.11)],
        };
        var draft = Draft(mandatory);
        var variants = new List<Variant> { Shape(draft, "basis", cost: 1, points: 1, longer: 0) };
        if (draft.Duration > 1 && dice.Chance(settings.LeanShare))
            variants.Add(Shape(draft, "sober", cost: 0.6, points: 0.7, longer: -1));
        if (dice.Chance(settings.LeanShare / 3) && draft.Earliest + draft.Duration < settings.Periods)
            variants.Add(Shape(draft, "plus", cost: 1.5, points: 1.3, longer: 1));
        return new Initiative(new InitiativeId($"i{number:D4}"), $"{programme} {number}", labels, mandatory, variants);
    }

    private DraftInitiative Draft(bool mandatory)
    {
        var half = settings.Periods / 2;
        var duration = Math.Clamp((int)Math.Round(dice.Lognormal(4.4, 0.46)), 1, settings.Periods - half);
        var cost = Math.Min(dice.Lognormal(400, 1.08), 14_000);
        var pointsPerGoal = 0.69 * Math.Pow(cost, 0.6) * dice.Lognormal(1, 0.45);
        return new DraftInitiative(
            duration,
            Earliest: !mandatory && dice.Chance(0.19) ? dice.Whole(1, half) : 0,
            Latest: mandatory ? dice.Whole(2, half) : null,
            cost,
            InvestmentShare: dice.Chance(0.62) ? dice.Between(0.7, 0.9) : 0,
            Subsidised: dice.Chance(0.11),
            Points: dice.Sample(Vocabulary.Goals, 1 + dice.Weighted(0.44, 0.43, 0.13))
                .ToDictionary(g => g, _ => pointsPerGoal * dice.Lognormal(1, 0.37)),
            People: dice.Sample(capacities, 1 + dice.Weighted(0.23, 0.39, 0.18, 0.20)),
            Success: Math.Round(dice.Between(0.65, 0.98), 2));
    }

    private Variant Shape(DraftInitiative draft, string id, double cost, double points, int longer)
    {
        var duration = draft.Duration + longer;
        var money = draft.Cost * cost;
        var spend = new Dictionary<BudgetId, IReadOnlyList<double>>();
        if (draft.InvestmentShare < 1)
            spend[new(Vocabulary.Running)] = Bell(money * (1 - draft.InvestmentShare), duration);
        if (draft.InvestmentShare > 0)
            spend[new(Vocabulary.Investment)] = Bell(money * draft.InvestmentShare, duration);
        if (draft.Subsidised)
            spend[new(Vocabulary.Subsidy)] = Bell(money * 0.2, duration);
        var after = new Dictionary<BudgetId, double>();
        if (draft.InvestmentShare > 0)
            after[new(Vocabulary.Structural)] = Math.Round(money * 0.004, 2);
        var profile = new double[duration + 2];
        (profile[duration], profile[duration + 1]) = (0.5, 0.75);
        var last = settings.Periods - duration;
        return new Variant(
            new VariantId(id), duration, draft.Earliest, Math.Min(draft.Latest ?? last, last), spend, after,
            draft.People.ToDictionary(c => new CapacityId(c), IReadOnlyList<double> (_) => Effort(money, duration)),
            draft.Points.ToDictionary(p => new GoalId(p.Key), p => Math.Round(p.Value * points, 2)),
            draft.Success, new Effect(profile, 1.0));
    }

    private double[] Bell(double total, int duration)
    {
        var shape = new double[duration];
        for (var k = 0; k < duration; k++)
            shape[k] = (0.15 + Math.Sin(Math.PI * (k + 0.5) / duration)) * dice.Between(0.7, 1.3);
        var sum = shape.Sum();
        return Array.ConvertAll(shape, s => Math.Round(total * s / sum, 1));
    }

    private double[] Effort(double money, int duration)
    {
        var level = 0.0385 * Math.Pow(money, 0.25);
        var units = new double[duration];
        for (var k = 0; k < duration; k++)
            units[k] = Math.Round(Math.Max(dice.Lognormal(level, 0.5), NegligibleEffort), 2);
        return units;
    }

    private sealed record DraftInitiative(
        int Duration, int Earliest, int? Latest, double Cost, double InvestmentShare, bool Subsidised,
        Dictionary<string, double> Points, List<string> People, double Success);
}
