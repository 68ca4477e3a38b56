using System.Globalization;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.Domain.Frames;
using Koers.Domain.Means;

namespace Koers.App.Frames;

/// <summary>How large and how long things can be, and checks that several kinds of input share.</summary>
internal static class FrameLimits
{
    public const int LongestName = 200;
    public const int LongestText = 20_000;
    public const int FirstYear = 1900;
    public const int LastYear = 2200;
    public const int MostParts = 1_000;
    public const int MostLines = 1_000;
    public const double MostPoints = 1_000_000_000;
    public const double MostFte = 100_000;
    public static readonly Euro MostMoney = Euro.Of(100_000_000_000m);

    private const int QuartersInYear = 4;

    // A year has no thousands
    public static void Year(InputCheck check, int year, string where) => check.That(
        year is >= FirstYear and <= LastYear, where, $"{year} kan niet: een jaar is van {FirstYear} tot en met {LastYear}.",
        $"{year} is not possible: a year is from {FirstYear} to {LastYear}.");

    public static void Money(InputCheck check, Euro amount, string where) => check.That(
        amount >= Euro.Zero && amount <= MostMoney,
        where,
        $"Een bedrag is 0 tot en met {FrameFigures.Money(MostMoney.Amount, isDutch: true)}.",
        $"An amount is 0 to {FrameFigures.Money(MostMoney.Amount, isDutch: false)}.");

    /// <summary>Notes every line that says the same as an earlier one.</summary>
    public static void NoDoubles<T>(InputCheck check, IReadOnlyList<T> keys, Func<int, string> where)
    {
        var seen = new HashSet<T>();
        for (var i = 0; i < keys.Count; i++)
            check.That(
                seen.Add(keys[i]), where(i),
                string.Create(CultureInfo.InvariantCulture, $"{keys[i]} staat er al."),
                string.Create(CultureInfo.InvariantCulture, $"{keys[i]} is there already."));
    }

    public static bool AtMost(InputCheck check, int count, int most, string where) => check.That(
        count <= most, where, $"Dit zijn er {count}; ten hoogste {most} kan.", $"There are {count}; at most {most} is possible.");

    public static void Settings(SettingsInput input, InputCheck check, string place = "")
    {
        check.Line(input.Municipality, place + "/gemeente", LongestName);
        check.That(
            input.Start is { Day: 1, Month: 1, Year: >= FirstYear and <= LastYear },
            place + "/begin",
            $"De planning begint op 1 januari van een jaar van {FirstYear} tot en met {LastYear}.",
            $"Planning begins on the first of January of a year from {FirstYear} to {LastYear}.");
        check.That(
            input.Quarters is >= QuartersInYear and <= PlanningSettings.MostQuarters && input.Quarters % QuartersInYear == 0,
            place + "/kwartalen",
            $"{input.Quarters} kan niet: hele jaren van vier kwartalen, ten hoogste {PlanningSettings.MostQuarters} kwartalen.",
            $"{input.Quarters} is not possible: whole years of four quarters, at most {PlanningSettings.MostQuarters} quarters.");
        check.Range(input.DiscountPerYear, place + "/discontovoetPerJaar", 0, 1);
        check.Range(input.TailQuarters, place + "/naloopKwartalen", 0, 10 * PlanningSettings.MostQuarters);
        check.Range(input.LowestScore, place + "/laagsteScore", -MostPoints, MostPoints);
        check.Range(input.HighestScore, place + "/hoogsteScore", -MostPoints, MostPoints);
        check.That(
            input.LowestScore < input.HighestScore,
            place + "/hoogsteScore",
            "De hoogste score ligt boven de laagste.",
            "The highest score lies above the lowest.");
    }
}
