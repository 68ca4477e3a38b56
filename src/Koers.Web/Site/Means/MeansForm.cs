using System.Globalization;
using Koers.App.Frames;
using Koers.App.Means;
using Koers.App.Requests;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Means;

/// <summary>Tables of means in a form: a row per budget or pool, a column per year or quarter. Only the amount stands in a cell; which year or quarter
/// it is of, stands once, in a hidden field of the column.</summary>
internal static class MeansForm
{
    /// <summary>The list of budgets.</summary>
    public const string Budgets = "/budgetten";

    /// <summary>The list of pools.</summary>
    public const string Pools = "/capaciteitspools";

    /// <summary>Hidden field of a column: "2027", or "2027-1" for its first quarter.</summary>
    public const string Column = FormData.Column;

    /// <summary>What the button for one more column asks for.</summary>
    public const string MoreColumns = "/kolommen";

    // As far as years of means go
    private const int FirstYear = 1900;
    private const int LastYear = 2200;
    private const int LongestShown = 20;

    /// <summary>The columns that stand in a form, in order.</summary>
    public static IReadOnlyList<string> Columns(FormData form)
    {
        var columns = new List<string>();
        while (form[Column + PercentFields.Place(columns.Count)] is { Length: > 0 } column)
            columns.Add(column);
        if (form.WantsRow == MoreColumns && columns.Count > 0 && (IsColumn(columns[^1], isYear: true) || IsColumn(columns[^1], isYear: false)))
            columns.AddRange(After(columns[^1]));
        return columns;
    }

    /// <summary>Budgets in a form.</summary>
    public static FormData Of(IReadOnlyList<BudgetView> budgets, PlannedYears planned, string language)
    {
        string[] columns = [.. budgets.SelectMany(b => b.Content.Years).Select(y => y.Year).Union(planned.Years).Order().Select(PercentFields.Place)];
        return Rows(budgets, view => (view.Version, FormData.Of(view.Content with { Years = [] }, null, language),
            view.Content.Years.Select(line => (PercentFields.Place(line.Year), line.Amount.Amount))), Budgets, "jaren", "bedrag", columns, language);
    }

    /// <summary>Pools in a form.</summary>
    public static FormData Of(IReadOnlyList<CapacityPoolView> pools, PlannedYears planned, string language)
    {
        string[] columns = [.. pools.SelectMany(p => p.Content.Quarters).Select(q => (q.Year, q.Quarter))
            .Union(planned.Years.SelectMany(year => Enumerable.Range(1, 4).Select(quarter => (Year: year, Quarter: quarter)))).Order()
            .Select(at => $"{PercentFields.Place(at.Year)}-{PercentFields.Place(at.Quarter)}")];
        return Rows(pools, view => (view.Version, PercentFields.Shown(FormData.Of(view.Content with { Quarters = [] }, null, language), "/reserve"),
            view.Content.Quarters.Select(line => ($"{PercentFields.Place(line.Year)}-{PercentFields.Place(line.Quarter)}", (decimal)line.Fte))),
            Pools, "kwartalen", "fte", columns, language);
    }

    /// <summary>Refuses columns that cannot be, once for each and not for each cell below it: they stand in no field that anyone can mend.</summary>
    /// <param name="form">The form.</param>
    /// <param name="list">Budgets, with years, or pools, with quarters.</param>
    /// <exception cref="InvalidInputException">A column is no year or quarter, or is there twice.</exception>
    public static void DemandColumns(FormData form, string list)
    {
        var (check, seen) = (new InputCheck(), new HashSet<string>(StringComparer.Ordinal));
        var (dutch, english) = list == Budgets ? ("jaar", "year") : ("kwartaal", "quarter");
        foreach (var column in Columns(form))
        {
            var shown = column.Length <= LongestShown ? column : column[..LongestShown] + "…";
            if (check.That(
                IsColumn(column, list == Budgets), "", $"Een kolom van de tabel heet “{shown}”, en dat is geen {dutch}. Open de pagina opnieuw.",
                $"A column of the table is called “{shown}”, and that is no {english}. Open the page again."))
                check.That(
                    seen.Add(column), "", $"De kolom “{shown}” staat er twee keer. Open de pagina opnieuw.",
                    $"The column “{shown}” is there twice. Open the page again.");
        }

        check.Done();
    }

    /// <summary>The form as the use case reads it: cells with their year or quarter, and without what was left empty.</summary>
    public static FormData Typed(FormData form, string list)
    {
        var columns = Columns(form);
        var (line, cell) = list == Budgets ? ("jaren", "bedrag") : ("kwartalen", "fte");
        var added = new List<KeyValuePair<string, string>>();
        var reserves = new List<string>();
        foreach (var place in form.Places.Where(place => form[place].Trim().Length > 0))
        {
            var parts = place.Split('/');
            if (parts is [_, _, _, "inhoud", var of, var at, var what] && of == line && what == cell
                && int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var column) && column < columns.Count)
                added.AddRange(Named(columns[column], place[..^cell.Length]));
            else if (place.EndsWith("/inhoud/reserve", StringComparison.Ordinal))
                reserves.Add(place);
        }

        var hires = form.Places.Where(place => place.Contains("/inhuur/", StringComparison.Ordinal) && form[place].Length > 0)
            .Select(place => place[..place.LastIndexOf('/')]).ToHashSet(StringComparer.Ordinal);
        return PercentFields.Typed(form, [.. reserves]).With(added).Without(place =>
            (place.EndsWith("/inhoud/reserve", StringComparison.Ordinal) && form[place].Trim().Length == 0)
            || (place.Contains("/inhuur/", StringComparison.Ordinal) && !hires.Contains(place[..place.LastIndexOf('/')])));
    }

    private static FormData Rows<TView>(
        IReadOnlyList<TView> views, Func<TView, (int Version, FormData Content, IEnumerable<(string Column, decimal Amount)> Cells)> read, string list,
        string line, string cell, string[] columns, string language)
    {
        var figures = new Figures(language);
        var fields = columns.Select((column, i) => KeyValuePair.Create(Column + PercentFields.Place(i), column)).ToList();
        for (var i = 0; i < views.Count; i++)
        {
            var (version, content, cells) = read(views[i]);
            var row = $"{list}/{PercentFields.Place(i)}";
            fields.Add(new($"{row}/versie", PercentFields.Place(version)));
            fields.AddRange(content.Places.Select(place => KeyValuePair.Create($"{row}/inhoud{place}", content[place])));
            fields.AddRange(cells.Select(at => KeyValuePair.Create(
                $"{row}/inhoud/{line}/{PercentFields.Place(Array.IndexOf(columns, at.Column))}/{cell}", figures.Grouped(at.Amount))));
        }

        return FormData.Empty(language).With(fields);
    }

    private static bool IsColumn(string column, bool isYear) =>
        column.Split('-') is [{ Length: 4 } year, .. var rest] && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is >= FirstYear and <= LastYear && (isYear ? rest is [] : rest is ["1" or "2" or "3" or "4"]);

    private static IEnumerable<KeyValuePair<string, string>> Named(string column, string line) => column.Split('-') is [var year, var quarter]
        ? [new(line + "jaar", year), new(line + "kwartaal", quarter)]
        : [new(line + "jaar", column)];

    /// <summary>The year after a year, or the four quarters of the year after a quarter.</summary>
    private static IEnumerable<string> After(string column)
    {
        var next = PercentFields.Place(int.Parse(column[..4], CultureInfo.InvariantCulture) + 1);
        return column.Length == 4 ? [next] : Enumerable.Range(1, 4).Select(quarter => $"{next}-{PercentFields.Place(quarter)}");
    }
}

/// <summary>The years that are planned.</summary>
/// <param name="Years">In order.</param>
internal sealed record PlannedYears(IReadOnlyList<int> Years)
{
    private const int QuartersInYear = 4;

    /// <summary>Those of the settings; as long as there are none, the four years to come.</summary>
    public static PlannedYears Of(SettingsInput? settings, TimeProvider clock) => new(settings is null
        ? [.. Enumerable.Range(DutchTime.Today(clock).Year + 1, QuartersInYear)]
        : [.. Enumerable.Range(settings.Start.Year, settings.Quarters / QuartersInYear)]);
}
