using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>What was chosen, in order of start.</summary>
internal static class ChosenList
{
    public static void Write(Page page, Periods periods, Problem problem, Plan plan, ListSizes sizes)
    {
        var texts = page.Vocabulary.Report;
        var places = problem.Initiatives.Select((initiative, place) => (initiative, place))
            .ToDictionary(pair => pair.initiative.Id);
        var rows = plan.Selected
            .Select(choice => (choice, places[choice.Initiative].initiative, places[choice.Initiative].place))
            .OrderBy(row => row.choice.Start).ThenBy(row => row.place).ToArray();
        page.Heading(texts.Chosen.With(page.Numbers.Whole(rows.Length)));
        if (rows.Length == 0)
        {
            page.Paragraph(texts.NothingChosen, 2);
            return;
        }

        var costs = rows.Select(row => Costs.Of(problem.Horizon, VariantOf(row.initiative, row.choice), row.choice.Start)).ToArray();
        var decimals = Numbers.Decimals(costs);
        var shown = ListSizes.Shown(rows.Length, sizes.Chosen);
        var table = new TextTable(
            new Column(texts.Start, Style: Styles.Faint), new Column(texts.Duration, Right: true),
            new Column(texts.Initiative, Fit: Fit.Wrap, Least: 30), new Column(texts.Variant, Fit: Fit.Cut, Least: 7),
            new Column(texts.Department, Fit: Fit.Cut, Least: 10), new Column(texts.Cost, Right: true));
        for (var i = 0; i < shown; i++)
        {
            var (choice, initiative, _) = rows[i];
            table.Row(
                periods.Name(choice.Start), periods.ShortLength(VariantOf(initiative, choice).Duration),
                Display.Clean(initiative.Name) + (choice.Start < 0 ? " (" + texts.Running + ")" : ""),
                initiative.Variants.Count > 1 ? Display.Clean(choice.Variant.Value) : "",
                Labels.Department(initiative), page.Numbers.Fixed(costs[i], decimals));
        }

        table.Write(page);
        ListSizes.WriteRest(page, rows.Length - shown);
    }

    private static Variant VariantOf(Initiative initiative, Choice choice) =>
        initiative.Variants.First(variant => variant.Id == choice.Variant);
}
