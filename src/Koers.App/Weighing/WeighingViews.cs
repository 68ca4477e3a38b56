using System.Text.Json.Serialization;
using Koers.Domain.Initiatives;
using Koers.Domain.Means;

namespace Koers.App.Weighing;

/// <summary>What assessors made of an initiative. Before its weighing is over: how many scored.</summary>
/// <param name="Initiative">Number of the initiative.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsOpen">Whether the weighing is over and the scores are open.</param>
/// <param name="Assessors">How many scored at least one goal.</param>
/// <param name="Total">Sum over the goals of share in the whole times mean; null before that, or where a goal has no score.</param>
/// <param name="Goals">A line for each goal, in the order of the tree.</param>
/// <param name="Warnings">Goals that fewer than two assessors scored, by code.</param>
public sealed record WeighingView(
    [property: JsonPropertyName("initiatief")] string Initiative,
    [property: JsonPropertyName("toestand")] InitiativeState State,
    [property: JsonPropertyName("open")] bool IsOpen,
    [property: JsonPropertyName("beoordelaars")] int Assessors,
    [property: JsonPropertyName("totaal")] double? Total,
    [property: JsonPropertyName("doelen")] IReadOnlyList<WeighedGoal> Goals,
    [property: JsonPropertyName("minderDanTwee")] IReadOnlyList<string> Warnings);

/// <summary>What assessors made of an initiative on one goal.</summary>
/// <param name="Goal">Code of the goal.</param>
/// <param name="Name">How people call the goal; for readers as it was adopted.</param>
/// <param name="Share">Share of the goal in the whole, 0 to 1; for readers as it was adopted.</param>
/// <param name="Assessors">How many scored.</param>
/// <param name="Mean">Mean of their scores.</param>
/// <param name="Spread">Standard deviation between them.</param>
/// <param name="Agreement">1 = all the same, 0 = half at either end of the scale.</param>
/// <param name="Scores">Each score; empty before the weighing is over and for readers.</param>
public sealed record WeighedGoal(
    [property: JsonPropertyName("doel")] string Goal,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("aandeel")] double Share,
    [property: JsonPropertyName("aantal")] int Assessors,
    [property: JsonPropertyName("gemiddelde")] double? Mean,
    [property: JsonPropertyName("spreiding")] double? Spread,
    [property: JsonPropertyName("eensgezindheid")] double? Agreement,
    [property: JsonPropertyName("scores")] IReadOnlyList<GivenScore> Scores);

/// <summary>One score, with who gave it.</summary>
/// <param name="Assessor">The id of the account.</param>
/// <param name="Name">How others see who it is.</param>
/// <param name="Points">The score.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record GivenScore(
    [property: JsonPropertyName("beoordelaar")] Guid Assessor,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("punten")] double Points,
    [property: JsonPropertyName("toelichting")] string Reason,
    [property: JsonPropertyName("op")] DateTimeOffset At);

/// <summary>An initiative in the overview of the weighing.</summary>
/// <param name="Number">Number of the initiative.</param>
/// <param name="Name">How people call it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsOpen">Whether the weighing is over and the scores are open.</param>
/// <param name="Assessors">How many scored at least one goal.</param>
/// <param name="Total">Sum over the goals of share in the whole times mean; null where not open or a goal has no score.</param>
/// <param name="Means">Mean per goal, by code; empty where not open.</param>
/// <param name="Spread">Largest spread on a goal; null where not open or nobody scored.</param>
/// <param name="MostDisputed">Code of the goal on which assessors are furthest apart; null where they agree.</param>
/// <param name="Cost">One-off money of the basis variant, in euros; of the first variant where none is called basis.</param>
/// <param name="CostAfter">Money in every quarter after its finish, in euros.</param>
public sealed record WeighingLine(
    [property: JsonPropertyName("nummer")] string Number,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("toestand")] InitiativeState State,
    [property: JsonPropertyName("open")] bool IsOpen,
    [property: JsonPropertyName("beoordelaars")] int Assessors,
    [property: JsonPropertyName("totaal")] double? Total,
    [property: JsonPropertyName("gemiddelden")] IReadOnlyDictionary<string, double> Means,
    [property: JsonPropertyName("spreiding")] double? Spread,
    [property: JsonPropertyName("meestOneens")] string? MostDisputed,
    [property: JsonPropertyName("kosten")] Euro Cost,
    [property: JsonPropertyName("kostenPerKwartaalDaarna")] Euro CostAfter);

/// <summary>An initiative that an assessor has still to score.</summary>
/// <param name="Number">Number of the initiative.</param>
/// <param name="Name">How people call it.</param>
/// <param name="Department">Code of the department.</param>
/// <param name="Scored">Goals that this assessor scored.</param>
/// <param name="ToScore">Goals there are.</param>
public sealed record WorkLine(
    [property: JsonPropertyName("nummer")] string Number,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("afdeling")] string Department,
    [property: JsonPropertyName("gescoord")] int Scored,
    [property: JsonPropertyName("doelen")] int ToScore);
