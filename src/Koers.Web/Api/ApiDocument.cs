using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Koers.App.Requests;
using Koers.Domain.Means;
using Koers.Web.Audit;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Koers.Web.Api;

/// <summary>The description of the API (OpenAPI).</summary>
internal static class ApiDocument
{
    /// <summary>Name of the document.</summary>
    public const string Name = "v1";

    /// <summary>Where the API begins; the major version is in it.</summary>
    public const string Root = "/api/v1";

    /// <summary>Where the description is.</summary>
    public const string Path = Root + "/openapi.json";

    /// <summary>The version of the API, in every answer.</summary>
    public const string Version = "1.0.0";

    private const string Problem = "Probleem";
    private const string Token = "token";

    public static void Configure(OpenApiOptions options)
    {
        var descriptions = new SchemaDescriptions();
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Describe(schema, context.JsonTypeInfo.Type);
            if (context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(AtMostAttribute), inherit: false) is [AtMostAttribute most])
                Limit(schema, context.JsonTypeInfo.Kind, most.Count);
            return descriptions.Note(schema, context);
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            OperationHeaders.Describe(operation, context.Description);
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            Introduce(document);
            document.Components ??= new OpenApiComponents();
            descriptions.Write(document);
            document.AddComponent(Problem, ProblemSchema(document));
            document.AddComponent(Token, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "Een token van een API-client, gemaakt door de beheerder.",
            });
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, document)] = [] }];
            var tags = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (path, item) in document.Paths)
                foreach (var (method, operation) in item.Operations ?? [])
                    Complete(document, path, method, operation, tags);
            document.Tags = tags.Order(StringComparer.Ordinal).Select(tag => new OpenApiTag { Name = tag, Description = tag }).ToHashSet();
            return Task.CompletedTask;
        });
    }

    /// <summary>Values that are written in a way of their own, which their types do not show.</summary>
    private static void Describe(OpenApiSchema schema, Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (value == typeof(DateTimeOffset))
            (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");
        else if (value == typeof(Euro))
            (schema.Type, schema.Description) = (JsonSchemaType.Number, "Euro's, met ten hoogste twee decimalen.");
        else if (typeof(IEnumerable<DateTimeOffset>).IsAssignableFrom(value))
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" };
    }

    private static void Limit(OpenApiSchema schema, JsonTypeInfoKind kind, int most)
    {
        if (kind == JsonTypeInfoKind.Dictionary)
            schema.MaxProperties = most;
        else
            schema.MaxItems = most;
    }

    private static void Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Koers",
            Version = Version,
            Description = "Het register van Koers: doelen, kaders, middelen, initiatieven, afweging en planning van een gemeente.",
            Contact = new OpenApiContact { Name = "Koers", Url = new Uri("https://koers.example/"), Email = "koers@koers.example" },
            License = new OpenApiLicense { Name = "EUPL-1.2", Url = new Uri("https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12") },
        };
        // Wherever it is read: the host is that of the description itself
        document.Servers = [new OpenApiServer { Url = "/" }];
    }

    private static void Complete(OpenApiDocument document, string path, HttpMethod method, OpenApiOperation operation, HashSet<string> tags)
    {
        var words = path[Root.Length..].Split(['/', '{', '}', '-'], StringSplitOptions.RemoveEmptyEntries);
        operation.OperationId = method.Method.ToLowerInvariant() + string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        Examples.Add(operation);
        tags.UnionWith(operation.Tags?.Select(tag => tag.Name!) ?? []);
        foreach (var (status, response) in operation.Responses ?? [])
        {
            var answer = (OpenApiResponse)response;
            if (string.IsNullOrEmpty(answer.Description))
                answer.Description = "Gelukt";
            answer.Headers ??= new Dictionary<string, IOpenApiHeader>();
            answer.Headers["API-Version"] = new OpenApiHeader
            {
                Description = "Versie van de API",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Example = Version,
            };
            if (status[0] is '4' or '5')
                answer.Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(Problem, document) },
                };
        }
    }

    private static OpenApiSchema ProblemSchema(OpenApiDocument document) => new()
    {
        Type = JsonSchemaType.Object,
        Description = "Iets dat niet is gedaan (RFC 9457).",
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("Soort probleem"),
            ["title"] = Text("Kort wat er is"),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "De status van het antwoord" },
            ["detail"] = Text("Wat er is, en wat u kunt doen"),
            ["versie"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "De versie die er nu is, waar een ander intussen wijzigde" },
            ["wijzigingen"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "Wat er sinds de meegestuurde versie van een initiatief is gewijzigd, het oudste eerst: door wie, wanneer en welke velden. Bij 412, voor wie de geschiedenis mag zien",
                Items = new OpenApiSchemaReference(nameof(HistoryAnswer), document),
            },
            ["fouten"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "Alle fouten in de invoer",
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["waar"] = Text("JSON-pointer naar de plaats"),
                        ["wat"] = Text("Wat er mis is, en wat werd verwacht"),
                    },
                },
            },
        },
        Required = new HashSet<string> { "title", "status", "detail" },
        Examples =
        [
            new JsonObject
            {
                ["type"] = "about:blank",
                ["title"] = "Bad Request",
                ["status"] = 400,
                ["detail"] = "De invoer klopt niet; bij elke fout staat waar en wat er werd verwacht.",
                ["fouten"] = new JsonArray(new JsonObject { ["waar"] = "/naam", ["wat"] = "Vul dit in." }),
            }
        ],
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
