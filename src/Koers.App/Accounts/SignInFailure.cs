namespace Koers.App.Accounts;

/// <summary>Why signing in was refused: for who keeps the server running, not for who tries.</summary>
public enum SignInFailure
{
    /// <summary>Nobody has this name.</summary>
    Unknown,

    /// <summary>The account is closed.</summary>
    Closed,

    /// <summary>The account is locked for a while after too many attempts.</summary>
    Locked,

    /// <summary>The password or the code is not right.</summary>
    Wrong,

    /// <summary>A passkey or the identity provider did not prove who it is.</summary>
    Unproven,

    /// <summary>Too many attempts failed before, from this address or under this name.</summary>
    Limited,
}
