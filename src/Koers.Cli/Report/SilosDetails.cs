using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>What happens to each part, to initiatives and to means when everybody plans for themselves.</summary>
internal sealed class SilosDetails(
    Page page, Problem problem, RuleNames names, SiloReport report, SiloOutcome outcome, ListSizes sizes)
{
    private SilosTexts Texts => page.Vocabulary.Silos;

    public void Parts()
    {
        page.Heading(Texts.PerPart.With(page.Numbers.Whole(report.Parts.Count)));
        page.Paragraph(Texts.PerPartLegend, 2, Styles.Faint);
        var decimals = Numbers.Decimals(report.Parts.SelectMany(part => (double[])[part.WholeValue, part.OutcomeValue]));
        var table = new TextTable(
            new Column(Texts.Part, Fit: Fit.Wrap, Least: 12), new Column(Texts.ChosenWhole, Right: true),
            new Column(Texts.ChosenParts, Right: true), new Column(Texts.Proposed, Right: true),
            new Column(Texts.ValueWhole, Right: true), new Column(Texts.ValueParts, Right: true), new Column(Texts.Lost, Right: true));
        var shown = ListSizes.Shown(report.Parts.Count, sizes.Lines > int.MaxValue / 2 ? int.MaxValue : 2 * sizes.Lines);
        foreach (var part in report.Parts.Take(shown))
            table.Row(
                Name(part), page.Numbers.Whole(part.InWhole), page.Numbers.Whole(part.InOutcome),
                page.Numbers.Whole(part.Initiatives.Count), page.Numbers.Fixed(part.WholeValue, decimals),
                page.Numbers.Fixed(part.OutcomeValue, decimals), page.Numbers.Fixed(part.WholeValue - part.OutcomeValue, decimals));
        table.Write(page);
        ListSizes.WriteRest(page, report.Parts.Count - shown);
        foreach (var part in report.Parts.Where(part => part.Broken.Count > 0))
            page.Paragraph(Texts.PartBreaks.With(Name(part), Rules(part.Broken)), 2);
        foreach (var part in report.Parts.Where(part => part.Plan.Value is null))
            page.Paragraph(Texts.PartUnfinished.With(Name(part)), 2);
    }

    /// <summary>What the parts do not carry: first what they cannot, then what they do not.</summary>
    public void OnlyWhole()
    {
        var missed = outcome.Fares.Where(fare => fare.Whole is not null && !fare.IsCarried && fare.Obstacle != SiloObstacle.Collides)
            .OrderBy(fare => fare.Obstacle).ToArray();
        page.Heading(Texts.OnlyWhole.With(page.Numbers.Whole(missed.Length)));
        if (missed.Length == 0)
            page.Paragraph(Texts.OnlyWholeNone, 2);
        Reasons(missed);
        List(missed, fare => fare.Obstacle switch
        {
            SiloObstacle.NeedsOtherPart => Rules(fare.Rules),
            SiloObstacle.TooLarge => TooLarge(fare.Rules),
            SiloObstacle.BetterTogether => Texts.Better.With(Rules(fare.Rules)),
            _ => Texts.UsedOtherwise,
        });
        var more = outcome.Fares.Count(fare => fare.IsForWholeOnly && fare.Whole is null);
        if (more > 0)
            page.Paragraph(Texts.OnlyWholeToo.Count(more, page.Numbers.Whole(more)), 2);
        if (outcome.Synergies.Count > 0)
            page.Paragraph(Texts.SynergiesLost.With(Rules([.. outcome.Synergies.Select(s => $"{s.Type}/{s.Id}")])), 2);
    }

    private void Reasons(SiloFare[] missed)
    {
        foreach (var (obstacle, text) in ((SiloObstacle, string)[])[
            (SiloObstacle.NeedsOtherPart, Texts.CountNeeds), (SiloObstacle.TooLarge, Texts.CountTooLarge),
            (SiloObstacle.BetterTogether, Texts.CountBetter), (SiloObstacle.ShareUsedOtherwise, Texts.CountUsedOtherwise)])
            if (missed.Count(fare => fare.Obstacle == obstacle) is > 0 and var count)
                page.Paragraph(page.Numbers.Whole(count) + " " + text.Count(count, ""), 2);
        if (missed.Length > 0)
            page.Blank();
    }

    public void Collisions()
    {
        var collisions = outcome.Fares.Where(fare => fare.Obstacle == SiloObstacle.Collides).ToArray();
        if (collisions.Length == 0)
            return;
        page.Heading(Texts.Collisions.With(page.Numbers.Whole(collisions.Length)));
        List(collisions, fare => fare.Rules.Count > 0 ? Rules(fare.Rules) : Texts.WorthMoreWithout);
    }

    public void Means()
    {
        if (outcome.Means.Count == 0)
            return;
        page.Heading(Texts.Means);
        page.Paragraph(Texts.MeansLegend, 2, Styles.Faint);
        var table = new TextTable(
            new Column(Texts.MeansName, Fit: Fit.Wrap, Least: 12), new Column(Texts.Available, Right: true),
            new Column(Texts.UsedWhole, Right: true), new Column(Texts.UsedParts, Right: true), new Column(Texts.Stranded, Right: true),
            new Column(Texts.MostLeft, Fit: Fit.Cut, Least: 12), new Column(Texts.AmountLeft, Right: true));
        var shown = ListSizes.Shown(outcome.Means.Count, sizes.Lines);
        foreach (var means in outcome.Means.Take(shown))
        {
            var decimals = Numbers.Decimals([means.Available, means.Whole, means.Silos, .. means.Left]);
            var most = Enumerable.Range(0, means.Left.Count).MaxBy(p => means.Left[p]);
            table.Row(
                MeansName(means.Rule), page.Numbers.Fixed(means.Available, decimals), page.Numbers.Fixed(means.Whole, decimals),
                page.Numbers.Fixed(means.Silos, decimals), page.Numbers.Fixed(means.Stranded, decimals),
                means.Left[most] > 0 ? Name(report.Parts[most]) : "", means.Left[most] > 0 ? page.Numbers.Fixed(means.Left[most], decimals) : "");
        }

        table.Write(page);
        ListSizes.WriteRest(page, outcome.Means.Count - shown);
    }

    private void List(SiloFare[] fares, Func<SiloFare, string> why)
    {
        var shown = ListSizes.Shown(fares.Length, sizes.LeftOut);
        var table = new TextTable(
            new Column(page.Vocabulary.Report.Initiative, Fit: Fit.Wrap, Least: 20), new Column(Texts.Part, Fit: Fit.Cut, Least: 10),
            new Column(Texts.Why, Fit: Fit.Wrap, Least: 28));
        foreach (var fare in fares.Take(shown))
            table.Row(Display.Clean(fare.Initiative.Name), Name(report.Parts[fare.Part]), why(fare));
        table.Write(page);
        ListSizes.WriteRest(page, fares.Length - shown);
    }

    // Means and frames have a share, relations do not: there the part cannot keep what the relation asks
    private string TooLarge(IReadOnlyList<string> rules)
    {
        var relations = rules.Where(rule => problem.Relations.Any(relation => rule == $"{relation.Type}/{relation.Id}")).ToArray();
        var shares = rules.Except(relations).ToArray();
        string[] reasons =
        [
            .. shares.Length > 0 ? [Texts.TooLarge.With(Rules(shares))] : Array.Empty<string>(),
            .. relations.Length > 0 ? [Texts.TooLargeRelation.With(Rules(relations))] : Array.Empty<string>(),
        ];
        return string.Join("; ", reasons);
    }

    private string Name(SiloPart part) => SilosReport.PartName(page, report, part);

    private string MeansName(string rule)
    {
        var id = rule[(rule.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return Display.Clean(rule.StartsWith("budget/", StringComparison.Ordinal)
            ? problem.Budgets.First(budget => budget.Id.Value == id).Name
            : problem.Capacities.First(capacity => capacity.Id.Value == id).Name);
    }

    // A part has its own limit, so the name of a frame goes without that of the whole
    private string Short(string rule) =>
        problem.Frames.FirstOrDefault(frame => rule == $"frame/{frame.Id}") is { } known
            ? Texts.FrameName.With(Display.Clean(known.Name))
            : names.Describe(rule);

    private string Rules(IReadOnlyList<string> rules)
    {
        const int Shown = 3;
        var shown = rules.Count > Shown + 1 ? Shown : rules.Count;
        var list = string.Join("; ", rules.Take(shown).Select(Short));
        return shown == rules.Count ? list : page.Vocabulary.Messages.AndOthers.With(list, page.Numbers.Whole(rules.Count - shown));
    }
}
