using System.Net;
using Koers.App.Accounts;
using Koers.App.Initiatives;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Koers.Web.Site.Initiatives.Relations;
using Koers.Web.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Site.Initiatives;

public class RelationPageTests(PostgreSqlServer databases)
{
    private const string New = "/initiatieven/2026-0042/relaties/nieuw";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_relation_is_added_changed_and_after_a_question_removed_from_the_page_of_an_initiative()
    {
        await using var server = await Started();
        using var browser = await server.SignedIn("manager");
        var page = await browser.Page(New);
        Assert.Equal(("2026-0042", "0"), (page.Field("/initiatieven/0"), page.Field("/tussentijd")));

        var wrong = await browser.Send(page, New, ("/soort", "hangt-af-van"), ("/initiatieven/1", "2026-9999"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal("true", wrong.Document.GetElementById("veld-initiatieven-1")!.GetAttribute("aria-invalid"));

        var added = await browser.Send(wrong, New, ("/initiatieven/1", "2026-0043"), ("/tussentijd", "2"), ("/toelichting", "Eerst de leiding"));
        var shown = await browser.Followed(added);
        Assert.Contains("Fietsbrug", shown.Text, StringComparison.Ordinal);
        Assert.Equal(2, shown.Document.QuerySelectorAll("svg.koers-tekening").Length);
        Assert.Null(shown.Document.QuerySelector(".koers-tekening-kader[tabindex]"));

        const string change = "/initiatieven/2026-0042/relaties/2026-0042-1";
        var again = await browser.Page(change);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(again, change, ("/tussentijd", "-1"))).Status);
        // The same form once more: somebody (here the same person) changed it meanwhile
        var meanwhile = await browser.Send(again, change, ("/tussentijd", "4"));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "4"), (meanwhile.Status, meanwhile.Field("/tussentijd")));
        Assert.Contains("mag 1 kwartaal overlappen", meanwhile.Text, StringComparison.Ordinal);

        var asked = await browser.Page(change + "/verwijderen");
        await browser.Send(asked, change + "/verwijderen");
        await using var context = server.Register.Open();
        Assert.Empty(await context.Relations.ToListAsync(Stop));
    }

    [Fact]
    public async Task Who_may_not_change_the_initiative_adds_no_relation_to_it()
    {
        await using var server = await Started();
        using var browser = await server.SignedIn("beoordelaar");
        Assert.Equal(HttpStatusCode.Forbidden, await browser.Status(New));
    }

    [Fact]
    public async Task While_a_name_is_typed_numbers_that_fit_are_shown()
    {
        await using var server = await Started();
        using var browser = await server.SignedIn("manager");
        var part = await browser.Page("/initiatieven/nummers?initiatieven/0=&initiatieven/1=fietsb");
        Assert.Contains("2026-0043", part.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawing_has_what_goes_first_on_the_left_what_follows_on_the_right_and_the_rest_below()
    {
        var picture = RelationPicture.Of("a",
        [
            Relation(RelationType.DependsOn, "b", "a"), Relation(RelationType.Before, "a", "c"), Relation(RelationType.Requires, "a", "d"),
            Relation(RelationType.Excludes, "a", "e"), Relation(RelationType.Synergy, "a", "c"),
        ]);
        var at = picture.Boxes.ToDictionary(box => box.Number, box => box.X);
        Assert.True(at["b"] < at["a"] && at["d"] < at["a"] && at["c"] > at["a"]);
        Assert.True(picture.Boxes.Single(box => box.Number == "e").Y > picture.Boxes[0].Y + RelationPicture.BoxHeight);
        Assert.Equal([RelationType.Before, RelationType.Synergy], picture.Lines[2].Kinds);
        Assert.False(picture.Lines[^1].HasArrow);
    }

    [Fact]
    public void A_drawing_of_many_has_no_two_boxes_on_each_other_and_says_how_many_are_left_out()
    {
        var picture = RelationPicture.Of("a", [.. Enumerable.Range(0, 20).Select(i => Relation(i % 2 == 0 ? RelationType.DependsOn : RelationType.Together, $"n{i}", "a"))]);
        Assert.Equal((RelationPicture.Most + 1, 8), (picture.Boxes.Count, picture.Left));
        Assert.Equal(picture.Boxes.Count, picture.Boxes.Select(box => (box.X, box.Y)).Distinct().Count());
    }

    [Fact]
    public void On_a_narrow_screen_a_drawing_is_whole_with_what_goes_first_above_and_the_rest_below()
    {
        var picture = RelationPicture.Narrow("a",
        [
            Relation(RelationType.Excludes, "a", "e"), Relation(RelationType.DependsOn, "b", "a"), Relation(RelationType.Before, "a", "c"),
            Relation(RelationType.Requires, "a", "d"), Relation(RelationType.Synergy, "a", "c"),
        ]);
        Assert.Equal(["b", "d", "a", "c", "e"], picture.Boxes.OrderBy(box => box.Y).Select(box => box.Number));
        // A screen of 360 less what lies beside the text
        Assert.InRange(picture.Width + 4, 0, 320);
        Assert.All(picture.Boxes.OrderBy(box => box.Y).Zip(picture.Boxes.OrderBy(box => box.Y).Skip(1)), pair =>
            Assert.True(pair.Second.Y >= pair.First.Y + RelationPicture.BoxHeight));
        var (before, after) = (picture.Lines[0], picture.Lines[2]);
        Assert.Equal((picture.Boxes[0].Y, true), (before.ToY, before.HasArrow));
        Assert.Equal((picture.Boxes[0].Y + RelationPicture.BoxHeight, true), (after.FromY, after.HasArrow));
        Assert.False(picture.Lines[^1].HasArrow);
    }

    private static RelationView Relation(RelationType type, params string[] members) =>
        new(new RelationInput { Code = string.Join('-', members), Type = type, Members = members }, 1);

    private async Task<RunningServer> Started()
    {
        var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        var square = await server.Register.SaveSquare();
        await using (var context = server.Register.Open())
        {
            context.Initiatives.Add(new Initiative
            {
                Id = Guid.CreateVersion7(),
                Number = "2026-0043",
                Name = "Fietsbrug Noord",
                DepartmentId = square.DepartmentId,
                CreatedAt = DateTimeOffset.UnixEpoch,
                ChangedAt = DateTimeOffset.UnixEpoch,
            });
            await context.SaveChangesAsync(Stop);
        }

        await server.Add("manager", new GivenRole(Role.PortfolioManager));
        await server.Add("beoordelaar", new GivenRole(Role.Assessor));
        return server;
    }
}
