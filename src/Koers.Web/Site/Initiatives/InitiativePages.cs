using Koers.App.Initiatives;
using Koers.App.Memory;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Web.Accounts;
using Koers.Web.Site.Forms;
using Koers.Web.Site.Initiatives.Editing;
using Koers.Web.Site.Initiatives.Relations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Koers.Web.Site.Initiatives;

/// <summary>Pages of initiatives: the list, a proposal, and one initiative with all that is known of it.</summary>
internal static class InitiativePages
{
    private static readonly Text ProposalTitle = new("Initiatief voorstellen", "Propose an initiative");

    public static void MapInitiativePages(this RouteGroupBuilder pages)
    {
        var group = pages.MapGroup("/initiatieven");
        InitiativeLists.Map(group);
        group.MapBulkPages();
        group.MapGet("/nieuw", (PageContext here, RegisterContext context, RegisterMemory memory, CancellationToken cancellation) =>
            Proposal(FormData.Empty(here.Language), here, context, memory, cancellation));
        group.MapPost("/nieuw", Propose);
        group.MapGet("/gelijkende", Likely);
        OneInitiative.Map(group);
        InitiativeEditing.Map(group);
        RelationPages.Map(group);
    }

    private static async Task<IResult> Proposal(FormData form, PageContext here, RegisterContext context, RegisterMemory memory, CancellationToken cancellation)
    {
        InitiativeRights.DemandPropose(here.Actor);
        return Screen.Show<ProposalPage, ProposalModel>(ProposalTitle, new ProposalModel(form, (await memory.Now(context, cancellation)).Codes));
    }

    private static Task<IResult> Propose(
        HttpContext http, PageContext here, InitiativeRegister register, RegisterContext context, RegisterMemory memory, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            var view = await FormReader.Read<InitiativeInput, InitiativeView>(form, input => register.Propose(here.Actor, input, cancellation));
            return Screen.Go(http, $"/initiatieven/{view.Number}", new Text(
                $"Uw idee staat in de lijst als {view.Number}.", $"Your idea is in the list as {view.Number}."));
        },
        form => Proposal(form, here, context, memory, cancellation));

    private static async Task<IResult> Likely(
        DuplicateFinder finder, PageContext here, string? naam, string? samenvatting, string? gebied, CancellationToken cancellation) =>
        string.IsNullOrWhiteSpace(naam)
            ? Screen.Part<DuplicatePart, IReadOnlyList<Duplicate>>([])
            : Screen.Part<DuplicatePart, IReadOnlyList<Duplicate>>(
                [.. (await finder.Like(here.Actor, naam, samenvatting, gebied, cancellation)).Take(5)]);
}
