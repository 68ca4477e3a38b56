using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Checking;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>A plan made again: what happened to the old one, what changes and why, and what more or less change would bring.</summary>
internal static class ReplanReport
{
    public static void Write(Page page, Replanning replanning, bool everything)
    {
        var periods = new Periods(replanning.Problem.Horizon, page.Vocabulary.Report);
        var rules = new RuleNames(replanning.Problem, page, periods);
        page.Paragraph(page.Vocabulary.Replan.Title.With(Display.Clean(replanning.Problem.Name)), style: Styles.Strong);
        page.Blank();
        Held(page, rules, replanning);
        Stays(page, periods, replanning);
        if (replanning.Figures is not { } figures)
        {
            NoPlan(page, periods, rules, replanning);
            return;
        }

        Penalties(page, periods, replanning);
        page.Blank();
        Value(page, periods, replanning, figures);
        new ReplanChangeList(page, periods, rules, replanning, everything).Write();
        ReplanCurveChart.Write(page, periods, replanning);
        ReplanMeans.Write(page, replanning, figures, everything);
    }

    /// <summary>The rules that are broken, each once with the year or period in which it is broken first.</summary>
    public static string Rules(Page page, RuleNames names, IReadOnlyList<Violation> broken)
    {
        const int Shown = 2;
        var rules = broken.DistinctBy(violation => violation.Rule).ToList();
        var shown = rules.Count > Shown + 1 ? Shown : rules.Count;
        var list = string.Join(", ", rules.Take(shown).Select(violation => names.Describe(violation.Rule, violation.Row)));
        return shown == rules.Count ? list : page.Vocabulary.Replan.MoreRules.With(list, page.Numbers.Whole(rules.Count - shown));
    }

    private static void Held(Page page, RuleNames rules, Replanning replanning)
    {
        var texts = page.Vocabulary.Replan;
        var held = replanning.Reference;
        var size = page.Vocabulary.Messages.Initiatives.Count(held.Held.Count, page.Numbers.Whole(held.Held.Count));
        var works = held.Impossible.Count == 0 && held.Broken.Count == 0;
        page.Paragraph((works ? texts.StillWorks : texts.NoLongerWorks).With(size));
        if (held.Impossible.Count > 0)
            Item(page, texts.ImpossibleCount.Count(held.Impossible.Count, page.Numbers.Whole(held.Impossible.Count)));
        if (held.Broken.Count > 0)
            Item(page, texts.Breaks.With(Rules(page, rules, held.Broken)));
        if (held.Gone.Count > 0)
            page.Paragraph(Filled(texts.GoneCount, held.Gone.Count, page.Numbers.Whole(held.Gone.Count),
                string.Join(", ", held.Gone.Take(5).Select(choice => Display.Clean(choice.Initiative.Value)))
                + (held.Gone.Count > 5 ? ", …" : "")) + ".");
    }

    private static void Stays(Page page, Periods periods, Replanning replanning)
    {
        var texts = page.Vocabulary.Replan;
        var running = replanning.Reference.Frozen.Count(choice => choice.Start < 0);
        var frozen = replanning.Reference.Frozen.Count - running;
        if (replanning.Settings.Freeze > 0)
            page.Paragraph(texts.FrozenUntil.With(
                periods.Name(replanning.Settings.Freeze), texts.FrozenCount.Count(frozen, page.Numbers.Whole(frozen))));
        if (running > 0)
            page.Paragraph(texts.RunningCount.Count(running, page.Numbers.Whole(running)));
    }

    private static void Penalties(Page page, Periods periods, Replanning replanning)
    {
        var texts = page.Vocabulary.Replan;
        var costs = replanning.Penalties;
        Penalty[] all = [costs.Drop, costs.Add, costs.Shift, costs.Variant];
        var decimals = Numbers.Decimals(all.Select(penalty => penalty.Points));
        string Points(Penalty penalty) => page.Numbers.Fixed(penalty.Points, decimals);
        var mean = (costs.MeanOf switch
        {
            MeanWorthOf.Reference => texts.MeanOfReference,
            MeanWorthOf.Problem => texts.MeanOfProblem,
            _ => texts.MeanOfNothing,
        }).With(page.Numbers.Fixed(costs.MeanWorth, Numbers.Decimals([costs.MeanWorth])));
        var source = all.Select(penalty => penalty.Source).Distinct().ToArray() switch
        {
            [PenaltySource.Asked] => texts.PenaltyAsked,
            [PenaltySource.Problem] => texts.PenaltyOfProblem,
            [PenaltySource.Derived] => texts.PenaltyDerived.With(mean),
            _ => texts.PenaltyMixed.With(mean),
        };
        page.Paragraph(texts.PenaltyLine.With(
            Points(costs.Drop), Points(costs.Add), Points(costs.Shift), Points(costs.Variant), periods.Unit, source), style: Styles.Faint);
    }

    private static void Value(Page page, Periods periods, Replanning replanning, PlanFigures figures)
    {
        var texts = page.Vocabulary.Replan;
        var plan = replanning.Plan;
        page.Paragraph(
            texts.ValueLine.With(
                page.Numbers.Points(figures.Value + figures.Penalty), page.Numbers.Points(figures.Penalty), page.Numbers.Points(figures.Value)),
            style: Styles.Strong);
        page.Paragraph(
            plan.Bound is not { } bound || plan.Gap is not { } gap ? texts.NoBoundLine
            : bound - figures.Value <= 1e-9 * Math.Max(1, Math.Abs(bound)) ? texts.BestLine
            : texts.BoundLine.With(page.Numbers.Points(bound), page.Numbers.Gap(gap)));
        if (replanning.Counts is not { Changes: > 0 } counts)
        {
            page.Paragraph(texts.NothingChanges);
        }
        else
        {
            var held = replanning.Reference.Held.Count;
            var kept = held - (counts.Changes - counts.Added);
            page.Paragraph(texts.CountLine.With(
                page.Numbers.Whole(kept), page.Numbers.Whole(held), texts.FrozenCount.Count(counts.Changes, page.Numbers.Whole(counts.Changes)),
                page.Numbers.Whole(counts.Dropped), page.Numbers.Whole(counts.Added), page.Numbers.Whole(counts.Shifted),
                periods.Length(counts.PeriodsShifted), page.Numbers.Whole(counts.OtherVariant)));
        }

        if (!replanning.IsComplete)
            page.Paragraph(texts.Incomplete);
    }

    private static void NoPlan(Page page, Periods periods, RuleNames rules, Replanning replanning)
    {
        var (texts, report) = (page.Vocabulary.Replan, page.Vocabulary.Report);
        page.Blank();
        if (replanning.Unfreezing is not { } unfreezing)
        {
            page.Paragraph(report.Unknown.With(page.Numbers.Time(TimeSpan.FromSeconds(replanning.Plan.Seconds))));
            return;
        }

        page.Paragraph(texts.Infeasible, style: Styles.Strong);
        var conflict = replanning.Plan.Conflict;
        page.Paragraph(conflict.Count switch { 0 => report.NoConflictKnown, 1 => report.OneRule, _ => texts.Together });
        var names = replanning.Problem.Initiatives.ToDictionary(initiative => initiative.Id, initiative => Display.Clean(initiative.Name));
        string Kept(Choice choice) => choice.Start < 0
            ? texts.KeptRunning.With(names[choice.Initiative])
            : texts.KeptFrozen.With(names[choice.Initiative], periods.Name(choice.Start));
        // What is frozen is no duty: it must be done only because it stays as it is
        var kept = unfreezing.InConflict.ToDictionary(choice => $"mandatory/{choice.Initiative}");
        foreach (var rule in conflict)
            Item(page, kept.TryGetValue(rule, out var choice) ? Kept(choice) : rules.Describe(rule));
        foreach (var (_, choice) in kept.Where(pair => !conflict.Contains(pair.Key)))
            Item(page, Kept(choice));
        page.Blank();
        if (unfreezing.WithoutAny == PlanStatus.Infeasible)
            page.Paragraph(texts.NotTheFreeze);
        if (unfreezing.Freeze is { } freeze)
            page.Paragraph(texts.TryFreeze.With(page.Numbers.Whole(freeze)));
        if (unfreezing.Release.Count > 0)
            page.Paragraph(Filled(texts.TryRelease, unfreezing.Release.Count,
                string.Join(", ", unfreezing.Release.Select(choice => '"' + names[choice.Initiative] + '"'))));
        if (unfreezing is { Freeze: null, Release.Count: 0 } && unfreezing.WithoutAny != PlanStatus.Infeasible)
            page.Paragraph(texts.NoWayFound);
    }

    private static void Item(Page page, string text)
    {
        var lines = Display.Wrap(text, page.Width - 4);
        for (var i = 0; i < lines.Count; i++)
            page.Line(i == 0 ? "  - " : "    ", lines[i]);
    }

    private static string Filled(string text, int count, params object[] values)
    {
        var forms = text.Split('|');
        return (count == 1 ? forms[0] : forms[^1]).With(values);
    }
}
