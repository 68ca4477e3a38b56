using Koers.App.Requests;

namespace Koers.App.Organisation;

/// <summary>Whether what is referred to by code is there.</summary>
internal static class KnownCodes
{
    /// <summary>Notes a fault where no such thing is there.</summary>
    /// <returns>Whether it is there.</returns>
    public static bool Known(this InputCheck check, CodeTable table, string? code, string where, string dutch, string english) => table.Id(code) is not null || check.That(
        holds: false, where, string.IsNullOrEmpty(code) ? $"Kies een {dutch}." : $"Er is geen {dutch} met code “{code}”.",
        string.IsNullOrEmpty(code) ? $"Choose a {english}." : $"There is no {english} with code “{code}”.");
}
