using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Koers.Domain.Audit;

/// <summary>One line of the audit trail: who did what to which object, when and from where. Lines are only ever added; each carries the hash
/// of the one before it, so that a line that was changed, taken out or put in shows.</summary>
/// <param name="Number">Place in the trail, 1 ….</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who: the id of an account or client, or "koers" for the program itself.</param>
/// <param name="Action">What was done, for example "initiatief.wijzig".</param>
/// <param name="Target">What it was done to, for example "initiatief/2026-0042"; empty where there is no object.</param>
/// <param name="Before">What changed, as it was, in JSON; null where there was nothing.</param>
/// <param name="After">What changed, as it became, in JSON; null where nothing is left.</param>
/// <param name="Origin">From where: an address, or "opdrachtregel"; null where not known.</param>
/// <param name="Result">Whether it was done or refused.</param>
/// <param name="Previous">Hash of the line before; empty for the first.</param>
/// <param name="Hash">Hash of this line, SHA-256 in hexadecimals.</param>
public sealed record AuditEntry(
    long Number,
    DateTimeOffset At,
    string Actor,
    string Action,
    string Target,
    string? Before,
    string? After,
    string? Origin,
    AuditResult Result,
    string Previous,
    string Hash)
{
    /// <summary>The hash that this line should have.</summary>
    public string ComputedHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new object?[]
    {
        Number, At.UtcTicks, Actor, Action, Target, Before, After, Origin, (int)Result, Previous,
    }))));

    /// <summary>Puts the hash on a line.</summary>
    public AuditEntry Sealed() => this with { Hash = ComputedHash() };
}

/// <summary>How an action ended.</summary>
public enum AuditResult
{
    /// <summary>It was done.</summary>
    [JsonStringEnumMemberName("gedaan")]
    Done,

    /// <summary>It was refused: no right, or against a rule.</summary>
    [JsonStringEnumMemberName("geweigerd")]
    Refused,
}
