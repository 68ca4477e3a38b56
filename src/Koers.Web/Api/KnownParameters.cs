using System.Runtime.CompilerServices;
using Koers.App.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Api;

/// <summary>The parameters that an address knows. One that it does not know is refused, and so is one that comes twice where it can come once: left
/// aside without a word, a slip of the pen in a filter would give a whole list that looks like an answer.</summary>
internal static class KnownParameters
{
    private const int Longest = 60;

    // Worked out once for each endpoint; there are as many as the API has operations
    private static readonly ConditionalWeakTable<Endpoint, Parameter[]> Known = [];

    /// <summary>Refuses parameters that the address does not know, before a use case sees the request.</summary>
    public static ValueTask<object?> Check(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        if (http.Request.Query.Count > 0 && http.GetEndpoint() is { } endpoint)
            Refuse(http.Request.Query, Known.GetValue(endpoint, Of));
        return next(invocation);
    }

    /// <summary>The name of a parameter in the address, where that is another than in code.</summary>
    public static string NameOf(IParameterBindingMetadata parameter) =>
        parameter.ParameterInfo.GetCustomAttributes(true).OfType<IFromQueryMetadata>().FirstOrDefault()?.Name ?? parameter.Name;

    private static void Refuse(IQueryCollection given, Parameter[] known)
    {
        var check = new InputCheck();
        var (dutch, english) = known.Length == 0
            ? ("Dit adres kent geen parameters.", "This address knows no parameters.")
            : ($"Bekend zijn: {Names(known)}.", $"Known are: {Names(known)}.");
        foreach (var (name, values) in given)
        {
            var where = "/" + (name.Length <= Longest ? name : name[..Longest] + "…");
            if (Array.Find(known, one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } parameter)
                check.That(false, where, $"Deze parameter is hier niet bekend. {dutch}", $"This parameter is not known here. {english}");
            else
                check.That(
                    values.Count <= 1 || parameter.IsList, "/" + parameter.Name, $"Deze parameter kan één keer worden gegeven en staat er {values.Count} keer.",
                    $"This parameter can be given once and is there {values.Count} times.");
        }

        check.Done();
    }

    private static string Names(Parameter[] known) => string.Join(", ", known.Select(one => one.Name));

    private static Parameter[] Of(Endpoint endpoint)
    {
        var inPath = (endpoint as RouteEndpoint)?.RoutePattern.Parameters.Select(parameter => parameter.Name) ?? [];
        return [.. endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().Where(IsText)
            .Select(parameter => new Parameter(NameOf(parameter), parameter.ParameterInfo.ParameterType.IsArray))
            .DistinctBy(parameter => parameter.Name, StringComparer.Ordinal).ExceptBy(inPath, parameter => parameter.Name, StringComparer.OrdinalIgnoreCase)];
    }

    // What is read from text comes from the address; the rest is a body, or a part of the server
    private static bool IsText(IParameterBindingMetadata parameter) =>
        parameter.HasTryParse || parameter.ParameterInfo.ParameterType == typeof(string) || parameter.ParameterInfo.ParameterType == typeof(string[]);

    /// <summary>A parameter of an address.</summary>
    /// <param name="Name">What it is called.</param>
    /// <param name="IsList">Whether it can be given more than once.</param>
    private sealed record Parameter(string Name, bool IsList);
}
