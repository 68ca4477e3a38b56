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

    /// <summary>Whose identity token came along with a question to sign out.</summary>
    public List<string?> SignedOut { get; } = [];

    /// <summary>How often a code was exchanged for tokens.</summary>
    public int Exchanges { get; private set; }

    public static async Task<IdentityProvider> Start(bool hasSignOut = true)
    {
        var provider = new IdentityProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(options =>
        {
            options.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
            if (hasSignOut)
                options.SetEndSessionEndpointUris("connect/logout");
            options.AddEventHandler<ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || !(context.PostLogoutRedirectUri ?? "").EndsWith("/aanmelden/sso/afgemeld", StringComparison.Ordinal))
                    context.Reject(Errors.InvalidClient);
                return default;
            }));
            options.AddEventHandler<HandleEndSessionRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                provider.SignedOut.Add(context.IdentityTokenHintPrincipal?.GetClaim(Claims.Subject));
                context.SignOut();
                return default;
            }));
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
