using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Koers.Web.Api;

/// <summary>What tells one request from another.</summary>
internal static class RequestPrint
{
    private const int MostInMemory = 64 * 1024;

    /// <summary>Fingerprint of all that is asked. Routing has set the limit of the address on the body; what is larger than
    /// <see cref="MostInMemory"/> waits in a file until it is read again. Of what is answered with a secret only where it was sent counts: a
    /// password in it could be guessed from the fingerprint.</summary>
    public static async Task<string> Of(HttpRequest request, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        if (RepeatedRequests.IsAnsweredOnce(request.HttpContext.GetEndpoint()?.Metadata ?? EndpointMetadataCollection.Empty))
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        request.EnableBuffering(MostInMemory);
        if (request.HasFormContentType)
            await Append(hash, await FormBody.Read(request, cancellation), cancellation);
        else
            await Append(hash, request.Body, cancellation);
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Fingerprint of a form that was read, and where it was sent.</summary>
    public static async Task<string> OfForm(HttpRequest request, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        await Append(hash, await request.ReadFormAsync(cancellation), cancellation);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What is in a form, without what separates the parts: that differs each time the same is sent.</summary>
    private static async Task Append(IncrementalHash hash, IFormCollection form, CancellationToken cancellation)
    {
        foreach (var (name, values) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes((string?[])[name, .. values]));
        foreach (var file in form.Files)
        {
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes((string?[])[file.Name, file.FileName, file.ContentType, $"{file.Length}"]));
            await using var content = file.OpenReadStream();
            await Append(hash, content, cancellation);
        }
    }

    private static async Task Append(IncrementalHash hash, Stream content, CancellationToken cancellation)
    {
        var part = new byte[16 * 1024];
        int read;
        while ((read = await content.ReadAsync(part, cancellation)) > 0)
            hash.AppendData(part, 0, read);
    }
}
