using System.Text.Json.Serialization;
using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Initiatives;

/// <summary>The list of initiatives: searched, filtered, sorted, a page at a time.</summary>
/// <param name="context">The register.</param>
public sealed class InitiativeList(RegisterContext context)
{
    private const int LongestSearch = 100;

    /// <summary>Names by which can be sorted; with a hyphen before it from high to low.</summary>
    public static IReadOnlyList<string> Orders { get; } = ["nummer", "naam", "toestand", "afdeling", "gewijzigdOp"];

    /// <summary>Finds what was asked for and may be seen.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="page">Which part.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InvalidInputException">Something is wrong in what is asked.</exception>
    public async Task<Page<InitiativeLine>> Find(Actor actor, InitiativeQuery query, PageRequest page, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var check = new InputCheck();
        page.Gather(check);
        check.Length(query.Search, "/zoek", LongestSearch);
        check.That(
            Orders.Contains(query.Order is ['-', ..] ? query.Order[1..] : query.Order), "/sorteer",
            $"Sorteren kan op {string.Join(", ", Orders)}, met een koppelteken ervoor van hoog naar laag.",
            $"Sorting can be by {string.Join(", ", Orders)}, with a hyphen before it from high to low.");
        check.Done();
        var found = Filtered(actor, query);
        var total = await found.CountAsync(cancellation);
        var items = await Ordered(found, query.Order).Skip(page.Skip).Take(page.Size).ToListAsync(cancellation);
        return new Page<InitiativeLine>(items, page.Number, page.Size, total);
    }

    private IQueryable<Initiative> Filtered(Actor actor, InitiativeQuery query)
    {
        var found = context.Initiatives.AsNoTracking();
        if (!InitiativeRights.SeesAll(actor))
            found = found.Where(i => InitiativeRights.SeenByReaders.Contains(i.State));
        if (query.States.Count > 0)
            found = found.Where(i => query.States.Contains(i.State));
        if (query.Department is { } department)
            found = found.Where(i => context.Departments.Any(d => d.Id == i.DepartmentId && d.Code == department));
        if (query.Programme is { } programme)
            found = found.Where(i => context.Programmes.Any(p => p.Id == i.ProgrammeId && p.Code == programme));
        if (query.IsMine && actor.Id is { } mine)
            found = found.Where(i => i.ProposerId == mine || i.LeadId == mine);
        foreach (var word in (query.Search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var pattern = SearchPattern.Anywhere(word);
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // The database lowers the letters, not this machine
            found = found.Where(i => EF.Functions.Like(i.Name.ToLower(), pattern, SearchPattern.Escape)
                || EF.Functions.Like(i.Summary.ToLower(), pattern, SearchPattern.Escape)
                || EF.Functions.Like(i.Number, pattern, SearchPattern.Escape));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        return found;
    }

    private IQueryable<InitiativeLine> Ordered(IQueryable<Initiative> found, string order)
    {
        var lines =
            from initiative in found
            join department in context.Departments on initiative.DepartmentId equals department.Id
            join programme in context.Programmes on initiative.ProgrammeId equals programme.Id into programmes
            from programme in programmes.DefaultIfEmpty()
            select new { initiative, department, programme };
        var sorted = order switch
        {
            "-nummer" => lines.OrderByDescending(l => l.initiative.Number),
            "naam" => lines.OrderBy(l => l.initiative.Name),
            "-naam" => lines.OrderByDescending(l => l.initiative.Name),
            "toestand" => lines.OrderBy(l => l.initiative.State),
            "-toestand" => lines.OrderByDescending(l => l.initiative.State),
            "afdeling" => lines.OrderBy(l => l.department.Name),
            "-afdeling" => lines.OrderByDescending(l => l.department.Name),
            "gewijzigdOp" => lines.OrderBy(l => l.initiative.ChangedAt),
            "-gewijzigdOp" => lines.OrderByDescending(l => l.initiative.ChangedAt),
            _ => lines.OrderBy(l => l.initiative.Number),
        };
        return sorted.ThenBy(l => l.initiative.Number).Select(l => new InitiativeLine(
            l.initiative.Number, l.initiative.Name, l.initiative.State, l.department.Code, l.programme == null ? null : l.programme.Code,
            l.initiative.Area, l.initiative.Phase, l.initiative.IsStatutory, l.initiative.AgreedStart, l.initiative.ChangedAt, l.initiative.Version));
    }
}

/// <summary>Which initiatives are asked for.</summary>
public sealed record InitiativeQuery
{
    /// <summary>Words that must all be in name, summary or number; null = no matter.</summary>
    public string? Search { get; init; }

    /// <summary>States, any of them; empty = all.</summary>
    public IReadOnlyList<InitiativeState> States { get; init; } = [];

    /// <summary>Code of the department; null = all.</summary>
    public string? Department { get; init; }

    /// <summary>Code of the programme; null = all.</summary>
    public string? Programme { get; init; }

    /// <summary>Only those of which the actor is proposer or lead.</summary>
    public bool IsMine { get; init; }

    /// <summary>By what is sorted: one of <see cref="InitiativeList.Orders"/>, with a hyphen before it from high to low.</summary>
    public string Order { get; init; } = "nummer";
}

/// <summary>An initiative in a list.</summary>
/// <param name="Number">How papers refer to it.</param>
/// <param name="Name">How people call it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Department">Code of the department.</param>
/// <param name="Programme">Code of the programme; null where there is none.</param>
/// <param name="Area">Area; null for the whole municipality.</param>
/// <param name="Phase">Phase; null where it is not said.</param>
/// <param name="IsStatutory">Whether it is a statutory task.</param>
/// <param name="AgreedStart">First day of the quarter in which it starts, as agreed; null before that.</param>
/// <param name="ChangedAt">When it was last changed.</param>
/// <param name="Version">Its version.</param>
public sealed record InitiativeLine(
    [property: JsonPropertyName("nummer")] string Number,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("toestand")] InitiativeState State,
    [property: JsonPropertyName("afdeling")] string Department,
    [property: JsonPropertyName("programma")] string? Programme,
    [property: JsonPropertyName("gebied")] string? Area,
    [property: JsonPropertyName("fase")] string? Phase,
    [property: JsonPropertyName("wettelijk")] bool IsStatutory,
    [property: JsonPropertyName("afgesprokenStart")] DateOnly? AgreedStart,
    [property: JsonPropertyName("gewijzigdOp")] DateTimeOffset ChangedAt,
    [property: JsonPropertyName("versie")] int Version);
