using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Web.Site.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Koers.Web.Site.Initiatives.Relations;

/// <summary>How initiatives hang together, from the page of one of them: add, change, take away.</summary>
internal sealed class RelationPages(RegisterContext context, RelationRegister relations, InitiativeRegister register, PageContext here)
{
    private const int MostFound = 8;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/nummers", Numbers);
        var one = group.MapGroup("/{nummer}/relaties");
        one.MapGet("/nieuw", (RelationPages pages, string nummer, CancellationToken cancellation) => pages.Show(nummer, null, null, cancellation));
        one.MapPost("/nieuw", (HttpContext http, RelationPages pages, string nummer, CancellationToken cancellation) => pages.Save(http, nummer, null, cancellation));
        one.MapGet("/{code}", (RelationPages pages, string nummer, string code, CancellationToken cancellation) => pages.Show(nummer, code, null, cancellation));
        one.MapPost("/{code}", (HttpContext http, RelationPages pages, string nummer, string code, CancellationToken cancellation) =>
            pages.Save(http, nummer, code, cancellation));
        one.MapGet("/{code}/verwijderen", (RelationPages pages, string nummer, string code, CancellationToken cancellation) => pages.Ask(nummer, code, cancellation));
        one.MapPost("/{code}/verwijderen", (HttpContext http, RelationPages pages, string nummer, string code, CancellationToken cancellation) =>
            pages.Remove(http, nummer, code, cancellation));
    }

    private static async Task<IResult> Numbers(HttpRequest request, InitiativeList list, PageContext here, CancellationToken cancellation)
    {
        // The last row in which something was typed is the one that somebody is looking for
        var typed = request.Query.Select(field => field.Value.ToString().Trim()).LastOrDefault(text => text.Length > 0) ?? "";
        var found = typed.Length < 2
            ? []
            : (await list.Find(here.Actor, new InitiativeQuery { Search = typed[..Math.Min(typed.Length, 100)] }, new PageRequest(1, MostFound), cancellation)).Items;
        return Screen.Part<NumberPart, NumberModel>(new NumberModel(found, typed));
    }

    private Task<IResult> Save(HttpContext http, string number, string? code, CancellationToken cancellation) => FormAnswers.Answer(
        http,
        async form =>
        {
            await FormReader.Read<RelationInput, RelationView>(form, input => code is null
                ? relations.Add(here.Actor, input, cancellation)
                : relations.Change(here.Actor, code, form.Version, input, cancellation));
            return Screen.Go(http, $"/initiatieven/{number}#relaties", new Text("De samenhang is opgeslagen.", "The relation was saved."));
        },
        form => Show(number, code, form, cancellation));

    private async Task<IResult> Show(string number, string? code, FormData? typed, CancellationToken cancellation)
    {
        var now = code is null ? null : await relations.ShowToChange(here.Actor, code, cancellation);
        var name = now is null
            ? (await register.ShowToChange(here.Actor, number, cancellation)).Content.Name
            : (await register.Show(here.Actor, number, cancellation)).Content.Name;
        var form = typed ?? (now is null
            ? FormData.Empty(here.Language).With([new("/initiatieven/0", number), new("/initiatieven/1", ""), new("/tussentijd", "0"), new("/code", await FreeCode(number, cancellation))])
            : FormData.Of(now.Content, now.Version, here.Language));
        string[] members = [.. form.Places.Where(place => place.StartsWith("/initiatieven/", StringComparison.Ordinal)).Select(place => form[place].Trim()), .. now?.Content.Members ?? []];
        return Screen.Show<RelationPage, RelationModel>(
            new Text($"Samenhang van {name}", $"Relation of {name}"), new RelationModel(number, code, form, await NamesOf(members, cancellation), now));
    }

    private async Task<IResult> Ask(string number, string code, CancellationToken cancellation)
    {
        var relation = await relations.ShowToChange(here.Actor, code, cancellation);
        return Screen.Show<RelationRemovalPage, RelationRemovalModel>(
            new Text("Samenhang verwijderen", "Remove the relation"),
            new RelationRemovalModel(number, relation, await NamesOf([.. relation.Content.Members], cancellation)));
    }

    private async Task<IResult> Remove(HttpContext http, string number, string code, CancellationToken cancellation)
    {
        var form = await FormAnswers.Read(http);
        await relations.Remove(here.Actor, code, form.Version, cancellation);
        return Screen.Go(http, $"/initiatieven/{number}#relaties", new Text("De samenhang is verwijderd.", "The relation was removed."));
    }

    // People need no short name, but files and the trail do
    private async Task<string> FreeCode(string number, CancellationToken cancellation)
    {
        var taken = await context.Relations.AsNoTracking().Where(relation => relation.Code.StartsWith(number + "-")).Select(relation => relation.Code).ToListAsync(cancellation);
        return Enumerable.Range(1, taken.Count + 1).Select(i => $"{number}-{i}").First(code => !taken.Contains(code));
    }

    private Task<Dictionary<string, string>> NamesOf(string[] numbers, CancellationToken cancellation) =>
        context.Initiatives.AsNoTracking().Where(i => numbers.Contains(i.Number)).ToDictionaryAsync(i => i.Number, i => i.Name, cancellation);
}
