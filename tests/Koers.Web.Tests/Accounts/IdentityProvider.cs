using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using Xunit;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Koers.Web.Tests.Accounts;

/// <summary>A real OpenID Connect server (OpenIddict) that has one person, who is signed in already.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "koers";
    public const string ClientSecret = "geheim-van-koers";

    private WebApplication _server = null!;

    public Uri Address => new(_server.Urls.First());

    public string Subject { get; set; } = "0a1b";

    public string Name { get; set; } = "medewerker@gemeente.example";

    public string[] Roles { get; set; } = [];

    /// <summary>How often a code was exchanged for tokens.</summary>
    public int Exchanges { get; private set; }

    public static async Task<IdentityProvider> Start()
    {
        var provider = new IdentityProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(options =>
        {
            options.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
            options.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            options.RegisterScopes(Scopes.Profile);
            options.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            options.EnableDegradedMode();
            options.UseAspNetCore().DisableTransportSecurityRequirement();
            options.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || !(context.RedirectUri ?? "").EndsWith("/aanmelden/sso/terug", StringComparison.Ordinal))
                    context.Reject(Errors.InvalidClient);
                return default;
            }));
            options.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                provider.Exchanges++;
                if (context.ClientId != ClientId || context.ClientSecret != ClientSecret)
                    context.Reject(Errors.InvalidClient);
                return default;
            }));
            options.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                var person = new ClaimsIdentity("test");
                person.SetClaim(Claims.Subject, provider.Subject).SetClaim(Claims.PreferredUsername, provider.Name)
                    .SetClaim(Claims.Name, "Medewerker van de gemeente").SetClaims("roles", [.. provider.Roles]);
                person.SetDestinations(_ => [Destinations.IdentityToken]);
                context.Principal = new ClaimsPrincipal(person);
                context.Principal.SetScopes(context.Request.GetScopes());
                return default;
            }));
        });
        provider._server = builder.Build();
        provider._server.UseAuthentication();
        await provider._server.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
