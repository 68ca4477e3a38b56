using System.Text.Json;
using System.Text.Json.Serialization;
using Koers.App.Requests;

namespace Koers.App.Runs;

/// <summary>Options as they are kept: only what was given.</summary>
internal static class RunOptionsJson
{
    public static JsonSerializerOptions Options { get; } = new(RegisterJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static RunOptions Read(string options) => JsonSerializer.Deserialize<RunOptions>(options, Options)!;
}
