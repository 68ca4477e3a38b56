using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Plans;

namespace Koers.Cli.Report;

/// <summary>Why there is no plan: the conflict, of which nothing can be left out, with the names that people gave; where time
/// ran out, what is proven without knowing that; or that nothing was found.</summary>
internal static class ConflictReport
{
    public static void Write(Page page, Periods periods, PlanOutcome outcome)
    {
        var texts = page.Vocabulary.Report;
        var plan = outcome.Plan;
        var time = page.Numbers.Time(TimeSpan.FromSeconds(Math.Clamp(plan.Seconds, 0, 1e9)));
        if (plan.Status != PlanStatus.Infeasible)
        {
            page.Paragraph(texts.Unknown.With(time));
            if (plan.Bound is { } bound)
                page.Paragraph(texts.UnknownWithBound.With(page.Numbers.Points(bound)));
            return;
        }

        page.Paragraph(texts.Infeasible.With(time), style: Styles.Strong);
        var (lead, rules) = plan switch
        {
            { Conflict.Count: 1 } => (texts.OneRule, plan.Conflict),
            { Conflict.Count: > 0 } => (texts.Conflict, plan.Conflict),
            { OpenConflict.Count: > 0 } => (texts.OpenConflict, plan.OpenConflict),
            _ => (texts.NoConflictKnown, []),
        };
        page.Paragraph(lead);
        var names = new RuleNames(outcome.Problem, page, periods);
        foreach (var rule in rules)
        {
            var lines = Display.Wrap(names.Describe(rule), page.Width - 4);
            for (var i = 0; i < lines.Count; i++)
                page.Line(i == 0 ? "  - " : "    ", lines[i]);
        }
    }
}
