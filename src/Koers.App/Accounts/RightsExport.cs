using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Accounts;

/// <summary>All rights of all accounts and clients, for the yearly review (BIO2 5.18).</summary>
/// <param name="context">The register.</param>
public sealed class RightsExport(RegisterContext context)
{
    /// <summary>Takes out all rights: a line for each role of each account and client, and one for who has none.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    public async Task<IReadOnlyList<RightLine>> Read(Actor actor, CancellationToken cancellation)
    {
        AccountRights.Demand(actor, AccountAction.ExportRights);
        var codes = await CodeBook.Read(context, cancellation);
        var accounts = await context.Users.AsNoTracking().OrderBy(a => a.UserName).ThenBy(a => a.Id).ToListAsync(cancellation);
        var grants = (await context.RoleGrants.AsNoTracking().ToListAsync(cancellation)).ToLookup(g => g.AccountId);
        var issuers = (await context.UserLogins.AsNoTracking().ToListAsync(cancellation)).ToLookup(l => l.UserId, l => l.LoginProvider);
        var seen = await context.AuditEntries.AsNoTracking().Where(e => e.Action == "account.aanmelden" && e.Result == AuditResult.Done)
            .GroupBy(e => e.Target).Select(g => new { g.Key, At = g.Max(e => e.At) }).ToDictionaryAsync(g => g.Key, g => g.At, cancellation);
        var lines = new List<RightLine>();
        foreach (var account in accounts)
        {
            var line = new RightLine
            {
                Kind = "account",
                Id = account.Id,
                Name = account.UserName ?? "",
                DisplayName = account.DisplayName,
                Origin = issuers[account.Id].FirstOrDefault() ?? AccountView.Local,
                IsClosed = account.IsClosed,
                HasSecondStep = account.TwoFactorEnabled,
                LastSignIn = seen.TryGetValue(AccountRegister.TargetOf(account.Id), out var at) ? at : null,
            };
            var roles = AccountView.RolesOf(grants[account.Id], codes);
            lines.AddRange(roles.Length == 0 ? [line] : roles.Select(role => line with { Role = role.Role, Department = role.Department }));
        }

        foreach (var client in await context.ApiClients.AsNoTracking().OrderBy(c => c.Name).ThenBy(c => c.Id).ToListAsync(cancellation))
            lines.AddRange(client.Roles.Select(role => new RightLine
            {
                Kind = "api-client",
                Id = client.Id,
                Name = client.Name,
                DisplayName = $"{client.Name} ({string.Join(", ", client.Scopes.Select(Words.Dutch))})",
                Origin = "token",
                IsClosed = client.WithdrawnAt is not null,
                Role = role,
                LastSignIn = client.UsedAt,
                ExpiresAt = client.ExpiresAt,
            }));
        return lines;
    }

    /// <summary>The same as a table for Excel as the Dutch have it: semicolons, UTF-8 with a mark, formulas made harmless.</summary>
    /// <param name="lines">The lines.</param>
    public static string Csv(IReadOnlyList<RightLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var text = new StringBuilder("\uFEFFsoort;id;naam;weergavenaam;rol;afdeling;herkomst;gesloten;tweede stap;laatst aangemeld;verloopt\r\n");
        foreach (var line in lines)
            text.AppendJoin(
                ';',
                new[]
                {
                    line.Kind, line.Id.ToString(), line.Name, line.DisplayName, line.Role is { } role ? Words.Dutch(role) : "", line.Department ?? "",
                    line.Origin, YesNo(line.IsClosed), YesNo(line.HasSecondStep), Written(line.LastSignIn), Written(line.ExpiresAt),
                }.Select(Cell)).Append("\r\n");
        return text.ToString();
    }

    private static string YesNo(bool value) => value ? "ja" : "nee";

    private static string Written(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";

    private static string Cell(string text)
    {
        if (text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..])
            text = "'" + text;
        return text.AsSpan().IndexOfAny(";\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

/// <summary>One right of one account or client.</summary>
public sealed record RightLine
{
    /// <summary>"account" or "api-client".</summary>
    [JsonPropertyName("soort")]
    public required string Kind { get; init; }

    /// <summary>Its id.</summary>
    [JsonPropertyName("id")]
    public required Guid Id { get; init; }

    /// <summary>The name with which it signs in, or of the system.</summary>
    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    /// <summary>How others see who it is.</summary>
    [JsonPropertyName("weergavenaam")]
    public required string DisplayName { get; init; }

    /// <summary>The role; null where it has none.</summary>
    [JsonPropertyName("rol")]
    public Role? Role { get; init; }

    /// <summary>Code of the department for which the role holds; null = the whole organisation.</summary>
    [JsonPropertyName("afdeling")]
    public string? Department { get; init; }

    /// <summary>Where its rights come from: "lokaal", an identity provider, or "token".</summary>
    [JsonPropertyName("herkomst")]
    public required string Origin { get; init; }

    /// <summary>Whether it is closed or withdrawn.</summary>
    [JsonPropertyName("gesloten")]
    public required bool IsClosed { get; init; }

    /// <summary>Whether its password takes a second step.</summary>
    [JsonPropertyName("tweedeStap")]
    public bool HasSecondStep { get; init; }

    /// <summary>When it last signed in (of a client: was last used, to the hour).</summary>
    [JsonPropertyName("laatstAangemeld")]
    public DateTimeOffset? LastSignIn { get; init; }

    /// <summary>When the token of a client expires.</summary>
    [JsonPropertyName("verlooptOp")]
    public DateTimeOffset? ExpiresAt { get; init; }
}
