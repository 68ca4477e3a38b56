using Koers.App.Accounts;
using Koers.App.Initiatives;
using Koers.App.Memory;
using Koers.App.Requests;
using Koers.App.Storage;

namespace Koers.App.Weighing;

/// <summary>Weighed initiatives beside each other: value against cost and people, how far assessors are apart, and what other weights would shift
/// in their order. Looks only; the weights of the goals stay as they are.</summary>
/// <param name="context">The register.</param>
/// <param name="memory">What is remembered of it.</param>
public sealed class WeighingComparison(RegisterContext context, RegisterMemory memory)
{
    /// <summary>Compares what is weighed and may be seen.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="weights">Other weights by code of a goal without goals below it, 0 or more, on any scale: they are made to add up to 1. Goals
    /// that are not in it keep their share. Null = none.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InvalidInputException">A weight is negative or not a number, or all are 0.</exception>
    public async Task<ComparisonView> Read(Actor actor, IReadOnlyDictionary<string, double>? weights, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var known = await memory.Weighed(context, cancellation);
        var goals = Goals(known.Goals, weights);
        var lines = known.Initiatives.Where(i => InitiativeRights.SeesAll(actor) || InitiativeRights.SeenByReaders.Contains(i.State))
            .Select(i => i with { Value = Value(i, goals, goal => goal.Share), ValueThen = Value(i, goals, goal => goal.ShareThen) })
            .ToArray();
        return new ComparisonView(goals, Ranked(lines));
    }

    private static IReadOnlyList<ComparedGoal> Goals(IReadOnlyList<ComparedGoal> known, IReadOnlyDictionary<string, double>? weights)
    {
        var asked = known.Select(goal => (Goal: goal, Weight: weights is not null && weights.TryGetValue(goal.Code, out var weight) ? weight : goal.Share)).ToArray();
        var check = new InputCheck();
        foreach (var (goal, weight) in asked)
            check.That(weight >= 0 && double.IsFinite(weight), $"/gewichten/{goal.Code}", "Een gewicht is 0 of meer.", "A weight is 0 or more.");
        var sum = asked.Sum(g => g.Weight);
        check.That(asked.Length == 0 || !(sum <= 0), "/gewichten", "Minstens één gewicht is meer dan 0.", "At least one weight is more than 0.");
        check.Done();
        return [.. asked.Select(g => g.Goal with { ShareThen = g.Weight / sum })];
    }

    private static double Value(ComparedInitiative initiative, IReadOnlyList<ComparedGoal> goals, Func<ComparedGoal, double> share) =>
        goals.Zip(initiative.Opinions, (goal, opinion) => share(goal) * opinion.Mean).Sum();

    private static IReadOnlyList<ComparedInitiative> Ranked(ComparedInitiative[] lines)
    {
        var (now, then) = (Ranks(lines, line => line.Value), Ranks(lines, line => line.ValueThen));
        return [.. lines.Select(line => line with { Rank = now[line.Number], RankThen = then[line.Number] })
            .OrderBy(line => line.RankThen).ThenBy(line => line.Number, StringComparer.Ordinal)];
    }

    // Who is worth the same has the same place; the next comes after all of them
    private static Dictionary<string, int> Ranks(ComparedInitiative[] lines, Func<ComparedInitiative, double> value)
    {
        var sorted = lines.OrderByDescending(value).ToArray();
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < sorted.Length; i++)
            ranks[sorted[i].Number] = i > 0 && Math.Abs(value(sorted[i]) - value(sorted[i - 1])) < 1e-9 ? ranks[sorted[i - 1].Number] : i + 1;
        return ranks;
    }
}
