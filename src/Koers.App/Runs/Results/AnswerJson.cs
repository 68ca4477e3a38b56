using System.Text.Json;
using System.Text.Json.Serialization;

namespace Koers.App.Runs.Results;

/// <summary>How answers of the engine are read: the names of its schemas, and no stumbling over what a later version adds.</summary>
internal static class AnswerJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        MaxDepth = 64,
    };
}
