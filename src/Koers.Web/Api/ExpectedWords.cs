using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Koers.App.Requests;

namespace Koers.Web.Api;

/// <summary>Which words are possible where a word was sent that is none.</summary>
internal static class ExpectedWords
{
    /// <summary>The words; null where something else than a word of a list is expected.</summary>
    /// <param name="input">What the request should have been.</param>
    /// <param name="where">JSON pointer to the word.</param>
    public static IReadOnlyList<string>? At(Type? input, string where)
    {
        var type = input;
        foreach (var part in where.Split('/', StringSplitOptions.RemoveEmptyEntries))
            type = Below(type, part);
        return Plain(type) is { IsEnum: true } kind
            ? [.. kind.GetFields().Where(field => field.IsStatic)
                .Select(field => field.GetCustomAttributes(typeof(JsonStringEnumMemberNameAttribute), false) is [JsonStringEnumMemberNameAttribute word] ? word.Name : field.Name)]
            : null;
    }

    private static Type? Below(Type? type, string part)
    {
        if (Plain(type) is not { } plain)
            return null;
        var info = RegisterJson.Options.GetTypeInfo(plain);
        return info.Kind is JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary
            ? info.ElementType
            : info.Properties.FirstOrDefault(property => property.Name == part)?.PropertyType;
    }

    private static Type? Plain(Type? type) => type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
}
