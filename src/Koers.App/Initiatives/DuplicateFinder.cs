using System.Text.Json.Serialization;
using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Initiatives;
using Koers.Domain.Initiatives.Similarity;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Initiatives;

/// <summary>Finds initiatives that are likely the same as one that is being typed, or as one that is there.</summary>
/// <param name="context">The register.</param>
/// <param name="cache">The index as it was last made.</param>
public sealed class DuplicateFinder(RegisterContext context, SimilarityCache cache)
{
    private const int LongestName = 200;
    private const int LongestSummary = 4_000;
    private const int MostFound = 10;

    /// <summary>Finds what is like a text that is being typed.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="name">Name as far as it was typed.</param>
    /// <param name="summary">Summary as far as it was typed; null where there is none.</param>
    /// <param name="area">Area; null where it is not said.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InvalidInputException">The name is missing, or a text is too long.</exception>
    public async Task<IReadOnlyList<Duplicate>> Like(Actor actor, string? name, string? summary, string? area, CancellationToken cancellation)
    {
        var check = new InputCheck();
        check.Line(name, "/naam", LongestName);
        check.Length(summary, "/samenvatting", LongestSummary);
        check.Line(area, "/gebied", LongestName, isNeeded: false);
        check.Done();
        return await Found(actor, new ComparedText(null, name!, summary ?? "", area), cancellation);
    }

    /// <summary>Finds what is like an initiative that is there.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="number">Which.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    public async Task<IReadOnlyList<Duplicate>> Of(Actor actor, string number, CancellationToken cancellation)
    {
        var initiative = await VisibleInitiative.Find(context, actor, number, cancellation);
        return await Found(actor, new ComparedText(number, initiative.Name, initiative.Summary, initiative.Area), cancellation);
    }

    private async Task<IReadOnlyList<Duplicate>> Found(Actor actor, ComparedText text, CancellationToken cancellation)
    {
        var index = await cache.Index(context, cancellation);
        // More than are shown: some of them this actor may not see
        var likely = index.Find(text, MostFound * 5);
        var keys = likely.Select(likeness => likeness.Key).ToArray();
        var initiatives = (await context.Initiatives.AsNoTracking().Where(i => keys.Contains(i.Number)).ToListAsync(cancellation))
            .Where(i => InitiativeRights.MaySee(actor, i)).ToDictionary(i => i.Number);
        return [.. likely.Where(likeness => initiatives.ContainsKey(likeness.Key)).Take(MostFound).Select(likeness => new Duplicate(
            likeness.Key, initiatives[likeness.Key].Name, initiatives[likeness.Key].State, Math.Round(likeness.Score, 3), likeness.SharedWords))];
    }
}

/// <summary>Keeps the index of all initiatives as long as none is added or changed.</summary>
public sealed class SimilarityCache
{
    private sealed record Kept(int Count, DateTimeOffset? ChangedAt, SimilarityIndex Index);

    // Replaced as a whole; two who make it at once make the same
    private Kept? _kept;

    /// <summary>The index of what is in the register now.</summary>
    /// <param name="context">The register; always the same one for one cache.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<SimilarityIndex> Index(RegisterContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var count = await context.Initiatives.CountAsync(cancellation);
        var changedAt = await context.Initiatives.MaxAsync(i => (DateTimeOffset?)i.ChangedAt, cancellation);
        var kept = Volatile.Read(ref _kept);
        if (kept is not null && kept.Count == count && kept.ChangedAt == changedAt)
            return kept.Index;
        var texts = await context.Initiatives.AsNoTracking()
            .Select(i => new { i.Number, i.Name, i.Summary, i.Area }).ToListAsync(cancellation);
        kept = new Kept(count, changedAt, new SimilarityIndex([.. texts.Select(t => new ComparedText(t.Number, t.Name, t.Summary, t.Area))]));
        Volatile.Write(ref _kept, kept);
        return kept.Index;
    }
}

/// <summary>An initiative that is likely the same.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">How people call it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Score">How much it is alike, 0 to 1.</param>
/// <param name="SharedWords">Words that both have, rarest first.</param>
public sealed record Duplicate(
    [property: JsonPropertyName("nummer")] string Number,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("toestand")] InitiativeState State,
    [property: JsonPropertyName("gelijkenis")] double Score,
    [property: JsonPropertyName("gedeeldeWoorden")] IReadOnlyList<string> SharedWords);
