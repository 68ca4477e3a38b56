using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Koers.App.Requests;

/// <summary>The words for kinds and states: in Dutch as JSON has them, in English as the code has them.</summary>
public static class Words
{
    /// <summary>The Dutch word, for example "in voorbereiding".</summary>
    /// <param name="value">A value of a kind.</param>
    public static string Dutch<T>(T value) where T : struct, Enum => Json(value).Replace('-', ' ');

    /// <summary>The English words, for example "in preparation".</summary>
    /// <param name="value">A value of a kind.</param>
    public static string English<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    /// <summary>As JSON and addresses have it, for example "in-voorbereiding".</summary>
    /// <param name="value">A value of a kind.</param>
    public static string Json<T>(T value) where T : struct, Enum =>
        typeof(T).GetField(value.ToString())?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? value.ToString();

    /// <summary>A whole number as people write it: "10.000", "10,000".</summary>
    /// <param name="number">The number.</param>
    public static Text Number(int number)
    {
        var english = number.ToString("#,##0", CultureInfo.InvariantCulture);
        return new Text(english.Replace(',', '.'), english);
    }

    /// <summary>So many initiatives: "1 initiatief", "7 initiatieven".</summary>
    /// <param name="count">How many.</param>
    public static Text Initiatives(int count) => new(count == 1 ? "1 initiatief" : $"{Number(count).Dutch} initiatieven", count == 1 ? "1 initiative" : $"{Number(count).English} initiatives");

    /// <summary>The value behind the word in JSON and addresses; null where there is none.</summary>
    /// <param name="word">The word.</param>
    public static T? Parse<T>(string? word) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (string.Equals(Json(value), word, StringComparison.OrdinalIgnoreCase))
                return value;
        return null;
    }
}
