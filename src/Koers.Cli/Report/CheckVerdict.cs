using System.Text.Json;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Checking;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>The verdict of <c>koers check</c>: everything that does not hold, and what is proven.</summary>
internal static class CheckVerdict
{
    public const string Format = "koers-check/1";

    public static void Write(Page page, Problem problem, Plan plan, CheckReport report)
    {
        var texts = page.Vocabulary.Messages;
        var faults = report.Violations.Count + report.Faults.Count;
        page.Paragraph(Verdict(page, plan, report, faults), style: report.Holds ? Styles.Strong : Styles.Bad);
        var names = new RuleNames(problem, page);
        foreach (var violation in report.Violations)
            Item(page, Share(page, problem, plan, violation) is { } share
                ? Sentence(page, names, violation, share.Found, share.Limit)
                : Sentence(page, names, violation));
        foreach (var fault in report.Faults)
            Item(page, Display.Clean(fault.In(page.Vocabulary.Culture), Display.LongestMessage));
        foreach (var warning in report.Warnings)
            Item(page, $"{texts.Warning}: {Display.Clean(warning.In(page.Vocabulary.Culture), Display.LongestMessage)}");
        if (report.Value is null)
        {
            if (!report.Holds && plan.Selected.Count > 0)
                page.Paragraph(texts.NoValueKnown);
            return;
        }

        var table = new TextTable(new Column("", Fit: Fit.Wrap), new Column("", Right: true));
        table.Row(texts.ChosenCount, page.Numbers.Whole(plan.Selected.Count));
        table.Row(texts.WorthValue, Number(page, report.Value));
        if (plan.Value is { } claimed && Math.Abs(claimed - report.Value.Value) > 1e-6 * Math.Max(1, Math.Abs(claimed)))
            table.Row(texts.ClaimedValue, Number(page, claimed));
        table.Row(texts.ClaimedBound, Number(page, plan.Bound));
        table.Row(texts.CertifiedBound, Number(page, report.CertifiedBound));
        if (report.Violations.Count == 0)
            table.Row(texts.CertifiedGap, report.CertifiedGap is { } gap ? page.Numbers.Percent(gap, 4) : texts.None);
        table.Write(page);
        if (report.Violations.Count > 0 && report.CertifiedBound is not null)
            page.Paragraph(texts.ProvesNothingOfBroken, 2);
    }

    // "Holds" is the verdict of the contract, which lets a bound be tighter than the certificate: what is not verified is said
    private static string Verdict(Page page, Plan plan, CheckReport report, int faults)
    {
        var texts = page.Vocabulary.Messages;
        if (!report.Holds)
            return texts.DoesNotHold.With(texts.Faults.Count(faults, page.Numbers.Whole(faults)));
        if (report.Value is null)
            return texts.NothingToVerify.With(ScriptJson.Status(plan.Status));
        if (report.BoundProven is not false)
            return texts.Holds;
        return report.CertifiedBound is { } proven
            ? texts.HoldsBoundUnproven.With(Exact(page, plan.Bound!.Value), Exact(page, proven))
            : texts.HoldsNoCertificate.With(Exact(page, plan.Bound!.Value));
    }

    /// <summary>The same for a script, as <c>koers-check/1</c>; schemas/koers-check-1.schema.json describes it.</summary>
    public static void WriteJson(Stream output, Vocabulary vocabulary, Plan plan, CheckReport report) => ScriptJson.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteBoolean("holds", report.Holds);
        if (report.BoundProven is { } proves)
            json.WriteBoolean("boundProven", proves);
        else
            json.WriteNull("boundProven");
        json.WriteString("status", ScriptJson.Status(plan.Status));
        json.WriteNumber("selected", plan.Selected.Count);
        ScriptJson.Number(json, "value", report.Value);
        ScriptJson.Number(json, "bound", plan.Bound);
        ScriptJson.Number(json, "certifiedBound", report.CertifiedBound);
        ScriptJson.Number(json, "certifiedGap", report.CertifiedGap);
        json.WriteStartArray("faults");
        foreach (var fault in report.Faults)
            json.WriteStringValue(fault.In(vocabulary.Culture));
        json.WriteEndArray();
        json.WriteStartArray("warnings");
        foreach (var warning in report.Warnings)
            json.WriteStringValue(warning.In(vocabulary.Culture));
        json.WriteEndArray();
        json.WriteStartArray("violations");
        foreach (var violation in report.Violations)
        {
            json.WriteStartObject();
            json.WriteString("rule", violation.Rule);
            json.WriteString("row", violation.Row);
            ScriptJson.Number(json, "found", violation.Found);
            ScriptJson.Number(json, "limit", violation.Limit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    // A rule that asks for at least so much is a row of negative numbers; people count upwards
    private static string Sentence(Page page, RuleNames names, Violation violation)
    {
        var sign = violation.Limit < 0 ? -1.0 : 1.0;
        return Sentence(page, names, violation, Exact(page, sign * violation.Found), Exact(page, sign * violation.Limit), isTooLittle: sign < 0);
    }

    private static string Sentence(Page page, RuleNames names, Violation violation, string found, string limit, bool? isTooLittle = null)
    {
        var texts = page.Vocabulary.Messages;
        var text = isTooLittle ?? violation.Row.EndsWith("/min", StringComparison.Ordinal) ? texts.TooLittle : texts.TooMuch;
        return text.With(Display.Clean(violation.Row), found, limit, names.Describe(violation.Rule, violation.Row));
    }

    // The row of a share is (least share) × all - that part ≤ 0, which tells nobody which share was found
    private static (string Found, string Limit)? Share(Page page, Problem problem, Plan plan, Violation violation)
    {
        if (problem.Frames.OfType<SpendShareFrame>().FirstOrDefault(frame => violation.Rule == $"frame/{frame.Id}") is not { } share)
            return null;
        var measured = Evaluator.Evaluate(problem, plan.Selected).Frames.First(frame => frame.Frame.Id == share.Id).Measured;
        var limit = violation.Row.EndsWith("/min", StringComparison.Ordinal) ? share.Min : share.Max;
        return limit is { } most && double.IsFinite(measured) ? (page.Numbers.Percent(measured, 4), page.Numbers.Percent(most, 4)) : null;
    }

    private static void Item(Page page, string text)
    {
        var lines = Display.Wrap(text, page.Width - 4);
        for (var i = 0; i < lines.Count; i++)
            page.Line(i == 0 ? "  - " : "    ", lines[i]);
    }

    private static string Number(Page page, double? number) =>
        number is { } found ? Exact(page, found) : page.Vocabulary.Messages.None;

    // Six figures behind the point, as the reference script shows: enough to see what the tolerance sees
    private static string Exact(Page page, double number) => page.Numbers.Fixed(number, 6);
}
