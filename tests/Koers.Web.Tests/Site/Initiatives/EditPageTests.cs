using System.Net;
using Koers.App.Accounts;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Goals;
using Koers.Domain.Initiatives;
using Koers.Web.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Site.Initiatives;

public class EditPageTests(PostgreSqlServer databases)
{
    private const string Story = "/initiatieven/2026-0042/bewerken?stap=verhaal";
    private const string Variants = "/initiatieven/2026-0042/bewerken?stap=varianten";
    private const string Papers = "/initiatieven/2026-0042/bewerken?stap=stukken";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_may_change_an_initiative_writes_each_step_and_the_rest_of_it_stays()
    {
        await using var server = await Started();
        using var browser = await server.SignedIn("manager");
        var page = await browser.Page("/initiatieven/2026-0042/bewerken");
        Assert.Equal("Stationsplein vergroenen", page.Field("/naam"));

        var saved = await browser.Send(page, Story, ("/naam", "Stationsplein groen"), ("/samenvatting", "Bomen\r\nen schaduw"), ("_verder", "ja"));
        Assert.Equal("/initiatieven/2026-0042/bewerken?stap=mensen", saved.Location);

        await using var context = server.Register.Open();
        var initiative = await context.Initiatives.Include(i => i.Variants).SingleAsync(Stop);
        Assert.Equal(("Stationsplein groen", "Bomen\nen schaduw"), (initiative.Name, initiative.Summary));
        Assert.Equal(2, Assert.Single(initiative.Variants).Spends.Count);
    }

    [Fact]
    public async Task Who_types_a_sign_of_per_cent_means_per_cent_and_more_than_a_hundred_is_refused()
    {
        await using var server = await Started();
        using var browser = await server.SignedIn("manager");
        var page = await browser.Page(Variants);
        Assert.Equal("/initiatieven/2026-0042", (await browser.Send(
            page, Variants, ("/varianten/0/kansVanSlagen", "90%"), ("/varianten/0/aandeelEffect", "80 %"))).Location);
        await using (var context = server.Register.Open())
        {
            var variant = (await context.Initiatives.Include(i => i.Variants).SingleAsync(Stop)).Variants.Single();
            Assert.Equal((0.9, 0.8), (variant.Success, variant.EffectShare));
        }

        var refused = await browser.Send(await browser.Page(Variants), Variants, ("/varianten/0/kansVanSlagen", "150%"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Fact]
    public async Task A_form_with_a_field_of_a_far_row_makes_no_large_page()
    {
        await using var server = await Started();
        using var browser = await server.SignedIn("manager");
        var answer = await browser.Send(await browser.Page(Variants), Variants, ("/varianten/99999/code", "z"), ("/varianten/99999/looptijd", "x"));
        Assert.InRange(answer.Document.QuerySelectorAll("[name^='/varianten/'][name$='/looptijd']").Length, 2, 40);
    }

    [Fact]
    public async Task A_total_is_spread_evenly_over_the_quarters_to_the_cent_and_people_by_quarter_come_along()
    {
        await using var server = await Started();
        using var browser = await server.SignedIn("manager");
        var page = await browser.Page(Variants);
        Assert.Equal(("125000,1", "2500"), (page.Field("/varianten/0/geld/0/kwartalen/0"), page.Field("/varianten/0/geld/1/daarna")));

        // 100.00 over 3 quarters: 33.34 + 33.33 + 33.33
        var saved = await browser.Send(
            page, Variants, ("/varianten/0/geld/0/kwartalen/0", ""), ("/varianten/0/geld/0/totaal", "100"),
            ("/varianten/0/effecten/0/punten", "-1,5"), ("/varianten/0/kansVanSlagen", "75"));
        Assert.Equal("/initiatieven/2026-0042", saved.Location);

        await using var context = server.Register.Open();
        var variant = (await context.Initiatives.Include(i => i.Variants).SingleAsync(Stop)).Variants.Single();
        Assert.Equal(
            [(0, 33.34m), (1, 33.33m), (2, 33.33m), (null, 2500m)],
            variant.Spends.Select(spend => (spend.Quarter, spend.Amount.Amount)).OrderBy(spend => spend.Quarter ?? 99));
        Assert.Equal(0.75, variant.Success);
        Assert.Equal(-1.5, Assert.Single(variant.Effects).Points);
    }

    [Fact]
    public async Task Before_saving_a_total_can_be_spread_to_be_looked_at()
    {
        await using var server = await Started();
        using var browser = await server.SignedIn("manager");
        var page = await browser.Page(Variants);
        var spread = await browser.Send(
            page, Variants, ("/varianten/0/geld/0/kwartalen/0", ""), ("/varianten/0/geld/0/totaal", "90,03"), ("/varianten/0/looptijd", "4"), ("_rij", "verdeel"));
        Assert.Equal(HttpStatusCode.OK, spread.Status);
        // 90.03 over 4: 22.51 + 22.51 + 22.51 + 22.50
        Assert.Equal("22,51", spread.Field("/varianten/0/geld/0/kwartalen/2"));
        Assert.Equal("22,5", spread.Field("/varianten/0/geld/0/kwartalen/3"));
        Assert.Equal("", spread.Field("/varianten/0/geld/0/totaal"));
        Assert.Equal("", spread.Field("/varianten/1/code") ?? "");
    }

    [Fact]
    public async Task What_is_wrong_comes_back_at_the_field_where_it_was_typed_and_nothing_typed_is_lost()
    {
        await using var server = await Started();
        using var browser = await server.SignedIn("manager");
        var page = await browser.Page(Variants);
        var refused = await browser.Send(
            page, Variants, ("/varianten/0/geld/0/totaal", "veel"), ("/varianten/0/omschrijving", "Met bomen"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("true", refused.Document.GetElementById("veld-varianten-0-geld-0-totaal")!.GetAttribute("aria-invalid"));
        Assert.Equal(("veel", "Met bomen"), (refused.Field("/varianten/0/geld/0/totaal"), refused.Field("/varianten/0/omschrijving")));

        // A fault of the use case: the fifth quarter of a variant of three
        var beyond = await browser.Send(
            page, Variants, ("/varianten/0/geld/0/kwartalen/4", "10"));
        Assert.Equal(HttpStatusCode.BadRequest, beyond.Status);
        Assert.Equal("true", beyond.Document.GetElementById("veld-varianten-0-geld-0-kwartalen-4")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Where_somebody_else_changed_it_meanwhile_what_they_made_of_it_stands_beside_what_was_typed()
    {
        await using var server = await Started();
        using var first = await server.SignedIn("manager");
        using var second = await server.SignedIn("ander");
        var (mine, theirs) = (await first.Page(Story), await second.Page(Story));
        await second.Send(theirs, Story, ("/naam", "Plein van de ander"));

        var refused = await first.Send(mine, Story, ("/naam", "Plein van mij"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.Status);
        Assert.Equal("Plein van mij", refused.Field("/naam"));
        Assert.Contains("Plein van de ander", refused.Text, StringComparison.Ordinal);
        Assert.Contains("De ander", refused.Text, StringComparison.Ordinal);

        var saved = await first.Send(refused, Story);
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        await using var context = server.Register.Open();
        Assert.Equal("Plein van mij", (await context.Initiatives.SingleAsync(Stop)).Name);
    }

    [Fact]
    public async Task What_somebody_did_not_touch_becomes_what_the_other_made_of_it()
    {
        await using var server = await Started();
        using var first = await server.SignedIn("manager");
        using var second = await server.SignedIn("ander");
        var (mine, theirs) = (await first.Page(Story), await second.Page(Story));
        await second.Send(theirs, Story, ("/naam", "Plein van de ander"), ("/fase", "ontwerp"));

        var refused = await first.Send(mine, Story, ("/samenvatting", "Mijn verhaal"));
        Assert.Equal(("Plein van de ander", "ontwerp", "Mijn verhaal"), (refused.Field("/naam"), refused.Field("/fase"), refused.Field("/samenvatting")));
        await first.Send(refused, Story);
        await using var context = server.Register.Open();
        var initiative = await context.Initiatives.SingleAsync(Stop);
        Assert.Equal(("Plein van de ander", "ontwerp", "Mijn verhaal"), (initiative.Name, initiative.Phase, initiative.Summary));
    }

    [Fact]
    public async Task In_a_variant_that_both_changed_each_field_and_row_is_looked_at_by_itself()
    {
        await using var server = await Started();
        using var first = await server.SignedIn("manager");
        using var second = await server.SignedIn("ander");
        var (mine, theirs) = (await first.Page(Variants), await second.Page(Variants));
        await second.Send(
            theirs, Variants, ("/varianten/0/looptijd", "5"), ("/varianten/0/geld/0/kwartalen/1", "70"), ("/varianten/1/code", "kaal"), ("/varianten/1/looptijd", "2"));

        var refused = await first.Send(mine, Variants, ("/varianten/0/omschrijving", "Met bomen"), ("/varianten/0/geld/0/kwartalen/2", "80"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.Status);
        Assert.Equal(
            ("5", "Met bomen", "70", "80", "kaal"),
            (refused.Field("/varianten/0/looptijd"), refused.Field("/varianten/0/omschrijving"), refused.Field("/varianten/0/geld/0/kwartalen/1"),
                refused.Field("/varianten/0/geld/0/kwartalen/2"), refused.Field("/varianten/1/code")));
        Assert.Contains("Dit had u niet gewijzigd", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await first.Send(refused, Variants)).Status);
        await using var context = server.Register.Open();
        Assert.Equal(["basis", "kaal"], (await context.Initiatives.Include(i => i.Variants).SingleAsync(Stop)).Variants.Select(variant => variant.Code).Order());
    }

    [Fact]
    public async Task Rows_that_both_added_are_all_there_and_a_row_that_one_took_away_stays_away()
    {
        await using var server = await Started();
        using var first = await server.SignedIn("manager");
        using var second = await server.SignedIn("ander");
        await first.Send(await first.Page(Papers), Papers, ("/documenten/0/titel", "Oud"), ("/documenten/0/adres", "https://voorbeeld.nl/oud"));
        var (mine, theirs) = (await first.Page(Papers), await second.Page(Papers));
        await second.Send(
            theirs, Papers, ("/documenten/0/titel", "Van de ander"), ("/documenten/0/adres", "https://voorbeeld.nl/ander"),
            ("/labels/0/soort", "thema"), ("/labels/0/waarde", "water"));

        var refused = await first.Send(mine, Papers, ("/documenten/1/titel", "Van mij"), ("/documenten/1/adres", "https://voorbeeld.nl/mij"));
        await first.Send(refused, Papers);
        await using var context = server.Register.Open();
        var initiative = await context.Initiatives.SingleAsync(Stop);
        Assert.Equal(["Van de ander", "Van mij"], initiative.Documents.Select(document => document.Title).Order(StringComparer.Ordinal));
        Assert.Equal("water", Assert.Single(initiative.Labels).Value);
    }

    [Theory]
    [InlineData("/varianten/0/geld/0/totaal", "99999999999999999999", "Dit getal is te groot.")]
    [InlineData("/varianten/0/geld/0/totaal", "900.000.000.000", "Een bedrag is 0 tot en met € 100.000.000.000.")]
    [InlineData("/varianten/0/looptijd", "99999999999", "Dit getal is te groot.")]
    [InlineData("/varianten/0/looptijd", "-4", "-4 kan niet: van 1 tot en met 80.")]
    public async Task A_figure_that_cannot_be_has_one_fault_that_says_what_can(string field, string text, string said)
    {
        await using var server = await Started();
        using var browser = await server.SignedIn("manager");
        var refused = await browser.Send(await browser.Page(Variants), Variants, ("/varianten/0/geld/0/kwartalen/0", ""), (field, text));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.EndsWith(said, Assert.Single(refused.Document.QuerySelectorAll(".koers-fouten li")).TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variant_goes_only_after_somebody_said_yes()
    {
        await using var server = await Started();
        using var browser = await server.SignedIn("manager");
        var page = await browser.Page(Variants);
        var asked = await browser.Send(page, Variants, ("/varianten/0/weg", "true"));
        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        await using (var context = server.Register.Open())
            Assert.Single((await context.Initiatives.Include(i => i.Variants).SingleAsync(Stop)).Variants);

        var gone = await browser.Send(asked, Variants, ("_bevestigd", "basis"));
        Assert.Equal(HttpStatusCode.SeeOther, gone.Status);
        await using var after = server.Register.Open();
        Assert.Empty((await after.Initiatives.Include(i => i.Variants).SingleAsync(Stop)).Variants);
    }

    [Fact]
    public async Task Documents_and_labels_are_rows_of_which_there_can_be_more()
    {
        await using var server = await Started();
        using var browser = await server.SignedIn("manager");
        var page = await browser.Page(Papers);
        var more = await browser.Send(page, Papers, ("/documenten/0/titel", "Schets"), ("_rij", "/labels"));
        Assert.Equal("Schets", more.Field("/documenten/0/titel"));
        Assert.Equal("", more.Field("/labels/1/soort"));

        var wrong = await browser.Send(more, Papers, ("/documenten/0/adres", "C:\\map"), ("/labels/1/soort", "Niet Goed"), ("/labels/1/waarde", "x"));
        Assert.Equal("true", wrong.Document.GetElementById("veld-documenten-0-adres")!.GetAttribute("aria-invalid"));
        Assert.Equal("true", wrong.Document.GetElementById("veld-labels-1-soort")!.GetAttribute("aria-invalid"));

        var saved = await browser.Send(wrong, Papers, ("/documenten/0/adres", "https://voorbeeld.nl/schets"), ("/labels/1/soort", "soort"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        await using var context = server.Register.Open();
        var initiative = await context.Initiatives.SingleAsync(Stop);
        Assert.Equal(("Schets", "x"), (Assert.Single(initiative.Documents).Title, Assert.Single(initiative.Labels).Value));
    }

    [Fact]
    public async Task Who_may_not_change_it_gets_no_form()
    {
        await using var server = await Started();
        using var browser = await server.SignedIn("beoordelaar");
        Assert.Equal(HttpStatusCode.Forbidden, await browser.Status(Story));
        var page = await browser.Page("/initiatieven/2026-0042");
        Assert.DoesNotContain(page.Document.QuerySelectorAll("a"), link => link.GetAttribute("href")!.Contains("bewerken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_step_is_there_in_English_too()
    {
        await using var server = await Started();
        using var browser = await server.SignedIn("manager");
        browser.DefaultRequestHeaders.Add("Cookie", "koers-taal=en");
        foreach (var (step, title) in new[] { ("verhaal", "The story"), ("mensen", "Sponsors and partners"), ("varianten", "Variants"), ("stukken", "Documents and labels") })
            Assert.Equal(title, (await browser.Page($"/initiatieven/2026-0042/bewerken?stap={step}")).Document.QuerySelector("h2")!.TextContent);
    }

    private async Task<RunningServer> Started()
    {
        var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        await using (var context = server.Register.Open())
        {
            context.Goals.Add(new Goal { Id = Guid.CreateVersion7(), Code = "groen", Name = "Meer groen", Weight = 1 });
            await context.SaveChangesAsync(Stop);
        }

        await server.Add("manager", new GivenRole(Role.PortfolioManager));
        await server.Add("ander", new GivenRole(Role.PortfolioManager));
        await server.Add("beoordelaar", new GivenRole(Role.Assessor));
        return server;
    }
}
