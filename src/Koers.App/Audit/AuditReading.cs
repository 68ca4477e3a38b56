using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Koers.App.Accounts;
using Koers.App.Memory;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Weighing;
using Koers.Domain.Audit;
using Koers.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Audit;

/// <summary>Reads the audit trail: filtered and a page at a time, or all of it to take away. Scores stay blind here too: as long as the weighing
/// of an initiative is not over, the lines about its scores do not say what they were. Nor do hashes: a score is one of a few numbers, and who has a
/// hash that any of them leads to can try them all. Every hash from the first such line on is one of those, because each follows from the one
/// before it.</summary>
/// <param name="context">The register.</param>
/// <param name="memory">What is remembered of it; null asks for everything anew.</param>
public sealed class AuditReading(RegisterContext context, RegisterMemory? memory = null)
{
    private const int LongestFilter = 200;

    /// <summary>Finds lines, newest first.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="query">Which lines.</param>
    /// <param name="page">Which part.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not read the trail.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in what is asked.</exception>
    /// <exception cref="AgainstRuleException">One of the lines cannot be read.</exception>
    public async Task<Page<AuditLine>> Find(Actor actor, AuditQuery query, PageRequest page, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(page);
        Check(actor, query, page);
        var found = Filtered(query);
        var hidden = await Hidden(cancellation);
        var entries = await Entries(found.OrderByDescending(e => e.Number).Skip(page.Skip).Take(page.Size), cancellation);
        return new Page<AuditLine>([.. entries.Select(e => Line(e, hidden))], page.Number, page.Size, await found.CountAsync(cancellation));
    }

    /// <summary>Looks whether somebody may take lines away, before the first is sent.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="query">Which lines.</param>
    /// <exception cref="NotAllowedException">This actor may not read the trail.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in what is asked.</exception>
    public static void MayExport(Actor actor, AuditQuery query) => Check(actor, query, new PageRequest());

    /// <summary>All lines that are asked for, oldest first, one by one: the trail need not fit in memory.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="query">Which lines.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not read the trail.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in what is asked.</exception>
    public async IAsyncEnumerable<AuditLine> All(Actor actor, AuditQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        MayExport(actor, query);
        var hidden = await Hidden(cancellation);
        await foreach (var entry in Filtered(query).OrderBy(e => e.Number).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return Line(entry, hidden);
    }

    /// <summary>How people know who and what lines name by id; who is not there any more is left out.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not read the trail.</exception>
    public async Task<IReadOnlyDictionary<string, string>> NamesOf(Actor actor, IReadOnlyList<AuditLine> lines, CancellationToken cancellation)
    {
        MayExport(actor, new AuditQuery());
        ArgumentNullException.ThrowIfNull(lines);
        return await ActorNames.Of(context, lines.SelectMany(line => new[] { line.Actor, line.Target }), cancellation);
    }

    /// <summary>Everything that was ever done, as the trail writes it, to choose from; in order of the alphabet.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not read the trail.</exception>
    public async Task<IReadOnlyList<string>> Actions(Actor actor, CancellationToken cancellation)
    {
        MayExport(actor, new AuditQuery());
        async Task<string[]> Read() => [.. (await context.AuditEntries.Select(e => e.Action).Distinct().ToListAsync(cancellation)).Order(StringComparer.Ordinal)];
        return memory is null ? await Read() : await (await memory.Now(context, cancellation)).MadeNow("acties", Read);
    }

    /// <summary>How the trail writes somebody: found by the name with which they sign in, or by how others see them. What is nobody's name is taken
    /// as the trail writes it already.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="called">The name; null or empty = nobody.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not read the trail.</exception>
    public async Task<string?> ActorCalled(Actor actor, string? called, CancellationToken cancellation)
    {
        MayExport(actor, new AuditQuery());
        if (string.IsNullOrWhiteSpace(called))
            return null;
        var name = called.Trim();
        var normal = name.ToUpperInvariant();
        var account = await context.Users.AsNoTracking().Where(a => a.NormalizedUserName == normal || a.DisplayName == name)
            .OrderBy(a => a.NormalizedUserName == normal ? 0 : 1).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancellation);
        if (account is { } id)
            return AccountRegister.TargetOf(id);
        var client = await context.ApiClients.AsNoTracking().Where(c => c.Name == name).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancellation);
        return client is { } system ? $"client/{system}" : name;
    }

    /// <summary>Numbers of the initiatives whose weighing is not over.</summary>
    /// <param name="number">Only this one; null = all.</param>
    /// <param name="cancellation">Stops.</param>
    internal async Task<HashSet<string>> Blind(string? number, CancellationToken cancellation)
    {
        var asked = context.Initiatives.Where(i => number == null || i.Number == number);
        var leaves = context.Goals.Where(goal => !context.Goals.Any(below => below.ParentId == goal.Id));
        InitiativeState[] always = [.. Enum.GetValues<InitiativeState>().Where(state => !WeighingRights.IsOver(state, isFullyScored: true))];
        InitiativeState[] perhaps = [.. Enum.GetValues<InitiativeState>().Except(always).Where(state => !WeighingRights.IsOver(state, isFullyScored: false))];
        // Whether every goal has a score is looked at only where it matters: it is a question for each goal
        var blind = await asked.Where(i => always.Contains(i.State)).Select(i => i.Number).ToListAsync(cancellation);
        var half = await asked
            .Where(i => perhaps.Contains(i.State)
                && !(leaves.Any() && leaves.All(goal => context.Scores.Any(s => s.InitiativeId == i.Id && s.GoalId == goal.Id))))
            .Select(i => i.Number).ToListAsync(cancellation);
        return [.. blind, .. half];
    }

    private static async Task<List<AuditEntry>> Entries(IQueryable<AuditEntry> asked, CancellationToken cancellation)
    {
        try
        {
            return await asked.ToListAsync(cancellation);
        }
        catch (Exception e) when (AuditLines.IsUnreadable(e))
        {
            throw new AgainstRuleException(new Text(
                "Een van deze regels van het auditspoor is niet te lezen: er is buiten Koers om in de database geschreven. Welke het is, zegt koers audit verify op de server.",
                "One of these lines of the audit trail cannot be read: somebody wrote into the database past Koers. Which one it is, koers audit verify says on the server."));
        }
    }

    /// <summary>What is hidden, and where that begins.</summary>
    private async Task<HiddenLines> Hidden(CancellationToken cancellation) => memory is null
        ? await ReadHidden(cancellation)
        : await (await memory.Now(context, cancellation)).MadeNow("verborgen regels", () => ReadHidden(cancellation));

    private async Task<HiddenLines> ReadHidden(CancellationToken cancellation)
    {
        var blind = await Blind(number: null, cancellation);
        var scores = context.AuditEntries.AsNoTracking().Where(e => e.Target.Contains(ScoreTargets.Part)).OrderBy(e => e.Number)
            .Select(e => new { e.Number, e.Target });
        await foreach (var line in scores.AsAsyncEnumerable().WithCancellation(cancellation))
            if (ScoreTargets.InitiativeOf(line.Target) is { } number && blind.Contains(number))
                return new HiddenLines(blind, line.Number);
        return new HiddenLines(blind, long.MaxValue);
    }

    private static void Check(Actor actor, AuditQuery query, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (!AuditRights.MayRead(actor))
            throw new NotAllowedException(new Text(
                "Het auditspoor lezen kan de concerncontroller, de beheerder en de portfoliomanager.",
                "The controller, the administrator and the portfolio manager may read the audit trail."));
        var check = new InputCheck();
        page.Gather(check);
        foreach (var (text, where) in ((string?, string)[])[(query.Target, "/object"), (query.Action, "/actie"), (query.Actor, "/wie")])
            check.Line(text, where, LongestFilter, isNeeded: false);
        check.That(
            !(query.From > query.Until), "/tot", "Het einde van de periode ligt voor het begin.", "The end of the period lies before its begin.");
        check.Done();
    }

    private IQueryable<AuditEntry> Filtered(AuditQuery query)
    {
        var found = context.AuditEntries.AsNoTracking();
        if (query.Target is { Length: > 0 } target)
            found = found.About(target);
        if (query.Action is { Length: > 0 } action)
        {
            var all = action + ".";
            found = found.Where(e => e.Action == action || e.Action.StartsWith(all));
        }

        if (query.Actor is { Length: > 0 } actor)
            found = found.Where(e => e.Actor == actor);
        if (query.From is { } from)
            found = found.Where(e => e.At >= from);
        if (query.Until is { } until)
            found = found.Where(e => e.At < until);
        if (query.Result is { } result)
            found = found.Where(e => e.Result == result);
        return found;
    }

    private static AuditLine Line(AuditEntry entry, HiddenLines hidden)
    {
        var isHidden = ScoreTargets.InitiativeOf(entry.Target) is { } number && hidden.Initiatives.Contains(number);
        return new AuditLine(
            entry.Number, entry.At, entry.Actor, entry.Action, entry.Target, isHidden ? null : Json(entry.Before), isHidden ? null : Json(entry.After),
            entry.Origin, entry.Result, isHidden, entry.Number <= hidden.From ? entry.Previous : null, entry.Number < hidden.From ? entry.Hash : null);
    }

    // Whoever wrote into the table by hand need not have written JSON, and that line must be shown too
    internal static JsonNode? Json(string? written)
    {
        if (written is null)
            return null;
        try
        {
            return JsonNode.Parse(written);
        }
        catch (System.Text.Json.JsonException)
        {
            return JsonValue.Create(written);
        }
    }
}

/// <summary>What is hidden of the trail.</summary>
/// <param name="Initiatives">Numbers of the initiatives of which the scores are blind.</param>
/// <param name="From">Number of the first line that is hidden.</param>
internal sealed record HiddenLines(HashSet<string> Initiatives, long From);

/// <summary>Which lines of the trail are asked for.</summary>
public sealed record AuditQuery
{
    /// <summary>What was done something to, with all below it, for example "initiatief/2026-0042"; null = everything.</summary>
    public string? Target { get; init; }

    /// <summary>What was done, for example "initiatief.stap"; null = everything.</summary>
    public string? Action { get; init; }

    /// <summary>Who, as the trail writes it; null = everybody.</summary>
    public string? Actor { get; init; }

    /// <summary>From this moment; null = from the begin.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Until before this moment; null = to the end.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How it ended; null = no matter.</summary>
    public AuditResult? Result { get; init; }
}

/// <summary>A line of the trail as it is shown.</summary>
/// <param name="Number">Place in the trail, 1 ….</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who: an account, a client, or the program itself.</param>
/// <param name="Action">What was done.</param>
/// <param name="Target">To what.</param>
/// <param name="Before">What changed, as it was.</param>
/// <param name="After">What changed, as it became.</param>
/// <param name="Origin">From where.</param>
/// <param name="Result">How it ended.</param>
/// <param name="IsHidden">Whether before and after are left out because scores are blind as yet.</param>
/// <param name="Previous">Hash of the line before; null where a line before this one is hidden as yet.</param>
/// <param name="Hash">Hash of this line; null where this line or one before it is hidden as yet.</param>
public sealed record AuditLine(
    [property: JsonPropertyName("nummer")] long Number,
    [property: JsonPropertyName("op")] DateTimeOffset At,
    [property: JsonPropertyName("wie")] string Actor,
    [property: JsonPropertyName("actie")] string Action,
    [property: JsonPropertyName("object")] string Target,
    [property: JsonPropertyName("voor")] JsonNode? Before,
    [property: JsonPropertyName("na")] JsonNode? After,
    [property: JsonPropertyName("vanwaar")] string? Origin,
    [property: JsonPropertyName("resultaat")] AuditResult Result,
    [property: JsonPropertyName("verborgen")] bool IsHidden,
    [property: JsonPropertyName("vorige")] string? Previous,
    [property: JsonPropertyName("hash")] string? Hash);
