using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>What more of everything scarce brings: confirmed first, then by price.</summary>
internal sealed class PricesReport(Page page, Problem problem, PriceSettings settings, PriceList prices, bool everything)
{
    private readonly Periods _periods = new(problem.Horizon, page.Vocabulary.Report);

    private PricesTexts Texts => page.Vocabulary.Prices;

    public void Write()
    {
        page.Paragraph(Display.Clean(problem.Name), style: Styles.Strong);
        page.Blank();
        var numbers = page.Numbers;
        page.Paragraph(Texts.Worth.With(
            numbers.Points(prices.Base.Value ?? 0), Points(prices.Base.Bound), Points(prices.Base.Certificate?.Bound)));
        if (!prices.IsCertificateGiven)
            page.Paragraph(Texts.Made);
        if (prices.Improved > 0)
            page.Paragraph(Texts.Improved.With(numbers.Points(prices.Improved)));
        Confirmed([.. prices.Prices.Where(p => p.Gain is not null).OrderByDescending(p => p.Gain!.Found)]);
        Others([.. prices.Prices.Where(p => p.Gain is null && p.Price > 0)]);
        page.Blank();
        var free = prices.Prices.Count(p => p.Price <= 0);
        var tried = prices.Prices.Count(p => p.Price <= 0 && p.Gain is not null);
        if (free > 0)
            page.Paragraph((free == prices.Prices.Count
                ? Texts.AllFree : Texts.Free.With(numbers.Whole(free), numbers.Whole(prices.Prices.Count)))
                + " " + Texts.FreeMay + " " + (tried == free ? Texts.FreeAllTried : tried > 0 ? Texts.FreeTried.Count(tried, numbers.Whole(tried)) : Texts.FreeNotTried));
        if (!prices.IsComplete)
            page.Paragraph(Texts.Incomplete, style: Styles.Strong);
    }

    private void Confirmed(MeansPrice[] confirmed)
    {
        if (confirmed.Length == 0)
            return;
        page.Heading(Texts.Confirmed.With(page.Numbers.Asked(settings.Relief)));
        page.Paragraph(Texts.ConfirmedHow, 2, Styles.Faint);
        var most = confirmed.Max(p => p.Gain!.Found);
        var table = new TextTable(
            new Column(Texts.Means, Fit: Fit.Wrap, Least: 22), new Column(Texts.More, Right: true), new Column(Texts.PerUnit, Right: true),
            new Column(Texts.AtPrice, Right: true), new Column(Texts.Found, Right: true), new Column("", Fit: Fit.LeaveOut), new Column(Texts.AtMost, Right: true));
        foreach (var price in confirmed)
            table.Row(
                Name(price), Amount(price), Price(price.Price), page.Numbers.Fixed(price.Worth, 2),
                page.Numbers.Fixed(price.Gain!.Found, 2),
                Bars.Draw(5, most, new BarPart(price.Gain.Found, page.Glyphs.Full, Styles.Used)),
                double.IsFinite(price.Gain.Most) ? page.Numbers.Fixed(price.Gain.Most, 2) : "-");
        table.Write(page);
        if (confirmed.Any(p => p.Gain!.Found <= 0))
            page.Paragraph(Texts.NothingFound, 2, Styles.Faint);
    }

    private void Others(MeansPrice[] others)
    {
        if (others.Length == 0)
            return;
        page.Heading(Texts.Others.With(page.Numbers.Whole(others.Length)));
        page.Paragraph(Texts.OthersHow, 2, Styles.Faint);
        var shown = ListSizes.Shown(others.Length, ListSizes.For(everything).Lines);
        var table = new TextTable(
            new Column(Texts.Means, Fit: Fit.Wrap, Least: 24), new Column(Texts.More, Right: true), new Column(Texts.PerUnit, Right: true),
            new Column(Texts.AtPrice, Right: true));
        foreach (var price in others.Take(shown))
            table.Row(Name(price), Amount(price), Price(price.Price), page.Numbers.Fixed(price.Worth, 2));
        table.Write(page);
        ListSizes.WriteRest(page, others.Length - shown);
    }

    private string Name(MeansPrice price) => price.Kind switch
    {
        MeansKind.Budget => Display.Clean(problem.Budgets.First(b => $"budget/{b.Id}" == price.Rule).Name)
            + ", " + _periods.Year(price.Index!.Value),
        MeansKind.Capacity => Display.Clean(problem.Capacities.First(c => $"capacity/{c.Id}" == price.Rule).Name)
            + ", " + _periods.Name(price.Index!.Value),
        MeansKind.FrameMin => Texts.FrameLower.With(Frame(price.Rule)),
        _ => Texts.FrameUpper.With(Frame(price.Rule)),
    };

    private string Frame(string rule) => Display.Clean(problem.Frames.First(f => $"frame/{f.Id}" == rule).Name);

    /// <summary>A lower limit gives way by going down.</summary>
    private string Amount(MeansPrice price) => (price.Kind == MeansKind.FrameMin ? "-" : "+") + Size(price);

    private string Size(MeansPrice price) =>
        problem.Frames.FirstOrDefault(f => $"frame/{f.Id}" == price.Rule) is SpendShareFrame
            ? page.Numbers.Percent(price.Relief, 2)
            : page.Numbers.Fixed(price.Relief, Numbers.Decimals([price.Relief]));

    /// <summary>A price has the figures that tell it from nothing: money is often counted in thousands.</summary>
    private string Price(double price) => price <= 0 ? page.Numbers.Fixed(0, 0)
        : page.Numbers.Fixed(price, Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Max(price, 1e-9))), 0, 9));

    private string Points(double? points) => points is { } known ? page.Numbers.Points(known) : "-";
}
