using AngleSharp.Dom;
using Bunit;
using Koers.App.Initiatives;
using Koers.App.Organisation;
using Koers.App.Planning;
using Koers.App.Requests;
using Koers.App.Runs;
using Koers.App.Runs.Results;
using Koers.App.Storage;
using Koers.App.Tests.Planning;
using Koers.App.Tests.Storage;
using Koers.App.Weighing;
using Koers.Domain.Initiatives;
using Koers.Domain.Means;
using Koers.Domain.Runs;
using Koers.Web.Site;
using Koers.Web.Site.Forms;
using Koers.Web.Site.Initiatives;
using Koers.Web.Site.Parts;
using Koers.Web.Site.Runs;
using Koers.Web.Site.Runs.Answers;
using Koers.Web.Site.Weighing;
using Xunit;

namespace Koers.Web.Tests.Site.Components;

public class ComponentTests(PostgreSqlServer databases)
{
    [Theory]
    [InlineData(1, 50, "")]
    [InlineData(1, 120, "1 2 3")]
    [InlineData(5, 1_000, "1 … 3 4 5 6 7 … 20")]
    [InlineData(20, 1_000, "1 … 18 19 20")]
    public void A_pager_shows_the_first_the_last_and_those_around_this_page(int number, int total, string shown)
    {
        using var drawn = new Drawn();
        var pager = drawn.Of<Pager>(p => p.Add(c => c.Number, number).Add(c => c.Size, 50).Add(c => c.Total, total).Add(c => c.Address, page => $"/x?pagina={page}"));
        Assert.Equal(shown, string.Join(' ', pager.FindAll(".koers-bladen > *").Select(page => page.TextContent.Trim())));
        if (shown.Length > 0)
            Assert.Equal($"/x?pagina={number}", pager.Find("[aria-current=page]").GetAttribute("href"));
    }

    [Theory]
    [InlineData(9, 120, "/x?pagina=3")]
    [InlineData(2, 50, "/x?pagina=1")]
    public void Who_is_beyond_the_last_page_is_led_back_to_it(int number, int total, string back)
    {
        using var drawn = new Drawn();
        var pager = drawn.Of<Pager>(p => p.Add(c => c.Number, number).Add(c => c.Size, 50).Add(c => c.Total, total).Add(c => c.Address, page => $"/x?pagina={page}"));
        Assert.Equal(back, pager.Find("p a").GetAttribute("href"));
    }

    [Theory]
    [InlineData("nummer", "naam", null, "?sorteer=naam")]
    [InlineData("naam", "naam", "ascending", "?sorteer=-naam")]
    [InlineData("-naam", "naam", "descending", "?sorteer=naam")]
    public void A_sorted_header_says_how_it_is_sorted_and_leads_to_the_other_way_round(string order, string column, string? sorted, string address)
    {
        using var drawn = new Drawn();
        var header = drawn.Of<SortedHeader>(p => p.Add(c => c.Query, new InitiativeListQuery { Order = order, Number = 4 }).Add(c => c.Column, column).Add(c => c.Label, "Naam"));
        Assert.Equal((sorted, "/initiatieven" + address), (header.Find("th").GetAttribute("aria-sort"), header.Find("a").GetAttribute("href")));
    }

    [Fact]
    public async Task Variants_stand_side_by_side_with_money_during_and_after_and_people_on_average()
    {
        using var register = await TestRegister.Make(DatabaseKind.Sqlite, databases);
        await register.SaveSquare();
        await using var context = register.Open();
        var codes = await CodeBook.Read(context, Xunit.TestContext.Current.CancellationToken);
        VariantInput[] variants =
        [
            new()
            {
                Code = "sober",
                Duration = 2,
                Spends = [new("investering", 0, Euro.Of(100)), new("investering", 1, Euro.Of(50)), new("investering", null, Euro.Of(7))],
                Efforts = [new("ontwerp", 0, 3)],
            },
            new() { Code = "ruim", Duration = 1, EarliestStart = new DateOnly(2027, 4, 1) },
        ];
        using var drawn = new Drawn();
        var table = drawn.Of<VariantTable>(p => p.Add(c => c.Variants, variants).Add(c => c.Codes, codes).Add(c => c.Agreed, "ruim"));
        Assert.Equal(["sober", "ruim ✓ afgesproken"], table.FindAll("thead th").Select(head => head.TextContent));
        var rows = table.FindAll("tbody tr").ToDictionary(row => row.Children[0].TextContent, row => (row.Children[1].TextContent, row.Children[2].TextContent));
        Assert.Equal(("€ 150", "–"), rows["Kosten tijdens de uitvoering"]);
        Assert.Equal(("€ 7", "–"), rows["Daarna, per kwartaal"]);
        // 3 fte in one of two quarters: 1.5 on average
        Assert.Equal(("gemiddeld 1,5 fte, hoogstens 3", "–"), rows["ontwerp"]);
        Assert.Equal(("vrij", "vanaf 2027 K2"), rows["Start"]);
    }

    [Theory]
    [InlineData(RunKind.Plan, 0, "wachten tot er rekenkracht vrij is")]
    [InlineData(RunKind.Risk, 1, "wachten op één run die eerder is gevraagd")]
    [InlineData(RunKind.Plan, 3, "wachten op 3 runs die eerder zijn gevraagd")]
    public void A_run_that_waits_says_for_what(RunKind kind, int ahead, string said)
    {
        var run = new RunView
        {
            Number = 7,
            Kind = kind,
            State = RunState.Queued,
            Options = default,
            IsStopAsked = false,
            Attempts = 0,
            HasResult = false,
            AskedAt = DateTimeOffset.UnixEpoch,
        };
        using var drawn = new Drawn();
        var part = drawn.Of<RunProgressPart>(p => p.Add(c => c.Model, new RunModel { Run = run, Ahead = ahead }));
        Assert.Contains(said, part.Find("dl").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("Geen uitweg is goedkoper.", "", 1)]
    public void An_answer_of_which_nothing_is_proven_or_open_has_no_empty_box(string proven, string open, int boxes)
    {
        using var drawn = new Drawn();
        var frame = drawn.Of<AnswerFrame>(p => p.Add(c => c.Sentence, "Dit is het.").Add(c => c.Proven, [proven]).Add(c => c.Open, [open]));
        Assert.Equal(boxes, frame.FindAll("section").Count);
    }

    [Theory]
    [InlineData("sampled", "nl", "1 initiatief zit in het beste bekende plan bij alle 20 geprobeerde gewichten; 2 hangen ervan af en 0 komen er nergens in.")]
    [InlineData("sampled", "en", "1 initiative is in the best plan known at all 20 weights that were tried; 2 depend on them and 0 come in nowhere.")]
    [InlineData("exact", "nl", "1 initiatief wordt gekozen bij alle gewichten binnen de marges; 2 hangen ervan af en 0 komen er nergens in.")]
    public void The_robust_core_claims_no_more_than_the_weights_that_were_tried(string method, string language, string said)
    {
        var answer = new RobustAnswer(
            "feasible", [], method, "assumed", [], new Dictionary<string, WeightAnswer>(), false, false, 0, 3,
            [new("2026-0001", "core", 1), new("2026-0002", "borderline", 0.5), new("2026-0003", "borderline", 0.1)], null, null, null, null,
            [.. Enumerable.Repeat(new VectorAnswer(1), 20)]);
        using var drawn = new Drawn(language);
        var part = drawn.Of<RobustPart>(p => p.Add(c => c.Model, Asked(answer)).Add(c => c.Answer, answer));
        Assert.Contains(said, part.Markup, StringComparison.Ordinal);
    }

    [Theory]
    // Worth 0, 6 and 10 at equal distances: with these bounds surely bent, and with a last one of 14 perhaps ever steeper
    [InlineData(10, true)]
    [InlineData(14, false)]
    public void A_knee_is_named_only_where_the_bounds_prove_one(double last, bool isNamed)
    {
        FrontierPointAnswer Point(double factor, double value, double bound) => new(factor, factor, "feasible", value, bound, []);
        var step = new FrontierStepAnswer(0.5, 4, [], []);
        var answer = new FrontierAnswer(
            [], [], "factor", true, [Point(0.5, 0, 0), Point(1, 6, 6), Point(1.5, 10, last)], [step, step], new KneeAnswer(1, 1, 1), []);
        using var drawn = new Drawn("en");
        var markup = drawn.Of<FrontierPart>(p => p.Add(c => c.Model, Asked(answer)).Add(c => c.Answer, answer)).Markup;
        Assert.Equal(isNamed, markup.Contains("After 100% more clearly brings less.", StringComparison.Ordinal));
        Assert.Equal(!isNamed, markup.Contains("is not known: the margins are too wide", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, 0, 0.0004, "is 0% (met 95% zekerheid tussen 0% en 0,04%)")]
    [InlineData(0.81, 0.79, 0.83, "is 81% (met 95% zekerheid tussen 79% en 83%)")]
    public void Between_which_chances_is_never_between_the_same_two(double chance, double low, double high, string said)
    {
        var answer = new RiskAnswer(
            10_000, 10_000, true, new AssumptionsAnswer(null, null), new ChanceAnswer(chance, low, high), new RiskValueAnswer(1, 1, []),
            new Dictionary<string, RiskBudgetAnswer>(), new Dictionary<string, RiskPoolAnswer>(), [], [], []);
        using var drawn = new Drawn();
        Assert.Contains(said, drawn.Of<RiskPart>(p => p.Add(c => c.Model, Asked(answer)).Add(c => c.Answer, answer)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_shown_as_nothing_has_no_sign()
    {
        var figures = new Figures("nl");
        Assert.Equal(["0,00", "0", "0,00", "0%"], [figures.Points(-0.0), figures.Compact(-0.001), figures.PointsAtMost(-1e-12), figures.Percent(-0.001)]);
        Assert.Equal(["−0,01", "0,01"], [figures.Points(-0.006), figures.Points(0.005)]);
    }

    private static AnswerModel Asked(object answer)
    {
        var town = new SmallTown();
        town.With("2026-0001", InitiativeState.Weighed);
        var problem = ProblemBuilder.Build(town.Source);
        var run = new RunView
        {
            Number = 2,
            Kind = RunKind.Robust,
            State = RunState.Done,
            Options = default,
            IsStopAsked = false,
            Attempts = 1,
            HasResult = true,
            AskedAt = DateTimeOffset.UnixEpoch,
        };
        return new AnswerModel(run, answer, new RuleWords(problem), new Calendar(problem.Horizon.Start, problem.Horizon.Periods), null!);
    }

    [Fact]
    public void A_field_with_a_fault_says_so_to_eyes_and_to_screen_readers_and_keeps_what_was_typed()
    {
        var form = FormData.Sent([new("/bedrag", "veel")], "nl").After(new InvalidInputException([new InputFault("/bedrag", new Text("Dit is geen getal.", "This is no number."))]));
        using var drawn = new Drawn();
        var field = drawn.Of<TextField>(p => p.Add(c => c.Form, form).Add(c => c.Where, "/bedrag").Add(c => c.Label, "Bedrag").Add(c => c.Help, "In euro's").Add(c => c.IsNumber, true));
        var input = field.Find("input");
        Assert.Equal(("veel", "true", "decimal"), (input.GetAttribute("value"), input.GetAttribute("aria-invalid"), input.GetAttribute("inputmode")));
        foreach (var id in input.GetAttribute("aria-describedby")!.Split(' '))
            Assert.NotNull(field.Nodes.QuerySelector("#" + id));
        Assert.Equal(input.Id, field.Find("label").GetAttribute("for"));
        Assert.Contains("Dit is geen getal.", field.Markup, StringComparison.Ordinal);

        using var english = new Drawn("en");
        Assert.Contains("This is no number.", english.Of<TextField>(p => p.Add(c => c.Form, form).Add(c => c.Where, "/bedrag").Add(c => c.Label, "Amount")).Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 10, null, 12)]
    [InlineData(0, 10, 7.5, 13)]
    [InlineData(1, 5, null, 6)]
    [InlineData(0, 100, null, 0)]
    [InlineData(0.5, 5, null, 0)]
    public void A_short_scale_of_whole_steps_is_chosen_from_and_any_other_is_typed(double lowest, double highest, double? given, int choices)
    {
        var line = new ScoreLine(
            "groen", "Meer groen", "", [new AnchorView(5, "Een park")], given is { } points ? new OwnScore(points, "", DateTimeOffset.UnixEpoch, 1) : null);
        using var drawn = new Drawn();
        var field = drawn.Of<ScoreField>(p => p.Add(c => c.Form, FormData.Empty("nl")).Add(c => c.Where, "/doelen/0").Add(c => c.Line, line).Add(c => c.Lowest, lowest).Add(c => c.Highest, highest));
        Assert.Equal(choices, field.FindAll("input[type=radio]").Count);
        Assert.Equal(choices == 0 ? 1 : 0, field.FindAll("input[inputmode=decimal]").Count);
        Assert.Contains("Een park", field.Find(".koers-ankers").TextContent, StringComparison.Ordinal);
    }
}
