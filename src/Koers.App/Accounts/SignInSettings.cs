using System.ComponentModel.DataAnnotations;

namespace Koers.App.Accounts;

/// <summary>How people sign in, and how long that holds.</summary>
public sealed record SignInSettings
{
    /// <summary>Whether people reach the server by https only, by itself or by the proxy before it. Cookies then travel by https only.</summary>
    public bool IsHttpsOnly { get; init; }

    /// <summary>After how long without a request a session ends.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>After how long a session ends, however busy it is.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "31.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan AbsoluteLimit { get; init; } = TimeSpan.FromHours(12);

    /// <summary>After how many failed attempts in a row an account is locked for a while; 1 or more.</summary>
    [Range(1, 1_000)]
    public int MostFailures { get; init; } = 5;

    /// <summary>How long an account stays locked.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan LockTime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How many times a minute signing in may fail from one address; after that nobody there can try for the rest of that minute.</summary>
    [Range(1, 100_000_000)]
    public int FailuresPerAddress { get; init; } = 100;

    /// <summary>How many times a minute signing in may fail under one name, from wherever; guesses at the own password and code count too.</summary>
    [Range(1, 100_000_000)]
    public int FailuresPerName { get; init; } = 10;

    /// <summary>How many requests a minute one account or client may send.</summary>
    [Range(1, 100_000_000)]
    public int RequestsPerCaller { get; init; } = 120_000;

    /// <summary>How many requests a minute may come from one address without being signed in.</summary>
    [Range(1, 100_000_000)]
    public int RequestsPerStranger { get; init; } = 6_000;

    /// <summary>The name for which passkeys are made: the host by which people reach the server, for example "koers.gemeente.example"; null = the
    /// host of each request, which only a server that answers under one name may trust.</summary>
    public string? PasskeyHost { get; init; }

    /// <summary>Single sign-on; null where only local accounts sign in.</summary>
    public SingleSignOnSettings? SingleSignOn { get; init; }
}

/// <summary>Single sign-on by OpenID Connect (Entra ID, Keycloak, ADFS).</summary>
public sealed record SingleSignOnSettings
{
    /// <summary>The address of the identity provider; its /.well-known/openid-configuration says the rest. Https, except on this machine.</summary>
    public required Uri Authority { get; init; }

    /// <summary>How the identity provider knows Koers.</summary>
    public required string ClientId { get; init; }

    /// <summary>The secret of this client: from the environment or a file, never in a log. Null for a client without one.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>The claim that says what somebody is; may come more than once.</summary>
    public string RoleClaim { get; init; } = "roles";

    /// <summary>Scopes that are asked for next to "openid".</summary>
    public IReadOnlyList<string> Scopes { get; init; } = ["profile"];

    /// <summary>Which value of the claim gives which role. A value that is not in it gives nothing.</summary>
    public IReadOnlyList<MappedRole> Roles { get; init; } = [];
}

/// <summary>A value of the role claim, and the role that it gives.</summary>
/// <param name="Value">The value, exactly.</param>
/// <param name="Role">The role.</param>
/// <param name="Department">Code of the department for which it holds; null = the whole organisation.</param>
public sealed record MappedRole(string Value, Domain.Accounts.Role Role, string? Department = null);
