using System.Text.Json.Nodes;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Weighing;
using Koers.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Initiatives;

/// <summary>The history of an initiative as people read it: who did what when, and what became of each field.</summary>
/// <param name="context">The register.</param>
/// <param name="reading">The audit trail.</param>
public sealed class InitiativeHistory(RegisterContext context, AuditReading reading)
{
    private const string Lead = "/opdrachtnemer";

    /// <summary>Reads the history, newest first. Lines about scores are there when the weighing is over.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="number">Of which initiative.</param>
    /// <param name="page">Which part.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    /// <exception cref="NotAllowedException">Readers see what was adopted, not how it came about.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in what is asked.</exception>
    public async Task<Page<HistoryLine>> Read(Actor actor, string number, PageRequest page, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(page);
        await VisibleInitiative.Find(context, actor, number, cancellation);
        if (!InitiativeRights.SeesAll(actor))
            throw new NotAllowedException(new Text("De geschiedenis is voor medewerkers.", "The history is for employees."));
        var check = new InputCheck();
        page.Gather(check);
        check.Done();
        return await Part(number, page, cancellation);
    }

    /// <summary>The same of an initiative that was found for who may read its history.</summary>
    internal async Task<Page<HistoryLine>> Part(string number, PageRequest page, CancellationToken cancellation)
    {
        var scores = ScoreTargets.Of(number, "");
        var found = context.AuditEntries.AsNoTracking().About($"initiatief/{number}").Where(e => e.Result == AuditResult.Done);
        if ((await reading.Blind(number, cancellation)).Contains(number))
            found = found.Where(e => !e.Target.StartsWith(scores));
        var entries = await found.OrderByDescending(e => e.Number).Skip(page.Skip).Take(page.Size).ToListAsync(cancellation);
        return new Page<HistoryLine>(await Lines(entries, cancellation), page.Number, page.Size, await found.CountAsync(cancellation));
    }

    /// <summary>What became of what an initiative says since somebody read it, oldest first: for who was changing it at the same time.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="number">Of which initiative.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    /// <exception cref="NotAllowedException">Readers see what was adopted, not how it came about.</exception>
    public async Task<IReadOnlyList<HistoryLine>> Since(Actor actor, string number, int version, CancellationToken cancellation)
    {
        var initiative = await VisibleInitiative.Find(context, actor, number, cancellation);
        if (!InitiativeRights.SeesAll(actor))
            throw new NotAllowedException(new Text("De geschiedenis is voor medewerkers.", "The history is for employees."));
        // Every change is one version, and at most one line
        var changes = Math.Clamp(initiative.Version - version, 0, PageRequest.MostOnPage);
        var target = $"initiatief/{number}";
        var entries = await context.AuditEntries.AsNoTracking().Where(e => e.Target == target && e.Result == AuditResult.Done)
            .OrderByDescending(e => e.Number).Take(changes).ToListAsync(cancellation);
        entries.Reverse();
        return await Lines([.. entries.Where(e => (int?)AuditReading.Json(e.After)?["versie"] > version)], cancellation);
    }

    private async Task<IReadOnlyList<HistoryLine>> Lines(List<AuditEntry> entries, CancellationToken cancellation)
    {
        var names = await ActorNames.Of(context, [.. entries.Select(e => e.Actor)], cancellation);
        var lines = entries.Select(e => new HistoryLine(
            e.At, e.Actor, names.GetValueOrDefault(e.Actor), e.Action, HistoryTexts.Of(e.Action), e.Target,
            FieldChange.Between(AuditReading.Json(e.Before), AuditReading.Json(e.After)))).ToList();
        var leads = lines.SelectMany(line => line.Changes).Where(change => change.Field.EndsWith(Lead, StringComparison.Ordinal))
            .SelectMany(change => (JsonNode?[])[change.Before, change.After])
            .Select(id => Guid.TryParse(id?.ToString(), out var known) ? known : (Guid?)null).Distinct().ToList();
        var called = await DisplayNames.Of(context, leads, cancellation);
        return called.Count == 0 ? lines : [.. lines.Select(line => line with { Called = called })];
    }
}

/// <summary>Something that happened to an initiative.</summary>
/// <param name="At">When.</param>
/// <param name="Actor">Who, as the trail writes it.</param>
/// <param name="Name">How others see who that is; null where that account is gone.</param>
/// <param name="Action">What was done, as the trail writes it.</param>
/// <param name="Description">What was done, in words.</param>
/// <param name="Target">The initiative, or the part of it.</param>
/// <param name="Changes">What became of each field.</param>
public sealed record HistoryLine(
    DateTimeOffset At, string Actor, string? Name, string Action, Text Description, string Target, IReadOnlyList<FieldChange> Changes)
{
    /// <summary>How people in those fields are called, by id.</summary>
    public IReadOnlyDictionary<Guid, string> Called { get; init; } = new Dictionary<Guid, string>();
}

/// <summary>What became of one field.</summary>
/// <param name="Field">JSON pointer to it.</param>
/// <param name="Before">As it was; null where there was nothing.</param>
/// <param name="After">As it became; null where nothing is left.</param>
public sealed record FieldChange(string Field, JsonNode? Before, JsonNode? After)
{
    // A first version of everything says nothing that the initiative itself does not say
    private static readonly string[] Bookkeeping = ["/versie", "/gewijzigdOp"];

    /// <summary>The fields that differ, however deep.</summary>
    /// <param name="before">As it was.</param>
    /// <param name="after">As it became.</param>
    public static IReadOnlyList<FieldChange> Between(JsonNode? before, JsonNode? after)
    {
        var changes = new List<FieldChange>();
        Compare(before, after, "", changes);
        return changes;
    }

    private static void Compare(JsonNode? before, JsonNode? after, string place, List<FieldChange> changes)
    {
        if (JsonNode.DeepEquals(before, after) || Bookkeeping.Contains(place))
            return;
        if (before is JsonObject was && after is JsonObject became)
            foreach (var name in was.Select(p => p.Key).Union(became.Select(p => p.Key)))
                Compare(was[name], became[name], $"{place}/{name}", changes);
        else if (before is JsonArray one && after is JsonArray other)
            CompareRows(one, other, place, changes);
        else
            changes.Add(new FieldChange(place, before?.DeepClone(), after?.DeepClone()));
    }

    // A row that goes moves those after it: that is one change and not one in each
    private static void CompareRows(JsonArray before, JsonArray after, string place, List<FieldChange> changes)
    {
        var (gone, come) = (before.Index().ToList(), after.Index().ToList());
        foreach (var row in before)
            if (come.FindIndex(other => JsonNode.DeepEquals(row, other.Item)) is var there and >= 0)
            {
                come.RemoveAt(there);
                gone.RemoveAt(gone.FindIndex(other => JsonNode.DeepEquals(row, other.Item)));
            }

        if (gone.Count == come.Count)
            foreach (var ((_, was), (i, became)) in gone.Zip(come))
                Compare(was, became, $"{place}/{i}", changes);
        else
        {
            changes.AddRange(gone.Select(row => new FieldChange($"{place}/{row.Index}", row.Item?.DeepClone(), null)));
            changes.AddRange(come.Select(row => new FieldChange($"{place}/{row.Index}", null, row.Item?.DeepClone())));
        }
    }
}
