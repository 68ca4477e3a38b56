using System.Text.Json.Serialization;

namespace Koers.App.Weighing;

/// <summary>A score as an assessor gives it.</summary>
/// <param name="Points">On the scale of the municipality.</param>
/// <param name="Reason">Why; may be empty.</param>
public sealed record ScoreInput(
    [property: JsonPropertyName("punten")] double Points, [property: JsonPropertyName("toelichting")] string Reason = "");

/// <summary>One's own scores of an initiative, with what there is to score.</summary>
/// <param name="Initiative">Number of the initiative.</param>
/// <param name="Lowest">Lowest score there is.</param>
/// <param name="Highest">Highest score there is.</param>
/// <param name="IsToBeScored">Whether this actor can score it now.</param>
/// <param name="Goals">A line for each goal, in the order of the tree.</param>
public sealed record ScoreSheet(
    [property: JsonPropertyName("initiatief")] string Initiative,
    [property: JsonPropertyName("laagste")] double Lowest,
    [property: JsonPropertyName("hoogste")] double Highest,
    [property: JsonPropertyName("kanBeoordelen")] bool IsToBeScored,
    [property: JsonPropertyName("doelen")] IReadOnlyList<ScoreLine> Goals);

/// <summary>One goal and one's own score on it.</summary>
/// <param name="Goal">Code of the goal.</param>
/// <param name="Name">How people call it.</param>
/// <param name="Description">What is meant.</param>
/// <param name="Anchors">What scores mean, from low to high.</param>
/// <param name="Score">One's own score; null where there is none yet.</param>
public sealed record ScoreLine(
    [property: JsonPropertyName("doel")] string Goal,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("omschrijving")] string Description,
    [property: JsonPropertyName("ankers")] IReadOnlyList<AnchorView> Anchors,
    [property: JsonPropertyName("score")] OwnScore? Score);

/// <summary>A fixed point of a scale.</summary>
/// <param name="Points">The score.</param>
/// <param name="Meaning">What an initiative with that score brings.</param>
public sealed record AnchorView([property: JsonPropertyName("punten")] double Points, [property: JsonPropertyName("betekenis")] string Meaning);

/// <summary>One's own score.</summary>
/// <param name="Points">On the scale of the municipality.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When it was given or last changed.</param>
/// <param name="Version">Its version, to be sent along with a change.</param>
public sealed record OwnScore(
    [property: JsonPropertyName("punten")] double Points,
    [property: JsonPropertyName("toelichting")] string Reason,
    [property: JsonPropertyName("op")] DateTimeOffset At,
    [property: JsonPropertyName("versie")] int Version);
