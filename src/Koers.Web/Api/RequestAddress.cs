using Microsoft.AspNetCore.Http;

namespace Koers.Web.Api;

/// <summary>What a request is for, as its address says it. Routing takes capitals for small letters, and so must everybody who looks at an
/// address: else a guard is passed by writing /API. Therefore nobody else compares addresses.</summary>
internal static class RequestAddress
{
    /// <summary>Where the reference is that shows the description of the API.</summary>
    public const string Reference = "/api/docs";

    /// <summary>Where the server says how it is.</summary>
    public const string Health = "/health";

    private const string Api = "/api";

    // As routing compares them
    private const StringComparison AsRouting = StringComparison.OrdinalIgnoreCase;

    /// <summary>Whether it is for the API, in whatever version, or for its reference.</summary>
    public static bool IsApi(this HttpRequest request) => request.IsUnder(Api);

    /// <summary>Whether it is for the API itself, or for something in it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="place">Below the root of the API, for example "/sessies"; empty = anything.</param>
    public static bool IsApiCall(this HttpRequest request, string place = "") => request.IsUnder(ApiDocument.Root + place);

    /// <summary>Whether it is for the reference.</summary>
    public static bool IsReference(this HttpRequest request) => request.IsUnder(Reference);

    /// <summary>Whether it is about how the server is.</summary>
    public static bool IsHealth(this HttpRequest request) => request.IsUnder(Health);

    /// <summary>Whether it is for the description.</summary>
    public static bool IsDescription(this HttpRequest request) => request.Path.Equals(ApiDocument.Path, AsRouting);

    /// <summary>Whether it is for an address or something below it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="address">Begins with a slash.</param>
    public static bool IsUnder(this HttpRequest request, string address) => request.Path.StartsWithSegments(address, AsRouting);

    /// <summary>An address without the root of the API before it, for the audit trail.</summary>
    /// <param name="address">An address, or the pattern of a route.</param>
    public static string BelowApi(string address) => (address.StartsWith(ApiDocument.Root, AsRouting) ? address[ApiDocument.Root.Length..] : address).Trim('/');
}
