using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Koers.Web.Operation;

/// <summary>Addresses that are made once, whoever asks: ASP.NET Core makes those of a group anew for each that does, which are the start of the server
/// and the first request.</summary>
/// <param name="source">What makes them. It must not change any more once it has been asked.</param>
internal sealed class EndpointsMadeOnce(EndpointDataSource source) : EndpointDataSource
{
    // Whoever asks while they are being made, waits for them
    private readonly Lazy<IReadOnlyList<Endpoint>> _made = new(() => source.Endpoints);

    public override IReadOnlyList<Endpoint> Endpoints => _made.Value;

    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;

    /// <summary>Puts this in the place of each source of a server on which everything was mapped.</summary>
    /// <param name="sources">Those of the server.</param>
    public static void Replace(ICollection<EndpointDataSource> sources)
    {
        var once = sources.Select(source => new EndpointsMadeOnce(source)).ToArray();
        sources.Clear();
        foreach (var source in once)
            sources.Add(source);
    }
}
