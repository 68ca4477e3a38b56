using Bunit;
using Koers.App.Organisation;
using Koers.App.Planning;
using Koers.App.Runs;
using Koers.App.Runs.Results;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Runs;
using Koers.Web.Site.Runs;
using Xunit;

namespace Koers.Web.Tests.Site.Components;

/// <summary>What is chosen and what is not, where there are many.</summary>
public class ChoicesPartTests(PostgreSqlServer databases)
{
    [Fact]
    public async Task Of_a_long_list_the_first_fifty_are_shown_with_a_way_to_all_of_them()
    {
        var model = await Model(2_000);
        using var drawn = new Drawn();
        var part = drawn.Of<ChoicesPart>(p => p.Add(c => c.Model, model));
        Assert.Equal((1, 50), (part.FindAll("tbody")[0].ChildElementCount, part.FindAll("tbody")[1].ChildElementCount));
        Assert.Equal("/samenstellen/runs/2/keuzes?toon=alles#niet-gekozen", part.FindAll("a").Single(link => link.TextContent == "Alle 2.000 tonen").GetAttribute("href"));
        var whole = drawn.Of<ChoicesPart>(p => p.Add(c => c.Model, model with { IsWhole = true }));
        Assert.Equal(2_000, whole.FindAll("tbody")[1].ChildElementCount);
    }

    [Theory]
    [InlineData("voorstel 1234", "2026-1234")]
    [InlineData("2026-0007", "2026-0007")]
    public async Task What_is_not_chosen_is_found_by_name_and_by_number(string search, string expected)
    {
        var model = await Model(2_000);
        using var drawn = new Drawn();
        var part = drawn.Of<ChoicesPart>(p => p.Add(c => c.Model, model with { Search = search }));
        Assert.Equal(expected, part.FindAll("tbody")[1].FirstElementChild!.QuerySelector(".koers-klein")!.TextContent);
        Assert.Equal((0, 1), (part.FindAll("tbody")[0].ChildElementCount, part.FindAll("tbody")[1].ChildElementCount));
        Assert.Equal(search, part.Find("#zoek").GetAttribute("value"));
    }

    [Fact]
    public async Task A_short_list_is_shown_whole_and_needs_no_search()
    {
        var model = await Model(3);
        using var drawn = new Drawn();
        var part = drawn.Of<ChoicesPart>(p => p.Add(c => c.Model, model));
        Assert.Empty(part.FindAll("#zoek"));
        Assert.Equal(3, part.FindAll("tbody")[1].ChildElementCount);
    }

    private async Task<RunModel> Model(int leftOut)
    {
        using var register = await TestRegister.Make(DatabaseKind.Sqlite, databases);
        await using var context = register.Open();
        return new RunModel
        {
            SeesAll = true,
            Codes = await CodeBook.Read(context, Xunit.TestContext.Current.CancellationToken),
            Run = new RunView
            {
                Number = 2,
                Kind = RunKind.Plan,
                State = RunState.Done,
                Options = default,
                IsStopAsked = false,
                Attempts = 1,
                HasResult = true,
                AskedAt = DateTimeOffset.UnixEpoch,
            },
            Plan = new PlanPicture
            {
                Run = 2,
                Calendar = new Calendar(new DateOnly(2027, 1, 1), 8),
                IsImpossible = false,
                Chosen = [new PlannedInitiative("2025-0001", "Zwembad", "", "", false, "basis", ["basis"], 0, 4, 0, 4, 1_000, 1)],
                LeftOut = [.. Enumerable.Range(0, leftOut).Select(i => new LeftOutInitiative($"2026-{i:0000}", $"Voorstel {i:0000}", "", "", ["basis"], 1_000))],
            },
        };
    }
}
