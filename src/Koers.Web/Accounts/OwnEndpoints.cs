using System.Security.Claims;
using System.Text.Json.Serialization;
using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.Domain.Accounts;
using Koers.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Koers.Web.Accounts;

/// <summary><c>/mij</c>: the own account.</summary>
internal static class OwnEndpoints
{
    public static void MapOwnAccount(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/mij").WithTags("Eigen account");
        group.MapGet("", Who).Produces<OwnView>().WithSummary("Wie u bent, met uw rollen en taal");
        group.MapGet("/gegevens", Data).WithSummary("Alles wat het register van u bewaart");
        group.MapPut("/wachtwoord", ChangePassword).AddEndpointFilter(LimitGuesses).WithSummary("Het eigen wachtwoord wijzigen; andere sessies eindigen");
        group.MapPut("/taal", ChooseLanguage).WithSummary("De taal van het eigen account kiezen");
        group.MapPost("/tweede-stap", ProposeSecondStep).WithMetadata(new AnsweredOnce()).WithSummary("Een geheim voor de app die codes toont; nog niets verandert");
        group.MapPut("/tweede-stap", ConfirmSecondStep).AddEndpointFilter(LimitGuesses).WithSummary("De tweede stap aanzetten met een code; geeft eenmalig herstelcodes, en andere sessies eindigen");
        group.MapPost("/tweede-stap/uitzetten", RemoveSecondStep).AddEndpointFilter(LimitGuesses).WithSummary("De tweede stap uitzetten met een code of herstelcode; andere sessies eindigen");
        group.MapGet("/toegangssleutels", OwnPasskeys).WithSummary("De eigen toegangssleutels");
        group.MapPost("/toegangssleutels/opties", NewPasskeyOptions).WithMetadata(new AnsweredOnce()).WithSummary("Wat de browser nodig heeft om een toegangssleutel te maken");
        group.MapPost("/toegangssleutels", AddPasskey).WithSummary("Een toegangssleutel toevoegen");
        group.MapDelete("/toegangssleutels/{id}", RemovePasskey).WithSummary("Een toegangssleutel verwijderen");
    }

    /// <summary>As often as signing in, and no more.</summary>
    private static async ValueTask<object?> LimitGuesses(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var limits = http.RequestServices.GetRequiredService<CallLimits>();
        using var attempt = await limits.BeginOrRefuse(http, Callers.Of(http).Name);
        if (attempt is null)
            return Results.Empty;
        try
        {
            return await next(context);
        }
        catch (RefusedException)
        {
            attempt.Failed();
            throw;
        }
    }

    private static async Task<Ok<OwnView>> Who(HttpContext http, OwnAccount own, CancellationToken cancellation)
    {
        var actor = Callers.Of(http);
        if (actor.Id is null)
            return TypedResults.Ok(new OwnView
            {
                Name = actor.Name,
                Roles = [.. actor.Grants.Select(grant => new GivenRole(grant.Role))],
                Scopes = [.. http.User.FindAll(Callers.ScopeClaim).Select(claim => Enum.Parse<ApiScope>(claim.Value))],
            });
        var account = await own.Show(actor, cancellation);
        return TypedResults.Ok(new OwnView { Name = actor.Name, Roles = account.Roles, Account = account });
    }

    private static async Task<Ok<PersonalData>> Data(HttpContext http, OwnAccount own, CancellationToken cancellation) =>
        TypedResults.Ok(await own.Data(Callers.Of(http), cancellation));

    private static async Task<NoContent> ChangePassword(
        HttpContext http, OwnAccount own, [FromBody] NewPasswordInput input, CancellationToken cancellation)
    {
        await own.ChangePassword(Callers.Of(http), SessionCookie.KeyOf(http), input.Old, input.Wanted, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ChooseLanguage(
        HttpContext http, OwnAccount own, [FromBody] LanguageInput input, CancellationToken cancellation)
    {
        await own.ChooseLanguage(Callers.Of(http), input.Language, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<SecondStepProposal>> ProposeSecondStep(HttpContext http, SecondStep second, CancellationToken cancellation) =>
        TypedResults.Ok(await second.Propose(Callers.Of(http), cancellation));

    private static async Task<Ok<RecoveryCodes>> ConfirmSecondStep(
        HttpContext http, SecondStep second, [FromBody] CodeInput input, CancellationToken cancellation) =>
        TypedResults.Ok(new RecoveryCodes(await second.Confirm(Callers.Of(http), SessionCookie.KeyOf(http), input.Code, cancellation)));

    private static async Task<NoContent> RemoveSecondStep(
        HttpContext http, SecondStep second, [FromBody] CodeInput input, CancellationToken cancellation)
    {
        await second.Remove(Callers.Of(http), SessionCookie.KeyOf(http), input.Code, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<KnownPasskey>>> OwnPasskeys(HttpContext http, Passkeys passkeys, CancellationToken cancellation) =>
        TypedResults.Ok(await passkeys.Own(Callers.Of(http), cancellation));

    private static async Task<IResult> NewPasskeyOptions(
        HttpContext http, OwnAccount own, BriefState brief, IPasskeyHandler<Account> passkeys, CancellationToken cancellation)
    {
        var account = await own.Show(Callers.Of(http), cancellation);
        var options = await passkeys.MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Name, DisplayName = account.DisplayName }, http);
        brief.Keep(http, BriefState.NewPasskey, options.AttestationState ?? "");
        return Results.Text(options.CreationOptionsJson, "application/json");
    }

    private static async Task<NoContent> AddPasskey(
        HttpContext http,
        Passkeys own,
        BriefState brief,
        IPasskeyHandler<Account> passkeys,
        [FromBody] CredentialInput input,
        CancellationToken cancellation)
    {
        var actor = Callers.Of(http);
        var result = await passkeys.PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = http,
            CredentialJson = input.Credential.GetRawText(),
            AttestationState = brief.Take(http, BriefState.NewPasskey),
        });
        var check = new InputCheck();
        check.That(
            result.Succeeded && result.UserEntity.Id == actor.Id?.ToString(),
            "/sleutel",
            "Deze toegangssleutel klopt niet, of het duurde te lang; vraag nieuwe opties op en probeer het weer.",
            "This passkey is not right, or it took too long; ask for new options and try again.");
        check.Done();
        await own.Add(actor, result.Passkey!, input.Name ?? "", cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RemovePasskey(HttpContext http, Passkeys passkeys, string id, CancellationToken cancellation)
    {
        await passkeys.Remove(Callers.Of(http), id, cancellation);
        return TypedResults.NoContent();
    }
}

/// <summary>Who asks.</summary>
internal sealed record OwnView
{
    /// <summary>How the audit trail writes who it is.</summary>
    [JsonPropertyName("kenmerk")]
    public required string Name { get; init; }

    /// <summary>Roles.</summary>
    [JsonPropertyName("rollen")]
    public required IReadOnlyList<GivenRole> Roles { get; init; }

    /// <summary>What a token may do; empty for people.</summary>
    [JsonPropertyName("bereik")]
    public IReadOnlyList<ApiScope> Scopes { get; init; } = [];

    /// <summary>The account; null for a token.</summary>
    [JsonPropertyName("account")]
    public AccountView? Account { get; init; }
}

/// <summary>A new password.</summary>
/// <param name="Old">The password as it is.</param>
/// <param name="Wanted">The new one.</param>
internal sealed record NewPasswordInput([property: JsonPropertyName("oud")] string Old, [property: JsonPropertyName("nieuw")] string Wanted);

/// <summary>A language.</summary>
/// <param name="Language">"nl" or "en".</param>
internal sealed record LanguageInput([property: JsonPropertyName("taal")] string Language);

/// <summary>Codes for when the telephone is lost, shown this once; each works once.</summary>
/// <param name="Codes">The codes.</param>
internal sealed record RecoveryCodes([property: JsonPropertyName("herstelcodes")] IReadOnlyList<string> Codes);
