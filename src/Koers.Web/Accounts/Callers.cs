using System.Security.Claims;
using Koers.App.Accounts;
using Koers.Domain.Accounts;
using Microsoft.AspNetCore.Http;

namespace Koers.Web.Accounts;

/// <summary>Who asks: from what the sign-in says to an actor of the use cases.</summary>
internal static class Callers
{
    /// <summary>A role for the whole organisation; with a department: "DepartmentHead/&lt;id&gt;".</summary>
    public const string RoleClaim = "koers:role";

    /// <summary>What a client may do; accounts have none and may do all that their roles allow.</summary>
    public const string ScopeClaim = "koers:scope";

    /// <summary>How the audit trail writes who it was.</summary>
    public const string NameClaim = "koers:name";

    /// <summary>How others see who it is.</summary>
    public const string DisplayNameClaim = "koers:display-name";

    /// <summary>"nl" or "en".</summary>
    public const string LanguageClaim = "koers:language";

    /// <summary>The id of the account.</summary>
    public const string AccountClaim = "koers:account";

    public static Actor Of(HttpContext http)
    {
        var user = http.User;
        return new Actor(
            Guid.TryParse(user.FindFirstValue(AccountClaim), out var id) ? id : null,
            user.FindFirstValue(NameClaim) ?? "onbekend",
            [.. user.FindAll(RoleClaim).Select(claim => GrantOf(claim.Value))],
            Origin(http));
    }

    /// <summary>From which address somebody asks.</summary>
    public static string? Origin(HttpContext http) => http.Connection.RemoteIpAddress?.ToString();

    /// <summary>A role as a claim.</summary>
    public static Claim ClaimOf(Grant grant) => new(RoleClaim, grant.DepartmentId is { } department ? $"{grant.Role}/{department}" : $"{grant.Role}");

    private static Grant GrantOf(string claim)
    {
        var parts = claim.Split('/');
        return new Grant(Enum.Parse<Role>(parts[0]), parts.Length > 1 ? Guid.Parse(parts[1]) : null);
    }
}
