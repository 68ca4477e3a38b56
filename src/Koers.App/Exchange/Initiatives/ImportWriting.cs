using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Initiatives;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Initiatives;

namespace Koers.App.Exchange.Initiatives;

/// <summary>
/// Writes imported initiatives, within a transaction that somebody else ends. A few at a time: what the context follows at once costs more than its
/// number of rows. Lines of what is new, tens of thousands for thousands of initiatives, it does not follow at all.
/// </summary>
internal sealed class ImportWriting(RegisterContext context, Actor actor, CodeBook codes, DateTimeOffset now)
{
    private const int Together = 100;

    private readonly List<(Guid Variant, VariantSpend Line)> _spends = [];
    private readonly List<(Guid Variant, VariantEffort Line)> _efforts = [];
    private readonly List<(Guid Variant, VariantEffect Line)> _effects = [];

    /// <summary>Writes what is new or changed.</summary>
    /// <param name="found">What the file says.</param>
    /// <param name="shown">What was shown of each.</param>
    /// <param name="there">What the register has, followed by the context.</param>
    /// <param name="newNumbers">Numbers for what is new.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>What goes into the trail, and what was shown with the numbers that were given; both in the order of the file.</returns>
    public async Task<(List<Happening> Happenings, List<ImportedInitiative> Stored)> Write(
        IReadOnlyList<ImportedContent> found, IReadOnlyList<ImportedInitiative> shown, Dictionary<string, Initiative> there, IEnumerator<string> newNumbers,
        CancellationToken cancellation)
    {
        foreach (var (content, outcome) in found.Zip(shown))
            if (outcome.Outcome != "ongewijzigd" && there.TryGetValue(content.Key, out var changed))
                Fill(changed, content);
        await Save(cancellation);
        var (happenings, stored) = (new List<Happening>(), new List<ImportedInitiative>());
        foreach (var (content, outcome) in found.Zip(shown))
        {
            var number = there.TryGetValue(content.Key, out var known) ? known.Number : Add(content, newNumbers);
            if (outcome.Outcome != "ongewijzigd")
                happenings.Add(new Happening(
                    known is null ? "initiatief.indienen" : "initiatief.wijzigen", $"initiatief/{number}",
                    outcome.Before?.ToJsonString(RegisterJson.Options), outcome.After?.ToJsonString(RegisterJson.Options)));
            stored.Add(outcome with { Number = number });
            if (stored.Count % Together == 0)
                await Save(cancellation);
        }

        await Save(cancellation);
        await new LineWriting<VariantSpend>(context).Write(_spends, cancellation);
        await new LineWriting<VariantEffort>(context).Write(_efforts, cancellation);
        await new LineWriting<VariantEffect>(context).Write(_effects, cancellation);
        return (happenings, stored);
    }

    private string Add(ImportedContent content, IEnumerator<string> newNumbers)
    {
        newNumbers.MoveNext();
        var initiative = new Initiative { Id = Guid.CreateVersion7(), Number = newNumbers.Current, Name = "", ProposerId = actor.Id, CreatedAt = now };
        Fill(initiative, content);
        foreach (var variant in initiative.Variants)
        {
            Move(variant.Id, variant.Spends, _spends);
            Move(variant.Id, variant.Efforts, _efforts);
            Move(variant.Id, variant.Effects, _effects);
        }
        // Whole but for its lines: what is added to something that is followed already must be found again
        context.Add(initiative);
        return initiative.Number;
    }

    private static void Move<T>(Guid variant, List<T> from, List<(Guid, T)> to)
    {
        to.AddRange(from.Select(line => (variant, line)));
        from.Clear();
    }

    private void Fill(Initiative initiative, ImportedContent content)
    {
        InitiativeContent.Write(initiative, content.Input, codes);
        (initiative.ChangedAt, initiative.Version) = (now, initiative.Version + 1);
    }

    private async Task Save(CancellationToken cancellation)
    {
        await context.SaveChangesAsync(cancellation);
        context.ChangeTracker.Clear();
    }
}
