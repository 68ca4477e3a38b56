using System.Text.Json;
using System.Text.Json.Nodes;
using Koers.App.Requests;

namespace Koers.App.Audit;

/// <summary>What differs between two states of a thing: only that goes into the audit trail.</summary>
/// <param name="Before">What changed, as it was; null where there was nothing.</param>
/// <param name="After">What changed, as it became; null where nothing is left.</param>
public sealed record Changes(string? Before, string? After)
{
    /// <summary>Whether nothing changed.</summary>
    public bool AreNone => Before == After;

    /// <summary>Takes a picture of a thing, before it is changed.</summary>
    /// <param name="thing">What the API shows of it.</param>
    public static JsonObject Picture<T>(T thing) => JsonSerializer.SerializeToNode(thing, RegisterJson.Options)!.AsObject();

    /// <summary>What differs between two pictures.</summary>
    /// <param name="before">As it was; null where it is new.</param>
    /// <param name="after">As it became; null where it is gone.</param>
    public static Changes Between(JsonObject? before, JsonObject? after)
    {
        if (before is null || after is null)
            return new Changes(Written(before), Written(after));
        var (was, became) = (new JsonObject(), new JsonObject());
        foreach (var name in before.Select(p => p.Key).Union(after.Select(p => p.Key)))
            if (!JsonNode.DeepEquals(before[name], after[name]))
                (was[name], became[name]) = (before[name]?.DeepClone(), after[name]?.DeepClone());
        return new Changes(Written(was), Written(became));
    }

    private static string? Written(JsonObject? picture) => picture?.ToJsonString(RegisterJson.Options);
}
