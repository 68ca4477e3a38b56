using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;

namespace Koers.Cli.Report;

/// <summary>What an initiative brings against what it uses, row by row, at the prices of a certificate.</summary>
internal sealed class BillTable(Page page, Explanation explanation, RuleNames names, bool everything)
{
    private const int BarCells = 10;
    private const int Lines = 8;

    private ExplainTexts Texts => page.Vocabulary.Explain;

    /// <summary>What the duty to do a statutory task weighs: what that row pays, negative where it receives.</summary>
    public static double Duty(Explanation explanation, Bill bill) => bill.Lines.Where(line => IsDuty(explanation, line)).Sum(line => line.Cost);

    private static bool IsDuty(Explanation explanation, BillLine line) => line.Rule == $"mandatory/{explanation.Initiative.Id}";

    public void Write()
    {
        if (explanation.Bill is not { } bill)
            return;
        page.Heading(Texts.BillTitle);
        var table = new TextTable(
            new Column(Texts.Uses, Fit: Fit.Wrap, Least: 24), new Column(Texts.Amount, Right: true), new Column(Texts.Price, Right: true),
            new Column(Texts.Points, Right: true), new Column("", Fit: Fit.LeaveOut));
        var lines = bill.Lines.Where(line => !IsDuty(explanation, line)).ToArray();
        var largest = lines.Select(line => Math.Abs(line.Cost)).Append(Math.Abs(bill.Brings)).Max();
        // What it receives is as telling as what it pays
        var ordered = lines.OrderByDescending(line => Math.Abs(line.Cost)).ToArray();
        var shown = ListSizes.Shown(ordered.Length, everything ? int.MaxValue : Lines);
        var numbers = page.Numbers;
        table.Row(Texts.BringsItself, "", "", numbers.Fixed(bill.Brings, 3), Bar(bill.Brings, largest, page.Glyphs.Full, Styles.Used));
        foreach (var line in ordered.Take(shown))
            table.Row(
                names.Describe(line.Rule, line.Row), numbers.Fixed(line.Amount, Numbers.Decimals([line.Amount])), Price(line.Price),
                numbers.Fixed(-line.Cost, 3),
                line.Cost > 0
                    ? Bar(line.Cost, largest, page.Glyphs.Light, Styles.Faint)
                    : Bar(-line.Cost, largest, page.Glyphs.Full, Styles.Used));
        var rest = ordered.Skip(shown).Sum(line => -line.Cost);
        if (shown < ordered.Length)
            table.Row(page.Vocabulary.Report.AndMore.With(numbers.Whole(ordered.Length - shown)), "", "", numbers.Fixed(rest, 3), "");
        table.Row(Texts.Left, "", "", numbers.Fixed(bill.Net + Duty(explanation, bill), 3), "");
        table.Write(page);
    }

    private static Cell Bar(double amount, double largest, char glyph, Spectre.Console.Style style) =>
        Bars.Draw(BarCells, largest, new BarPart(Math.Max(0, amount), glyph, style));

    // Prices differ by orders of magnitude: three figures that count
    private string Price(double price) => page.Numbers.Fixed(price, Math.Clamp(2 - (int)Math.Floor(Math.Log10(price)), 0, 8));
}
