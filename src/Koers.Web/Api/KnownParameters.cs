using System.Runtime.CompilerServices;
using Koers.App.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Api;

/// <summary>The parameters that an address knows. One that it does not know is refused where there are any: left aside without a word, a slip of the
/// pen in a filter would give a whole list that looks like an answer.</summary>
internal static class KnownParameters
{
    private const int Longest = 60;

    // Worked out once for each endpoint; there are as many as the API has operations
    private static readonly ConditionalWeakTable<Endpoint, string[]> Known = [];

    /// <summary>Refuses parameters that the address does not know, before a use case sees the request.</summary>
    public static ValueTask<object?> Check(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        if (http.Request.Query.Count > 0 && http.GetEndpoint() is { } endpoint && Known.GetValue(endpoint, Of) is { Length: > 0 } known)
            Refuse(http.Request.Query.Keys.Except(known, StringComparer.OrdinalIgnoreCase), string.Join(", ", known));
        return next(invocation);
    }

    /// <summary>The name of a parameter in the address, where that is another than in code.</summary>
    public static string NameOf(IParameterBindingMetadata parameter) =>
        parameter.ParameterInfo.GetCustomAttributes(true).OfType<IFromQueryMetadata>().FirstOrDefault()?.Name ?? parameter.Name;

    private static void Refuse(IEnumerable<string> unknown, string known)
    {
        var check = new InputCheck();
        foreach (var name in unknown)
            check.That(
                false, "/" + (name.Length <= Longest ? name : name[..Longest] + "…"), $"Deze parameter is hier niet bekend. Bekend zijn: {known}.",
                $"This parameter is not known here. Known are: {known}.");
        check.Done();
    }

    private static string[] Of(Endpoint endpoint)
    {
        var inPath = (endpoint as RouteEndpoint)?.RoutePattern.Parameters.Select(parameter => parameter.Name) ?? [];
        return [.. endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().Where(IsText).Select(NameOf).Distinct(StringComparer.Ordinal)
            .Except(inPath, StringComparer.OrdinalIgnoreCase)];
    }

    // What is read from text comes from the address; the rest is a body, or a part of the server
    private static bool IsText(IParameterBindingMetadata parameter) =>
        parameter.HasTryParse || parameter.ParameterInfo.ParameterType == typeof(string) || parameter.ParameterInfo.ParameterType == typeof(string[]);
}
