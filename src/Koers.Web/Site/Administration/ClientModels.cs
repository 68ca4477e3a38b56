using System.Text.Json.Serialization;
using Koers.App.Accounts;
using Koers.Domain.Accounts;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Administration;

/// <summary>Other systems with a token.</summary>
/// <param name="Clients">Those there are.</param>
/// <param name="Now">Now: which tokens have expired.</param>
/// <param name="Form">One that is being made.</param>
/// <param name="Token">A token, shown this once; null where there is none to show.</param>
public sealed record ClientListModel(IReadOnlyList<ApiClientView> Clients, DateTimeOffset Now, FormData Form, string? Token);

/// <summary>A client as the form has it: a token expires at the end of a day.</summary>
public sealed record ClientFields
{
    /// <summary>Which system it is.</summary>
    [JsonPropertyName("naam")]
    public string Name { get; init; } = "";

    /// <summary>What it may do.</summary>
    [JsonPropertyName("bereik")]
    public IReadOnlyList<ApiScope> Scopes { get; init; } = [];

    /// <summary>On whose behalf.</summary>
    [JsonPropertyName("rollen")]
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>The last day on which the token is good; null = not filled in.</summary>
    [JsonPropertyName("verlooptOp")]
    public DateOnly? LastDay { get; init; }
}
