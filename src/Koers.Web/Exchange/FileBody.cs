using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Koers.Web.Exchange;

/// <summary>Reads a file that was sent: as the whole body, or as the only file of a form.</summary>
internal static class FileBody
{
    private const int AroundIt = 1 << 16;

    /// <summary>Reads it.</summary>
    /// <param name="http">The request, of which nothing was read yet.</param>
    /// <param name="most">Most bytes.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="BadHttpRequestException">It is larger, or a form with no file or several.</exception>
    public static async Task<byte[]> Read(HttpContext http, int most, CancellationToken cancellation)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = most + AroundIt;
        var source = http.Request.HasFormContentType ? (await Form(http, cancellation)).Files is [{ } only] ? only.OpenReadStream()
            : throw new BadHttpRequestException("One file is expected.") : http.Request.Body;
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

    private static async Task<IFormCollection> Form(HttpContext http, CancellationToken cancellation)
    {
        try
        {
            return await http.Request.ReadFormAsync(cancellation);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            // No boundary, or cut off in the middle
            throw new BadHttpRequestException("The form cannot be read.", e);
        }
    }
}
