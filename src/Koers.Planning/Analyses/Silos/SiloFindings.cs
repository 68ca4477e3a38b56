using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Options;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Koers.Planning.Reduction;
using Koers.Planning.Rules;

namespace Koers.Planning.Analyses;

/// <summary>Reads from the plans what the whole and the parts carry, what they leave, and why.</summary>
internal sealed class SiloFindings(
    Problem problem, OptionSet options, LabelParts parts, MeansShares shares, PartProblems problems, IReadOnlyList<PlannedPart> planned,
    Plan compared, IReadOnlyList<Choice> together)
{
    private readonly Dictionary<InitiativeId, Choice> _whole = compared.Selected.ToDictionary(c => c.Initiative);
    private readonly Dictionary<InitiativeId, Choice> _planned = planned.SelectMany(p => p.Plan.Selected).ToDictionary(c => c.Initiative);
    private readonly HashSet<InitiativeId> _carried = [.. together.Select(c => c.Initiative)];

    public SiloReport Report(SiloSettings settings, Plan whole, IReadOnlyList<string> broken, double? ceiling)
    {
        var (figures, silos) = (Evaluator.Evaluate(problem, compared.Selected), Evaluator.Evaluate(problem, together));
        var only = figures.Synergies.Except(silos.Synergies).Where(s => parts.Over(s.Initiatives).Length > 1).ToList();
        var fares = Fares(only, CreditOf(figures, compared.Selected));
        var outcome = new SiloOutcome(together, broken, compared, figures, silos, ceiling, fares, Means(figures, silos), only);
        return new SiloReport(settings.Label, settings.Division, whole, Parts(figures, silos), outcome);
    }

    private List<SiloPart> Parts(PlanFigures figures, PlanFigures silos)
    {
        var (inWhole, inSilos) = (Credit(figures, compared.Selected), Credit(silos, together));
        return [.. planned.Select((part, p) => new SiloPart(
            parts.Values[p], [.. parts.Initiatives(p)],
            problem.Budgets.Index().ToDictionary(b => b.Item.Id, b => Share(shares.Budgets, b.Index, p)),
            problem.Capacities.Index().ToDictionary(c => c.Item.Id, c => Share(shares.Capacities, c.Index, p)),
            part.Plan, part.Broken, compared.Selected.Count(c => parts.PartOf(c.Initiative) == p),
            together.Count(c => parts.PartOf(c.Initiative) == p), inWhole[p], inSilos[p]))];
    }

    // One part has everything, whatever anybody asked
    private double Share(IReadOnlyList<double[]> of, int means, int part) => parts.Count == 1 ? 1.0 : of[means][part];

    /// <summary>What each part's initiatives are worth in a plan. Score above a cap counts for nothing: what is left counts for all
    /// contributors in proportion. A synergy counts for its initiatives in equal shares.</summary>
    private double[] Credit(PlanFigures figures, IReadOnlyList<Choice> chosen)
    {
        var credit = new double[parts.Count];
        foreach (var (initiative, worth) in CreditOf(figures, chosen))
            credit[parts.PartOf(initiative)] += worth;
        if (problem.Reference is { } reference)
            for (var p = 0; p < parts.Count; p++)
                credit[p] -= Penalty(reference, p, chosen);
        return credit;
    }

    /// <summary>The same by initiative, penalties aside.</summary>
    private Dictionary<InitiativeId, double> CreditOf(PlanFigures figures, IReadOnlyList<Choice> chosen)
    {
        var credit = chosen.ToDictionary(choice => choice.Initiative, _ => 0.0);
        foreach (var choice in chosen)
        {
            var o = options.Find(choice);
            var goals = options.Score.Keys(o);
            var points = options.Score.Amounts(o);
            for (var e = 0; e < goals.Length; e++)
                if (figures.Goals[goals[e]] is { Score: not 0 } goal)
                    credit[choice.Initiative] += goal.Value * points[e] / goal.Score;
        }
        foreach (var synergy in figures.Synergies)
            foreach (var initiative in synergy.Initiatives)
                credit[initiative] += synergy.Value / synergy.Initiatives.Count;
        return credit;
    }

    private double Penalty(ReferencePlan reference, int part, IReadOnlyList<Choice> chosen)
    {
        var own = problem with
        {
            Reference = reference with { Plan = [.. reference.Plan.Where(c => parts.PartOf(c.Initiative) == part)] },
        };
        var of = new OptionSet(own);
        return Worth.Penalty(new Selection(of, [.. chosen.Where(c => parts.PartOf(c.Initiative) == part).Select(of.Find).Order()]));
    }

    private List<SiloFare> Fares(List<Synergy> only, Dictionary<InitiativeId, double> worth)
    {
        var beyond = Enumerable.Range(0, parts.Count).Select(Beyond).ToArray();
        var rules = RuleBook.For(options);
        return [.. problem.Initiatives.Select((initiative, i) =>
        {
            var (whole, own) = (_whole.GetValueOrDefault(initiative.Id), _planned.GetValueOrDefault(initiative.Id));
            var (obstacle, names) = _carried.Contains(initiative.Id) ? (SiloObstacle.None, [])
                : own is not null ? (SiloObstacle.Collides, Colliding(rules, own))
                : problems.Needs.TryGetValue(initiative.Id, out var needs) ? (SiloObstacle.NeedsOtherPart, needs)
                : beyond[parts.Of[i]].TryGetValue(initiative.Id, out var tooMuch) ? (SiloObstacle.TooLarge, tooMuch)
                : whole is not null && SynergiesOf(only, initiative.Id) is { Count: > 0 } synergies
                    ? (SiloObstacle.BetterTogether, synergies)
                : (SiloObstacle.ShareUsedOtherwise, (IReadOnlyList<string>)[]);
            return new SiloFare(initiative, parts.Of[i], whole, own, _carried.Contains(initiative.Id), obstacle, names, worth.GetValueOrDefault(initiative.Id));
        })];
    }

    private static List<string> SynergiesOf(List<Synergy> synergies, InitiativeId initiative) =>
        [.. synergies.Where(s => s.Value > 0 && s.Initiatives.Contains(initiative)).Select(LowerLimits.Name)];

    /// <summary>What the plans together would break with this choice of a part too; nothing where they are only worth less.</summary>
    private List<string> Colliding(RuleBook rules, Choice choice)
    {
        int[] all = [.. together.Append(choice).Select(options.Find).Order()];
        int[] without = [.. together.Select(options.Find).Order()];
        var before = Evaluator.Violations(rules, new Selection(options, without)).Select(v => v.Rule);
        return [.. Evaluator.Violations(rules, new Selection(options, all)).Select(v => v.Rule).Except(before, StringComparer.Ordinal)];
    }

    /// <summary>Initiatives of a part of which no option fits within its upper limits even by itself, with the limits in the way.</summary>
    private Dictionary<InitiativeId, IReadOnlyList<string>> Beyond(int part)
    {
        var found = new Dictionary<InitiativeId, IReadOnlyList<string>>();
        if (parts.Count == 1)
            return found;
        var model = new Model(LowerLimits.WithoutAny(problems.All[part]));
        var reduction = OptionReduction.Of(model);
        for (var i = 0; i < model.Problem.Initiatives.Count; i++)
        {
            var own = Enumerable.Range(model.Options.First[i], model.Options.First[i + 1] - model.Options.First[i]).ToArray();
            if (own.Length > 0 && own.All(o => reduction.Out[o]))
                found[model.Problem.Initiatives[i].Id] = own.Select(o => TooMuch(model, o)).MinBy(rules => rules.Length)!;
        }
        return found;
    }

    private static string[] TooMuch(Model model, int option)
    {
        var rows = model.ByColumn.Keys(option);
        var amounts = model.ByColumn.Amounts(option);
        var rules = new HashSet<string>(StringComparer.Ordinal);
        for (var e = 0; e < rows.Length; e++)
        {
            var limit = model.Rows.Limits[rows[e]];
            var columns = model.Rows.Entries.Keys(rows[e]);
            var factors = model.Rows.Entries.Amounts(rows[e]);
            for (var c = columns.Length - 1; c >= 0 && columns[c] >= model.Columns.Options; c--)
                limit -= Math.Min(0.0, factors[c]) * model.Columns.Upper(columns[c]);
            if (amounts[e] > limit + (Rule.Tolerance * Math.Max(1.0, Math.Abs(limit))))
                rules.Add(model.RuleBook.Rules[model.Rows.Rule[rows[e]]].Name);
        }
        return [.. rules];
    }

    private List<SiloMeans> Means(PlanFigures whole, PlanFigures silos)
    {
        var left = planned.Select((_, p) => LeftBy(p)).ToList();
        var money = problem.Budgets.Select((b, n) => new SiloMeans(
            $"budget/{b.Id}", b.PerYear.Sum(), whole.Budgets[n].Spent.Sum(), silos.Budgets[n].Spent.Sum(), [.. left.Select(l => l.Money[n])]));
        var people = problem.Capacities.Select((c, n) => new SiloMeans(
            $"capacity/{c.Id}", whole.Capacities[n].Available.Sum(), Own(whole.Capacities[n]), Own(silos.Capacities[n]),
            [.. left.Select(l => l.People[n])]));
        return [.. money, .. people];
    }

    /// <summary>What a part leaves of its share, by what is carried of its plan.</summary>
    private (double[] Money, double[] People) LeftBy(int part)
    {
        var own = parts.Count == 1 ? problem : problems.All[part];
        var figures = Evaluator.Evaluate(own, [.. together.Where(c => parts.PartOf(c.Initiative) == part)]);
        return (
            [.. figures.Budgets.Select((b, n) => own.Budgets[n].PerYear.Sum() - b.Spent.Sum())],
            [.. figures.Capacities.Select(c => c.Available.Sum() - Own(c))]);
    }

    private static double Own(CapacityFigures capacity) => capacity.Used.Sum() - capacity.Hired.Sum();
}
