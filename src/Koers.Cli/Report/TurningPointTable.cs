using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>Which single changes turn the answer, how large they must be, and which cannot.</summary>
internal sealed class TurningPointTable(Page page, Problem problem, Explanation explanation)
{
    private const int BarCells = 10;
    private readonly Periods _periods = new(problem.Horizon, page.Vocabulary.Report);

    private ExplainTexts Texts => page.Vocabulary.Explain;

    private bool BelongsIn => explanation.Belongs == true;

    /// <summary>The smallest change that turns the answer, in a sentence; more than one where the intervals do not say which.</summary>
    public void Smallest()
    {
        if (explanation.TurningPoints.Count == 0)
            return;
        // The table says until where a statutory task would be worth doing without its duty: nothing puts it out
        if (explanation.Initiative.Mandatory)
            return;
        var turning = explanation.TurningPoints.Where(point => point.Verdict == TurnVerdict.Turns).ToArray();
        if (turning.Length > 0)
            page.Paragraph(BelongsIn ? First(turning) : Least(turning[0]), style: Styles.Strong);
        else if (explanation.TurningPoints.All(point => point.Verdict == TurnVerdict.DoesNotTurn))
            page.Paragraph(BelongsIn ? Texts.NothingPutsOut : Texts.NothingBringsIn, style: Styles.Strong);
    }

    /// <summary>What puts it out first is known where it is out before any other change may put it out; else all that may be are named.</summary>
    private string First(TurningPoint[] turning)
    {
        var upper = turning.Min(point => Share(point, point.OutAt ?? double.PositiveInfinity));
        var may = explanation.TurningPoints.Where(point => point.Verdict != TurnVerdict.DoesNotTurn && Share(point, point.InAt ?? 0) < upper).ToArray();
        return may.Length == 1
            ? Texts.First.With(By(may[0]))
            : Texts.MayBeFirst.With(string.Join("; ", may.Select(point =>
                point.Verdict == TurnVerdict.Turns ? By(point) : $"{Label(point)} ({Texts.NotKnown})")));
    }

    /// <summary>What brings it in with the least is known where it is proven that no other change does so with less.</summary>
    private string Least(TurningPoint least)
    {
        var that = ThatIs(least);
        var upper = Share(least, least.InAt ?? double.PositiveInfinity);
        var isProven = explanation.TurningPoints.All(point => ReferenceEquals(point, least)
            || (point.IsOutProven && Share(point, point.OutAt ?? 0) >= upper));
        return (isProven ? Texts.Smallest : Texts.SmallestKnown).With(that.Length > 0 ? $"{By(least)} ({that})" : By(least));
    }

    /// <summary>A change with its size; a wide interval is told as what it is.</summary>
    private string By(TurningPoint point)
    {
        var size = Size(point, BelongsIn ? point.OutAt : point.InAt, up: true);
        if (!point.IsNarrow)
            size = Texts.Between.With(Size(point, (BelongsIn ? point.InAt : point.OutAt) ?? 0, up: false), size);
        return Texts.By.With(Label(point), point.Kind is ChangeKind.Budget or ChangeKind.Capacity ? Texts.OfWhatItAsks.With(size) : size);
    }

    public void Write()
    {
        if (explanation.TurningPoints.Count == 0)
            return;
        page.Heading(explanation.Initiative.Mandatory ? Texts.DutyTitle : BelongsIn ? Texts.BearsTitle : Texts.BringsInTitle);
        var table = new TextTable(
            new Column(Texts.Change, Fit: Fit.Wrap, Least: 16), new Column(Texts.InAt, Right: true),
            new Column(Texts.OutAt, Right: true), new Column("", Fit: Fit.LeaveOut), new Column(Texts.ThatIs, Fit: Fit.Wrap, Least: 12));
        var scale = explanation.TurningPoints.Where(point => point.Verdict == TurnVerdict.Turns)
            .Select(point => Share(point, Math.Max(point.InAt ?? 0, point.OutAt ?? 0))).Append(0).Max();
        foreach (var point in explanation.TurningPoints)
            table.Row(Cells(point, scale));
        table.Write(page);
        // What explains columns or a mark is said only where they are there
        var isTurning = explanation.TurningPoints.Any(point => point.Verdict == TurnVerdict.Turns);
        var isProven = explanation.TurningPoints.Any(point => point.Verdict != TurnVerdict.NotKnown && point.IsOutProven);
        if (isTurning)
            page.Paragraph(isProven ? $"{Texts.Legend} {Texts.LegendProven}" : Texts.Legend, 2, Styles.Faint);
        else if (isProven)
            page.Paragraph(Texts.LegendProvenOnly, 2, Styles.Faint);
    }

    private Cell[] Cells(TurningPoint point, double scale) => point.Verdict switch
    {
        TurnVerdict.Turns =>
        [
            Label(point), Size(point, point.InAt, up: !BelongsIn), Size(point, point.OutAt, up: BelongsIn) + (point.IsOutProven ? "*" : " "),
            Bar(point, scale), ThatIs(point),
        ],
        TurnVerdict.DoesNotTurn => [Label(point), "", "", "", Never(point) + (point.IsOutProven ? "*" : "")],
        _ => [Label(point), "", "", "", Texts.NotKnown],
    };

    private string Label(TurningPoint point) => point.Kind switch
    {
        ChangeKind.Cost => point.IsRaised ? Texts.Dearer : Texts.Cheaper,
        ChangeKind.Contribution => point.IsRaised ? Texts.MoreEffect : Texts.LessEffect,
        ChangeKind.Effort => Texts.MorePeople,
        ChangeKind.EffortOfOne => Texts.Fewer.With(Capacity(point.Resource)),
        ChangeKind.Start => Texts.OtherStart,
        ChangeKind.Budget => Texts.MoreBudget.With(
            Display.Clean(problem.Budgets.FirstOrDefault(b => b.Id.Value == point.Resource)?.Name ?? point.Resource)),
        _ => Texts.MoreCapacity.With(Capacity(point.Resource)),
    };

    private string Capacity(string? id) => Display.Clean(problem.Capacities.FirstOrDefault(c => c.Id.Value == id)?.Name ?? id);

    // Rounded away from what is claimed: "in at 12.5%" must be true of 12.5%
    private string Size(TurningPoint point, double? size, bool up)
    {
        if (size is not { } known)
            return "";
        if (point.Kind == ChangeKind.Start)
            return _periods.ShortLength((int)known);
        var tenths = known * 1000;
        return page.Numbers.Percent((up ? Math.Ceiling(tenths - 1e-6) : Math.Floor(tenths + 1e-6)) / 1000, 1);
    }

    private string ThatIs(TurningPoint point)
    {
        if (point.Kind == ChangeKind.Start)
            return point.Proof?.With.FirstOrDefault(choice => choice.Initiative == explanation.Initiative.Id) is { } choice
                ? _periods.Name(choice.Start)
                : "";
        if (point.Amount is not { } amount || point.InAt is not > 0)
            return "";
        var written = point.Kind == ChangeKind.Contribution
            ? page.Numbers.Points(amount)
            : page.Numbers.Fixed(amount, Numbers.Decimals([amount]));
        return (point.Kind switch
        {
            ChangeKind.Cost or ChangeKind.Budget => Texts.AmountMoney,
            ChangeKind.Contribution => Texts.AmountPoints,
            _ => Texts.AmountPeak,
        }).With(written);
    }

    private string Never(TurningPoint point)
    {
        var times = page.Numbers.Fixed(point.Kind is ChangeKind.Budget or ChangeKind.Capacity ? point.Limit : point.Limit + 1, 0);
        return (BelongsIn, point.IsRaised) switch
        {
            (true, true) => Texts.AlwaysRaised.With(times),
            (true, _) => Texts.AlwaysLowered,
            // That it cannot is said only where a bound proves it
            _ when point.Kind == ChangeKind.Start => point.IsOutProven ? Texts.NeverStart : Texts.NotFoundStart,
            (_, true) => (point.IsOutProven ? Texts.NeverRaised : Texts.NotFoundRaised).With(times),
            _ => point.IsOutProven ? Texts.NeverLowered : Texts.NotFoundLowered,
        };
    }

    private double Share(TurningPoint point, double size) => point.Kind == ChangeKind.Start ? size / problem.Horizon.Periods : size;

    /// <summary>As far as it is known on the near side, and then the interval in which it turns.</summary>
    private Cell Bar(TurningPoint point, double scale)
    {
        var (a, b) = (Share(point, point.InAt ?? 0), Share(point, point.OutAt ?? 0));
        return Bars.Draw(
            BarCells, scale, new BarPart(Math.Min(a, b), page.Glyphs.Full, Styles.Used),
            new BarPart(Math.Abs(a - b), page.Glyphs.Light, Styles.Faint));
    }
}
