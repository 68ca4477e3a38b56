using System.Text.Json.Nodes;

namespace Koers.App.Exchange.Archive;

/// <summary>What is secret in the register, and what an archive without secrets says in its place.</summary>
internal static class ArchiveSecrets
{
    /// <summary>Keys of cookies: a register that was served once has some, and is empty all the same.</summary>
    public const string Keys = "data_protection_keys";

    private const string Accounts = "accounts";
    private const string Stamp = "security_stamp";
    private const string Clients = "api_clients";

    private static readonly string[] Tables = [Keys, "account_tokens", "account_passkeys"];

    /// <summary>Whether a table holds what is kept for a day only: answers to requests, for who sends them twice.</summary>
    public static bool IsPassing(string table) => table == "answered_requests";

    /// <summary>Whether nothing of a table goes into an archive without secrets.</summary>
    public static bool IsSecret(string table) => Tables.Contains(table);

    /// <summary>Takes secrets out of a row. Who has no password is given a new one, a client gets a new token.</summary>
    public static void Mask(string table, JsonObject row)
    {
        if (table == Accounts)
            (row["password_hash"], row[Stamp], row["two_factor_enabled"]) = (null, null, false);
        else if (table == Clients)
            row["token_hash"] = $"geen/{row["id"]}";
    }

    /// <summary>An account without a stamp cannot sign in, even with a new password: what came without gets one of its own.</summary>
    public static void Complete(string table, JsonObject row)
    {
        if (table == Accounts && row[Stamp] is null)
            row[Stamp] = Guid.NewGuid().ToString("N").ToUpperInvariant();
    }
}
