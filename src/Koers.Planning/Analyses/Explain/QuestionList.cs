using Koers.Planning.Options;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>Which changes are asked about: for what belongs in, what it can bear; for what does not, what would bring it in.</summary>
internal sealed class QuestionList(Problem problem, Initiative initiative, ExplainSettings settings)
{
    private InitiativeId Id => initiative.Id;

    /// <summary>How much dearer, weaker, heavier it may become.</summary>
    public IReadOnlyList<Question> Bearing() =>
    [
        Factor(ChangeKind.Cost, true, null, (p, f) => Variation.Spending(p, Id, f)),
        Factor(ChangeKind.Contribution, false, null, (p, f) => Variation.Contributing(p, Id, f)),
        .. initiative.Variants.Any(v => v.Effort.Count > 0)
            ? [Factor(ChangeKind.Effort, true, null, (p, f) => Variation.Asking(p, Id, null, f))]
            : Array.Empty<Question>(),
    ];

    /// <summary>What would bring it in.</summary>
    /// <param name="options">The options of the problem.</param>
    /// <param name="option">The option in which the best plan with it holds it.</param>
    /// <param name="priced">Rule → what the option pays for it; the dearest means are asked about first.</param>
    public IReadOnlyList<Question> Bringing(OptionSet options, int option, IReadOnlyDictionary<string, double> priced)
    {
        var money = Asked(options.Spend, option, problem.Budgets.Count, options.Years);
        var people = Asked(options.Effort, option, problem.Capacities.Count, options.Periods);
        var budgets = InTheWay(money, b => $"budget/{problem.Budgets[b].Id}", priced);
        var capacities = InTheWay(people, c => $"capacity/{problem.Capacities[c].Id}", priced);
        var questions = new List<Question>();
        if (money.Any(amounts => amounts.Any(amount => amount > 0)))
            questions.Add(Factor(ChangeKind.Cost, false, null, (p, f) => Variation.Spending(p, Id, f)));
        questions.Add(Factor(ChangeKind.Contribution, true, null, (p, f) => Variation.Contributing(p, Id, f)));
        foreach (var c in capacities)
        {
            var capacity = problem.Capacities[c].Id;
            questions.Add(Factor(ChangeKind.EffortOfOne, false, capacity.Value, (p, f) => Variation.Asking(p, Id, capacity, f)));
        }

        if (Variation.Room(problem, initiative) is > 0 and var room)
            questions.Add(new Question
            {
                Kind = ChangeKind.Start,
                IsRaised = true,
                Probes = [room],
                Precision = 1,
                Change = periods => Variation.Starting(problem, Id, (int)periods),
            });
        foreach (var b in budgets)
            questions.Add(Means(ChangeKind.Budget, problem.Budgets[b].Id.Value,
                size => Variation.MoreMoney(problem, problem.Budgets[b].Id, [.. money[b].Select(amount => Math.Max(0.0, amount) * size)])));
        foreach (var c in capacities.Where(c => problem.Capacities[c].Reserve < 1))
            questions.Add(Means(ChangeKind.Capacity, problem.Capacities[c].Id.Value,
                size => Variation.MorePeople(problem, problem.Capacities[c].Id, [.. people[c].Select(amount => Math.Max(0.0, amount) * size)])));
        return questions;
    }

    private Question Factor(ChangeKind kind, bool isRaised, string? resource, Func<Problem, double, Problem> change) => new()
    {
        Kind = kind,
        IsRaised = isRaised,
        Resource = resource,
        Precision = settings.Precision,
        // Lowered at most to nothing at all
        Probes = isRaised ? Doubling(settings.MostTimes - 1) : [1],
        Change = size => change(problem, isRaised ? 1 + size : 1 - size),
    };

    private Question Means(ChangeKind kind, string resource, Func<double, Problem> change) => new()
    {
        Kind = kind,
        IsRaised = true,
        Resource = resource,
        Precision = settings.Precision,
        Probes = Doubling(settings.MostTimes),
        Change = change,
    };

    private static IReadOnlyList<double> Doubling(double most)
    {
        var probes = new List<double>();
        for (var size = Math.Min(1.0, most); size < most; size *= 2)
            probes.Add(size);
        return [.. probes, most];
    }

    /// <summary>Per budget or capacity what an option asks in each year or period.</summary>
    private static double[][] Asked(SparseRows table, int option, int resources, int times)
    {
        var asked = Enumerable.Range(0, resources).Select(_ => new double[times]).ToArray();
        var keys = table.Keys(option);
        var amounts = table.Amounts(option);
        for (var e = 0; e < keys.Length; e++)
            asked[keys[e] / times][keys[e] % times] = amounts[e];
        return asked;
    }

    /// <summary>The means that an option pays for, the dearest first; where none has a price, those that it asks.</summary>
    private int[] InTheWay(double[][] asked, Func<int, string> rule, IReadOnlyDictionary<string, double> priced)
    {
        var used = Enumerable.Range(0, asked.Length).Where(r => asked[r].Any(amount => amount > 0)).ToArray();
        var paid = used.Where(r => priced.GetValueOrDefault(rule(r)) > 0).OrderByDescending(r => priced[rule(r)]).ToArray();
        return [.. (paid.Length > 0 ? paid : used).Take(settings.MostMeans)];
    }
}
