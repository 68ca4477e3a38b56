using System.Globalization;
using Koers.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;

namespace Koers.Web.Site;

/// <summary>Styles, scripts and pictures of the pages. They lie in the assembly; their address has its version, so that browsers may keep them
/// for ever.</summary>
internal static class AssetFiles
{
    private const string Root = "/bestanden";
    private const string Forever = "public, max-age=31536000, immutable";

    private static readonly string Version =
        typeof(AssetFiles).Assembly.ManifestModule.ModuleVersionId.ToString("N", CultureInfo.InvariantCulture)[..12];

    /// <summary>The address of a file.</summary>
    /// <param name="name">For example "koers.css".</param>
    public static string Address(string name) => $"{Root}/{name}?v={Version}";

    public static void Add(IServiceCollection services) => services.AddResponseCompression(compression =>
    {
        // Files only: pages hold secrets, which compression would let somebody guess
        compression.EnableForHttps = true;
        compression.MimeTypes = ["text/css", "text/javascript", "image/svg+xml"];
        compression.Providers.Add<BrotliCompressionProvider>();
        compression.Providers.Add<GzipCompressionProvider>();
    });

    public static void Use(WebApplication server)
    {
        server.UseWhen(
            http => http.Request.IsUnder(Root),
            files => files.UseResponseCompression().UseStaticFiles(new StaticFileOptions
            {
                RequestPath = Root,
                FileProvider = new EmbeddedFileProvider(typeof(AssetFiles).Assembly, "Koers.Web.Assets"),
                OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                    file.Context.Request.Query["v"] == Version ? Forever : "no-cache",
            }));
    }
}
