using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Analyses;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>Why an initiative is in a plan or not: the story in sentences, then the tables that it rests on.</summary>
internal sealed class ExplanationReport(Page page, Problem problem, Explanation explanation, bool everything)
{
    // What "proven best" may differ by: the tolerance of the contract
    private const double Tolerance = 1e-6;
    private const int MostNamed = 4;

    private readonly Periods _periods = new(problem.Horizon, page.Vocabulary.Report);
    private readonly RuleNames _names = new(problem, page);

    private ExplainTexts Texts => page.Vocabulary.Explain;

    private bool BelongsIn => explanation.Belongs == true;

    public void Write()
    {
        page.Paragraph(Display.Clean(explanation.Initiative.Name), style: Styles.Heading);
        page.Blank();
        Standing();
        Worth();
        Others();
        Price();
        var turning = new TurningPointTable(page, problem, explanation);
        turning.Smallest();
        if (!explanation.IsComplete)
            page.Paragraph(Texts.Incomplete);
        turning.Write();
        new BillTable(page, explanation, _names, everything).Write();
        Relations();
        Changes();
    }

    private void Standing()
    {
        var choice = explanation.IsInPlan ? Held(explanation) : null;
        page.Paragraph(
            !explanation.IsInPlan ? Texts.IsOut
            : choice is null ? Texts.IsIn.With("")
            : explanation.Initiative.Variants.Count > 1
                ? Texts.IsInVariant.With(_periods.Name(choice.Start), Display.Clean(choice.Variant.Value))
                : Texts.IsIn.With(_periods.Name(choice.Start)),
            style: Styles.Strong);
        if (explanation.Initiative.Mandatory)
            page.Paragraph(Texts.Statutory);
        if (explanation.Improvement <= 0)
            return;
        var text = explanation.Belongs == explanation.IsInPlan ? Texts.Improved : BelongsIn ? Texts.ImprovedIn : Texts.ImprovedOut;
        page.Paragraph(text.With(page.Numbers.Points(explanation.Improvement)));
    }

    private static Choice? Held(Explanation explanation) =>
        explanation.Asked.FirstOrDefault(choice => choice.Initiative == explanation.Initiative.Id);

    private void Worth()
    {
        Missing(explanation.With, Texts.Impossible, Texts.NotFoundWith);
        Missing(explanation.Without, Texts.Necessary, Texts.NotFoundWithout);
        if (explanation is not { Difference: { } difference, With.Value: { } with, Without.Value: { } without })
            return;
        var numbers = page.Numbers;
        var isTie = Math.Abs(difference) <= 1e-9 * Math.Max(1, Math.Abs(with));
        page.Paragraph((BelongsIn, isTie) switch
        {
            (true, true) => Texts.AddsNothing.With(numbers.Points(without)),
            (true, _) => (difference < 0 ? Texts.StatutoryCosts : Texts.Adds)
                .With(numbers.Points(Math.Abs(difference)), numbers.Points(with), numbers.Points(without)),
            (_, true) => Texts.CostsNothing.With(numbers.Points(with)),
            _ => Texts.Costs.With(numbers.Points(-difference), numbers.Points(with), numbers.Points(without)),
        });
        page.Paragraph(Room(difference));
    }

    /// <summary>Between which points the truth lies, and what it means where that is below zero.</summary>
    private string Room(double difference)
    {
        if (explanation.DifferenceRange is not { } range)
            return Texts.NoRange;
        if (range.High - range.Low <= Tolerance * Math.Max(1, Math.Abs(explanation.PlanValue)))
            return Texts.Exact;
        // A statutory task that costs value is told as what leaving it out would bring
        var adds = BelongsIn && difference >= 0;
        var (low, high) = adds ? (range.Low, range.High) : (-range.High, -range.Low);
        var text = (adds ? Texts.RangeAdds : Texts.RangeCosts).With(page.Numbers.Points(low), page.Numbers.Points(high));
        return low >= 0 ? text : $"{text} {(adds ? Texts.OpenIn : Texts.OpenOut)}";
    }

    private void Missing(Plan side, string infeasible, string unknown)
    {
        if (side.Value is not null)
            return;
        if (side.Status != PlanStatus.Infeasible)
        {
            page.Paragraph(unknown);
            return;
        }

        page.Paragraph(infeasible);
        if (side.Conflict.Count == 0)
            page.Paragraph(Texts.NoConflict, 2);
        foreach (var rule in side.Conflict)
            page.Paragraph("- " + (rule == "mandatory/" + explanation.Initiative.Id && !explanation.Initiative.Mandatory
                ? Texts.TakenIn.With(Display.Clean(explanation.Initiative.Name))
                : _names.Describe(rule)), 2);
    }

    private void Others()
    {
        if (explanation.Difference is null)
            return;
        var others = explanation.Changes.Where(change => change.Initiative.Id != explanation.Initiative.Id).ToArray();
        var named = others.Where(change => BelongsIn ? change.IsIn : change.IsOut).Select(change => change.Initiative.Id).ToArray();
        var list = named.Length > MostNamed + 1
            ? page.Vocabulary.Messages.AndOthers.With(_names.List(named[..MostNamed]), page.Numbers.Whole(named.Length - MostNamed))
            : _names.List(named);
        var text = (BelongsIn, named.Length) switch
        {
            (true, 0) => Texts.NothingTakesPlace,
            (true, _) => Texts.TakesPlace.With(list),
            (_, 0) => Texts.PushesNothingOut,
            _ => Texts.PushesOut.With(list),
        };
        var moved = others.Count(change => !change.IsIn && !change.IsOut);
        page.Paragraph(moved > 0 ? $"{text} {Texts.OthersMove.Count(moved, page.Numbers.Whole(moved))}" : text);
    }

    private void Price()
    {
        if (explanation.Bill is not { } bill)
            return;
        var uses = bill.Lines.Where(line => line.Cost > 0).Sum(line => line.Cost);
        var numbers = page.Numbers;
        // With the price of its duty every statutory task comes out even: that says nothing to anybody
        if (explanation.Initiative.Mandatory)
        {
            page.Paragraph(Texts.BillDuty.With(numbers.Points(bill.Net + uses + BillTable.Duty(explanation, bill)), numbers.Points(uses)));
            return;
        }

        var isEven = Math.Abs(bill.Net) <= Tolerance * Math.Max(1, uses);
        page.Paragraph((isEven ? Texts.BillEven : bill.Net < 0 ? Texts.BillShort : Texts.BillKeeps)
            .With(numbers.Points(bill.Net + uses), numbers.Points(uses), numbers.Points(Math.Abs(bill.Net))));
    }

    private void Relations()
    {
        if (explanation.Relations.Count == 0)
            return;
        page.Heading(Texts.RelationsTitle);
        foreach (var standing in explanation.Relations)
        {
            page.Paragraph("- " + _names.Describe($"{standing.Relation.Type}/{standing.Relation.Id}"), 2);
            if (standing.Chosen.Count > 0)
                page.Paragraph(Texts.AreIn.With(_names.List(standing.Chosen)), 4, Styles.Faint);
            if (standing.Missing.Count > 0)
                page.Paragraph(Texts.AreOut.With(_names.List(standing.Missing)), 4, Styles.Faint);
        }
    }

    private void Changes()
    {
        if (explanation.Changes.Count == 0)
            return;
        page.Heading((BelongsIn ? Texts.ChangesWithout : Texts.ChangesWith).With(page.Numbers.Whole(explanation.Changes.Count)));
        // What goes out and comes in first: that is what people ask about
        var rows = explanation.Changes
            .OrderBy(change => change.Initiative.Id == explanation.Initiative.Id ? 0 : change.IsOut ? 1 : change.IsIn ? 2 : 3).ToArray();
        var shown = ListSizes.Shown(rows.Length, ListSizes.For(everything).Lines);
        var table = new TextTable(
            new Column("", Style: Styles.Strong), new Column(page.Vocabulary.Report.Initiative, Fit: Fit.Wrap, Least: 24),
            new Column(Texts.Now, Fit: Fit.Wrap), new Column(BelongsIn ? Texts.ThenWithout : Texts.ThenWith, Fit: Fit.Wrap));
        foreach (var change in rows.Take(shown))
            table.Row(
                Kind(change), Display.Clean(change.Initiative.Name), When(change.Initiative, change.Before), When(change.Initiative, change.After));
        table.Write(page);
        ListSizes.WriteRest(page, rows.Length - shown);
    }

    private string Kind(PlanChange change)
    {
        var texts = page.Vocabulary.Analysis;
        return change.IsIn ? texts.In
            : change.IsOut ? texts.Out
            : change.Shift == 0 ? texts.OtherVariant
            : (change.Shift > 0 ? texts.Later : texts.Earlier).With(_periods.ShortLength(Math.Abs(change.Shift)));
    }

    private string When(Initiative initiative, Choice? choice) =>
        choice is null ? ""
        : initiative.Variants.Count > 1 ? $"{_periods.Name(choice.Start)}, {Display.Clean(choice.Variant.Value)}"
        : _periods.Name(choice.Start);
}
