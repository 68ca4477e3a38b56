using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Koers.Web.Operation;

/// <summary>A proxy before the server says from which address and by which scheme a request came; only those that are named are believed.</summary>
internal static class Proxies
{
    public static void UseProxies(this IApplicationBuilder server, IReadOnlyList<string> proxies)
    {
        if (proxies.Count == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
            if (IPAddress.TryParse(proxy, out var address))
                options.KnownProxies.Add(address);
            else
                options.KnownIPNetworks.Add(IPNetwork.Parse(proxy));
        server.UseForwardedHeaders(options);
    }
}
