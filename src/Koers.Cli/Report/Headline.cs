using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Plans;

namespace Koers.Cli.Report;

/// <summary>What was planned, what the plan is worth and how good that is, in words.</summary>
internal static class Headline
{
    // What "proven best" may differ by: the tolerance of the contract
    private const double Tolerance = 1e-6;

    public static void Write(Page page, Periods periods, PlanOutcome outcome)
    {
        var texts = page.Vocabulary.Report;
        var (problem, plan) = (outcome.Problem, outcome.Plan);
        page.Paragraph(Display.Clean(problem.Name), style: Styles.Heading);
        var count = page.Vocabulary.Messages.Initiatives.Count(
            problem.Initiatives.Count, page.Numbers.Whole(problem.Initiatives.Count));
        page.Paragraph(
            texts.ProblemSize.With(count, periods.Length(problem.Horizon.Periods), periods.Name(0)), style: Styles.Faint);
        page.Blank();
        if (!outcome.HasPlan)
            return;

        page.Paragraph(Worth(page, plan), style: Styles.Strong);
        if (plan.Gap > Tolerance && double.IsFinite(plan.Gap.Value))
            page.Paragraph((plan.Gap <= outcome.GapAsked ? texts.GapReached : texts.GapNotReached)
                .With(page.Numbers.Asked(outcome.GapAsked)));
        // The bound may be tighter than what anybody can recompute: then both are told
        if (plan is { Bound: { } bound, Value: { } value, Certificate.Bound: var proven }
            && proven - bound > Tolerance * Math.Max(1, Math.Abs(proven)))
            page.Paragraph(value > 0 && (proven - value) / value <= 10
                ? texts.CertifiedGap.With(page.Numbers.Gap((proven - value) / value), page.Numbers.Points(proven))
                : texts.CertifiedBound.With(page.Numbers.Points(proven)));
        var chosen = plan.Selected.Count;
        page.Paragraph(texts.ChosenOf.With(
            page.Vocabulary.Messages.Initiatives.Count(chosen, page.Numbers.Whole(chosen)),
            page.Numbers.Whole(problem.Initiatives.Count - chosen),
            page.Numbers.Time(TimeSpan.FromSeconds(Math.Clamp(plan.Seconds, 0, 1e9)))));
    }

    private static string Worth(Page page, Plan plan)
    {
        var texts = page.Vocabulary.Report;
        var value = page.Numbers.Points(plan.Value ?? 0);
        if (plan.Bound is not { } bound || plan.Gap is not { } gap)
            return texts.NoBound.With(value);
        if (gap <= Tolerance)
            return texts.ProvenBest.With(value);

        // A share of a value near or under zero says nothing: then the difference itself is told
        var shownBound = page.Numbers.Points(bound);
        return gap is >= 0 and <= 10 && plan.Value > 0
            ? texts.WithinGap.With(value, page.Numbers.Gap(gap), shownBound)
            : texts.WithinPoints.With(value, page.Numbers.Points(bound - (plan.Value ?? 0)), shownBound);
    }
}
