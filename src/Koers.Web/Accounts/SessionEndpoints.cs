using System.Text.Json.Serialization;
using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.Domain.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Accounts;

/// <summary><c>/sessies</c>: signing in and out.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/sessies").WithTags("Aanmelden");
        group.MapPost("", ByPassword).AllowAnonymous().Produces<SignInAnswer>()
            .WithSummary("Aanmelden met naam en wachtwoord; het antwoord zegt of er een tweede stap is");
        group.MapPost("/tweede-stap", ByCode).AllowAnonymous().Produces<SignInAnswer>()
            .WithSummary("De tweede stap: een code van de app, of een herstelcode");
        group.MapPost("/toegangssleutel/opties", PasskeyOptions).AllowAnonymous().WithSummary("Wat de browser nodig heeft om met een toegangssleutel aan te melden");
        group.MapPost("/toegangssleutel", ByPasskey).AllowAnonymous().Produces<SignInAnswer>().WithSummary("Aanmelden met een toegangssleutel");
        group.MapDelete("", Out).WithSummary("Afmelden: deze sessie is daarna dood; het antwoord zegt of er ook bij de organisatie af te melden is");
    }

    private static async Task<IResult> ByPassword(
        HttpContext http, SignIn signIn, CallLimits limits, BriefState brief, [FromBody] PasswordInput input, CancellationToken cancellation)
    {
        using var attempt = await limits.BeginOrRefuse(http, input.Name);
        if (attempt is null)
            return Results.Empty;
        var outcome = await signIn.ByPassword(input.Name, input.Password, Callers.Origin(http), cancellation);
        if (outcome.StampForSecondStep is { } stamp)
        {
            brief.Keep(http, BriefState.SecondStep, $"{outcome.AccountId}/{stamp}");
            return Results.Ok(new SignInAnswer(false));
        }

        return await Answer(http, attempt, outcome);
    }

    private static async Task<IResult> ByCode(
        HttpContext http, SignIn signIn, CallLimits limits, BriefState brief, [FromBody] CodeInput input, CancellationToken cancellation)
    {
        var state = brief.Take(http, BriefState.SecondStep)?.Split('/', 2);
        using var attempt = await limits.BeginOrRefuse(http, state?[0]);
        if (attempt is null)
            return Results.Empty;
        if (state is null || !Guid.TryParse(state[0], out var id))
            return await Answer(http, attempt, SignInOutcome.Refused);
        var outcome = await signIn.ByCode(id, state[1], input.Code, Callers.Origin(http), cancellation);
        if (outcome.AccountId is null)
            // A mistyped code is no reason to begin all over; failures are counted with the account
            brief.Keep(http, BriefState.SecondStep, $"{state[0]}/{state[1]}");
        return await Answer(http, attempt, outcome);
    }

    private static async Task<IResult> PasskeyOptions(
        HttpContext http, CallLimits limits, BriefState brief, IPasskeyHandler<Account> passkeys, CancellationToken cancellation)
    {
        using var attempt = await limits.BeginOrRefuse(http, null);
        if (attempt is null)
            return Results.Empty;
        cancellation.ThrowIfCancellationRequested();
        // Asked for without a name: the key says whose it is, and nobody learns which names there are
        var options = await passkeys.MakeRequestOptionsAsync(null, http);
        brief.Keep(http, BriefState.Passkey, options.AssertionState ?? "");
        return Results.Text(options.RequestOptionsJson, "application/json");
    }

    private static async Task<IResult> ByPasskey(
        HttpContext http,
        SignIn signIn,
        CallLimits limits,
        BriefState brief,
        Passkeys own,
        IPasskeyHandler<Account> passkeys,
        [FromBody] CredentialInput input,
        CancellationToken cancellation)
    {
        using var attempt = await limits.BeginOrRefuse(http, null);
        if (attempt is null)
            return Results.Empty;
        var proof = await passkeys.PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = http,
            CredentialJson = input.Credential.GetRawText(),
            AssertionState = brief.Take(http, BriefState.Passkey),
        });
        if (!proof.Succeeded)
        {
            await signIn.NoteFailure("toegangssleutel", SignInFailure.Unproven, Callers.Origin(http), cancellation);
            return await Answer(http, attempt, SignInOutcome.Refused);
        }

        await own.KeepCount(proof.User.Id, proof.Passkey, cancellation);
        return await Answer(http, attempt, await signIn.AsKnown(proof.User.Id, Callers.Origin(http), cancellation));
    }

    private static async Task<Results<NoContent, Ok<SignOutAnswer>>> Out(HttpContext http, SignIn signIn, CancellationToken cancellation)
    {
        if (SessionCookie.KeyOf(http) is not { } key)
            throw OwnAccountRefusal();
        var elsewhere = await SingleSignOnScheme.SignOutAddress(http);
        await signIn.Out(Callers.Of(http), key, cancellation);
        await http.SignOutAsync(SessionCookie.Scheme);
        return elsewhere is null ? TypedResults.NoContent() : TypedResults.Ok(new SignOutAnswer(elsewhere));
    }

    private static async Task<IResult> Answer(HttpContext http, SignInAttempt attempt, SignInOutcome outcome)
    {
        if (outcome is { AccountId: { } id, SessionKey: { } key })
        {
            await SessionCookie.SignIn(http, id, key);
            return Results.Ok(new SignInAnswer(true));
        }

        attempt.Failed();
        // One answer for a name that is not there, a wrong password or code, a closed and a locked account
        await Refusal.Of(http, StatusCodes.Status401Unauthorized, NotIn).Write(http);
        return Results.Empty;
    }

    /// <summary>Signing in did not work: it does not say why.</summary>
    public static Text NotIn { get; } = new(
        "Aanmelden is niet gelukt: de gegevens kloppen niet, of het account is gesloten of na te veel pogingen tijdelijk geblokkeerd.",
        "Signing in did not work: the details are not right, or the account is closed or locked for a while after too many attempts.");

    private static NotAllowedException OwnAccountRefusal() => new(new Text(
        "Een token heeft geen sessie; trek het in bij /api/v1/api-clients.", "A token has no session; withdraw it at /api/v1/api-clients."));
}

/// <summary>Name and password.</summary>
/// <param name="Name">The name.</param>
/// <param name="Password">The password.</param>
internal sealed record PasswordInput([property: JsonPropertyName("naam")] string Name, [property: JsonPropertyName("wachtwoord")] string Password);

/// <summary>A code.</summary>
/// <param name="Code">Of the app, or a recovery code.</param>
internal sealed record CodeInput([property: JsonPropertyName("code")] string Code);

/// <summary>What the browser says of a passkey.</summary>
/// <param name="Credential">The credential, as JSON (WebAuthn).</param>
/// <param name="Name">What its owner calls a new one.</param>
internal sealed record CredentialInput(
    [property: JsonPropertyName("sleutel")] System.Text.Json.JsonElement Credential, [property: JsonPropertyName("naam")] string? Name = null);

/// <summary>That the session is dead, where it began at the identity provider of the organisation.</summary>
/// <param name="Address">Where the browser signs out there too; who does not go there is signed in again without a password.</param>
internal sealed record SignOutAnswer([property: JsonPropertyName("afmeldenBij")] string Address);

/// <summary>How far signing in came.</summary>
/// <param name="IsSignedIn">Whether it is done; if not, the second step comes.</param>
internal sealed record SignInAnswer([property: JsonPropertyName("aangemeld")] bool IsSignedIn);
