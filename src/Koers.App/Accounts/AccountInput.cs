using System.Text.Json.Serialization;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.Domain.Accounts;

namespace Koers.App.Accounts;

/// <summary>What can be changed of an account.</summary>
public record AccountChange
{
    internal const int LongestName = 100;
    private const int MostRoles = 50;

    /// <summary>How others see who it is.</summary>
    [JsonPropertyName("weergavenaam")]
    public required string DisplayName { get; init; }

    /// <summary>Code of the department; null where it belongs to none.</summary>
    [JsonPropertyName("afdeling")]
    public string? Department { get; init; }

    /// <summary>"nl" or "en".</summary>
    [JsonPropertyName("taal")]
    public string Language { get; init; } = "nl";

    /// <summary>Roles.</summary>
    [JsonPropertyName("rollen")]
    [AtMost(200)]
    public IReadOnlyList<GivenRole> Roles { get; init; } = [];

    internal void Gather(CodeBook codes, InputCheck check)
    {
        check.Line(DisplayName, "/weergavenaam", LongestName);
        if (Department is not null)
            Known(codes, check, Department, "/afdeling");
        check.That(Language is "nl" or "en", "/taal", "De taal is nl of en.", "The language is nl or en.");
        check.That(
            Roles.Distinct().Count() == Roles.Count && Roles.Count <= MostRoles,
            "/rollen",
            $"Elke rol staat er één keer, en er zijn er ten hoogste {MostRoles}.",
            $"Each role is there once, and there are at most {MostRoles}.");
        for (var i = 0; i < Roles.Count; i++)
            if (Roles[i].Department is { } department)
            {
                Known(codes, check, department, $"/rollen/{i}/afdeling");
                if (AccountRights.ObstacleFor(Roles[i].Role, department) is { } obstacle)
                    check.That(false, $"/rollen/{i}/afdeling", obstacle.Dutch, obstacle.English);
            }
    }

    private static void Known(CodeBook codes, InputCheck check, string department, string where) => check.That(
        codes.Departments.Id(department) is not null, where, $"Er is geen afdeling “{department}”.", $"There is no department “{department}”.");
}

/// <summary>A new account.</summary>
public sealed record AccountInput : AccountChange
{
    /// <summary>The characters of a name with which to sign in.</summary>
    public const string NameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._@+";

    /// <summary>The name with which to sign in.</summary>
    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    /// <summary>The password; null = one is made and shown once.</summary>
    [JsonPropertyName("wachtwoord")]
    public string? Password { get; init; }

    internal void GatherNew(CodeBook codes, InputCheck check)
    {
        check.Line(Name, "/naam", LongestName);
        check.That(
            Name.All(NameCharacters.Contains),
            "/naam",
            "Een naam heeft letters zonder accent, cijfers en - . _ @ +, zonder spaties.",
            "A name has letters without accents, digits and - . _ @ +, without spaces.");
        Gather(codes, check);
        if (Password is not null)
            Passwords.Gather(check, Password, "/wachtwoord", Name, DisplayName);
    }
}

/// <summary>A role as it is given.</summary>
/// <param name="Role">The role.</param>
/// <param name="Department">Code of the department for which it holds; null = the whole organisation.</param>
public sealed record GivenRole(
    [property: JsonPropertyName("rol")] Role Role, [property: JsonPropertyName("afdeling")] string? Department = null);
