using Koers.App.Requests;
using Microsoft.AspNetCore.Http;

namespace Koers.Web.Site.Layout;

/// <summary>Something that was not done, as a page.</summary>
/// <param name="Status">Status of the answer.</param>
/// <param name="Text">Why, and what to do.</param>
public sealed record RefusalModel(int Status, Text Text)
{
    /// <summary>What is wrong in what was sent; empty where that is not the reason.</summary>
    public IReadOnlyList<InputFault> Faults { get; init; } = [];

    internal static Text TitleOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => new("U bent niet meer aangemeld", "You are not signed in any more"),
        StatusCodes.Status403Forbidden => new("Geen toegang", "No access"),
        StatusCodes.Status404NotFound => new("Niet gevonden", "Not found"),
        StatusCodes.Status429TooManyRequests => new("Even wachten", "Wait a moment"),
        >= StatusCodes.Status500InternalServerError => new("Er ging iets mis", "Something went wrong"),
        _ => new("Dat kon niet", "That could not be done"),
    };
}
