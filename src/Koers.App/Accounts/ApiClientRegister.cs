using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Koers.App.Audit;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Accounts;

/// <summary>Other systems and their tokens. A token is shown once; only what it hashes to is kept.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
/// <param name="clock">The time.</param>
public sealed class ApiClientRegister(RegisterContext context, AuditTrail trail, TimeProvider clock)
{
    /// <summary>What every token begins with, so that who searches for leaked secrets finds it.</summary>
    public const string Prefix = "koers_";

    private const int TokenBytes = 32;
    private const int LongestName = 100;
    private const int LongestDays = 366;

    /// <summary>What a token hashes to. It has 256 bits by chance, so a plain hash is enough.</summary>
    /// <param name="token">The token.</param>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>All clients, also those that were withdrawn.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    public async Task<IReadOnlyList<ApiClientView>> All(Actor actor, CancellationToken cancellation)
    {
        AccountRights.Demand(actor, AccountAction.ManageClients);
        var clients = await context.ApiClients.AsNoTracking().OrderBy(c => c.Name).ThenBy(c => c.Id).ToListAsync(cancellation);
        return [.. clients.Select(ApiClientView.Of)];
    }

    /// <summary>Gives a system a token.</summary>
    /// <param name="actor">Who gives it.</param>
    /// <param name="input">What it may do, and how long.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in the input.</exception>
    public async Task<ApiClientWithToken> Make(Actor actor, ApiClientInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        AccountRights.Demand(actor, AccountAction.ManageClients);
        var now = clock.GetUtcNow();
        var check = new InputCheck();
        check.Line(input.Name, "/naam", LongestName);
        check.That(input.Scopes.Count > 0, "/bereik", "Noem ten minste één van lezen, schrijven en plannen.", "Name at least one of lezen, schrijven and plannen.");
        check.That(input.Roles.Count > 0, "/rollen", "Noem ten minste één rol.", "Name at least one role.");
        check.That(
            input.ExpiresAt > now && input.ExpiresAt <= now.AddDays(LongestDays),
            "/verlooptOp",
            $"Een token verloopt, ten laatste over {LongestDays} dagen.",
            $"A token expires, at the latest in {LongestDays} days.");
        check.Done();
        var token = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        var client = new ApiClient
        {
            Id = Guid.CreateVersion7(),
            Name = input.Name,
            TokenHash = HashOf(token),
            Scopes = [.. input.Scopes.Distinct().Order()],
            Roles = [.. input.Roles.Distinct().Order()],
            ExpiresAt = input.ExpiresAt,
            MadeAt = now,
        };
        context.ApiClients.Add(client);
        var view = ApiClientView.Of(client);
        await trail.Save(actor, Said("api-client.maken", client, null, view), cancellation);
        return new ApiClientWithToken(view, token);
    }

    /// <summary>Withdraws a token. Whoever has it is refused from the next request on.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="id">Which client.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="NotThereException">It is not there.</exception>
    public async Task Withdraw(Actor actor, Guid id, CancellationToken cancellation)
    {
        AccountRights.Demand(actor, AccountAction.ManageClients);
        var client = await context.ApiClients.FirstOrDefaultAsync(c => c.Id == id, cancellation)
            ?? throw new NotThereException(new Text($"Er is geen API-client {id}.", $"There is no API client {id}."));
        if (client.WithdrawnAt is not null)
            return;
        var before = ApiClientView.Of(client);
        client.WithdrawnAt = clock.GetUtcNow();
        await trail.Save(actor, Said("api-client.intrekken", client, before, ApiClientView.Of(client)), cancellation);
    }

    /// <summary>The client behind a token that is good now; null where there is none. Notes the hour in which it was used.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<ApiClient?> Recognise(string token, CancellationToken cancellation)
    {
        var hash = HashOf(token);
        var now = clock.GetUtcNow();
        var client = await CallerQuestions.Client(context, hash, cancellation);
        if (client is null || client.WithdrawnAt is not null || client.ExpiresAt <= now)
            return null;
        var hour = new DateTimeOffset(now.UtcDateTime.Date.AddHours(now.UtcDateTime.Hour), TimeSpan.Zero);
        // To the hour: enough to see which tokens nobody uses, and one write an hour
        if (client.UsedAt is null || client.UsedAt < hour)
            await context.ApiClients.Where(c => c.Id == client.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, hour), cancellation);
        return client;
    }

    private static Happening Said(string action, ApiClient client, ApiClientView? before, ApiClientView after)
    {
        var changes = Changes.Between(before is null ? null : Changes.Picture(before), Changes.Picture(after));
        return new Happening(action, $"api-client/{client.Id}", changes.Before, changes.After);
    }
}

/// <summary>What a token is asked for.</summary>
public sealed record ApiClientInput
{
    /// <summary>Which system it is.</summary>
    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    /// <summary>What it may do within its roles.</summary>
    [JsonPropertyName("bereik")]
    public required IReadOnlyList<ApiScope> Scopes { get; init; }

    /// <summary>Roles that it has, for the whole organisation.</summary>
    [JsonPropertyName("rollen")]
    public required IReadOnlyList<Role> Roles { get; init; }

    /// <summary>From when the token is not good any more; at most a year away.</summary>
    [JsonPropertyName("verlooptOp")]
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>Another system as it is shown.</summary>
public sealed record ApiClientView
{
    /// <summary>Its id.</summary>
    [JsonPropertyName("id")]
    public required Guid Id { get; init; }

    /// <summary>Which system it is.</summary>
    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    /// <summary>What it may do within its roles.</summary>
    [JsonPropertyName("bereik")]
    public required IReadOnlyList<ApiScope> Scopes { get; init; }

    /// <summary>Roles that it has.</summary>
    [JsonPropertyName("rollen")]
    public required IReadOnlyList<Role> Roles { get; init; }

    /// <summary>From when the token is not good any more.</summary>
    [JsonPropertyName("verlooptOp")]
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was withdrawn.</summary>
    [JsonPropertyName("ingetrokkenOp")]
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>When it was made.</summary>
    [JsonPropertyName("gemaaktOp")]
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When it was last used, to the hour.</summary>
    [JsonPropertyName("gebruiktOp")]
    public DateTimeOffset? UsedAt { get; init; }

    internal static ApiClientView Of(ApiClient client) => new()
    {
        Id = client.Id,
        Name = client.Name,
        Scopes = [.. client.Scopes],
        Roles = [.. client.Roles],
        ExpiresAt = client.ExpiresAt,
        WithdrawnAt = client.WithdrawnAt,
        MadeAt = client.MadeAt,
        UsedAt = client.UsedAt,
    };
}

/// <summary>A new client with its token, shown this once.</summary>
/// <param name="Client">The client.</param>
/// <param name="Token">The token.</param>
public sealed record ApiClientWithToken(
    [property: JsonPropertyName("client")] ApiClientView Client, [property: JsonPropertyName("token")] string Token);
