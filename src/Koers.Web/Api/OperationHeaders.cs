using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;

namespace Koers.Web.Api;

/// <summary>Which headers an operation takes and what it refuses, as its endpoint says.</summary>
internal static class OperationHeaders
{
    public static void Describe(OpenApiOperation operation, ApiDescription described)
    {
        var metadata = described.ActionDescriptor.EndpointMetadata;
        var version = metadata.OfType<VersionAsked>().FirstOrDefault();
        if (version is not null)
            Add(operation, "If-Match", version.Description, "\"3\"", version.IsNeeded);
        if (RepeatedRequests.Takes(described.HttpMethod, metadata))
            Add(operation, RepeatedRequests.Header, RepeatedRequests.IsAnsweredOnce(metadata)
                ? "Dezelfde vraag met dezelfde sleutel wordt binnen een dag één keer uitgevoerd. Het antwoord wordt niet bewaard: een herhaling krijgt 409."
                : "Dezelfde vraag met dezelfde sleutel wordt één keer uitgevoerd; een dag bewaard.", "7f0c2d1e");
        operation.Responses ??= [];
        foreach (var (status, meaning) in Refusals(described, version))
            operation.Responses.TryAdd(status, new OpenApiResponse { Description = meaning });
    }

    private static IEnumerable<(string Status, string Meaning)> Refusals(ApiDescription described, VersionAsked? version)
    {
        yield return ("400", "De invoer klopt niet; alle fouten staan erbij");
        yield return ("401", "Niet aangemeld");
        yield return ("403", "Dit mag niet");
        if (described.RelativePath?.Contains('{', StringComparison.Ordinal) == true)
            yield return ("404", "Dit is er niet");
        if (described.HttpMethod is { } method && !HttpMethods.IsGet(method))
            yield return ("409", "Een regel van het proces staat dit in de weg");
        if (version is { IsVersion: true })
        {
            yield return ("412", "Intussen heeft een ander dit gewijzigd");
            yield return ("428", "If-Match ontbreekt, of is geen versie");
        }

        yield return ("429", "Te veel vragen achter elkaar");
        yield return ("500", "Er ging iets mis dat niet had mogen gebeuren");
    }

    private static void Add(OpenApiOperation operation, string name, string description, string example, bool isNeeded = false)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Required = isNeeded,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = example,
        });
    }
}
