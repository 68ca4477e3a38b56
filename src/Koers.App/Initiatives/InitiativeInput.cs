using System.Text.Json.Serialization;
using Koers.App.Requests;
using Koers.Domain.Means;

namespace Koers.App.Initiatives;

/// <summary>What people enter of an initiative. A five-line idea has a name, a department and a summary; the rest comes step by step.</summary>
public sealed record InitiativeInput
{
    /// <summary>How people call it: address and name.</summary>
    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    /// <summary>What it is and what it is for, in a few lines.</summary>
    [JsonPropertyName("samenvatting")]
    public string Summary { get; init; } = "";

    /// <summary>Code of the department that would carry it out.</summary>
    [JsonPropertyName("afdeling")]
    public required string Department { get; init; }

    /// <summary>Code of the programme; null where there is none.</summary>
    [JsonPropertyName("programma")]
    public string? Programme { get; init; }

    /// <summary>Neighbourhood or area; null for the whole municipality.</summary>
    [JsonPropertyName("gebied")]
    public string? Area { get; init; }

    /// <summary>Phase, for example "ontwerp".</summary>
    [JsonPropertyName("fase")]
    public string? Phase { get; init; }

    /// <summary>Iv3 code as text.</summary>
    [JsonPropertyName("taakveld")]
    public string? PolicyField { get; init; }

    /// <summary>Whether it is a statutory task, which must be done in some variant.</summary>
    [JsonPropertyName("wettelijk")]
    public bool IsStatutory { get; init; }

    /// <summary>Bestuurlijk opdrachtgever, by role.</summary>
    [JsonPropertyName("bestuurlijkOpdrachtgever")]
    public string? PoliticalSponsor { get; init; }

    /// <summary>Ambtelijk opdrachtgever, by role.</summary>
    [JsonPropertyName("ambtelijkOpdrachtgever")]
    public string? ExecutiveSponsor { get; init; }

    /// <summary>Opdrachtnemer, the id of an account.</summary>
    [JsonPropertyName("opdrachtnemer")]
    public Guid? Lead { get; init; }

    /// <summary>Free labels, for example soort = innovatie; at most 50.</summary>
    [AtMost(50)]
    [JsonPropertyName("labels")]
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Other departments that take part; at most 50.</summary>
    [AtMost(50)]
    [JsonPropertyName("partners")]
    public IReadOnlyList<PartnerInput> Partners { get; init; } = [];

    /// <summary>Where its documents are; at most 100.</summary>
    [AtMost(100)]
    [JsonPropertyName("documenten")]
    public IReadOnlyList<DocumentInput> Documents { get; init; } = [];

    /// <summary>The ways to do it; at most 20.</summary>
    [AtMost(20)]
    [JsonPropertyName("varianten")]
    public IReadOnlyList<VariantInput> Variants { get; init; } = [];
}

/// <summary>A department that takes part.</summary>
/// <param name="Department">Code of the department.</param>
/// <param name="Contribution">What it does in it.</param>
public sealed record PartnerInput(
    [property: JsonPropertyName("afdeling")] string Department, [property: JsonPropertyName("bijdrage")] string Contribution = "");

/// <summary>A document that lies elsewhere.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Address">An address that begins with https or http, of at most 2,000 characters.</param>
public sealed record DocumentInput([property: JsonPropertyName("titel")] string Title, [property: JsonPropertyName("adres")] string Address);

/// <summary>One way to do it. Quarters are counted from its start.</summary>
public sealed record VariantInput
{
    /// <summary>A short name, for example "basis".</summary>
    [JsonPropertyName("code")]
    public required string Code { get; init; }

    /// <summary>What distinguishes it.</summary>
    [JsonPropertyName("omschrijving")]
    public string Description { get; init; } = "";

    /// <summary>Quarters from start to finish, at least 1.</summary>
    [JsonPropertyName("looptijd")]
    public int Duration { get; init; } = 1;

    /// <summary>First day on which it may start, the first of a quarter from 1990 to 2100.</summary>
    [JsonPropertyName("vroegsteStart")]
    public DateOnly? EarliestStart { get; init; }

    /// <summary>Last day on which it may start, the first of a quarter from 1990 to 2100.</summary>
    [JsonPropertyName("laatsteStart")]
    public DateOnly? LatestStart { get; init; }

    /// <summary>Chance that the effect comes about, 0 to 1.</summary>
    [JsonPropertyName("kansVanSlagen")]
    public double Success { get; init; } = 1.0;

    /// <summary>Share of the scored effect that this variant brings, 0 to 5.</summary>
    [JsonPropertyName("aandeelEffect")]
    public double EffectShare { get; init; } = 1.0;

    /// <summary>What it spends; at most 2,000 lines.</summary>
    [AtMost(2_000)]
    [JsonPropertyName("uitgaven")]
    public IReadOnlyList<SpendInput> Spends { get; init; } = [];

    /// <summary>The people whom it asks; at most 2,000 lines.</summary>
    [AtMost(2_000)]
    [JsonPropertyName("inzet")]
    public IReadOnlyList<EffortInput> Efforts { get; init; } = [];

    /// <summary>What it brings by estimate, per goal; at most 2,000 lines.</summary>
    [AtMost(2_000)]
    [JsonPropertyName("effecten")]
    public IReadOnlyList<EffectInput> Effects { get; init; } = [];
}

/// <summary>Money of one budget in one quarter.</summary>
/// <param name="Budget">Code of the budget.</param>
/// <param name="Quarter">Quarter from the start, 0 …; null = every quarter after the finish.</param>
/// <param name="Amount">The money in euros.</param>
/// <param name="FundingSource">Dekking.</param>
public sealed record SpendInput(
    [property: JsonPropertyName("budget")] string Budget,
    [property: JsonPropertyName("kwartaal")] int? Quarter,
    [property: JsonPropertyName("bedrag")] Euro Amount,
    [property: JsonPropertyName("dekking")] string? FundingSource = null);

/// <summary>People of one pool in one quarter.</summary>
/// <param name="Pool">Code of the pool.</param>
/// <param name="Quarter">Quarter from the start, 0 ….</param>
/// <param name="Fte">Full-time equivalents.</param>
public sealed record EffortInput(
    [property: JsonPropertyName("pool")] string Pool,
    [property: JsonPropertyName("kwartaal")] int Quarter,
    [property: JsonPropertyName("fte")] double Fte);

/// <summary>What is brought for one goal.</summary>
/// <param name="Goal">Code of the goal.</param>
/// <param name="Points">Points on the scale of goals; negative where it harms.</param>
public sealed record EffectInput([property: JsonPropertyName("doel")] string Goal, [property: JsonPropertyName("punten")] double Points);
