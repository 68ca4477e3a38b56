using System.Globalization;
using Koers.App.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Koers.Web.Api;

/// <summary>Parameters of an address that could not be read. What reads them says so by a status alone; here they are looked at once more, to say
/// which and what was expected.</summary>
internal static class UnreadableParameters
{
    private const int Longest = 60;

    /// <summary>The faults; empty where the request was unreadable for another reason.</summary>
    /// <param name="http">A request that was refused as unreadable.</param>
    public static IReadOnlyList<InputFault> Of(HttpContext http) =>
        [.. (http.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? [])
            .Where(parameter => parameter.HasTryParse)
            .Select(parameter => Fault(parameter, KnownParameters.NameOf(parameter), http.Request.Query))
            .OfType<InputFault>()];

    private static InputFault? Fault(IParameterBindingMetadata parameter, string name, IQueryCollection query)
    {
        var (type, text) = (parameter.ParameterInfo.ParameterType, query[name].ToString());
        if (text.Length == 0 || Expected(Nullable.GetUnderlyingType(type) ?? type, text) is not { } expected)
            return null;
        var shown = text.Length <= Longest ? text : text[..Longest] + "…";
        return new InputFault("/" + name, new Text($"“{shown}” {expected.Dutch}", $"“{shown}” {expected.English}"));
    }

    private static Text? Expected(Type type, string text) =>
        type == typeof(int) ? int.TryParse(text, CultureInfo.InvariantCulture, out _) ? null
            : new("is geen heel getal dat hier kan.", "is no whole number that is possible here.")
        : type == typeof(bool) ? bool.TryParse(text, out _) ? null : new("kan niet; schrijf true of false.", "is not possible; write true or false.")
        : type == typeof(DateTimeOffset) ? DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) ? null
            : new("is geen tijdstip; schrijf bijvoorbeeld 2027-01-31T12:00:00Z.", "is no moment; write for example 2027-01-31T12:00:00Z.")
        : null;
}
