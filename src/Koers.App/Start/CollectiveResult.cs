namespace Koers.App.Start;

/// <summary>What the agreed portfolio brings the municipality as a whole. It says nothing of departments or people: the result is of all.</summary>
/// <param name="Agreement">Number of the portfolio agreement.</param>
/// <param name="Name">What it is called.</param>
/// <param name="AdoptedAt">When it was adopted.</param>
/// <param name="Chosen">How many initiatives are in it.</param>
/// <param name="Value">Worth of all together, in points.</param>
/// <param name="OwnValue">The part of it that would be gone without the initiatives of who asks, in points.</param>
/// <param name="Own">How many of the initiatives are theirs, as proposer or lead.</param>
/// <param name="Goals">Worth for each goal, in the order of the goals.</param>
public sealed record CollectiveResult(
    int Agreement, string Name, DateTimeOffset AdoptedAt, int Chosen, double Value, double OwnValue, int Own, IReadOnlyList<GoalResult> Goals);

/// <summary>What the agreed portfolio brings for one goal.</summary>
/// <param name="Name">The goal.</param>
/// <param name="Value">Worth in points: weight × counted score.</param>
/// <param name="OwnValue">The part that would be gone without the initiatives of who asks.</param>
public sealed record GoalResult(string Name, double Value, double OwnValue);
