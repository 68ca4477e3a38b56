using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>Conflicts, the cheapest way out, what each rule alone would take, and what a plan is then worth.</summary>
internal static class RepairReport
{
    private const int BarCells = 8;

    public static void Write(Page page, Problem problem, ProblemRepair repair)
    {
        var texts = page.Vocabulary.Repair;
        page.Paragraph(Display.Clean(problem.Name), style: Styles.Heading);
        page.Blank();
        if (repair.Status == RepairStatus.NothingToRepair)
        {
            page.Paragraph(texts.Nothing, style: Styles.Strong);
            return;
        }

        page.Paragraph(repair.IsProvenInfeasible ? texts.Proven : texts.NotProven, style: Styles.Strong);
        var periods = new Periods(problem.Horizon, page.Vocabulary.Report);
        var names = new RuleNames(problem, page, periods);
        if (repair.IsProvenInfeasible)
            Conflicts(page, names, repair);
        page.Heading(texts.Cheapest);
        if (repair.WayOut is not { } wayOut)
        {
            page.Paragraph(texts.NoWayOut);
        }
        else
        {
            page.Paragraph(Price(page, wayOut));
            Changes(page, problem, wayOut.Changes, names, periods);
            page.Paragraph(texts.PointsAre, 2, Styles.Faint);
        }

        Alternatives(page, problem, repair.Alternatives, names, periods);
        if (repair.WayOut is not null)
            After(page, repair);
    }

    /// <summary>What a way out costs, and beside which others: a task or relation that may not be given up freely was not compared.</summary>
    private static string Price(Page page, WayOut wayOut)
    {
        var texts = page.Vocabulary.Repair;
        var (price, least) = (page.Numbers.Fixed(wayOut.Price, 2), page.Numbers.Fixed(wayOut.Least, 2));
        if (wayOut.Among is not (LeastAmong.WithoutGivingUp or LeastAmong.GivingUpAsLittle))
            return wayOut.IsProvenLeast ? texts.ProvenLeast.With(price)
                : wayOut.Least <= 0 ? texts.NotKnownLeast.With(price)
                : texts.AtLeast.With(price, least);
        var kept = wayOut.Among == LeastAmong.WithoutGivingUp ? texts.WithoutGivingUp : texts.GivingUpAsLittle;
        return (wayOut.IsProvenLeast ? texts.ProvenLeastKept.With(price, kept)
            : wayOut.Least <= 0 ? texts.NotKnownLeastKept.With(price, kept)
            : texts.AtLeastKept.With(price, kept, least)) + " " + texts.GiveUpToo;
    }

    private static void Conflicts(Page page, RuleNames names, ProblemRepair repair)
    {
        var texts = page.Vocabulary.Repair;
        if (repair.Conflicts.Count == 0)
        {
            page.Paragraph(texts.NoConflict);
            return;
        }

        page.Heading((repair.HasAllConflicts ? texts.AllConflicts : texts.SomeConflicts).With(page.Numbers.Whole(repair.Conflicts.Count)));
        foreach (var (n, conflict) in repair.Conflicts.Index())
        {
            page.Paragraph((conflict.Rules.Count == 1 ? texts.OneRule : conflict.IsIrreducible ? texts.Irreducible : texts.NotIrreducible).With(page.Numbers.Whole(n + 1)));
            foreach (var rule in conflict.Rules)
                foreach (var (k, line) in Display.Wrap(names.Describe(rule), page.Width - 4).Index())
                    page.Line(k == 0 ? "  - " : "    ", line);
        }
    }

    private static void Changes(Page page, Problem problem, IReadOnlyList<LimitChange> changes, RuleNames names, Periods periods)
    {
        var texts = page.Vocabulary.Repair;
        var table = new TextTable(
            new Column(texts.GivesWay, Fit: Fit.Wrap, Least: 20), new Column(texts.From, Right: true), new Column(texts.To, Right: true),
            new Column(texts.Points, Right: true), new Column("", Fit: Fit.LeaveOut));
        var all = changes.Select(change => change.Price).DefaultIfEmpty().Max();
        foreach (var change in changes)
            table.Row(
                Name(problem, change, names, periods, texts), change.Old is { } old ? Amount(page, problem, change, old) : "",
                change.New is { } now ? Amount(page, problem, change, now) : texts.GivenUp, page.Numbers.Fixed(change.Price, 2),
                Bars.Draw(BarCells, all, new BarPart(change.Price, page.Glyphs.Full, Styles.Used)));
        table.Write(page);
    }

    private static void Alternatives(
        Page page, Problem problem, IReadOnlyList<RuleAlternative> alternatives, RuleNames names, Periods periods)
    {
        if (alternatives.Count == 0)
            return;
        var texts = page.Vocabulary.Repair;
        page.Heading(texts.Alone);
        LimitChange[] possible = [.. alternatives.SelectMany(a => a.WayOut?.Changes ?? [])];
        if (possible.Length > 0)
            Changes(page, problem, possible, names, periods);
        foreach (var (text, isPossible) in ((string, bool?)[])[(texts.AloneCannot, false), (texts.AloneUnknown, null)])
        {
            var rules = alternatives.Where(a => a.IsPossible == isPossible && a.WayOut is null).Select(a => names.Short(a.Rule)).ToArray();
            if (rules.Length > 0)
                page.Paragraph(text.With(string.Join("; ", rules)));
        }
    }

    private static void After(Page page, ProblemRepair repair)
    {
        var texts = page.Vocabulary.Repair;
        page.Heading(texts.After);
        page.Paragraph(repair.Plan is { Value: { } value, Bound: { } bound } plan
            ? texts.AfterBound.With(
                page.Numbers.Points(value), page.Numbers.Time(TimeSpan.FromSeconds(plan.Seconds)), page.Numbers.Points(bound))
            : texts.NoPlanAfter);
    }

    private static string Name(Problem problem, LimitChange change, RuleNames names, Periods periods, RepairTexts texts)
    {
        if (change.Year is { } year)
        {
            var budget = problem.Budgets.FirstOrDefault(b => $"budget/{b.Id}" == change.Rule);
            var capacity = problem.Capacities.FirstOrDefault(c => $"capacity/{c.Id}" == change.Rule);
            return (budget is null ? texts.Capacity : texts.Budget)
                .With(Display.Clean(budget?.Name ?? capacity?.Name ?? change.Rule), periods.Year(year));
        }

        var name = names.Short(change.Rule);
        return change.Side switch
        {
            LimitSide.Max => texts.AtMostSide.With(name),
            LimitSide.Min => texts.AtLeastSide.With(name),
            _ => name,
        };
    }

    private static string Amount(Page page, Problem problem, LimitChange change, double amount) =>
        problem.Frames.Any(f => f is SpendShareFrame && $"frame/{f.Id}" == change.Rule)
            ? page.Numbers.Percent(amount, 1)
            : page.Numbers.Fixed(amount, Numbers.Decimals([change.Old ?? 0, change.New ?? 0]));
}
