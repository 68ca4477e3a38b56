using Koers.App.Organisation;
using Koers.App.Storage;
using Koers.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Initiatives;

/// <summary>What lists ask of an initiative, ready to be searched and shown.</summary>
/// <param name="Line">As it is shown.</param>
/// <param name="Text">Name, summary and number in small letters.</param>
/// <param name="DepartmentName">How people call the department.</param>
/// <param name="ProposerId">Who proposed it.</param>
/// <param name="LeadId">Who leads it.</param>
public sealed record InitiativeRow(InitiativeLine Line, string Text, string DepartmentName, Guid? ProposerId, Guid? LeadId)
{
    /// <summary>Whether all words are in it.</summary>
    /// <param name="words">In small letters.</param>
    public bool HasAll(string[] words)
    {
        ArgumentNullException.ThrowIfNull(words);
        foreach (var word in words)
            if (!Text.Contains(word, StringComparison.Ordinal))
                return false;
        return true;
    }

    /// <summary>Text as it is searched.</summary>
    /// <param name="text">As people write it.</param>
#pragma warning disable CA1308 // Capitals would do as well, and the words that people type are mostly small
    public static string Searched(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308

    /// <summary>Reads rows.</summary>
    /// <param name="context">The register.</param>
    /// <param name="numbers">Which; null = all.</param>
    /// <param name="codes">Codes at the same moment.</param>
    /// <param name="cancellation">Stops.</param>
    internal static async Task<Dictionary<string, InitiativeRow>> Read(
        RegisterContext context, IReadOnlySet<string>? numbers, CodeBook codes, CancellationToken cancellation)
    {
        var found = context.Initiatives.AsNoTracking();
        if (numbers is not null)
            found = found.Where(i => numbers.Contains(i.Number));
        var rows = new Dictionary<string, InitiativeRow>(StringComparer.Ordinal);
        // Without what belongs to it: lists show none of that, and it is most of the work
        await foreach (var i in found.Select(i => new
        {
            i.Number,
            i.Name,
            i.Summary,
            i.State,
            i.DepartmentId,
            i.ProgrammeId,
            i.Area,
            i.Phase,
            i.IsStatutory,
            i.AgreedStart,
            i.ChangedAt,
            i.Version,
            i.ProposerId,
            i.LeadId,
        }).AsAsyncEnumerable().WithCancellation(cancellation))
            rows[i.Number] = new InitiativeRow(
                new InitiativeLine(
                    i.Number, i.Name, i.State, codes.Departments.Code(i.DepartmentId), codes.Programmes.Code(i.ProgrammeId), i.Area, i.Phase, i.IsStatutory,
                    i.AgreedStart, i.ChangedAt, i.Version),
                Searched($"{i.Name}\n{i.Summary}\n{i.Number}"), codes.Departments.Name(i.DepartmentId), i.ProposerId, i.LeadId);
        return rows;
    }

    /// <summary>Sorts rows; what is equal by number.</summary>
    internal static InitiativeRow[] Sorted(IEnumerable<InitiativeRow> rows, string order)
    {
        Comparison<InitiativeRow> by = order.TrimStart('-') switch
        {
            "naam" => (a, b) => string.Compare(a.Line.Name, b.Line.Name, StringComparison.OrdinalIgnoreCase),
            "toestand" => (a, b) => a.Line.State.CompareTo(b.Line.State),
            "afdeling" => (a, b) => string.Compare(a.DepartmentName, b.DepartmentName, StringComparison.OrdinalIgnoreCase),
            "gewijzigdOp" => (a, b) => a.Line.ChangedAt.CompareTo(b.Line.ChangedAt),
            _ => (a, b) => string.CompareOrdinal(a.Line.Number, b.Line.Number),
        };
        var sign = order.StartsWith('-') ? -1 : 1;
        InitiativeRow[] sorted = [.. rows];
        Array.Sort(sorted, (a, b) => by(a, b) is var way and not 0 ? sign * Math.Sign(way) : string.CompareOrdinal(a.Line.Number, b.Line.Number));
        return sorted;
    }
}
