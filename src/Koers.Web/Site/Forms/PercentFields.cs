using System.Globalization;
using Koers.App.Exchange.Sheets;

namespace Koers.Web.Site.Forms;

/// <summary>Shares that people see and type as percentages: 4% for 0.04, and who types 4 means 4%.</summary>
internal static class PercentFields
{
    /// <summary>The form with shares shown as percentages.</summary>
    public static FormData Shown(FormData form, params string[] places)
    {
        var figures = new Figures(form.Language);
        return form.With([.. places.Where(place => form[place].Length > 0 && !form[place].EndsWith('%'))
            .Select(place => (place, Share: DutchNumber.Read(form[place], hasPoint: form.Language == "en")))
            .Where(field => field.Share is not null)
            .Select(field => KeyValuePair.Create(field.place, figures.Field(Math.Round(field.Share!.Value * 100, 8)) + "%"))]);
    }

    /// <summary>The form as it was typed, with the sign behind what lacks it.</summary>
    public static FormData Typed(FormData form, params string[] places) => form.With(
        [.. places.Where(place => form[place].Trim() is { Length: > 0 } text && !text.EndsWith('%'))
            .Select(place => KeyValuePair.Create(place, form[place].Trim() + "%"))]);

    /// <summary>The form without the sign behind numbers of fields that count in per cent themselves: who types 90% there means 90.</summary>
    /// <param name="form">As it was typed.</param>
    /// <param name="ends">How the places of those fields end.</param>
    public static FormData WithoutSign(FormData form, params string[] ends) => form.With(
        [.. form.Places.Where(place => Array.Exists(ends, end => place.EndsWith(end, StringComparison.Ordinal)) && form[place].TrimEnd().EndsWith('%'))
            .Select(place => KeyValuePair.Create(place, form[place].TrimEnd().TrimEnd('%')))]);

    /// <summary>A whole number in a name of a field.</summary>
    public static string Place(int number) => number.ToString(CultureInfo.InvariantCulture);
}
