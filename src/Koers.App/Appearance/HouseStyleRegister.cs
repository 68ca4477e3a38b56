using System.Text.Json;
using System.Text.Json.Serialization;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Appearance;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Appearance;

/// <summary>The look of the municipality, and the version in which it was read.</summary>
/// <param name="Version">From its content; 0 where there is none.</param>
/// <param name="Content">The look; null where pages look as Koers comes.</param>
public sealed record HouseStyleView(
    [property: JsonPropertyName("versie")] int Version, [property: JsonPropertyName("inhoud")] HouseStyleInput? Content);

/// <summary>The municipality's own look (huisstijl). Only what everybody can read is taken.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
public sealed class HouseStyleRegister(RegisterContext context, AuditTrail trail)
{
    private const string Target = "huisstijl";

    /// <summary>Whether somebody may change it: the administrator.</summary>
    /// <param name="actor">Who.</param>
    public static bool MayChange(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Has(Role.Administrator);
    }

    /// <summary>What pages look like now: for everybody, also who is not signed in.</summary>
    /// <param name="cancellation">Stops.</param>
    public async Task<HouseStyleView> InForce(CancellationToken cancellation) =>
        Of(await context.HouseStyles.AsNoTracking().FirstOrDefaultAsync(cancellation));

    /// <summary>Gives pages a look.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="version">The version that was read before; 0 where there was none.</param>
    /// <param name="input">The look.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in the input: a colour is none, or a contrast too low.</exception>
    public async Task<HouseStyleView> Change(Actor actor, int version, HouseStyleInput input, CancellationToken cancellation)
    {
        Demand(actor);
        ArgumentNullException.ThrowIfNull(input);
        var check = new InputCheck();
        input.Gather(check);
        check.Done();
        HouseStyleView? view = null;
        await trail.Save(
            actor,
            async stop =>
            {
                var style = await Find(version, stop);
                var before = style is null ? null : Changes.Picture(HouseStyleInput.Of(style));
                if (style is null)
                    context.Add(style = new HouseStyle { Name = "", Accent = "", OnAccent = "", DarkAccent = "", OnDarkAccent = "" });
                input.Write(style);
                view = Of(style);
                var changes = Changes.Between(before, Changes.Picture(view.Content));
                return new Happening("huisstijl.wijzigen", Target, changes.Before, changes.After);
            },
            cancellation);
        return view!;
    }

    /// <summary>Gives pages the look again that Koers comes with.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="version">The version that was read before.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it.</exception>
    public Task Remove(Actor actor, int version, CancellationToken cancellation)
    {
        Demand(actor);
        return trail.Save(
            actor,
            async stop =>
            {
                var style = await Find(version, stop)
                    ?? throw new NotThereException(new Text("Er is geen eigen huisstijl.", "There is no own look."));
                context.Remove(style);
                return new Happening("huisstijl.verwijderen", Target, Changes.Between(Changes.Picture(HouseStyleInput.Of(style)), null).Before);
            },
            cancellation);
    }

    private async Task<HouseStyle?> Find(int version, CancellationToken cancellation)
    {
        var style = await context.HouseStyles.FirstOrDefaultAsync(cancellation);
        return Of(style).Version == version ? style : throw new ChangedMeanwhileException(Target, Of(style).Version);
    }

    private static void Demand(Actor actor)
    {
        if (!MayChange(actor))
            throw new NotAllowedException(new Text("De huisstijl wijzigen kan de beheerder.", "The administrator may change the look."));
    }

    private static HouseStyleView Of(HouseStyle? style)
    {
        var content = style is null ? null : HouseStyleInput.Of(style);
        return new HouseStyleView(content is null ? 0 : Fingerprint.Of(JsonSerializer.Serialize(content, RegisterJson.Options)), content);
    }
}
