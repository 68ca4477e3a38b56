using System.Net;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Frames;
using Koers.Domain.Goals;
using Koers.Domain.Initiatives;
using Koers.Domain.Weighing;
using Koers.Web.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Site.Weighing;

public class WeighingPageTests(PostgreSqlServer databases)
{
    private const string Sheet = "/afweging/2026-0042";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_assessor_scores_one_initiative_after_another_and_sees_how_far_that_is()
    {
        await using var server = await Started();
        using var browser = await server.SignedIn("een");
        Assert.Contains("0 van 2 initiatieven", (await browser.Page("/afweging")).Text, StringComparison.Ordinal);

        var sheet = await browser.Page(Sheet);
        Assert.Contains("Nauwelijks schaduw", sheet.Text, StringComparison.Ordinal);
        var next = await browser.Send(
            sheet, Sheet, ("/doelen/0/punten", "7"), ("/doelen/0/toelichting", "Veel bomen"), ("/doelen/1/punten", "3"), ("_verder", "ja"));
        Assert.Equal("/afweging/2026-0043?verder=1", next.Location);
        Assert.Contains("1 van 2 initiatieven", (await browser.Page("/afweging")).Text, StringComparison.Ordinal);

        await using var context = server.Register.Open();
        Assert.Equal([3.0, 7.0], (await context.Scores.ToListAsync(Stop)).Select(score => score.Points).Order());
        Assert.Equal(2, await context.AuditEntries.CountAsync(e => e.Action == "score.geven", Stop));
    }

    [Fact]
    public async Task A_sheet_shows_the_own_scores_only_and_changes_only_what_is_different()
    {
        await using var server = await Started();
        using var one = await server.SignedIn("een");
        using var two = await server.SignedIn("twee");
        await one.Send(await one.Page(Sheet), Sheet, ("/doelen/0/punten", "9"), ("/doelen/0/toelichting", "Geheim oordeel"));
        var other = await two.Page(Sheet);
        Assert.DoesNotContain("Geheim oordeel", other.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal("", other.Field("/doelen/0/punten"));

        var own = await one.Page(Sheet);
        Assert.Equal("9", own.Field("/doelen/0/punten"));
        await one.Send(own, Sheet, ("/doelen/1/punten", "4"));
        // And one is taken back
        await one.Send(await one.Page(Sheet), Sheet, ("/doelen/0/punten", ""), ("/doelen/0/toelichting", ""));
        await using var context = server.Register.Open();
        Assert.Equal(4, Assert.Single(await context.Scores.ToListAsync(Stop)).Points);
        Assert.Equal(
            ["score.geven", "score.geven", "score.wissen"],
            await context.AuditEntries.Where(e => e.Action.StartsWith("score.")).OrderBy(e => e.Number).Select(e => e.Action).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_score_off_the_scale_comes_back_and_nothing_of_the_sheet_is_saved()
    {
        await using var server = await Started();
        using var browser = await server.SignedIn("een");
        var refused = await browser.Send(await browser.Page(Sheet), Sheet, ("/doelen/0/punten", "5"), ("/doelen/1/punten", "11"));
        Assert.Equal((HttpStatusCode.BadRequest, "5"), (refused.Status, refused.Field("/doelen/0/punten")));
        await using var context = server.Register.Open();
        Assert.Empty(await context.Scores.ToListAsync(Stop));
    }

    [Fact]
    public async Task What_was_scored_in_another_window_meanwhile_is_said_and_can_then_be_saved_over()
    {
        await using var server = await Started();
        using var browser = await server.SignedIn("een");
        var (first, second) = (await browser.Page(Sheet), await browser.Page(Sheet));
        await browser.Send(first, Sheet, ("/doelen/0/punten", "5"), ("/doelen/1/punten", "3"));
        var refused = await browser.Send(second, Sheet, ("/doelen/0/punten", "6"));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "6"), (refused.Status, refused.Field("/doelen/0/punten")));
        // What was not touched in this window is as it was scored in the other
        Assert.Equal("3", refused.Field("/doelen/1/punten"));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(refused, Sheet)).Status);
        await using var context = server.Register.Open();
        Assert.Equal([3, 6], await context.Scores.Select(score => score.Points).Order().ToListAsync(Stop));
    }

    [Fact]
    public async Task Who_is_no_assessor_reads_how_it_works_and_gets_no_sheet_and_a_reader_sees_nothing_of_it()
    {
        await using var server = await Started();
        using var browser = await server.SignedIn("manager");
        Assert.Contains("U bent geen beoordelaar", (await browser.Page("/afweging")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await browser.Status(Sheet));
        using var reader = await server.SignedIn("raadslid");
        Assert.Equal(HttpStatusCode.Forbidden, await reader.Status("/afweging"));
        Assert.Equal(HttpStatusCode.Forbidden, await reader.Status("/afweging/overzicht"));
    }

    [Fact]
    public async Task Other_weights_show_what_shifts_in_the_order_and_where_assessors_disagree()
    {
        await using var server = await Started();
        await Weighed(server);
        using var browser = await server.SignedIn("manager");
        var page = await browser.Page("/afweging/overzicht");
        // 0.75 × 5 + 0.25 × 8 = 5.75 against 0.75 × 6 + 0.25 × 2 = 5.00
        Assert.Equal("1 Stationsplein vergroenen 5,75", FirstRow(page));
        Assert.Contains("Fietsbrug Noord Meer groen", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("koers-grafiek"));

        var other = await browser.Page("/afweging/overzicht?%2Fgewichten%2Fgroen=100&%2Fgewichten%2Fveilig=0");
        // All weight on green: 6 against 5
        Assert.Contains("verschuiven 2 initiatieven", other.Text, StringComparison.Ordinal);
        Assert.Equal("1 Fietsbrug Noord 6,00", FirstRow(other));

        var wrong = await browser.Page("/afweging/overzicht?%2Fgewichten%2Fgroen=veel");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal("true", wrong.Document.GetElementById("veld-gewichten-groen")!.GetAttribute("aria-invalid"));
        Assert.Equal(HttpStatusCode.BadRequest, await browser.Status("/afweging/overzicht?%2Fgewichten%2Fgroen=0&%2Fgewichten%2Fveilig=0"));
    }

    [Fact]
    public async Task As_long_as_the_goals_are_not_weighed_the_outcome_says_so_and_leads_who_may_to_it()
    {
        await using var server = await Started();
        await Weighed(server);
        await using (var context = server.Register.Open())
            await context.Goals.ExecuteUpdateAsync(goals => goals.SetProperty(goal => goal.Weight, 0), Stop);
        using var manager = await server.SignedIn("manager");
        foreach (var address in (string[])["/afweging/overzicht", "/afweging/overzicht?%2Fgewichten%2Fgroen=veel"])
        {
            var page = await manager.Page(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("De doelen zijn nog niet gewogen", page.Text, StringComparison.Ordinal);
            Assert.NotNull(page.Document.QuerySelector("main a[href='/koers/doelen/wegen']"));
        }

        using var assessor = await server.SignedIn("een");
        var read = await assessor.Page("/afweging/overzicht");
        Assert.Contains("De portfoliomanager of een bestuurder weegt ze", read.Text, StringComparison.Ordinal);
        Assert.Null(read.Document.QuerySelector("main a[href='/koers/doelen/wegen']"));
    }

    [Fact]
    public async Task One_weighed_initiative_is_one()
    {
        await using var server = await Started();
        await Weighed(server);
        await using (var context = server.Register.Open())
            await context.Scores.Where(score => context.Initiatives.Any(i => i.Id == score.InitiativeId && i.Number == "2026-0043")).ExecuteDeleteAsync(Stop);
        using var browser = await server.SignedIn("manager");
        Assert.Contains("1 gewogen initiatief.", (await browser.Page("/afweging/overzicht")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_are_there_in_English_too()
    {
        await using var server = await Started();
        await Weighed(server);
        using var browser = await server.SignedIn("een");
        browser.DefaultRequestHeaders.Add("Cookie", "koers-taal=en");
        Assert.Equal("Weighing", (await browser.Page("/afweging")).Document.QuerySelector("h1")!.TextContent);
        Assert.Equal("Outcome of the weighing", (await browser.Page("/afweging/overzicht")).Document.QuerySelector("h1")!.TextContent);
    }

    private static string FirstRow(SitePage page)
    {
        var row = page.Document.QuerySelector("#uitkomst tbody tr")!;
        return $"{row.Children[0].TextContent} {row.Children[2].TextContent} {row.Children[4].TextContent}";
    }

    private static async Task Weighed(RunningServer server)
    {
        await using var context = server.Register.Open();
        var assessors = await context.Users.Where(u => u.UserName == "een" || u.UserName == "twee").Select(u => u.Id).ToListAsync(Stop);
        var goals = await context.Goals.ToDictionaryAsync(goal => goal.Code, Stop);
        // The square: 5 and 5 on green, 8 on safety; the bridge: 2 and 10 on green, 2 on safety
        foreach (var (number, goal, points) in ((string, string, double[])[])
            [("2026-0042", "groen", [5, 5]), ("2026-0042", "veilig", [8]), ("2026-0043", "groen", [2, 10]), ("2026-0043", "veilig", [2])])
        {
            var initiative = await context.Initiatives.SingleAsync(i => i.Number == number, Stop);
            foreach (var (i, score) in points.Index())
                context.Scores.Add(new Score
                {
                    Id = Guid.CreateVersion7(),
                    InitiativeId = initiative.Id,
                    GoalId = goals[goal].Id,
                    AssessorId = assessors[i],
                    Points = score,
                    At = DateTimeOffset.UnixEpoch,
                    Version = 1,
                });
            if (initiative.State == InitiativeState.Submitted)
                initiative.Take(InitiativeSteps.Find(InitiativeState.Submitted, InitiativeState.Weighed)!, null);
        }

        await context.SaveChangesAsync(Stop);
    }

    private async Task<RunningServer> Started()
    {
        var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        var square = await server.Register.SaveSquare();
        await using (var context = server.Register.Open())
        {
            var green = new Goal { Id = Guid.CreateVersion7(), Code = "groen", Name = "Meer groen", Weight = 0.75, Order = 1 };
            green.Anchors.Add(new ScaleAnchor { Points = 0, Meaning = "Nauwelijks schaduw" });
            context.Goals.AddRange(green, new Goal { Id = Guid.CreateVersion7(), Code = "veilig", Name = "Veilige straten", Weight = 0.25, Order = 2 });
            context.Settings.Add(new PlanningSettings { Municipality = "Waterhoek", Start = new DateOnly(2027, 1, 1) });
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
            foreach (var initiative in await context.Initiatives.ToListAsync(Stop))
            {
                initiative.Take(InitiativeSteps.Find(InitiativeState.Idea, InitiativeState.InPreparation)!, null);
                initiative.Take(InitiativeSteps.Find(InitiativeState.InPreparation, InitiativeState.Submitted)!, null);
            }

            await context.SaveChangesAsync(Stop);
        }

        await server.Add("een", new GivenRole(Role.Assessor));
        await server.Add("twee", new GivenRole(Role.Assessor));
        await server.Add("manager", new GivenRole(Role.PortfolioManager));
        await server.Add("raadslid", new GivenRole(Role.Reader));
        return server;
    }
}
