using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>What changes, grouped by kind: a strip of time, before and after, and the reason.</summary>
internal sealed class ReplanChangeList(Page page, Periods periods, RuleNames rules, Replanning replanning, bool everything)
{
    /// <summary>Cells of the strip: a horizon of five years of quarters fits.</summary>
    private const int StripCells = 20;

    private readonly Dictionary<InitiativeId, string> _names =
        replanning.Problem.Initiatives.ToDictionary(initiative => initiative.Id, initiative => Display.Clean(initiative.Name));

    private int Horizon => replanning.Problem.Horizon.Periods;

    private int PeriodsPerCell => ((Horizon - 1) / StripCells) + 1;

    private int Cells => ((Horizon - 1) / PeriodsPerCell) + 1;

    public void Write()
    {
        var texts = page.Vocabulary.Replan;
        if (replanning.Changes.Count == 0)
            return;
        page.Blank();
        page.Paragraph(
            texts.StripLegend.With(page.Glyphs.Full, page.Glyphs.Light, page.Glyphs.Medium, periods.Name(0), periods.Name(Horizon - 1)),
            style: Styles.Faint);
        Group(texts.Dropped, [.. replanning.Changes.Where(c => c.Change.IsOut)]);
        Group(texts.Added, [.. replanning.Changes.Where(c => c.Change.IsIn)]);
        Group(texts.Moved, [.. replanning.Changes.Where(c => c.Change.Shift != 0)]);
        Group(texts.OtherVariants, [.. replanning.Changes.Where(c => c.Change is { IsOtherVariant: true, Shift: 0 })]);
    }

    private void Group(string title, List<ReasonedChange> changes)
    {
        if (changes.Count == 0)
            return;
        page.Heading(title.With(page.Numbers.Whole(changes.Count)));
        var shown = ListSizes.Shown(changes.Count, ListSizes.For(everything).LeftOut);
        foreach (var change in changes.Take(shown))
        {
            Line(change.Change);
            var variant = change.Change is { IsOtherVariant: true, Before: { } before, After: { } after }
                ? page.Vocabulary.Replan.VariantFromTo.With(Display.Clean(after.Variant.Value), Display.Clean(before.Variant.Value)) + " "
                : "";
            page.Paragraph(variant + Reason(change), 4, Styles.Faint);
        }

        ListSizes.WriteRest(page, changes.Count - shown);
    }

    private void Line(PlanChange change)
    {
        var when = When(change);
        var room = Math.Max(10, page.Width - 2 - 2 - Cells - 2 - Display.Width(when));
        var name = Display.Cut(_names[change.Initiative.Id], room, page.Glyphs);
        page.Line(
            "  ", new Span(name, Styles.Strong), new string(' ', room - Display.Width(name) + 2), new Span(Strip(change), Styles.Used), "  ", when);
    }

    private string When(PlanChange change)
    {
        var arrow = page.Glyphs.IsUnicode ? "→" : "->";
        return change switch
        {
            { Before: { } before, After: { } after } when before.Start != after.Start =>
                $"{periods.Name(before.Start)} {arrow} {periods.Name(after.Start)}",
            { Before: { } before, After: null } => $"{periods.Name(before.Start)} {arrow} -",
            { After: { } after, Before: null } => $"- {arrow} {periods.Name(after.Start)}",
            _ => periods.Name(change.After!.Start),
        };
    }

    private string Strip(PlanChange change)
    {
        var strip = new char[Cells];
        for (var cell = 0; cell < Cells; cell++)
            strip[cell] = (Runs(change.Initiative, change.Before, cell), Runs(change.Initiative, change.After, cell)) switch
            {
                (true, true) => page.Glyphs.Full,
                (true, false) => page.Glyphs.Light,
                (false, true) => page.Glyphs.Medium,
                _ => page.Glyphs.IsUnicode ? '·' : ' ',
            };
        return new string(strip);
    }

    // Of a variant that is gone it is not known how long it took: then only its start is drawn
    private bool Runs(Initiative initiative, Choice? choice, int cell)
    {
        if (choice is null)
            return false;
        var duration = initiative.Variants.FirstOrDefault(variant => variant.Id == choice.Variant)?.Duration ?? 1;
        return choice.Start < (cell + 1) * PeriodsPerCell && choice.Start + duration > cell * PeriodsPerCell;
    }

    private string Reason(ReasonedChange change)
    {
        var texts = page.Vocabulary.Replan;
        var broken = change.Broken.Count > 0 ? ReplanReport.Rules(page, rules, change.Broken) : "";
        string Points() => page.Numbers.Points(change.NetLoss ?? 0);
        return change switch
        {
            { Reason: ReplanReason.NoLongerPossible, UndoneTo: null } => texts.ImpossibleAtAll,
            { Reason: ReplanReason.NoLongerPossible } when change.UndoneTo == change.Change.After => texts.NearestPossible,
            { Reason: ReplanReason.NoLongerPossible, Broken.Count: 0 } => texts.ImpossibleCosts.With(Points()),
            { Reason: ReplanReason.NoLongerPossible } => texts.ImpossibleBreaks.With(broken),
            { Reason: ReplanReason.MakesRoom, For: { } other } => texts.MakesRoom.With(broken, _names[other], Points()),
            { Reason: ReplanReason.ForcedByRules } => texts.Forced.With(broken),
            _ => texts.WorthIt.With(Points()),
        };
    }
}
