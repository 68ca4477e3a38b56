using System.Text.Json.Serialization;

namespace Koers.App.Organisation;

/// <summary>A department or programme as people enter it.</summary>
/// <param name="Code">A short name, unique; never changes, because files, frames and initiatives refer to it.</param>
/// <param name="Name">How people call it.</param>
public sealed record UnitInput([property: JsonPropertyName("code")] string Code, [property: JsonPropertyName("naam")] string Name);

/// <summary>A department or programme as it is shown.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">How people call it.</param>
/// <param name="Version">Its version, to be sent along with a change.</param>
public sealed record UnitView(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("versie")] int Version);
