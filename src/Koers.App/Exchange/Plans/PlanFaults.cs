using System.Globalization;
using Koers.App.Requests;
using Koers.Planning.Checking;
using Koers.Planning.Formats;
using Koers.Planning.Plans;

namespace Koers.App.Exchange.Plans;

/// <summary>What is wrong with a plan from elsewhere, each with its place in the file.</summary>
internal static class PlanFaults
{
    private const int Most = 200;
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl");

    // Without ICU a culture knows nothing of its numbers
    private static readonly NumberFormatInfo DutchNumbers = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>Refuses a file that is no plan.</summary>
    public static void Done(IReadOnlyList<Fault> faults) => Refuse([.. faults.Where(f => f.Severity == Severity.Error).Select(OfFile)]);

    /// <summary>Refuses a plan that does not hold.</summary>
    public static void Done(Plan plan, CheckReport report) => Refuse(
    [
        .. report.Faults.Select(fault => new InputFault(PlaceOf(plan, fault), new Text(fault.In(Dutch), fault.In(CultureInfo.InvariantCulture)))),
        .. report.Violations.Select(OfRule),
    ]);

    private static void Refuse(List<InputFault> faults)
    {
        if (faults.Count > Most)
            faults = [.. faults.Take(Most), new InputFault("", new Text($"En nog {faults.Count - Most} fouten.", $"And {faults.Count - Most} more faults."))];
        if (faults.Count > 0)
            throw new InvalidInputException(faults);
    }

    private static InputFault OfFile(Fault fault)
    {
        var (dutch, english) = (FaultText.In(Dutch, fault), FaultText.In(CultureInfo.InvariantCulture, fault));
        return new InputFault(fault.JsonPointer, new Text($"{dutch.Message}; verwacht: {dutch.Expected}.", $"{english.Message}; expected: {english.Expected}."));
    }

    // A rule that asks for at least so much is a row of negative numbers; people count upwards
    private static InputFault OfRule(Violation broken)
    {
        var isTooLittle = broken.Limit < 0;
        var sign = isTooLittle ? -1 : 1;
        string In(IFormatProvider numbers, double number) => (sign * number).ToString("#,##0.######", numbers);
        return new InputFault("/selected", new Text(
            $"De regel {broken.Row} houdt niet: {In(DutchNumbers, broken.Found)}, en {(isTooLittle ? "ten minste" : "ten hoogste")} {In(DutchNumbers, broken.Limit)} kan.",
            $"The rule {broken.Row} does not hold: {In(CultureInfo.InvariantCulture, broken.Found)}, and {(isTooLittle ? "at least" : "at most")} {In(CultureInfo.InvariantCulture, broken.Limit)} is possible."));
    }

    private static string PlaceOf(Plan plan, CheckFault fault) => fault.Kind switch
    {
        CheckFaultKind.NotAnOption or CheckFaultKind.ChosenTwice => Selected(plan, fault),
        CheckFaultKind.NoValue or CheckFaultKind.WrongValue => "/value",
        CheckFaultKind.BoundUnderValue => "/bound",
        CheckFaultKind.UnusablePrice or CheckFaultKind.UnknownRow => "/certificate/prices",
        CheckFaultKind.UnprovenBound => "/certificate/bound",
        CheckFaultKind.UnknownRule => "/conflict",
        _ => "/status",
    };

    private static string Selected(Plan plan, CheckFault fault)
    {
        for (var i = plan.Selected.Count - 1; i >= 0; i--)
        {
            var choice = plan.Selected[i];
            string[] details = [choice.Initiative.Value, choice.Variant.Value, choice.Start.ToString(CultureInfo.InvariantCulture)];
            if (details.Take(fault.Details.Count).SequenceEqual(fault.Details))
                return string.Create(CultureInfo.InvariantCulture, $"/selected/{i}");
        }

        return "/selected";
    }
}
