using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Initiatives;

/// <summary>One step for many initiatives at once.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
/// <param name="clock">The time.</param>
public sealed class BulkSteps(RegisterContext context, AuditTrail trail, TimeProvider clock)
{
    /// <summary>Most initiatives at once.</summary>
    public const int Most = 200;

    /// <summary>What could be done with some initiatives: those that are there for this actor, and for each step how many of them may take it. What
    /// a step needs besides is looked at when it is taken.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="numbers">Which initiatives.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<BulkChoice> Possible(Actor actor, IReadOnlyList<string> numbers, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        string[] asked = [.. numbers.Distinct(StringComparer.Ordinal).Take(Most)];
        var found = (await context.Initiatives.AsNoTracking().Where(i => asked.Contains(i.Number)).OrderBy(i => i.Number).ToListAsync(cancellation))
            .Where(i => InitiativeRights.MaySee(actor, i)).ToArray();
        var steps = found.SelectMany(i => InitiativeSteps.All.Where(step => step.From == i.State && InitiativeRights.MayTake(actor, i, step)))
            .GroupBy(step => step.To).OrderBy(group => group.Key).Select(group => new BulkTarget(group.Key, group.Count())).ToArray();
        return new BulkChoice([.. found.Select(i => new BulkLine(i.Number, i.Name, i.State, i.Version))], steps);
    }

    /// <summary>Lets initiatives take a step, each with its own line in the audit trail. Every one that cannot is named with why; where it is all
    /// or none, then nothing is done.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="input">Which, where to, and why.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InvalidInputException">There are none or too many, or the reason is too long.</exception>
    public async Task<BulkResult> Take(Actor actor, BulkStepInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(input);
        var check = new InputCheck();
        check.That(input.Initiatives.Count is >= 1 and <= Most, "/initiatieven", $"Kies 1 tot en met {Most} initiatieven.", $"Choose 1 to {Most} initiatives.");
        check.Length(input.Reason, "/reden", StepTexts.LongestReason);
        check.Done();
        var (taken, refused) = (new List<string>(), new List<BulkRefusal>());
        var codes = await CodeBook.Read(context, cancellation);
        await trail.SaveAll(
            actor,
            async stop =>
            {
                string[] numbers = [.. input.Initiatives.Select(line => line.Number)];
                var found = await context.Initiatives.Include(i => i.Variants).AsSplitQuery().Where(i => numbers.Contains(i.Number)).ToDictionaryAsync(i => i.Number, stop);
                var steps = new List<(Initiative Initiative, InitiativeStep Step)>();
                foreach (var line in input.Initiatives.DistinctBy(line => line.Number))
                    if (found.GetValueOrDefault(line.Number) is not { } initiative || !InitiativeRights.MaySee(actor, initiative))
                        refused.Add(new BulkRefusal(line.Number, null, new Text("Dit initiatief is er niet.", "This initiative is not there.")));
                    else if (await WhyNot(actor, initiative, line.Version, input, stop) is { } reason)
                        refused.Add(new BulkRefusal(line.Number, initiative.Name, reason));
                    else
                        steps.Add((initiative, InitiativeSteps.Find(initiative.State, input.To)!));
                if (input.IsAllOrNone && refused.Count > 0)
                    return [];
                taken.AddRange(steps.Select(step => step.Initiative.Number));
                return [.. steps.Select(step => Taken(step.Initiative, step.Step, input.Reason, codes))];
            },
            cancellation);
        return new BulkResult(taken, refused);
    }

    private async Task<Text?> WhyNot(Actor actor, Initiative initiative, int version, BulkStepInput input, CancellationToken cancellation)
    {
        if (initiative.Version != version)
            return new Text("Een ander heeft het intussen gewijzigd; kijk er eerst naar.", "Somebody else changed it meanwhile; look at it first.");
        if (InitiativeSteps.Find(initiative.State, input.To) is not { } step)
            return StepTexts.NoStep(initiative.State, input.To);
        if (!InitiativeRights.MayTake(actor, initiative, step))
            return StepTexts.NotFor(step);
        if (step.NeedsReason && string.IsNullOrWhiteSpace(input.Reason))
            return new Text("Bij deze stap hoort een reden.", "This step needs a reason.");
        var missing = await Completeness.Missing(context, initiative, input.To, cancellation);
        return missing.Count == 0
            ? null
            : new Text(string.Join(' ', missing.Select(fault => fault.Text.Dutch)), string.Join(' ', missing.Select(fault => fault.Text.English)));
    }

    private Happening Taken(Initiative initiative, InitiativeStep step, string? reason, CodeBook codes)
    {
        var before = Changes.Picture(InitiativeView.Of(initiative, codes));
        initiative.Take(step, reason);
        (initiative.ChangedAt, initiative.Version) = (clock.GetUtcNow(), initiative.Version + 1);
        var changes = Changes.Between(before, Changes.Picture(InitiativeView.Of(initiative, codes)));
        return new Happening("initiatief.stap", $"initiatief/{initiative.Number}", changes.Before, changes.After);
    }
}
