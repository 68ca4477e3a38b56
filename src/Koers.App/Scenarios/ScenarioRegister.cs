using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Frames;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Scenarios;

/// <summary>Scenarios: copies of frames to try something with.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
/// <param name="adoption">The draft and adopted frames.</param>
/// <param name="clock">The time.</param>
public sealed class ScenarioRegister(RegisterContext context, AuditTrail trail, FrameAdoption adoption, TimeProvider clock)
{
    /// <summary>Scenarios, the last made first.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="state">Only those of which this became; null = all.</param>
    /// <param name="page">Which part of the list.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not see scenarios.</exception>
    public async Task<Page<ScenarioLine>> List(Actor actor, ScenarioState? state, PageRequest page, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.SeeDraft);
        ArgumentNullException.ThrowIfNull(page);
        // Without the content, which may be large
        var lines = await context.Scenarios.AsNoTracking().Where(s => state == null || s.State == state)
            .OrderByDescending(s => s.MadeAt).ThenByDescending(s => s.Id)
            .Select(s => new ScenarioLine
            {
                Id = s.Id,
                Name = s.Name,
                Description = s.Description,
                State = s.State,
                BasedOn = s.BasedOnNumber,
                MadeBy = s.MadeById,
                MadeAt = s.MadeAt,
                ChangedAt = s.ChangedAt,
                Version = s.Version,
            })
            .ToListAsync(cancellation);
        return page.Of(lines);
    }

    /// <summary>One scenario.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not see scenarios.</exception>
    /// <exception cref="NotThereException">There is no such scenario.</exception>
    public async Task<ScenarioView> Show(Actor actor, Guid id, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.SeeDraft);
        return await WithObstacles(await View(await Find(id, cancellation), cancellation), cancellation);
    }

    /// <summary>Makes a scenario: a copy of the draft or of adopted frames.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="input">What it is called and copied from.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in the input.</exception>
    /// <exception cref="NotThereException">There are no adopted frames with this number.</exception>
    public async Task<ScenarioView> Make(Actor actor, NewScenarioInput input, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.ChangeScenarios);
        ArgumentNullException.ThrowIfNull(input);
        Named(input.Name, input.Description).Done();
        ScenarioView? view = null;
        await trail.Save(
            actor,
            async stop =>
            {
                var scenario = new Scenario
                {
                    Id = Guid.CreateVersion7(),
                    Name = input.Name.Trim(),
                    Description = input.Description.Trim(),
                    BasedOnNumber = input.BasedOn,
                    Content = FrameContents.Serialise(await adoption.Content(input.BasedOn, stop)),
                    MadeById = actor.Id,
                    MadeAt = clock.GetUtcNow(),
                    ChangedAt = clock.GetUtcNow(),
                    Version = 1,
                };
                context.Add(scenario);
                view = await View(scenario, stop);
                return Said("maken", scenario, Changes.Between(null, Changes.Picture(view)));
            },
            cancellation);
        return view!;
    }

    /// <summary>Changes what a scenario says.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="id">Which.</param>
    /// <param name="version">The version that was read before.</param>
    /// <param name="input">All of what it should say.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="NotThereException">There is no such scenario.</exception>
    /// <exception cref="AgainstRuleException">It was promoted or dropped.</exception>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in the input.</exception>
    public async Task<ScenarioView> Change(Actor actor, Guid id, int version, ScenarioInput input, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.ChangeScenarios);
        ArgumentNullException.ThrowIfNull(input);
        return await Changed(
            actor, id, version, "wijzigen",
            async (scenario, stop) =>
            {
                var check = Named(input.Name, input.Description);
                await ScenarioChoices.Gather(context, input.Choices, check, stop);
                check.Done();
                var register = await FrameReferences.OfDraft(context, stop);
                var content = ContentDocument.Write(input.Content, FrameContents.Deserialise(scenario.Content), register, "/inhoud");
                (scenario.Name, scenario.Description) = (input.Name.Trim(), input.Description.Trim());
                scenario.Content = FrameContents.Serialise(content);
                await ScenarioChoices.Write(context, scenario, input.Choices, stop);
                return [];
            },
            cancellation);
    }

    /// <summary>Lets a scenario become the draft, or drops it. Afterwards it does not change any more.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="id">Which.</param>
    /// <param name="version">The version that was read before.</param>
    /// <param name="to">Promoted or dropped.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="NotThereException">There is no such scenario.</exception>
    /// <exception cref="AgainstRuleException">It was promoted or dropped before.</exception>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it.</exception>
    public Task<ScenarioView> Conclude(Actor actor, Guid id, int version, ScenarioState to, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, to == ScenarioState.Promoted ? FrameAction.Promote : FrameAction.ChangeScenarios);
        if (to == ScenarioState.Open)
            throw new AgainstRuleException(new Text("Een scenario gaat niet weer open; maak een kopie.", "A scenario does not open again; make a copy."));
        return Changed(
            actor, id, version, to == ScenarioState.Promoted ? "overnemen" : "laten-vervallen",
            async (scenario, stop) =>
            {
                scenario.State = to;
                return to == ScenarioState.Promoted
                    ? await new ScenarioPromotion(context, clock).Run(actor, FrameContents.Deserialise(scenario.Content), stop)
                    : [];
            },
            cancellation);
    }

    /// <summary>What differs between a scenario and something else.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="id">Which scenario.</param>
    /// <param name="other">Another scenario; null = adopted frames or the draft.</param>
    /// <param name="number">Number of adopted frames; null = the draft.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>From the other to this scenario.</returns>
    /// <exception cref="NotAllowedException">This actor may not see scenarios.</exception>
    /// <exception cref="NotThereException">There is no such scenario, or there are no such frames.</exception>
    public async Task<IReadOnlyList<FrameChange>> Difference(Actor actor, Guid id, Guid? other, int? number, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.SeeDraft);
        var becomes = await Find(id, cancellation);
        var (register, view) = (await FrameReferences.OfDraft(context, cancellation), await View(becomes, cancellation));
        var against = other is { } which ? await Find(which, cancellation) : null;
        var was = against is null ? await adoption.Content(number, cancellation) : FrameContents.Deserialise(against.Content);
        return [
            .. FrameDifference.Between(was, FrameContents.Deserialise(becomes.Content), register),
            .. ScenarioChoices.Between(against is null ? [] : (await View(against, cancellation)).Choices, view.Choices)];
    }

    private async Task<ScenarioView> Changed(
        Actor actor, Guid id, int version, string action, Func<Scenario, CancellationToken, Task<IReadOnlyList<string>>> change, CancellationToken cancellation)
    {
        ScenarioView? view = null;
        await trail.Save(
            actor,
            async stop =>
            {
                var scenario = await Find(id, stop);
                if (scenario.State != ScenarioState.Open)
                    throw new AgainstRuleException(new Text(
                        $"Dit scenario is {Words.Dutch(scenario.State)} en verandert niet meer; maak een kopie.",
                        $"This scenario was {Words.English(scenario.State)} and does not change any more; make a copy."));
                if (scenario.Version != version)
                    throw new ChangedMeanwhileException($"scenario/{id}", scenario.Version);
                var before = Changes.Picture(await View(scenario, stop));
                var kept = await change(scenario, stop);
                (scenario.Version, scenario.ChangedAt) = (version + 1, clock.GetUtcNow());
                view = await View(scenario, stop) with { Kept = kept };
                return Said(action, scenario, Changes.Between(before, Changes.Picture(view)));
            },
            cancellation);
        return await WithObstacles(view!, cancellation);
    }

    private async Task<ScenarioView> View(Scenario scenario, CancellationToken cancellation)
    {
        var register = await FrameReferences.OfDraft(context, cancellation);
        return new ScenarioView
        {
            Id = scenario.Id,
            Name = scenario.Name,
            Description = scenario.Description,
            State = scenario.State,
            BasedOn = scenario.BasedOnNumber,
            MadeBy = scenario.MadeById,
            MadeAt = scenario.MadeAt,
            ChangedAt = scenario.ChangedAt,
            Version = scenario.Version,
            Content = ContentDocument.Read(FrameContents.Deserialise(scenario.Content), register),
            Choices = await ScenarioChoices.Read(context, scenario, cancellation),
        };
    }

    // Not in what the trail keeps: it is about how initiatives stand now, and not about what was changed
    private async Task<ScenarioView> WithObstacles(ScenarioView view, CancellationToken cancellation) => view.State != ScenarioState.Open
        ? view : view with { Obstacles = await ScenarioChoices.Obstacles(context, view.Choices, cancellation) };

    private async Task<Scenario> Find(Guid id, CancellationToken cancellation) =>
        await context.Scenarios.FirstOrDefaultAsync(s => s.Id == id, cancellation)
        ?? throw new NotThereException(new Text($"Er is geen scenario {id}.", $"There is no scenario {id}."));

    private static InputCheck Named(string name, string description)
    {
        var check = new InputCheck();
        check.Line(name, "/naam", FrameLimits.LongestName);
        check.Length(description, "/omschrijving", FrameLimits.LongestText);
        return check;
    }

    private static Happening Said(string action, Scenario scenario, Changes changes) =>
        new($"scenario.{action}", $"scenario/{scenario.Id}", changes.Before, changes.After);
}
