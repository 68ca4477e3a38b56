using System.Text.Json.Serialization;
using Koers.App.Initiatives;
using Koers.App.Requests;

namespace Koers.Web.Site.Initiatives.Editing;

/// <summary>What a step asks, as its form has it: a part of what the use case takes in.</summary>
internal interface IEditPart
{
    /// <summary>The whole initiative with this part of it as it was typed.</summary>
    /// <param name="whole">As it is now.</param>
    /// <param name="places">Where each place of the API is in the form, where those differ.</param>
    /// <param name="check">What is wrong that the use case cannot see.</param>
    InitiativeInput Onto(InitiativeInput whole, EditPlaces places, InputCheck check);
}

/// <summary>Where places of the API are in a form that asks them another way.</summary>
internal sealed class EditPlaces
{
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    /// <summary>Notes where a place of the API is in the form.</summary>
    public void Note(string api, string form) => _places[api] = form;

    /// <summary>Where a fault of the use case belongs in the form.</summary>
    public string InForm(string api)
    {
        for (var end = api.Length; end > 0; end = api.LastIndexOf('/', end - 1))
            if (_places.TryGetValue(api[..end], out var form))
                return form + api[end..];
        return api;
    }
}

internal sealed record StoryPart : IEditPart
{
    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    [JsonPropertyName("samenvatting")]
    public string Summary { get; init; } = "";

    [JsonPropertyName("afdeling")]
    public required string Department { get; init; }

    [JsonPropertyName("programma")]
    public string? Programme { get; init; }

    [JsonPropertyName("gebied")]
    public string? Area { get; init; }

    [JsonPropertyName("fase")]
    public string? Phase { get; init; }

    [JsonPropertyName("taakveld")]
    public string? PolicyField { get; init; }

    [JsonPropertyName("wettelijk")]
    public bool IsStatutory { get; init; }

    public static StoryPart Of(InitiativeInput whole) => new()
    {
        Name = whole.Name,
        Summary = whole.Summary,
        Department = whole.Department,
        Programme = whole.Programme,
        Area = whole.Area,
        Phase = whole.Phase,
        PolicyField = whole.PolicyField,
        IsStatutory = whole.IsStatutory,
    };

    public InitiativeInput Onto(InitiativeInput whole, EditPlaces places, InputCheck check) => whole with
    {
        Name = Name,
        Summary = Summary,
        Department = Department,
        Programme = Programme,
        Area = Area,
        Phase = Phase,
        PolicyField = PolicyField,
        IsStatutory = IsStatutory,
    };
}

internal sealed record PeoplePart : IEditPart
{
    [JsonPropertyName("bestuurlijkOpdrachtgever")]
    public string? PoliticalSponsor { get; init; }

    [JsonPropertyName("ambtelijkOpdrachtgever")]
    public string? ExecutiveSponsor { get; init; }

    [JsonPropertyName("opdrachtnemer")]
    public Guid? Lead { get; init; }

    [JsonPropertyName("partners")]
    public IReadOnlyList<PartnerInput> Partners { get; init; } = [];

    public static PeoplePart Of(InitiativeInput whole) => new()
    {
        PoliticalSponsor = whole.PoliticalSponsor,
        ExecutiveSponsor = whole.ExecutiveSponsor,
        Lead = whole.Lead,
        Partners = whole.Partners,
    };

    public InitiativeInput Onto(InitiativeInput whole, EditPlaces places, InputCheck check) => whole with
    {
        PoliticalSponsor = PoliticalSponsor,
        ExecutiveSponsor = ExecutiveSponsor,
        Lead = Lead,
        Partners = Partners,
    };
}

internal sealed record PapersPart : IEditPart
{
    [JsonPropertyName("documenten")]
    public IReadOnlyList<DocumentInput> Documents { get; init; } = [];

    [JsonPropertyName("labels")]
    public IReadOnlyList<LabelRow> Labels { get; init; } = [];

    public static PapersPart Of(InitiativeInput whole) =>
        new() { Documents = whole.Documents, Labels = [.. whole.Labels.Select(label => new LabelRow(label.Key, label.Value))] };

    public InitiativeInput Onto(InitiativeInput whole, EditPlaces places, InputCheck check)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (i, label) in Labels.Index())
        {
            // A fault in a label is named by its kind; whether that or its value is wrong, it is in this row
            places.Note($"/labels/{label.Kind}", $"/labels/{i}/soort");
            check.That(
                labels.TryAdd(label.Kind, label.Value), $"/labels/{i}/soort", $"Er is al een label “{label.Kind}”.", $"There is a label “{label.Kind}” already.");
        }

        return whole with { Documents = Documents, Labels = labels };
    }
}

internal sealed record LabelRow([property: JsonPropertyName("soort")] string Kind, [property: JsonPropertyName("waarde")] string Value = "");
