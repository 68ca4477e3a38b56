using System.Security.Claims;
using System.Text.Encodings.Web;
using Koers.App.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Koers.Web.Accounts;

/// <summary>Settings of signing in by token: none.</summary>
internal sealed class ApiTokenOptions : AuthenticationSchemeOptions;

/// <summary>Other systems sign in with a token: Authorization: Bearer …. Only what it hashes to is kept.</summary>
internal sealed class ApiTokens(
    IOptionsMonitor<ApiTokenOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiClientRegister clients)
    : AuthenticationHandler<ApiTokenOptions>(options, logger, encoder)
{
    /// <summary>Name of this way to sign in.</summary>
    public new const string Scheme = "Bearer";

    private const string Prefix = "Bearer ";

    /// <summary>What a token hashes to.</summary>
    public static string HashOf(string token) => ApiClientRegister.HashOf(token);

    /// <summary>The token that came with a request; null where none did.</summary>
    public static string? In(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? header[Prefix.Length..].Trim() : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (In(Request) is not { } token)
            return AuthenticateResult.NoResult();
        if (await clients.Recognise(token, Context.RequestAborted) is not { } client)
            return AuthenticateResult.Fail("The token is not known, expired or withdrawn.");
        var claims = client.Roles.Select(role => Callers.ClaimOf(new Grant(role)))
            .Concat(client.Scopes.Select(scope => new Claim(Callers.ScopeClaim, scope.ToString())))
            .Append(new Claim(Callers.NameClaim, $"client/{client.Id}"));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)), Scheme));
    }
}
