using System.Text.Json;
using System.Text.Json.Serialization;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.Domain.Accounts;

namespace Koers.App.Accounts;

/// <summary>An account as an administrator sees it. Never anything with which to sign in.</summary>
public sealed record AccountView
{
    /// <summary>Whether it signs in with a password of Koers.</summary>
    [JsonIgnore]
    public bool IsLocal => Origin == Local;

    /// <summary>Its id: how the audit trail and initiatives refer to it.</summary>
    [JsonPropertyName("id")]
    public required Guid Id { get; init; }

    /// <summary>The name with which to sign in.</summary>
    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    /// <summary>How others see who it is.</summary>
    [JsonPropertyName("weergavenaam")]
    public required string DisplayName { get; init; }

    /// <summary>Code of the department.</summary>
    [JsonPropertyName("afdeling")]
    public string? Department { get; init; }

    /// <summary>"nl" or "en".</summary>
    [JsonPropertyName("taal")]
    public required string Language { get; init; }

    /// <summary>Roles, in a fixed order.</summary>
    [JsonPropertyName("rollen")]
    public required IReadOnlyList<GivenRole> Roles { get; init; }

    /// <summary>Where its rights come from: "lokaal", or the identity provider of its single sign-on.</summary>
    [JsonPropertyName("herkomst")]
    public required string Origin { get; init; }

    /// <summary>Whether signing in with the password takes a second step.</summary>
    [JsonPropertyName("tweedeStap")]
    public required bool HasSecondStep { get; init; }

    /// <summary>Whether it is locked for a while, after failed attempts to sign in.</summary>
    [JsonPropertyName("geblokkeerdTot")]
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>Whether it may not sign in any more.</summary>
    [JsonPropertyName("gesloten")]
    public required bool IsClosed { get; init; }

    /// <summary>When it was made.</summary>
    [JsonPropertyName("gemaaktOp")]
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>A number that changes with what can be changed; to be sent along with a change.</summary>
    [JsonPropertyName("versie")]
    public int Version
    {
        get
        {
            // From the content: signing in changes the account too, and should be in nobody's way
            var content = JsonSerializer.Serialize(new { DisplayName, Department, Language, Roles, IsClosed }, RegisterJson.Options);
            return Fingerprint.Of(content);
        }
    }

    internal static AccountView Of(Account account, IEnumerable<RoleGrant> grants, string? issuer, CodeBook codes, DateTimeOffset now) => new()
    {
        Id = account.Id,
        Name = account.UserName ?? "",
        DisplayName = account.DisplayName,
        Department = codes.Departments.Code(account.DepartmentId),
        Language = account.Language,
        Roles = RolesOf(grants, codes),
        Origin = issuer ?? Local,
        HasSecondStep = account.TwoFactorEnabled,
        LockedUntil = account.LockoutEnd > now ? account.LockoutEnd : null,
        IsClosed = account.IsClosed,
        MadeAt = account.MadeAt,
    };

    internal const string Local = "lokaal";

    internal static GivenRole[] RolesOf(IEnumerable<RoleGrant> grants, CodeBook codes) =>
        [.. grants.Select(g => new GivenRole(g.Role, codes.Departments.Code(g.DepartmentId))).OrderBy(r => r.Role).ThenBy(r => r.Department, StringComparer.Ordinal)];

    /// <summary>What goes into the audit trail: nothing that tells who the person is.</summary>
    internal static object Trace(AccountView view) => new AccountTrace(view.Department, view.Roles, view.IsClosed);

    private sealed record AccountTrace(
        [property: JsonPropertyName("afdeling")] string? Department,
        [property: JsonPropertyName("rollen")] IReadOnlyList<GivenRole> Roles,
        [property: JsonPropertyName("gesloten")] bool IsClosed);
}

/// <summary>An account in the list by which people find each other.</summary>
/// <param name="Id">Its id.</param>
/// <param name="DisplayName">How others see who it is.</param>
/// <param name="Department">Code of the department.</param>
/// <param name="IsClosed">Whether it may not sign in any more.</param>
public sealed record AccountLine(
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("weergavenaam")] string DisplayName,
    [property: JsonPropertyName("afdeling")] string? Department,
    [property: JsonPropertyName("gesloten")] bool IsClosed);

/// <summary>A new account, or a new password: the password is shown this once.</summary>
/// <param name="Account">The account.</param>
/// <param name="Password">The password that was made; null where it was given.</param>
public sealed record AccountWithPassword(
    [property: JsonPropertyName("account")] AccountView Account, [property: JsonPropertyName("wachtwoord")] string? Password);
