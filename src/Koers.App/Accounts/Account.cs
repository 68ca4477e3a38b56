using Microsoft.AspNetCore.Identity;

namespace Koers.App.Accounts;

/// <summary>Somebody who can sign in (account): by password, passkey or single sign-on.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>How others see who it is, for example "portfoliomanager" or a name.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The department; null where it belongs to none, as the executive does.</summary>
    public Guid? DepartmentId { get; set; }

    /// <summary>"nl" or "en": the language in which it reads Koers.</summary>
    public string Language { get; set; } = "nl";

    /// <summary>Whether it may not sign in any more. Accounts that did something are kept, for the audit trail.</summary>
    public bool IsClosed { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset MadeAt { get; set; }
}
