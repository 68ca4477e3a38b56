using System.Globalization;

namespace Koers.Planning.Checking;

/// <summary>The sorts of things in a plan that can be wrong besides the rules that it breaks.</summary>
public enum CheckFaultKind
{
    /// <summary>A choice is not an option of the problem.</summary>
    NotAnOption,

    /// <summary>An initiative is chosen more than once.</summary>
    ChosenTwice,

    /// <summary>There are choices and no value.</summary>
    NoValue,

    /// <summary>The choices are worth something else than the plan says.</summary>
    WrongValue,

    /// <summary>The bound lies under the value.</summary>
    BoundUnderValue,

    /// <summary>A price of the certificate is below zero or not finite.</summary>
    UnusablePrice,

    /// <summary>The certificate prices a row that the problem does not have.</summary>
    UnknownRow,

    /// <summary>The prices of the certificate do not prove its bound.</summary>
    UnprovenBound,

    /// <summary>The plan says that there is no plan, or that none was found, and has choices.</summary>
    ChoicesWithoutPlan,

    /// <summary>The plan says that no plan keeps all rules, and its own choices keep them.</summary>
    NotInfeasible,

    /// <summary>The conflict names a rule that the problem does not have.</summary>
    UnknownRule,

    /// <summary>A warning: the plan says that it is optimal and states no bound.</summary>
    OptimalWithoutBound,

    /// <summary>A warning: the plan says that it is optimal, and its bound leaves a larger gap than is usual.</summary>
    OptimalFarFromBound,
}

/// <summary>One claim of a plan that does not hold, or as a warning one that nothing in the plan supports.</summary>
/// <param name="Kind">What sort of fault it is: what programs and tests decide on.</param>
/// <param name="Details">What the sentence speaks of, as the file writes it: ids, row names and numbers.</param>
public sealed record CheckFault(CheckFaultKind Kind, IReadOnlyList<string> Details)
{
    // Both languages side by side, so that neither can lag behind. {0} … are the details.
    internal static readonly Dictionary<CheckFaultKind, (string English, string Dutch)> Texts = new()
    {
        [CheckFaultKind.NotAnOption] = (
            "Initiative {0} in variant {1} from period {2} is not an option of the problem.",
            "Initiatief {0} in variant {1} vanaf periode {2} is geen optie van het probleem."),
        [CheckFaultKind.ChosenTwice] = ("Initiative {0} is chosen twice.", "Initiatief {0} is twee keer gekozen."),
        [CheckFaultKind.NoValue] = (
            "The plan states no value; it is worth {0}.", "Het plan noemt geen waarde; het is {0} waard."),
        [CheckFaultKind.WrongValue] = (
            "The plan says it is worth {0}; it is worth {1}.", "Het plan zegt dat het {0} waard is; het is {1} waard."),
        [CheckFaultKind.BoundUnderValue] = (
            "The bound {0} lies under the value {1}.", "De bovengrens {0} ligt onder de waarde {1}."),
        [CheckFaultKind.UnusablePrice] = (
            "The certificate's price on {0} is {1}; prices are zero or more.",
            "De prijs van het certificaat op {0} is {1}; prijzen zijn nul of meer."),
        [CheckFaultKind.UnknownRow] = (
            "The certificate prices a row that the problem does not have: {0}.",
            "Het certificaat geeft een prijs aan een rij die het probleem niet heeft: {0}."),
        [CheckFaultKind.UnprovenBound] = (
            "The certificate's prices prove {0}, not {1}.", "De prijzen van het certificaat bewijzen {0}, niet {1}."),
        [CheckFaultKind.ChoicesWithoutPlan] = (
            "The plan contradicts itself: it says {0}, which is to have no plan, and it has choices ({1}).",
            "Het plan spreekt zichzelf tegen: het zegt {0}, dus dat er geen plan is, en het heeft keuzes ({1})."),
        [CheckFaultKind.NotInfeasible] = (
            "The plan says infeasible, and its own choices keep every rule: the problem has a plan.",
            "Het plan zegt infeasible, en zijn eigen keuzes houden zich aan elke regel: het probleem heeft een plan."),
        [CheckFaultKind.UnknownRule] = (
            "The conflict names a rule that the problem does not have: {0}.",
            "Het conflict noemt een regel die het probleem niet heeft: {0}."),
        [CheckFaultKind.OptimalWithoutBound] = (
            "The plan says optimal and states no bound that supports it.",
            "Het plan zegt optimal en noemt geen bovengrens waar dat uit blijkt."),
        [CheckFaultKind.OptimalFarFromBound] = (
            "The plan says optimal, and the bound {0} that it states leaves a gap of {1}%: optimal only if so large a gap was asked for.",
            "Het plan zegt optimal, en de bovengrens {0} die het noemt laat een marge van {1}%: alleen optimal als zo'n grote marge was gevraagd."),
    };

    internal static CheckFault Of(CheckFaultKind kind, params IEnumerable<object> details) =>
        new(kind, [.. details.Select(d => d is double number ? number.ToString("R", CultureInfo.InvariantCulture) : $"{d}")]);

    /// <summary>The fault as a sentence: in Dutch for <c>nl</c> and its regions, in English for all other cultures.</summary>
    public string In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var (english, dutch) = Texts[Kind];
        // By name: without ICU a culture knows nothing else of its language
        var text = culture.Name is "nl" or ['n', 'l', '-', ..] ? dutch : english;
        return string.Format(CultureInfo.InvariantCulture, text, [.. Details.Select((detail, n) => IsNumber(n) ? Written(detail, text == dutch) : detail)]);
    }

    // Of these sentences all details are numbers, but for the row that a price is on; an id or a period stays as the file writes it
    private bool IsNumber(int detail) => Kind switch
    {
        CheckFaultKind.NoValue or CheckFaultKind.WrongValue or CheckFaultKind.BoundUnderValue or CheckFaultKind.UnprovenBound
            or CheckFaultKind.OptimalFarFromBound => true,
        CheckFaultKind.UnusablePrice => detail == 1,
        _ => false,
    };

    // Beside figures with as many places: 10.583514607002495 would be ten thousand to a Dutch reader
    private static string Written(string detail, bool isDutch)
    {
        var format = isDutch ? DutchNumbers : CultureInfo.InvariantCulture.NumberFormat;
        if (!double.TryParse(detail, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return detail;
        var isReadable = number == 0 || Math.Abs(number) is >= 1e-6 and < 1e15;
        return number.ToString(isReadable ? "#,##0.######" : "0.######e+0", format);
    }

    private static NumberFormatInfo DutchNumbers { get; } =
        NumberFormatInfo.ReadOnly(new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." });

    /// <summary>The fault as a sentence in English.</summary>
    public override string ToString() => In(CultureInfo.InvariantCulture);
}
