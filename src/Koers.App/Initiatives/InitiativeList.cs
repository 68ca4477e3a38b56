using System.Globalization;
using System.Text.Json.Serialization;
using Koers.App.Accounts;
using Koers.App.Memory;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Initiatives;

namespace Koers.App.Initiatives;

/// <summary>The list of initiatives: searched, filtered, sorted, a page at a time. It is answered from memory.</summary>
/// <param name="context">The register.</param>
/// <param name="memory">What is remembered of it.</param>
public sealed class InitiativeList(RegisterContext context, RegisterMemory memory)
{
    private const int LongestSearch = 100;

    /// <summary>Names by which can be sorted; with a hyphen before it from high to low. States go in the order of the process, names without regard to
    /// capitals.</summary>
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
        Check(query, page);
        var register = await memory.Now(context, cancellation);
        return Find(register.Initiatives(query.Order), actor, query, page);
    }

    /// <summary>The same as it is sent, remembered: lists are asked for again and again.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="page">Which part.</param>
    /// <param name="write">Writes a page, always in the same way.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InvalidInputException">Something is wrong in what is asked.</exception>
    public async Task<ReadOnlyMemory<byte>> Written(
        Actor actor, InitiativeQuery query, PageRequest page, Func<Page<InitiativeLine>, byte[]> write, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(write);
        Check(query, page);
        var register = await memory.Now(context, cancellation);
        return register.Written(Key(actor, query, page), () => write(Find(register.Initiatives(query.Order), actor, query, page)));
    }

    /// <summary>All that makes a difference to a page. What people type comes last, each part with its length before it: no two questions have one key.</summary>
    private static string Key(Actor actor, InitiativeQuery query, PageRequest page)
    {
        static string Part(string? text) => text is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{text.Length}:{text}");
        var who = query.IsMine ? actor.Id?.ToString() : null;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{InitiativeRights.SeesAll(actor)}/{query.IsMine}/{who}/{query.Order}/{page.Number}/{page.Size}/{string.Join(',', query.States.Order())}/{Part(query.Department)}{Part(query.Programme)}{Part(query.Search)}");
    }

    private static Page<InitiativeLine> Find(InitiativeRow[] rows, Actor actor, InitiativeQuery query, PageRequest page)
    {
        var words = InitiativeRow.Searched(query.Search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var states = States(actor, query);
        var (items, total, skip) = (new List<InitiativeLine>(page.Size), 0, page.Skip);
        foreach (var row in rows)
            if (states[(int)row.Line.State] && IsAsked(row, query, actor) && row.HasAll(words) && ++total > skip && items.Count < page.Size)
                items.Add(row.Line);
        return new Page<InitiativeLine>(items, page.Number, page.Size, total);
    }

    /// <summary>Which states are shown to an actor who asks this.</summary>
    private static bool[] States(Actor actor, InitiativeQuery query)
    {
        var states = new bool[Enum.GetValues<InitiativeState>().Length];
        foreach (var state in InitiativeRights.SeesAll(actor) ? Enum.GetValues<InitiativeState>() : InitiativeRights.SeenByReaders)
            states[(int)state] = query.States.Count == 0 || query.States.Contains(state);
        return states;
    }

    private static void Check(InitiativeQuery query, PageRequest page)
    {
        var check = new InputCheck();
        page.Gather(check);
        check.Length(query.Search, "/zoek", LongestSearch);
        var order = query.Order.StartsWith('-') ? query.Order[1..] : query.Order;
        check.That(
            Orders.Contains(order), "/sorteer",
            $"Sorteren kan op {string.Join(", ", Orders)}, met een koppelteken ervoor van hoog naar laag.",
            $"Sorting can be by {string.Join(", ", Orders)}, with a hyphen before it from high to low.");
        check.Done();
    }

    private static bool IsAsked(InitiativeRow row, InitiativeQuery query, Actor actor) =>
        (query.Department is null || row.Line.Department == query.Department)
        && (query.Programme is null || row.Line.Programme == query.Programme)
        && (!query.IsMine || actor.Id is not { } mine || row.ProposerId == mine || row.LeadId == mine);
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
