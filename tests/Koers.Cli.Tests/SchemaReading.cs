using System.Text.Json;

namespace Koers.Cli.Tests;

/// <summary>Holds JSON against one of the project's schemas: what these use of JSON Schema, and nothing else.</summary>
internal sealed class SchemaReading
{
    private readonly JsonElement _schema;

    public SchemaReading(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Koers.slnx")))
            folder = folder.Parent;
        _schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.FullName, "schemas", file))).RootElement;
    }

    /// <summary>Everything that is not as the schema says, with where it stands.</summary>
    public IReadOnlyList<string> Faults(JsonElement json)
    {
        var faults = new List<string>();
        Read(_schema, json, "", faults);
        return faults;
    }

    private void Read(JsonElement schema, JsonElement json, string at, List<string> faults)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            Read(_schema.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]), json, at, faults);
        if (schema.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(only, json))
            faults.Add($"{at}: is not {only}");
        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(a => JsonElement.DeepEquals(a, json)))
            faults.Add($"{at}: {json} is not allowed");
        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(t => Is(json, t)))
            faults.Add($"{at}: {json.ValueKind} is not {type}");
        if (json.ValueKind == JsonValueKind.Number)
            Limits(schema, json.GetDouble(), "minimum", "maximum", at, faults);
        if (json.ValueKind == JsonValueKind.Object)
            ReadObject(schema, json, at, faults);
        if (json.ValueKind != JsonValueKind.Array)
            return;
        Limits(schema, json.GetArrayLength(), "minItems", "maxItems", at, faults);
        if (schema.TryGetProperty("items", out var items))
            foreach (var (n, item) in json.EnumerateArray().Index())
                Read(items, item, $"{at}/{n}", faults);
    }

    private void ReadObject(JsonElement schema, JsonElement json, string at, List<string> faults)
    {
        if (schema.TryGetProperty("required", out var required))
            faults.AddRange(required.EnumerateArray().Where(name => !json.TryGetProperty(name.GetString()!, out _))
                .Select(name => $"{at}: {name} is missing"));
        foreach (var property in json.EnumerateObject())
            if (schema.TryGetProperty("properties", out var known) && known.TryGetProperty(property.Name, out var own))
                Read(own, property.Value, $"{at}/{property.Name}", faults);
            else if (schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object)
                Read(others, property.Value, $"{at}/{property.Name}", faults);
            else if (others.ValueKind == JsonValueKind.False)
                faults.Add($"{at}: {property.Name} is not known");
    }

    private static void Limits(JsonElement schema, double number, string least, string most, string at, List<string> faults)
    {
        if ((schema.TryGetProperty(least, out var low) && number < low.GetDouble())
            || (schema.TryGetProperty(most, out var high) && number > high.GetDouble()))
            faults.Add($"{at}: {number} is out of range");
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool Is(JsonElement json, string type) => type switch
    {
        "object" => json.ValueKind == JsonValueKind.Object,
        "array" => json.ValueKind == JsonValueKind.Array,
        "string" => json.ValueKind == JsonValueKind.String,
        "boolean" => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => json.ValueKind == JsonValueKind.Null,
        "integer" => json.ValueKind == JsonValueKind.Number && Math.Floor(json.GetDouble()) == json.GetDouble(),
        _ => json.ValueKind == JsonValueKind.Number,
    };
}
