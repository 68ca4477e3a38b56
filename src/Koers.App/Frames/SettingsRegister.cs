using System.Text.Json.Serialization;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Frames;

/// <summary>The settings of planning as they are shown.</summary>
/// <param name="Version">Their version, to be sent along with a change; 0 as long as the municipality is not set up.</param>
/// <param name="Content">What was entered; null as long as the municipality is not set up.</param>
public sealed record SettingsView(
    [property: JsonPropertyName("versie")] int Version, [property: JsonPropertyName("inhoud")] SettingsInput? Content);

/// <summary>The settings of planning. Writing them for the first time sets the municipality up.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
public sealed class SettingsRegister(RegisterContext context, AuditTrail trail)
{
    private const string Target = "instellingen";

    /// <summary>The settings.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not see the draft.</exception>
    public async Task<SettingsView> Show(Actor actor, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.SeeDraft);
        return Of(await context.Settings.AsNoTracking().FirstOrDefaultAsync(cancellation));
    }

    /// <summary>Changes them.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="version">The version that was read before; 0 for the first time.</param>
    /// <param name="input">All of what they should say.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed them.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in the input.</exception>
    /// <exception cref="AgainstRuleException">Scores or anchors lie outside the new scale.</exception>
    public async Task<SettingsView> Change(Actor actor, int version, SettingsInput input, CancellationToken cancellation)
    {
        FrameRights.Demand(actor, FrameAction.ChangeSettings);
        ArgumentNullException.ThrowIfNull(input);
        SettingsView? view = null;
        await trail.Save(
            actor,
            async stop =>
            {
                var settings = await context.Settings.FirstOrDefaultAsync(stop);
                if ((settings?.Version ?? 0) != version)
                    throw new ChangedMeanwhileException(Target, settings?.Version ?? 0);
                var check = new InputCheck();
                FrameLimits.Settings(input, check);
                check.Done();
                await RefuseOutsideScale(input, stop);
                var before = settings is null ? null : Changes.Picture(Of(settings));
                if (settings is null)
                    context.Add(settings = new PlanningSettings { Municipality = input.Municipality });
                input.Write(settings);
                settings.Version = version + 1;
                view = Of(settings);
                var changes = Changes.Between(before, Changes.Picture(view));
                return new Happening("instellingen.wijzigen", Target, changes.Before, changes.After);
            },
            cancellation);
        return view!;
    }

    private async Task RefuseOutsideScale(SettingsInput input, CancellationToken cancellation)
    {
        var (lowest, highest) = (input.LowestScore, input.HighestScore);
        var scores = await context.Scores.CountAsync(score => score.Points < lowest || score.Points > highest, cancellation);
        var goals = (await context.Goals.AsNoTracking().ToListAsync(cancellation))
            .Where(goal => goal.Anchors.Exists(anchor => anchor.Points < lowest || anchor.Points > highest)).Select(goal => goal.Code).Order().ToList();
        if (scores > 0 || goals.Count > 0)
            throw new AgainstRuleException(new Text(
                $"Buiten deze schaal liggen {scores} scores, en ankers van: {(goals.Count > 0 ? string.Join(", ", goals) : "geen doel")}. Kies een schaal waar ze in passen.",
                $"Outside this scale lie {scores} scores, and anchors of: {(goals.Count > 0 ? string.Join(", ", goals) : "no goal")}. Choose a scale that they fit in."));
    }

    private static SettingsView Of(PlanningSettings? settings) => new(settings?.Version ?? 0, settings is null ? null : SettingsInput.Of(settings));
}
