using Koers.App.Accounts;
using Koers.App.Agreements;
using Koers.App.Frames;
using Koers.App.Memory;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Weighing;
using Koers.Domain.Initiatives;

namespace Koers.App.Initiatives;

/// <summary>All that is known of one initiative, for one page. Each part is what its own use case says; here the initiative is looked up once, and
/// what is the same for all who may see it is remembered until something in the register changes.</summary>
/// <param name="context">The register.</param>
/// <param name="memory">What is remembered of it.</param>
/// <param name="guide">The way ahead.</param>
/// <param name="relations">How initiatives hang together.</param>
/// <param name="weighing">What assessors made of it.</param>
/// <param name="discussion">What people say about it.</param>
/// <param name="history">What happened to it.</param>
/// <param name="answers">Whether it was chosen.</param>
public sealed class InitiativeDossier(
    RegisterContext context, RegisterMemory memory, InitiativeGuide guide, RelationRegister relations, WeighingResults weighing,
    Discussion discussion, InitiativeHistory history, InitiativeAnswers answers)
{
    private const int HistoryLines = 10;

    /// <summary>Gathers it.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="number">Of which initiative.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    public async Task<InitiativeParts> Read(Actor actor, string number, CancellationToken cancellation)
    {
        var now = await memory.Now(context, cancellation);
        if (await RegisterMemory.Initiative(context, now, number, cancellation) is not { Stored: var initiative, View: var view }
            || !InitiativeRights.MaySee(actor, initiative))
            throw VisibleInitiative.NotThere(number);
        var seesAll = InitiativeRights.SeesAll(actor);
        var (report, steps) = await guide.Way(actor, initiative, now, cancellation);
        var related = await now.MadeNow($"relaties/{number}/{seesAll}", () => relations.Of(actor, initiative, cancellation));
        return new InitiativeParts(
            view, await Codes(actor, now, cancellation), InitiativeRights.MayChange(actor, initiative), report, steps, related,
            related.SelectMany(r => r.Content.Members).Distinct().ToDictionary(member => member, now.NameOf),
            await answers.Of(actor, initiative, now, cancellation), await Weighed(actor, initiative, now, cancellation),
            seesAll ? await now.MadeNow($"gesprek/{number}", () => discussion.Threads(initiative, cancellation)) : null,
            seesAll ? await now.MadeNow($"geschiedenis/{number}", () => history.Part(number, new PageRequest(1, HistoryLines), cancellation)) : null);
    }

    // Names of goals and means in the draft are not for readers
    private async Task<CodeBook> Codes(Actor actor, RememberedRegister now, CancellationToken cancellation) => InitiativeRights.SeesAll(actor)
        ? now.Codes
        : await now.MadeNow("vastgestelde namen", async () => now.Codes.AsIn(await FrameContents.ReadInForce(context, cancellation)));

    // Scoring is blind: as long as it goes on, there is nothing to see
    private async Task<WeighingView?> Weighed(Actor actor, Initiative initiative, RememberedRegister now, CancellationToken cancellation)
    {
        var found = await now.MadeNow(
            $"gewogen/{initiative.Number}/{WeighingRights.MaySeeCounts(actor)}/{WeighingRights.MaySeeWho(actor)}",
            async () => new Found(await ScoredGoals.For(actor, context, now, cancellation) is { } goals
                ? await weighing.Of(actor, initiative, goals, cancellation) : null));
        return found.View is { IsOpen: true, Goals.Count: > 0 } view ? view : null;
    }

    // That there is nothing to see is worth remembering too
    private sealed record Found(WeighingView? View);
}

/// <summary>The parts of the page of an initiative.</summary>
/// <param name="View">The initiative.</param>
/// <param name="Codes">Names of departments, programmes, budgets, pools and goals.</param>
/// <param name="MayChange">Whether who asks may change what it says.</param>
/// <param name="Completeness">What is missing for the next step.</param>
/// <param name="Steps">Steps that who asks may let it take.</param>
/// <param name="Relations">Its relations.</param>
/// <param name="Names">Names of the initiatives in its relations, by number.</param>
/// <param name="Answer">Which agreement chose it or did not, and where that was explained.</param>
/// <param name="Weighing">How it was weighed; null where who asks may not see that (yet).</param>
/// <param name="Discussion">The discussion; null where it is not for who asks.</param>
/// <param name="History">The last that happened to it; null where it is not for who asks.</param>
public sealed record InitiativeParts(
    InitiativeView View, CodeBook Codes, bool MayChange, CompletenessReport Completeness, IReadOnlyList<PossibleStep> Steps,
    IReadOnlyList<RelationView> Relations, IReadOnlyDictionary<string, string> Names, InitiativeAnswer Answer, WeighingView? Weighing,
    IReadOnlyList<RemarkThread>? Discussion, Page<HistoryLine>? History);
