using Koers.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Koers.Web.Exchange;

/// <summary>Reads a file that was sent: as the whole body, or as the only file of a form.</summary>
internal static class FileBody
{
    private const int AroundIt = 1 << 16;

    /// <summary>Says how large a file this address takes. Routing sets the limit on the body by it, before anybody reads that.</summary>
    /// <param name="endpoint">The address.</param>
    /// <param name="most">Most bytes.</param>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint, int most) => endpoint.WithMetadata(new FileLimit(most));

    /// <summary>Reads it.</summary>
    /// <param name="http">The request, of an address that takes a file.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="BadHttpRequestException">It is too large, or a form with no file or several.</exception>
    public static async Task<byte[]> Read(HttpContext http, CancellationToken cancellation)
    {
        var most = http.GetEndpoint()!.Metadata.GetRequiredMetadata<FileLimit>().Most;
        var source = http.Request.HasFormContentType
            ? (await FormBody.Read(http.Request, cancellation)).Files is [{ } only] ? only.OpenReadStream() : throw new BadHttpRequestException("One file is expected.")
            : http.Request.Body;
        using var read = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int count; (count = await source.ReadAsync(buffer, cancellation)) > 0;)
        {
            read.Write(buffer, 0, count);
            if (read.Length > most)
                throw new BadHttpRequestException("The file is too large.", StatusCodes.Status413PayloadTooLarge);
        }

        return read.ToArray();
    }

    /// <summary>How large a file can be, and with it the body around it.</summary>
    private sealed record FileLimit(int Most) : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => Most + AroundIt;
    }
}
