using Koers.Domain.Initiatives;
using Koers.Domain.Means;

namespace Koers.App.Weighing;

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
    public double Value { get; init; }

    /// <summary>The same with the other weights.</summary>
    public double ValueThen { get; init; }

    /// <summary>Its place, 1 = the most valuable; who is worth the same has the same place.</summary>
    public int Rank { get; init; }

    /// <summary>Its place with the other weights.</summary>
    public int RankThen { get; init; }
}
