using System.Text.Json.Nodes;

namespace Koers.Web.Tests.Api;

/// <summary>The operations of the API as its description has them, with the smallest body that can be read.</summary>
internal sealed class EveryOperation(JsonNode document)
{
    /// <summary>Each with its address as a pattern, its method, and what it takes.</summary>
    public IEnumerable<(string Path, HttpMethod Method, JsonNode Operation)> All =>
        from path in document["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        where method.Key is "get" or "post" or "put" or "delete"
        select (path.Key, HttpMethod.Parse(method.Key), method.Value!);

    /// <summary>The names of the parameters of one kind: query, path or header.</summary>
    public static IReadOnlyList<string> Parameters(JsonNode operation, string kind) =>
        [.. (operation["parameters"]?.AsArray() ?? []).Where(p => (string?)p!["in"] == kind).Select(p => (string)p!["name"]!)];

    /// <summary>The smallest body of an operation; null where it takes none.</summary>
    public JsonNode? Body(JsonNode operation) =>
        operation["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema ? Smallest(schema) : null;

    /// <summary>The same, with a step that a chosen initiative can take, and a run of what is not there: nobody waits for one to end.</summary>
    public JsonNode? PossibleBody(string path, JsonNode operation)
    {
        var body = Body(operation);
        if (path.EndsWith("/initiatieven/{nummer}/stappen", StringComparison.Ordinal) && body is not null)
            body["naar"] = "lopend";
        if (path.EndsWith("/planningsruns", StringComparison.Ordinal) && body is not null)
            body["scenario"] = Guid.Empty;
        return body;
    }

    private JsonNode Smallest(JsonNode schema)
    {
        if ((string?)schema["$ref"] is { } other)
            return Smallest(document["components"]!["schemas"]![other.Split('/')[^1]]!);
        if ((schema["oneOf"] ?? schema["anyOf"])?.AsArray().FirstOrDefault(one => (string?)one!["type"] != "null") is { } choice)
            return Smallest(choice);
        if (schema["enum"]?.AsArray().FirstOrDefault(word => word is not null) is { } word)
            return word.DeepClone();
        var type = schema["type"] is JsonArray types ? (string?)types.First(t => (string?)t != "null") : (string?)schema["type"];
        return type switch
        {
            "array" => new JsonArray(),
            "integer" or "number" => 1,
            "boolean" => false,
            "string" => (string?)schema["format"] switch
            {
                "date" => "2027-01-01",
                "date-time" => "2027-01-01T00:00:00Z",
                "uuid" => Guid.Empty.ToString(),
                _ => "x",
            },
            _ => new JsonObject((schema["required"]?.AsArray() ?? []).Select(name => (string)name!)
                .Select(name => KeyValuePair.Create(name, (JsonNode?)Smallest(schema["properties"]![name]!)))),
        };
    }
}
