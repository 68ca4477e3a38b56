using System.Text.Json.Serialization;

namespace Koers.App.Requests;

/// <summary>A sentence for people, in both languages.</summary>
/// <param name="Dutch">In Dutch.</param>
/// <param name="English">In English.</param>
public sealed record Text([property: JsonPropertyName("nl")] string Dutch, [property: JsonPropertyName("en")] string English)
{
    /// <summary>The sentence in a language.</summary>
    /// <param name="language">"nl" or "en"; anything else reads Dutch.</param>
    public string In(string language) => string.Equals(language, "en", StringComparison.OrdinalIgnoreCase) ? English : Dutch;
}
