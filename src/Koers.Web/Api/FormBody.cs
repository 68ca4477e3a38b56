using Microsoft.AspNetCore.Http;

namespace Koers.Web.Api;

/// <summary>Reads a form that was sent.</summary>
internal static class FormBody
{
    /// <summary>Reads it; a second time gives the same.</summary>
    /// <param name="request">The request, whose content is a form.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="BadHttpRequestException">It is no whole form, or too large.</exception>
    public static async Task<IFormCollection> Read(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return await request.ReadFormAsync(cancellation);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("This is no whole form.", e);
        }
    }
}
