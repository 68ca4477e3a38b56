using Microsoft.AspNetCore.OpenApi;

namespace Koers.Web.Api;

/// <summary>The description of the API (OpenAPI).</summary>
internal static class ApiDocument
{
    /// <summary>Name of the document.</summary>
    public const string Name = "v1";

    /// <summary>Where the API begins; the major version is in it.</summary>
    public const string Root = "/api/v1";

    /// <summary>Where the description is.</summary>
    public const string Path = Root + "/openapi.json";

    /// <summary>The version of the API, in every answer.</summary>
    public const string Version = "1.0.0";

    public static void Configure(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info = new()
        {
            Title = "Koers",
            Version = Version,
            Description = "Het register van Koers: doelen, kaders, middelen, initiatieven, afweging en planning.",
            Contact = new() { Name = "Koers", Url = new Uri("https://koers.example/"), Email = "koers@koers.example" },
            License = new() { Name = "EUPL-1.2", Url = new Uri("https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12") },
        };
        return Task.CompletedTask;
    });
}
