using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Koers.Domain.Means;

namespace Koers.App.Requests;

/// <summary>How the register reads and writes JSON, in the API, in files and in the database: one way.</summary>
public static class RegisterJson
{
    private const int DeepestNesting = 32;

    /// <summary>The way. Unknown properties are refused: a misspelt one would be lost silently.</summary>
    // With a resolver from the beginning: who asks what a type looks like may be the first to use them
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() });

    /// <summary>Gives settings this way.</summary>
    /// <param name="options">The settings.</param>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate;
        options.RespectNullableAnnotations = true;
        options.AllowDuplicateProperties = false;
        options.MaxDepth = DeepestNesting;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        options.Converters.Add(new EuroJson());
        options.Converters.Add(new InstantJson());
        return options;
    }

    /// <summary>Money as a number of euros with at most two decimals, never by way of a binary fraction.</summary>
    private sealed class EuroJson : JsonConverter<Euro>
    {
        public override Euro Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out var amount) || Math.Abs(amount) > MostEuros)
                throw new JsonException("Money is a number of euros, at most 1000000000000.");
            try
            {
                return Euro.Of(amount);
            }
            catch (ArgumentException e)
            {
                throw new JsonException(e.Message, e);
            }
        }

        public override void Write(Utf8JsonWriter writer, Euro value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Amount.ToString("0.00", CultureInfo.InvariantCulture));
    }

    /// <summary>Most euros that anything can be said of: what is more is no amount.</summary>
    public const decimal MostEuros = 1_000_000_000_000m;

    /// <summary>Moments in universal time (RFC 3339).</summary>
    private sealed class InstantJson : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture));
    }
}
