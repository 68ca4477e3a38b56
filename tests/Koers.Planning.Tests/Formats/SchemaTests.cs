using System.Text.Json.Nodes;
using Koers.Planning.Formats;
using Xunit;

namespace Koers.Planning.Tests.Formats;

/// <summary>The JSON Schemas say of every object what the readers' tables say: neither can change without the other.</summary>
public class SchemaTests
{
    private static readonly JsonObject ProblemSchema = Load("koers-problem-1.schema.json");
    private static readonly JsonObject PlanSchema = Load("koers-plan-1.schema.json");

    private static readonly Dictionary<Phrase, string> SchemaTypes = new()
    {
        [Phrase.Text] = "string",
        [Phrase.Date] = "string",
        [Phrase.Number] = "number",
        [Phrase.Whole] = "integer",
        [Phrase.Flag] = "boolean",
        [Phrase.List] = "array",
        [Phrase.Object] = "object",
    };

    public static TheoryData<string> ProblemObjects => [.. ProblemShapes.All.Select(s => s.Name)];

    public static TheoryData<string> PlanObjects => [.. PlanShapes.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(ProblemObjects))]
    public void Problem_objects_have_the_fields_of_the_schema(string name) =>
        Same(
            ProblemShapes.All.First(s => s.Name == name), name == "problem" ? ProblemSchema : Definition(ProblemSchema, name),
            ProblemSchema);

    [Theory]
    [MemberData(nameof(PlanObjects))]
    public void Plan_objects_have_the_fields_of_the_schema(string name) =>
        Same(PlanShapes.All.First(s => s.Name == name), name == "plan" ? PlanSchema : Definition(PlanSchema, name), PlanSchema);

    [Fact]
    public void Relations_have_the_types_and_fields_of_the_schema() => SameTypes("relation", ProblemShapes.Relations.Shapes);

    [Fact]
    public void Frames_have_the_types_and_fields_of_the_schema() => SameTypes("frame", ProblemShapes.Frames.Shapes);

    [Fact]
    public void Every_object_of_the_schemas_is_read()
    {
        string[] unions = ["frame", "relation"];
        var types = ProblemShapes.Frames.Shapes.Select(f => $"frame-{f.Name}")
            .Concat(ProblemShapes.Relations.Shapes.Select(r => $"relation-{r.Name}"));
        Assert.Equal(
            Sorted([.. Names(ProblemShapes.All, "problem"), .. unions, .. types, "id", "where"]), Sorted(Definitions(ProblemSchema)));
        Assert.Equal(Sorted([.. Names(PlanShapes.All, "plan"), "id"]), Sorted(Definitions(PlanSchema)));
    }

    [Fact]
    public void The_schemas_know_the_formats_and_statuses()
    {
        Assert.Equal(ProblemReader.Format, ProblemSchema["properties"]!["format"]!["const"]!.GetValue<string>());
        Assert.Equal(PlanReader.Format, PlanSchema["properties"]!["format"]!["const"]!.GetValue<string>());
        Assert.Equal(PlanShapes.Statuses.Keys, Texts(PlanSchema["properties"]!["status"]!["enum"]!));
    }

    [Fact]
    public void The_schemas_know_the_limits()
    {
        var money = Definition(ProblemSchema, "goal")["properties"]!["weight"]!;
        Assert.Equal((0, FormatLimits.Magnitude), (money["minimum"]!.GetValue<double>(), money["maximum"]!.GetValue<double>()));
        Assert.Equal(FormatLimits.Periods, Definition(ProblemSchema, "horizon")["properties"]!["periods"]!["maximum"]!.GetValue<int>());
        Assert.Equal(FormatLimits.Entries, ProblemSchema["properties"]!["initiatives"]!["maxItems"]!.GetValue<int>());
        Assert.Equal(FormatLimits.Values, Definition(ProblemSchema, "effect")["properties"]!["profile"]!["maxItems"]!.GetValue<int>());
        Assert.Equal(FormatLimits.TextLength, Definition(ProblemSchema, "id")["maxLength"]!.GetValue<int>());
        Assert.Equal(FormatLimits.PlanMagnitude, PlanSchema["properties"]!["value"]!["maximum"]!.GetValue<double>());
    }

    [Theory]
    [InlineData("value", "discountPerYear", "0")]
    [InlineData("value", "tailPeriods", "0")]
    [InlineData("value", "normalise", "true")]
    [InlineData("budget", "carryOver", "false")]
    [InlineData("capacity", "reserve", "0")]
    [InlineData("initiative", "mandatory", "false")]
    [InlineData("variant", "earliestStart", "0")]
    [InlineData("variant", "success", "1")]
    [InlineData("effect", "after", "1")]
    [InlineData("relation-dependsOn", "lag", "0")]
    [InlineData("reference", "addPenalty", "0")]
    public void The_schema_knows_the_defaults(string name, string field, string value) =>
        Assert.Equal(value, Definition(ProblemSchema, name)["properties"]![field]!["default"]!.ToJsonString());

    private static void SameTypes(string union, IReadOnlyList<Shape<RelationDraft>> shapes) => SameTypes(union, shapes.ToList<IShape>());

    private static void SameTypes(string union, IReadOnlyList<Shape<FrameDraft>> shapes) => SameTypes(union, shapes.ToList<IShape>());

    private static void SameTypes(string union, List<IShape> shapes)
    {
        var members = Definition(ProblemSchema, union)["oneOf"]!.AsArray().Select(r => r!["$ref"]!.GetValue<string>());
        Assert.Equal(shapes.Select(s => $"#/$defs/{union}-{s.Name}"), members);
        foreach (var shape in shapes)
        {
            var definition = Definition(ProblemSchema, $"{union}-{shape.Name}");
            Assert.Equal(shape.Name, definition["properties"]!["type"]!["const"]!.GetValue<string>());
            Same(shape, definition, ProblemSchema);
        }
    }

    private static void Same(IShape shape, JsonObject definition, JsonObject schema)
    {
        var properties = definition["properties"]!.AsObject();
        Assert.Equal(shape.Fields.Select(f => f.Name), properties.Select(p => p.Key));
        Assert.False(definition["additionalProperties"]!.GetValue<bool>());
        Assert.Equal(
            shape.Fields.Where(f => f.Presence == Presence.Required).Select(f => f.Name), Texts(definition["required"]!));
        foreach (var field in shape.Fields)
        {
            var types = Types(properties[field.Name]!, schema).ToList();
            Assert.Equal(field.Presence == Presence.OrNull, types.Remove("null"));
            Assert.Equal([SchemaTypes[field.Type]], types);
            Assert.True(field.Name == "type" || IsDescribed(properties[field.Name]!, schema), field.Name);
        }
    }

    /// <summary>The JSON types that a field may have.</summary>
    private static IEnumerable<string> Types(JsonNode property, JsonObject schema) => Resolve(property, schema) switch
    {
        { } p when p["oneOf"] is JsonArray any => any.SelectMany(o => Types(o!, schema)),
        { } p when p["const"] is not null || p["enum"] is not null => ["string"],
        { } p when p["type"] is JsonArray several => Texts(several),
        var p => [p["type"]!.GetValue<string>()],
    };

    private static bool IsDescribed(JsonNode property, JsonObject schema) =>
        property["description"] is not null || Resolve(property, schema)["description"] is not null;

    private static JsonNode Resolve(JsonNode property, JsonObject schema) =>
        property["$ref"] is { } name ? Definition(schema, name.GetValue<string>()["#/$defs/".Length..]) : property;

    private static JsonObject Definition(JsonObject schema, string name) => schema["$defs"]![name]!.AsObject();

    private static IEnumerable<string> Definitions(JsonObject schema) => schema["$defs"]!.AsObject().Select(d => d.Key);

    private static IEnumerable<string> Names(IEnumerable<IShape> shapes, string root) =>
        shapes.Select(s => s.Name).Where(n => n != root);

    private static IEnumerable<string> Sorted(IEnumerable<string> names) => names.Order(StringComparer.Ordinal);

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(t => t!.GetValue<string>());

    private static JsonObject Load(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "schemas", name);
            if (File.Exists(path)) return JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        }
        throw new FileNotFoundException($"No folder above the tests has schemas/{name}.");
    }
}
