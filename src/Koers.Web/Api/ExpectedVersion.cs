using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Koers.Web.Api;

/// <summary>The version that a change was made in, as If-Match says it. A handler asks for it by taking this, and the description says what handlers
/// take: neither can be forgotten.</summary>
internal sealed class ExpectedVersion : IBindableFromHttpContext<ExpectedVersion>, IEndpointParameterMetadataProvider
{
    /// <summary>The version; where none was sent, one that nothing ever has.</summary>
    public required int Number { get; init; }

    public static ValueTask<ExpectedVersion?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<ExpectedVersion?>(new ExpectedVersion { Number = Versions.Expected(context) });

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(VersionAsked.Always);
}

/// <summary>The same where something may be new: that has no version yet.</summary>
internal sealed class ExpectedVersionIfAny : IBindableFromHttpContext<ExpectedVersionIfAny>, IEndpointParameterMetadataProvider
{
    /// <summary>The version; null where none was sent.</summary>
    public required int? Number { get; init; }

    public static ValueTask<ExpectedVersionIfAny?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult<ExpectedVersionIfAny?>(
        new ExpectedVersionIfAny { Number = context.Request.Headers.IfMatch.Count == 0 ? null : Versions.Expected(context) });

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(VersionAsked.IfAny);
}

/// <summary>The mark of a file that was fetched before, as If-Match says it; what is sent may come without.</summary>
internal sealed class FetchedMark : IBindableFromHttpContext<FetchedMark>, IEndpointParameterMetadataProvider
{
    /// <summary>The mark; null where none was sent.</summary>
    public required string? Text { get; init; }

    public static ValueTask<FetchedMark?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult<FetchedMark?>(
        new FetchedMark { Text = context.Request.GetTypedHeaders().IfMatch is [{ } only] ? only.Tag.ToString().Trim('"') : null });

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(VersionAsked.OfFile);
}

/// <summary>What an address does with If-Match.</summary>
/// <param name="IsNeeded">Whether nothing is done without it.</param>
/// <param name="IsVersion">Whether it says a version, of which a wrong one is refused with 412.</param>
/// <param name="Description">What it is, for the description of the API.</param>
internal sealed record VersionAsked(bool IsNeeded, bool IsVersion, string Description)
{
    public static VersionAsked Always { get; } = new(true, true, "De ETag van de versie waarin de wijziging is gemaakt, bijvoorbeeld \"3\".");

    public static VersionAsked IfAny { get; } = new(
        false, true, "De ETag van de versie waarin de wijziging is gemaakt, bijvoorbeeld \"3\"; weg te laten waar er nog niets is.");

    public static VersionAsked OfFile { get; } = new(
        false, false, "De ETag die het probleem had toen het werd opgehaald; is het intussen anders, dan volgt 409. Zonder: het probleem zoals het nu is.");
}
