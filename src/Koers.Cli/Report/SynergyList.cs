using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Checking;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>What else adds to the value or takes from it: synergies, overlaps, departing from an earlier plan.</summary>
internal static class SynergyList
{
    public static void Write(Page page, Problem problem, PlanFigures figures, ListSizes sizes)
    {
        if (figures.Synergies.Count == 0 && figures.Penalty == 0)
            return;
        var texts = page.Vocabulary.Report;
        var names = new RuleNames(problem, page);
        page.Heading(texts.Synergies);
        var values = figures.Synergies.Select(synergy => synergy.Value).Append(figures.Penalty);
        var decimals = Numbers.Decimals(values);
        var shown = ListSizes.Shown(figures.Synergies.Count, sizes.Lines);
        var table = new TextTable(new Column("", Fit: Fit.Wrap), new Column("", Right: true));
        foreach (var synergy in figures.Synergies.Take(shown))
            table.Row(names.List(synergy.Initiatives), Signed(page, synergy.Value, decimals));
        if (figures.Penalty != 0)
            table.Row(texts.Penalty, Signed(page, -figures.Penalty, decimals));
        table.Write(page);
        ListSizes.WriteRest(page, figures.Synergies.Count - shown);
    }

    private static string Signed(Page page, double value, int decimals) =>
        (value > 0 ? "+" : "") + page.Numbers.Fixed(value, decimals);
}
