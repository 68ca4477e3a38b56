using System.Text.Json;
using System.Text.Json.Serialization;
using Koers.App.Requests;
using Koers.Web.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Koers.Web.Api;

/// <summary>Something that was not done, as application/problem+json (RFC 9457).</summary>
internal sealed record Refusal
{
    private const string MediaType = "application/problem+json";

    [JsonPropertyName("type")]
    public string Type { get; init; } = "about:blank";

    [JsonPropertyName("title")]
    public required string Title { get; init; }

    [JsonPropertyName("status")]
    public required int Status { get; init; }

    [JsonPropertyName("detail")]
    public required string Detail { get; init; }

    [JsonPropertyName("versie")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Version { get; init; }

    /// <summary>What was changed since the version that was sent, oldest first; null where that is not told.</summary>
    [JsonPropertyName("wijzigingen")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HistoryAnswer>? Changes { get; init; }

    [JsonPropertyName("fouten")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RefusalFault>? Faults { get; init; }

    public static Text NoTrailingSlash { get; } = new(
        "Een adres in de API eindigt niet op een schuine streep.", "An address in the API does not end with a slash.");

    public static Text UnknownText { get; } = new(
        "De tekenset in Content-Type is niet bekend; stuur UTF-8.", "The charset in Content-Type is not known; send UTF-8.");

    private static Text TooLarge { get; } = new(
        $"Wat gestuurd is, is te groot. JSON kan ten hoogste {SoundInput.MostBytes / 1024} kB zijn; bestanden kunnen groter zijn waar de beschrijving dat zegt.",
        $"What was sent is too large. JSON can be at most {SoundInput.MostBytes / 1024} kB; files can be larger where the description says so.");

    public static Text Failed(string traceId) => new(
        $"Er ging iets mis dat niet had mogen gebeuren. Noem bij een melding dit kenmerk: {traceId}.",
        $"Something went wrong that should not have. When you report it, mention {traceId}.");

    public static Refusal? Of(HttpContext http, Exception exception) => exception switch
    {
        InvalidInputException e => Of(http, StatusCodes.Status400BadRequest, e.Text) with { Faults = RefusalFault.Of(http, e.Faults) },
        IncompleteException e => Of(http, StatusCodes.Status409Conflict, e.Text) with { Faults = RefusalFault.Of(http, e.Missing) },
        BadHttpRequestException e => Unreadable(http, e),
        NotThereException e => Of(http, StatusCodes.Status404NotFound, e.Text),
        NotAllowedException e => Of(http, StatusCodes.Status403Forbidden, e.Text),
        AgainstRuleException e => Of(http, StatusCodes.Status409Conflict, e.Text),
        ChangedMeanwhileException when Versions.IsMissing(http) => Of(http, StatusCodes.Status428PreconditionRequired, Versions.Needed),
        ChangedMeanwhileException e => Of(http, StatusCodes.Status412PreconditionFailed, e.Text) with { Version = e.Version },
        DbUpdateConcurrencyException => Of(http, StatusCodes.Status412PreconditionFailed, new Text(
            "Intussen is hetzelfde gewijzigd, door een ander of door uzelf op een andere plek. Haal de nieuwe versie op en probeer het opnieuw.",
            "The same was changed meanwhile, by somebody else or by yourself elsewhere. Fetch the new version and try again.")),
        _ => null,
    };

    public static Refusal Of(HttpContext http, int status, Text detail) => new()
    {
        Title = ReasonPhrases.GetReasonPhrase(status),
        Status = status,
        Detail = detail.In(Languages.Of(http)),
    };

    public static Text For(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => new(
            "Meld u aan, of stuur een token mee: Authorization: Bearer ….", "Sign in, or send a token along: Authorization: Bearer …."),
        StatusCodes.Status403Forbidden => new("Dit account of deze client mag dit niet.", "This account or client may not do this."),
        StatusCodes.Status404NotFound => new("Dit adres is er niet; /api/v1/openapi.json noemt alle.", "This address is not there; /api/v1/openapi.json names all."),
        StatusCodes.Status405MethodNotAllowed => new("Deze methode kan hier niet.", "This method is not possible here."),
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status415UnsupportedMediaType => new("Stuur JSON: Content-Type: application/json.", "Send JSON: Content-Type: application/json."),
        StatusCodes.Status429TooManyRequests => new("Te veel vragen achter elkaar; probeer het straks weer.", "Too many requests; try again later."),
        _ => new("Dit kon niet.", "This could not be done."),
    };

    /// <summary>An answer that has a status and nothing else yet.</summary>
    public static Refusal Bare(HttpContext http, int status)
    {
        if (status != StatusCodes.Status400BadRequest || UnreadableParameters.Of(http) is not { Count: > 0 } faults)
            return Of(http, status, For(status));
        return Of(http, status, new Text("Het adres klopt niet: een parameter is niet te lezen.", "The address is not right: a parameter cannot be read.")) with
        {
            Faults = RefusalFault.Of(http, faults),
        };
    }

    public Task Write(HttpContext http)
    {
        http.Response.StatusCode = Status;
        http.Response.ContentType = MediaType;
        return JsonSerializer.SerializeAsync(http.Response.Body, this, RegisterJson.Options, http.RequestAborted);
    }

    private static Refusal Unreadable(HttpContext http, BadHttpRequestException exception)
    {
        if (exception.InnerException is not JsonException json)
            return Of(http, exception.StatusCode, exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? TooLarge
                : new Text("Dit is niet te lezen als vraag aan deze API.", "This cannot be read as a request to this API."));
        var where = (json.Path ?? "$").TrimStart('$').Replace("[", "/", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)
            .Replace('.', '/');
        var at = $"{json.LineNumber + 1}:{json.BytePositionInLine + 1}";
        var words = ExpectedWords.At(http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType, where);
        var what = words is null
            ? new Text(
                $"Dit is niet te lezen (regel en teken {at}): verkeerde soort, onbekend veld of geen JSON.",
                $"This cannot be read (line and character {at}): wrong kind, unknown field or not JSON.")
            : new Text(
                $"Dit is niet te lezen (regel en teken {at}). Kies een van: {string.Join(", ", words)}.",
                $"This cannot be read (line and character {at}). Choose one of: {string.Join(", ", words)}.");
        return Of(http, StatusCodes.Status400BadRequest, new Text("De JSON klopt niet.", "The JSON is not right.")) with
        {
            Faults = [new RefusalFault(where, what.In(Languages.Of(http)))],
        };
    }
}

/// <summary>One thing that is wrong.</summary>
/// <param name="Where">JSON pointer.</param>
/// <param name="What">What is wrong and what was expected.</param>
internal sealed record RefusalFault([property: JsonPropertyName("waar")] string Where, [property: JsonPropertyName("wat")] string What)
{
    /// <summary>The faults in the language of the answer.</summary>
    public static IReadOnlyList<RefusalFault> Of(HttpContext http, IReadOnlyList<InputFault> faults) =>
        [.. faults.Select(fault => new RefusalFault(fault.Where, fault.Text.In(Languages.Of(http))))];
}
