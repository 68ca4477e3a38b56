using System.Globalization;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Checking;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>Plans side by side: figures in columns, then what is different from the first, plan by plan.</summary>
internal static class ComparisonReport
{
    private const int NameCells = 26;        // what the names of goals and budgets need to be readable
    private const int NumberCells = 11;      // one column, its distance to the next included

    public static void Write(
        Page page, Problem problem, PlanComparison comparison, IReadOnlyList<ComparedPlan> plans, bool everything)
    {
        var texts = page.Vocabulary.Analysis;
        page.Paragraph(Display.Clean(problem.Name), style: Styles.Strong);
        for (var k = 0; k < plans.Count; k++)
            page.Paragraph(
                (plans[k].KeepsRules ? texts.PlanLine : texts.PlanLineBreaksRules)
                    .With(Letter(k), Display.Clean(plans[k].File)), 2);
        Figures(page, comparison, plans);
        for (var k = 1; k < plans.Count; k++)
            Changes(page, problem, comparison.Changes[k], Letter(k), everything);
    }

    /// <summary>The first plan beside as many others as fit the page, and then beside the next ones.</summary>
    private static void Figures(Page page, PlanComparison comparison, IReadOnlyList<ComparedPlan> plans)
    {
        page.Heading(page.Vocabulary.Analysis.SideBySide);
        var beside = Math.Max(1, ((page.Width - NameCells) / NumberCells) - 1);
        foreach (var others in Enumerable.Range(1, plans.Count - 1).Chunk(beside))
        {
            if (others[0] > 1)
                page.Blank();
            Block(page, comparison, plans, [0, .. others]);
        }
    }

    private static void Block(Page page, PlanComparison comparison, IReadOnlyList<ComparedPlan> plans, int[] shown)
    {
        var (texts, report) = (page.Vocabulary.Analysis, page.Vocabulary.Report);
        var table = new TextTable([
            new Column("", Fit: Fit.Wrap, Least: 16), .. shown.Select(k => new Column(Letter(k), Right: true)),
        ]);
        void Row(string name, Func<PlanFigures, double> of)
        {
            var numbers = shown.Select(k => of(comparison.Figures[k])).ToArray();
            var decimals = Numbers.Decimals(numbers);
            table.Row([name, .. numbers.Select(number => (Cell)page.Numbers.Fixed(number, decimals))]);
        }

        Row(report.Value, figures => figures.Value);
        table.Row([texts.Count, .. shown.Select(k => (Cell)page.Numbers.Whole(plans[k].Plan.Selected.Count))]);
        var first = comparison.Figures[0];
        table.Title(texts.ValuePerGoal);
        for (var g = 0; g < first.Goals.Count; g++)
            Row("  " + Display.Clean(first.Goals[g].Goal.Name), figures => figures.Goals[g].Value);
        if (comparison.Figures.Any(figures => figures.SynergyValue != 0))
            Row("  " + report.Synergies, figures => figures.SynergyValue);
        if (comparison.Figures.Any(figures => figures.Penalty != 0))
            Row("  " + report.Penalty, figures => -figures.Penalty);
        if (first.Budgets.Count > 0)
            table.Title(texts.Money);
        for (var b = 0; b < first.Budgets.Count; b++)
            Row("  " + Display.Clean(first.Budgets[b].Budget.Name), figures => figures.Budgets[b].Spent.Sum());
        if (first.Capacities.Count > 0)
            table.Title(texts.People);
        for (var c = 0; c < first.Capacities.Count; c++)
            Row("  " + Display.Clean(first.Capacities[c].Capacity.Name), figures => figures.Capacities[c].Used.Sum());
        table.Write(page);
    }

    private static void Changes(Page page, Problem problem, IReadOnlyList<PlanChange> changes, string letter, bool everything)
    {
        var texts = page.Vocabulary.Analysis;
        page.Heading(texts.Differences.With(letter, page.Numbers.Whole(changes.Count)));
        if (changes.Count == 0)
        {
            page.Paragraph(texts.NoDifference, 2);
            return;
        }

        var periods = new Periods(problem.Horizon, page.Vocabulary.Report);
        // What comes in and goes out first: that is what people ask about
        var rows = changes.OrderBy(change => change.IsIn ? 0 : change.IsOut ? 1 : 2).ToArray();
        var shown = ListSizes.Shown(rows.Length, ListSizes.For(everything).Chosen);
        var table = new TextTable(
            new Column("", Style: Styles.Strong), new Column(page.Vocabulary.Report.Initiative, Fit: Fit.Wrap, Least: 24),
            new Column("A", Fit: Fit.Wrap), new Column(letter, Fit: Fit.Wrap));
        foreach (var change in rows.Take(shown))
            table.Row(
                Kind(texts, periods, change), Display.Clean(change.Initiative.Name),
                When(periods, change.Initiative, change.Before), When(periods, change.Initiative, change.After));
        table.Write(page);
        ListSizes.WriteRest(page, rows.Length - shown);
    }

    private static string Kind(AnalysisTexts texts, Periods periods, PlanChange change)
    {
        if (change.IsIn)
            return texts.In;
        if (change.IsOut)
            return texts.Out;
        if (change.Shift == 0)
            return texts.OtherVariant;
        return (change.Shift > 0 ? texts.Later : texts.Earlier).With(periods.ShortLength(Math.Abs(change.Shift)));
    }

    private static string When(Periods periods, Initiative initiative, Choice? choice) =>
        choice is null ? ""
        : initiative.Variants.Count > 1 ? $"{periods.Name(choice.Start)}, {Display.Clean(choice.Variant.Value)}"
        : periods.Name(choice.Start);

    private static string Letter(int plan) => ((char)('A' + plan)).ToString(CultureInfo.InvariantCulture);
}
