using Koers.Planning.Options;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>Which changes are asked about: for what belongs in, what it can bear; for what does not, what would bring it in.</summary>
/// <param name="problem">The problem.</param>
/// <param name="initiative">The initiative.</param>
/// <param name="settings">How far and how narrowly.</param>
/// <param name="difference">Points between the plans with and without it; 0 where one is missing.</param>
/// <param name="priced">Rule → what its option pays for it at the prices known.</param>
internal sealed class QuestionList(
    Problem problem, Initiative initiative, ExplainSettings settings, double difference, IReadOnlyDictionary<string, double> priced)
{
    private InitiativeId Id => initiative.Id;

    /// <summary>How much dearer, weaker, heavier it may become.</summary>
    public IReadOnlyList<Question> Bearing() =>
    [
        .. initiative.Variants.Any(v => v.Spend.Count > 0 || v.SpendAfter.Count > 0)
            ? [Factor(ChangeKind.Cost, true, null, (p, f) => Variation.Spending(p, Id, f))]
            : Array.Empty<Question>(),
        Factor(ChangeKind.Contribution, false, null, (p, f) => Variation.Contributing(p, Id, f)),
        .. initiative.Variants.Any(v => v.Effort.Count > 0)
            ? [Factor(ChangeKind.Effort, true, null, (p, f) => Variation.Asking(p, Id, null, f))]
            : Array.Empty<Question>(),
    ];

    /// <summary>What would bring it in.</summary>
    /// <param name="options">The options of the problem.</param>
    /// <param name="option">The option in which the best plan with it holds it.</param>
    public IReadOnlyList<Question> Bringing(OptionSet options, int option)
    {
        var money = Asked(options.Spend, option, problem.Budgets.Count, options.Years);
        var people = Asked(options.Effort, option, problem.Capacities.Count, options.Periods);
        var budgets = InTheWay(money, b => $"budget/{problem.Budgets[b].Id}");
        var capacities = InTheWay(people, c => $"capacity/{problem.Capacities[c].Id}");
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
                Limit = room,
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
        Limit = isRaised ? settings.MostTimes - 1 : 1,
        Guess = Guess(kind, resource),
        Change = size => change(problem, isRaised ? 1 + size : 1 - size),
    };

    /// <summary>The size at which, at the prices known, what is paid less or more makes up for the difference.</summary>
    private double? Guess(ChangeKind kind, string? resource)
    {
        var paid = priced.Where(p => kind switch
        {
            ChangeKind.Cost => p.Key.StartsWith("budget/", StringComparison.Ordinal),
            ChangeKind.Effort => p.Key.StartsWith("capacity/", StringComparison.Ordinal),
            ChangeKind.EffortOfOne => p.Key == $"capacity/{resource}",
            _ => false,
        }).Sum(p => p.Value);
        return paid > 0 && difference != 0 ? Math.Abs(difference) / paid : null;
    }

    private Question Means(ChangeKind kind, string resource, Func<double, Problem> change) => new()
    {
        Kind = kind,
        IsRaised = true,
        Resource = resource,
        Precision = settings.Precision,
        Limit = settings.MostTimes,
        // All that it asks
        Guess = 1,
        Change = change,
    };

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
    private int[] InTheWay(double[][] asked, Func<int, string> rule)
    {
        var used = Enumerable.Range(0, asked.Length).Where(r => asked[r].Any(amount => amount > 0)).ToArray();
        var paid = used.Where(r => priced.GetValueOrDefault(rule(r)) > 0).OrderByDescending(r => priced[rule(r)]).ToArray();
        return [.. (paid.Length > 0 ? paid : used).Take(settings.MostMeans)];
    }
}
