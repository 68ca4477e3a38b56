using System.Security.Cryptography;
using Koers.App.Requests;

namespace Koers.App.Accounts;

/// <summary>What a password must be, and passwords that chance makes.</summary>
public static class Passwords
{
    /// <summary>Fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>Most characters: longer ones would only keep the machine busy.</summary>
    public const int Longest = 200;

    private const int FewestDifferent = 5;

    // Without what looks alike: 0 o, 1 l i
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Notes what is wrong with a password.</summary>
    /// <param name="check">Where faults are noted.</param>
    /// <param name="password">The password.</param>
    /// <param name="where">Where it was entered.</param>
    /// <param name="names">Names of the account: no password.</param>
    public static void Gather(InputCheck check, string? password, string where, params IEnumerable<string?> names)
    {
        ArgumentNullException.ThrowIfNull(check);
        password ??= "";
        var isLongEnough = check.That(
            password.Length is >= Shortest and <= Longest,
            where,
            $"Een wachtwoord heeft {Shortest} tot {Longest} tekens.",
            $"A password has {Shortest} to {Longest} characters.");
        if (!isLongEnough)
            return;
        check.That(
            !names.Any(name => string.Equals(name?.Trim(), password.Trim(), StringComparison.OrdinalIgnoreCase)),
            where,
            "De naam zelf is geen wachtwoord.",
            "The name itself is no password.");
        check.That(
            password.Distinct().Count() >= FewestDifferent,
            where,
            $"Neem een wachtwoord met ten minste {FewestDifferent} verschillende tekens.",
            $"Take a password with at least {FewestDifferent} different characters.");
    }

    /// <summary>A password by chance: four groups of five characters, 99 bits.</summary>
    public static string Generate() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));
}
