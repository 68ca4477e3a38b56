using System.Text.Json.Serialization;

namespace Koers.App.Agreements;

/// <summary>A plan to be adopted.</summary>
/// <param name="Run">Number of the run whose plan it is.</param>
/// <param name="Name">What the agreement is called, for example "Portfolioafspraak 2027".</param>
public sealed record AgreementInput([property: JsonPropertyName("run")] int Run, [property: JsonPropertyName("naam")] string Name);

/// <summary>An agreement in a list.</summary>
/// <param name="Number">Which.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Run">Number of the run whose plan was adopted.</param>
/// <param name="AdoptedAt">When.</param>
/// <param name="AdoptedBy">Who adopted it, the id of an account; null where that is gone or another system did.</param>
/// <param name="Initiatives">How many initiatives are in it.</param>
public sealed record AgreementLine(
    [property: JsonPropertyName("nummer")] int Number,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("run")] int Run,
    [property: JsonPropertyName("vastgesteldOp")] DateTimeOffset AdoptedAt,
    [property: JsonPropertyName("vastgesteldDoor")] Guid? AdoptedBy,
    [property: JsonPropertyName("aantalInitiatieven")] int Initiatives);

/// <summary>An agreement as a whole.</summary>
/// <param name="Number">Which.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Run">Number of the run whose plan was adopted; problem and proof are kept there.</param>
/// <param name="AdoptedAt">When.</param>
/// <param name="AdoptedBy">Who adopted it, the id of an account; null where that is gone or another system did.</param>
/// <param name="Initiatives">What will be done, and when.</param>
public sealed record AgreementView(
    [property: JsonPropertyName("nummer")] int Number,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("run")] int Run,
    [property: JsonPropertyName("vastgesteldOp")] DateTimeOffset AdoptedAt,
    [property: JsonPropertyName("vastgesteldDoor")] Guid? AdoptedBy,
    [property: JsonPropertyName("initiatieven")] IReadOnlyList<AgreedView> Initiatives);

/// <summary>One initiative in an agreement.</summary>
/// <param name="Initiative">Its number.</param>
/// <param name="Name">How people call it, as it is called now.</param>
/// <param name="Variant">Code of the variant.</param>
/// <param name="Start">First day of the quarter in which it starts.</param>
public sealed record AgreedView(
    [property: JsonPropertyName("initiatief")] string Initiative,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("variant")] string Variant,
    [property: JsonPropertyName("start")] DateOnly Start);
