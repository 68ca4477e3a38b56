using System.Globalization;
using Koers.App.Initiatives;
using Koers.App.Memory;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.PolicyFields;
using Koers.Web.Site.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Koers.Web.Site.Initiatives.Editing;

/// <summary>Writing down an initiative, step by step. Each step changes its own part and leaves the rest as it is.</summary>
internal sealed class InitiativeEditing(
    RegisterContext context, RegisterMemory memory, InitiativeRegister register, InitiativeHistory history, LeadChoices leads, TimeProvider clock, PageContext here)
{
    private const int YearsAhead = 10;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/{nummer}/bewerken", (InitiativeEditing editing, string nummer, string? stap, CancellationToken cancellation) =>
            editing.Show(nummer, EditStep.Of(stap), null, cancellation));
        group.MapPost("/{nummer}/bewerken", (HttpContext http, InitiativeEditing editing, string nummer, string? stap, CancellationToken cancellation) =>
            FormAnswers.Answer(
                http,
                form => editing.Save(http, nummer, EditStep.Of(stap), form, cancellation),
                form => editing.Show(nummer, EditStep.Of(stap), form, cancellation)));
    }

    private async Task<IResult> Save(HttpContext http, string number, EditStep step, FormData form, CancellationToken cancellation)
    {
        var now = await register.ShowToChange(here.Actor, number, cancellation);
        await (step.Path switch
        {
            "mensen" => Change<PeoplePart>(now, form, cancellation),
            "varianten" => Change<VariantsPart>(now, PercentFields.WithoutSign(form, "/kansVanSlagen", "/aandeelEffect"), cancellation),
            "stukken" => Change<PapersPart>(now, form, cancellation),
            _ => Change<StoryPart>(now, form, cancellation),
        });
        var goesOn = form[EditModel.OnwardField].Length > 0 && step.Next is not null;
        return Screen.Go(
            http, goesOn ? $"/initiatieven/{number}/bewerken?stap={step.Next!.Path}" : $"/initiatieven/{number}",
            new Text($"“{step.Title.Dutch}” is opgeslagen.", $"“{step.Title.English}” was saved."));
    }

    private Task<InitiativeView> Change<TPart>(InitiativeView now, FormData form, CancellationToken cancellation) where TPart : IEditPart =>
        FormReader.Read<TPart, InitiativeView>(form, async part =>
        {
            var (places, check) = (new EditPlaces(), new InputCheck());
            var input = part.Onto(now.Content, places, check);
            check.Done();
            // Who read an older version is told what changed first
            if (part is VariantsPart && form.Version == now.Version)
                Confirmed(now.Content, input, form);
            try
            {
                return await register.Change(here.Actor, now.Number, form.Version, input, cancellation);
            }
            catch (InvalidInputException e)
            {
                throw new InvalidInputException([.. e.Faults.Select(fault => fault with { Where = places.InForm(fault.Where) })]);
            }
        });

    // With a variant its money, people and effects go
    private static void Confirmed(InitiativeInput now, InitiativeInput input, FormData form)
    {
        var going = now.Variants.Select(variant => variant.Code).Except(input.Variants.Select(variant => variant.Code)).ToArray();
        if (going.Length > 0 && form[EditModel.ConfirmField] != string.Join(' ', going))
            throw new AgainstRuleException(new Text(
                $"Zo verdwijnt variant {string.Join(", ", going)}, met geld, mensen en effecten. Er is nog niets opgeslagen: bevestig het onderaan, of haal het vinkje weg.",
                $"This removes variant {string.Join(", ", going)}, with money, people and effects. Nothing was saved yet: confirm it below, or take the tick away."));
    }

    private async Task<IResult> Show(string number, EditStep step, FormData? typed, CancellationToken cancellation)
    {
        var now = await register.ShowToChange(here.Actor, number, cancellation);
        var codes = (await memory.Now(context, cancellation)).Codes;
        var form = typed ?? Begin(Begun(now.Content, step, codes), now.Version);
        if (form.WantsRow == VariantFields.Spread)
            form = VariantFields.Filled(form);
        var since = int.TryParse(form[EditModel.SinceField], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : now.Version;
        var others = since < now.Version ? await history.Since(here.Actor, number, since, cancellation) : [];
        if (form.IsOvertaken)
            form = Begin(FormMerge.Of(form, Begun(now.Content, step, codes)), now.Version);
        return Screen.Show<EditPage, EditModel>(
            new Text($"{now.Content.Name}: {step.Title.Dutch}", $"{now.Content.Name}: {step.Title.English}"),
            new EditModel
            {
                Initiative = now,
                Step = step,
                Form = form,
                Codes = codes,
                PolicyFields = step == EditStep.Story ? PolicyFieldList.For(DutchTime.Today(clock).Year) : [],
                Leads = step == EditStep.People ? await leads.All(here.Actor, cancellation) : [],
                Starts = step == EditStep.Variants ? await Starts(cancellation) : [],
                Others = others,
                Going = step == EditStep.Variants && typed is not null ? VariantFields.Going(now.Content, form) : [],
            });
    }

    private FormData Begun(InitiativeInput content, EditStep step, CodeBook codes) => step.Path switch
    {
        "mensen" => FormData.Of(PeoplePart.Of(content), null, here.Language),
        "varianten" => FormData.Of(VariantsPart.Of(content, [.. Goals(codes)]), null, here.Language),
        "stukken" => FormData.Of(PapersPart.Of(content), null, here.Language),
        _ => FormData.Of(StoryPart.Of(content), null, here.Language),
    };

    private static FormData Begin(FormData form, int version) => form.With(
        [new(FormData.VersionField, PercentFields.Place(version)), new(EditModel.SinceField, PercentFields.Place(version))]);

    /// <summary>The goals on which a variant has an effect, by name.</summary>
    internal static IEnumerable<string> Goals(CodeBook codes) =>
        codes.Goals.Lines.Where(goal => codes.IsLeaf(goal.Code)).OrderBy(goal => goal.Name, StringComparer.Ordinal).Select(goal => goal.Code);

    private async Task<IReadOnlyList<DateOnly>> Starts(CancellationToken cancellation)
    {
        var settings = await context.Settings.AsNoTracking().FirstOrDefaultAsync(cancellation);
        var (first, count) = settings is null
            ? (new DateOnly(DutchTime.Today(clock).Year, 1, 1), YearsAhead * 4)
            : (settings.Start, settings.Quarters);
        return [.. Enumerable.Range(0, count).Select(quarter => first.AddMonths(3 * quarter))];
    }
}
