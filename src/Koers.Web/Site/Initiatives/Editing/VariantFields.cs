using System.Globalization;
using Koers.App.Exchange.Sheets;
using Koers.App.Initiatives;
using Koers.Domain.Frames;
using Koers.Domain.Means;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Initiatives.Editing;

/// <summary>The fields of variants while somebody types in them, before they are read as a whole.</summary>
internal static class VariantFields
{
    /// <summary>The button that fills quarters from totals.</summary>
    public const string Spread = "verdeel";

    private const string List = "/varianten";

    /// <summary>Most variants that a page shows: twice as many as there can be, so that who adds too many can take some away. Each is 25 kB.</summary>
    private const int MostShown = 40;

    /// <summary>How many variants the form shows.</summary>
    /// <param name="form">The form.</param>
    /// <param name="empty">Empty ones at the end.</param>
    public static int Count(FormData form, int empty) => Math.Min(form.Rows(List, empty), MostShown);

    /// <summary>How many columns of quarters a variant has: as long as it takes, and what was typed beyond that stays in sight.</summary>
    /// <param name="form">The form.</param>
    /// <param name="variant">Place of the variant.</param>
    public static int Columns(FormData form, string variant)
    {
        var typed = form.Places
            .Where(place => place.StartsWith(variant + "/", StringComparison.Ordinal) && place.Contains("/kwartalen/", StringComparison.Ordinal) && form[place].Trim().Length > 0)
            .Select(place => int.TryParse(place[(place.LastIndexOf('/') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var quarter) ? quarter + 1 : 0)
            .DefaultIfEmpty().Max();
        return Math.Clamp(Math.Max(Duration(form, variant) ?? 4, typed), 1, PlanningSettings.MostQuarters);
    }

    /// <summary>Variants that are there now and would not be after saving, by code.</summary>
    /// <param name="now">As it is now.</param>
    /// <param name="form">The form.</param>
    public static IReadOnlyList<string> Going(InitiativeInput now, FormData form)
    {
        var staying = Enumerable.Range(0, form.Rows(List, 0)).Select(i => $"{List}/{i}").Where(variant => form[variant + "/weg"] is not ("true" or "on"))
            .Select(variant => form[variant + "/code"].Trim()).ToHashSet(StringComparer.Ordinal);
        return [.. now.Variants.Select(variant => variant.Code).Where(code => !staying.Contains(code))];
    }

    /// <summary>Fills the quarters of rows that have a total only, to be looked at and changed.</summary>
    /// <param name="form">The form.</param>
    public static FormData Filled(FormData form)
    {
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        var figures = new Figures(form.Language);
        for (var i = 0; i < form.Rows(List, 0); i++)
            if (Duration(form, $"{List}/{i}") is { } duration and >= 1 and <= PlanningSettings.MostQuarters)
            {
                foreach (var (row, number) in OnlyTotals(form, $"{List}/{i}/geld", "totaal"))
                    if (decimal.Round(number, 2) == number && number is >= 0 and <= 100_000_000_000m)
                        Fill(filled, row, "totaal", EvenSpread.Of(Euro.Of(number), duration).Select(part => figures.Field(part.Amount)));
                foreach (var (row, number) in OnlyTotals(form, $"{List}/{i}/inzet", "steeds"))
                    Fill(filled, row, "steeds", Enumerable.Repeat(figures.Field(number), duration));
            }

        return form.With(filled);
    }

    private static IEnumerable<(string Row, decimal Number)> OnlyTotals(FormData form, string list, string total)
    {
        for (var i = 0; i < form.Rows(list, 0); i++)
        {
            var row = $"{list}/{i}";
            var hasQuarters = form.Places.Any(place => place.StartsWith(row + "/kwartalen/", StringComparison.Ordinal) && form[place].Trim().Length > 0);
            if (!hasQuarters && DutchNumber.Read(form[$"{row}/{total}"], form.Language == "en") is { } number)
                yield return (row, number);
        }
    }

    private static void Fill(Dictionary<string, string> filled, string row, string total, IEnumerable<string> parts)
    {
        filled[$"{row}/{total}"] = "";
        foreach (var (quarter, part) in parts.Index())
            filled[string.Create(CultureInfo.InvariantCulture, $"{row}/kwartalen/{quarter}")] = part;
    }

    private static int? Duration(FormData form, string variant) =>
        int.TryParse(form[variant + "/looptijd"].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var quarters) ? quarters : null;
}
