using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Koers.Web.Api;

/// <summary>Says in the description of the API what every property means: what the documentation of our own records says, which the compiler puts
/// beside the program.</summary>
internal sealed class SchemaDescriptions
{
    private const string SchemaId = "x-schema-id";

    private static readonly Lazy<Dictionary<string, XElement>> Documentation = new(Read);

    // An event of a stream is a type of .NET itself
    private static readonly Dictionary<string, string> Events = new(StringComparer.Ordinal)
    {
        ["Data"] = "What is told.",
        ["EventType"] = "Kind of the event.",
        ["EventId"] = "Its id, to go on after it.",
        ["ReconnectionInterval"] = "After how long to connect again.",
    };

    private readonly ConcurrentDictionary<string, JsonTypeInfo> _types = new(StringComparer.Ordinal);

    /// <summary>Notes which of our types a schema describes.</summary>
    public Task Note(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object && schema.Metadata is { } metadata && metadata.TryGetValue(SchemaId, out var known)
            && known is string { Length: > 0 } id)
            _types[id] = context.JsonTypeInfo;
        return Task.CompletedTask;
    }

    /// <summary>Writes the meaning of each type and property. Only in the whole document: before that a property and what it refers to are one.</summary>
    public void Write(OpenApiDocument document)
    {
        foreach (var (id, schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (!_types.TryGetValue(id, out var type))
                continue;
            schema.Description ??= Of($"T:{NameOf(type.Type)}", "summary");
            foreach (var property in type.Properties)
                if (schema.Properties?.TryGetValue(property.Name, out var described) is true && Of(property) is { } meaning)
                    described.Description = described is OpenApiSchema { Description: { } own } && own != meaning ? $"{meaning} {own}" : meaning;
        }
    }

    private static string? Of(JsonPropertyInfo property)
    {
        if (property.AttributeProvider is not PropertyInfo { DeclaringType: { } type } member)
            return null;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(SseItem<>))
            return Events.GetValueOrDefault(member.Name);
        var name = NameOf(type);
        // What stands between the brackets of a record is documented as a parameter
        return Of($"P:{name}.{member.Name}", "summary")
            ?? (Documentation.Value.GetValueOrDefault($"T:{name}")?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == member.Name) is { } parameter
                ? Plain(parameter) : null);
    }

    private static string? Of(string member, string part) => Documentation.Value.GetValueOrDefault(member)?.Element(part) is { } found ? Plain(found) : null;

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    /// <summary>Words only: what is referred to is named without where it stands.</summary>
    private static string Plain(XElement text) => string.Join(' ', string.Concat(text.Nodes().Select(node => node switch
    {
        XElement element => element.Value.Length > 0 ? element.Value : ((string?)element.Attribute("cref") ?? (string?)element.Attribute("langword") ?? "").Split('.', ':')[^1],
        _ => node.ToString(SaveOptions.DisableFormatting).Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal),
    })).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Dictionary<string, XElement> Read()
    {
        var members = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "Koers.*.xml"))
            foreach (var member in XDocument.Load(file).Descendants("member"))
                members[(string)member.Attribute("name")!] = member;
        return members;
    }
}
