using Koers.App.Accounts;
using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Goals;
using Koers.Domain.Initiatives;
using Koers.Domain.Means;
using Koers.Domain.Weighing;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Weighing;

/// <summary>Weighed initiatives beside each other: value against cost and people, how far assessors are apart, and what other weights would shift
/// in their order. Looks only; the weights of the goals stay as they are.</summary>
/// <param name="context">The register.</param>
public sealed class WeighingComparison(RegisterContext context)
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
        InitiativeState[] before = [InitiativeState.Idea, InitiativeState.InPreparation, InitiativeState.Submitted];
        var seen = InitiativeRights.SeesAll(actor)
            ? context.Initiatives.Where(i => !before.Contains(i.State))
            : context.Initiatives.Where(i => InitiativeRights.SeenByReaders.Contains(i.State));
        var table = await ScoreTable.Read(context, seen, cancellation);
        var goals = Goals(table, weights);
        var initiatives = await seen.AsNoTracking().Include(i => i.Variants).AsSplitQuery().ToListAsync(cancellation);
        var departments = await context.Departments.ToDictionaryAsync(d => d.Id, d => d.Code, cancellation);
        var programmes = await context.Programmes.ToDictionaryAsync(p => p.Id, p => p.Code, cancellation);
        // Only what has a score on every goal has a place in the order
        var lines = initiatives.Where(i => WeighingRights.IsOver(i.State, table.IsFullyScored(i.Id)) && table.IsFullyScored(i.Id))
            .Select(i => Line(table, goals, i, departments[i.DepartmentId], i.ProgrammeId is { } programme ? programmes[programme] : null))
            .ToArray();
        return new ComparisonView(goals, Ranked(lines));
    }

    private static IReadOnlyList<ComparedGoal> Goals(ScoreTable table, IReadOnlyDictionary<string, double>? weights)
    {
        var asked = table.Leaves.Select(goal => (Goal: goal, Share: table.Tree.ShareOfWhole(goal)))
            .Select(g => (g.Goal, g.Share, Weight: weights is not null && weights.TryGetValue(g.Goal.Code, out var weight) ? weight : g.Share)).ToArray();
        var check = new InputCheck();
        foreach (var (goal, _, weight) in asked)
            check.That(weight >= 0 && double.IsFinite(weight), $"/gewichten/{goal.Code}", "Een gewicht is 0 of meer.", "A weight is 0 or more.");
        var sum = asked.Sum(g => g.Weight);
        check.That(asked.Length == 0 || !(sum <= 0), "/gewichten", "Minstens één gewicht is meer dan 0.", "At least one weight is more than 0.");
        check.Done();
        return [.. asked.Select(g => new ComparedGoal(g.Goal.Code, g.Goal.Name, g.Share, g.Weight / sum))];
    }

    private static ComparedInitiative Line(
        ScoreTable table, IReadOnlyList<ComparedGoal> goals, Initiative initiative, string department, string? programme)
    {
        var basis = initiative.Variants.Find(v => v.Code == "basis") ?? initiative.Variants.MinBy(v => v.Id);
        var opinions = table.Leaves.Select(goal => OpinionOn(goal, table.ConsensusOn(initiative.Id, goal.Id))).ToArray();
        return new ComparedInitiative
        {
            Number = initiative.Number,
            Name = initiative.Name,
            State = initiative.State,
            Department = department,
            Programme = programme,
            Cost = (basis?.Spends ?? []).Where(s => s.Quarter is not null).Aggregate(Euro.Zero, (sum, s) => sum + s.Amount),
            // A year is four quarters
            FteYears = (basis?.Efforts ?? []).Sum(effort => effort.Fte) / 4,
            Opinions = opinions,
            Value = goals.Zip(opinions, (goal, opinion) => goal.Share * opinion.Mean).Sum(),
            ValueThen = goals.Zip(opinions, (goal, opinion) => goal.ShareThen * opinion.Mean).Sum(),
        };
    }

    private static Opinion OpinionOn(Goal goal, Consensus consensus) =>
        new(goal.Code, consensus.Assessors, consensus.Mean!.Value, consensus.Spread!.Value, consensus.Agreement);

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

/// <summary>Weighed initiatives beside each other.</summary>
/// <param name="Goals">The goals, in the order of the tree.</param>
/// <param name="Lines">The initiatives, in order of their place with the other weights.</param>
public sealed record ComparisonView(IReadOnlyList<ComparedGoal> Goals, IReadOnlyList<ComparedInitiative> Lines)
{
    /// <summary>The opinions that are furthest apart, the furthest first.</summary>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<(ComparedInitiative Initiative, Opinion Opinion)> Disputes(int most) =>
        [.. Lines.SelectMany(line => line.Opinions.Where(opinion => opinion.Spread > 0).Select(opinion => (line, opinion)))
            .OrderByDescending(pair => pair.opinion.Spread).ThenBy(pair => pair.line.Number, StringComparer.Ordinal).Take(most)];
}

/// <summary>A goal of a comparison.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">How people call it.</param>
/// <param name="Share">Its share in the whole, 0 to 1.</param>
/// <param name="ShareThen">Its share with the other weights, 0 to 1.</param>
public sealed record ComparedGoal(string Code, string Name, double Share, double ShareThen);

/// <summary>What assessors made of an initiative on one goal.</summary>
/// <param name="Goal">Code of the goal.</param>
/// <param name="Assessors">How many scored.</param>
/// <param name="Mean">Mean of their scores.</param>
/// <param name="Spread">Standard deviation between them.</param>
/// <param name="Agreement">1 = all the same, 0 = half at either end; null where fewer than two scored.</param>
public sealed record Opinion(string Goal, int Assessors, double Mean, double Spread, double? Agreement);

/// <summary>An initiative of a comparison.</summary>
public sealed record ComparedInitiative
{
    /// <summary>How papers refer to it.</summary>
    public required string Number { get; init; }

    /// <summary>How people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands.</summary>
    public required InitiativeState State { get; init; }

    /// <summary>Code of the department.</summary>
    public required string Department { get; init; }

    /// <summary>Code of the programme; null where there is none.</summary>
    public string? Programme { get; init; }

    /// <summary>One-off money of the basis variant, in euros; of the first variant where none is called basis.</summary>
    public required Euro Cost { get; init; }

    /// <summary>People that the same variant asks, in full-time equivalents for a year.</summary>
    public required double FteYears { get; init; }

    /// <summary>An opinion for each goal, in the order of the tree.</summary>
    public required IReadOnlyList<Opinion> Opinions { get; init; }

    /// <summary>Sum over the goals of share in the whole times mean.</summary>
    public required double Value { get; init; }

    /// <summary>The same with the other weights.</summary>
    public required double ValueThen { get; init; }

    /// <summary>Its place, 1 = the most valuable; who is worth the same has the same place.</summary>
    public int Rank { get; init; }

    /// <summary>Its place with the other weights.</summary>
    public int RankThen { get; init; }
}
