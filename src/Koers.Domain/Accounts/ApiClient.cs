using System.Text.Json.Serialization;

namespace Koers.Domain.Accounts;

/// <summary>What the token of another system may do, within its roles.</summary>
public enum ApiScope
{
    /// <summary>lezen: see.</summary>
    [JsonStringEnumMemberName("lezen")]
    Read,

    /// <summary>schrijven: change.</summary>
    [JsonStringEnumMemberName("schrijven")]
    Write,

    /// <summary>plannen: ask for runs and stop them.</summary>
    [JsonStringEnumMemberName("plannen")]
    Plan,
}

/// <summary>Another system that uses the API with a token (API-client). The token itself is not kept, only what it hashes to.</summary>
public sealed class ApiClient
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which system it is.</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of the token, in hexadecimals.</summary>
    public required string TokenHash { get; set; }

    /// <summary>What it may do.</summary>
    public List<ApiScope> Scopes { get; init; } = [];

    /// <summary>On whose behalf: roles that it has, for the whole organisation.</summary>
    public List<Role> Roles { get; init; } = [];

    /// <summary>From when the token is not good any more.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When it was withdrawn; null where it was not.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When it was last used, to the hour; null where it never was.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
