using System.Globalization;
using Koers.App.Accounts;
using Koers.App.Exchange.Sheets;
using Koers.App.Initiatives;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Initiatives;
using Koers.Domain.Means;
using Koers.Domain.PolicyFields;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Exchange.Initiatives;

/// <summary>How initiatives go out to files: workbooks and CSV.</summary>
/// <param name="context">The register.</param>
/// <param name="list">The list, which knows who sees what.</param>
/// <param name="clock">The time.</param>
public sealed class InitiativeSheets(RegisterContext context, InitiativeList list, TimeProvider clock)
{
    internal const string Initiatives = "Initiatieven";
    internal const string Variants = "Varianten";
    internal const string Spends = "Uitgaven";
    internal const string Efforts = "Inzet";
    internal const string Effects = "Effecten";
    internal const string Partners = "Partners";
    internal const string Documents = "Documenten";

    /// <summary>So many initiatives are asked for by number.</summary>
    private const int FewNumbers = 100;

    private const string Departments = "Afdelingen";
    private const string Programmes = "Programma's";
    private const string YesNo = "Ja/nee";
    private const string Budgets = "Budgetten";
    private const string Pools = "Pools";
    private const string Goals = "Doelen";
    private const string PolicyFields = "Taakvelden";

    /// <summary>The sheets and what is in their columns.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyList<WorkbookColumn>> Columns { get; } = new Dictionary<string, IReadOnlyList<WorkbookColumn>>
    {
        [Initiatives] =
        [
            new("Nummer", CellKind.Text), new("Versie", CellKind.Whole), new("Toestand", CellKind.Text), new("Naam", CellKind.Text),
            new("Samenvatting", CellKind.Text), new("Afdeling", CellKind.Text, Departments), new("Programma", CellKind.Text, Programmes),
            new("Gebied", CellKind.Text), new("Fase", CellKind.Text), new("Taakveld", CellKind.Text, PolicyFields),
            new("Wettelijk", CellKind.Text, YesNo),
            new("Bestuurlijk opdrachtgever", CellKind.Text), new("Ambtelijk opdrachtgever", CellKind.Text), new("Opdrachtnemer", CellKind.Text),
            new("Labels", CellKind.Text),
        ],
        [Variants] =
        [
            new("Nummer", CellKind.Text), new("Variant", CellKind.Text), new("Omschrijving", CellKind.Text), new("Looptijd", CellKind.Whole),
            new("Vroegste start", CellKind.Day), new("Laatste start", CellKind.Day), new("Kans van slagen", CellKind.Number),
            new("Aandeel effect", CellKind.Number),
        ],
        [Spends] =
        [
            new("Nummer", CellKind.Text), new("Variant", CellKind.Text), new("Budget", CellKind.Text, Budgets), new("Kwartaal", CellKind.Whole),
            new("Bedrag", CellKind.Money), new("Dekking", CellKind.Text),
        ],
        [Efforts] =
        [
            new("Nummer", CellKind.Text), new("Variant", CellKind.Text), new("Pool", CellKind.Text, Pools), new("Kwartaal", CellKind.Whole),
            new("Fte", CellKind.Number),
        ],
        [Effects] = [new("Nummer", CellKind.Text), new("Variant", CellKind.Text), new("Doel", CellKind.Text, Goals), new("Punten", CellKind.Number)],
        [Partners] = [new("Nummer", CellKind.Text), new("Afdeling", CellKind.Text, Departments), new("Bijdrage", CellKind.Text)],
        [Documents] = [new("Nummer", CellKind.Text), new("Titel", CellKind.Text), new("Adres", CellKind.Text)],
    };

    /// <summary>A workbook with all sheets, and lists to choose from; the template is one without initiatives.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="query">Which initiatives; null = none.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<byte[]> Workbook(Actor actor, InitiativeQuery? query, CancellationToken cancellation)
    {
        var codes = await CodeBook.Read(context, cancellation);
        var found = query is null ? [] : await Find(actor, query, codes, cancellation);
        static IReadOnlyList<string> Codes(CodeTable table) => [.. table.Lines.Select(l => l.Code).Order(StringComparer.Ordinal)];
        return Exchange.Sheets.Workbook.Write(
            [.. Columns.Select(sheet => (sheet.Key, sheet.Value, Rows(sheet.Key, found)))],
            [
                (Departments, Codes(codes.Departments)), (Programmes, Codes(codes.Programmes)), (YesNo, ["ja", "nee"]), (Budgets, Codes(codes.Budgets)),
                (Pools, Codes(codes.CapacityPools)), (Goals, Codes(codes.Goals)),
                // Those that the form of an initiative lets choose from
                (PolicyFields, [.. PolicyFieldList.For(DutchTime.Today(clock).Year).Select(field => field.Code)]),
            ]);
    }

    /// <summary>One sheet as CSV.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="query">Which initiatives.</param>
    /// <param name="sheet">Which sheet, for example "uitgaven".</param>
    /// <param name="isDutch">As Dutch spreadsheets read it; otherwise RFC 4180.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InvalidInputException">There is no such sheet.</exception>
    public async Task<byte[]> Csv(Actor actor, InitiativeQuery query, string sheet, bool isDutch, CancellationToken cancellation)
    {
        var name = Columns.Keys.FirstOrDefault(k => string.Equals(k, sheet, StringComparison.OrdinalIgnoreCase))
            ?? throw FileFault.Of("blad", $"Er is geen blad “{sheet}”: {string.Join(", ", Columns.Keys)}.", $"There is no sheet “{sheet}”: {string.Join(", ", Columns.Keys)}.");
        var found = await Find(actor, query, await CodeBook.Read(context, cancellation), cancellation);
        return CsvText.Write(
            [.. Columns[name].Select(c => c.Title)],
            Rows(name, found).Select(row => (IReadOnlyList<string?>)[.. row.Select(value => Written(value, isDutch))]), isDutch);
    }

    private static string? Written(object? value, bool isDutch) => value switch
    {
        null => null,
        string text => text,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => isDutch ? number.ToString(null, CultureInfo.InvariantCulture).Replace('.', ',') : number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private async Task<List<InitiativeView>> Find(Actor actor, InitiativeQuery query, CodeBook codes, CancellationToken cancellation)
    {
        var numbers = new List<string>();
        for (var page = 1; ; page++)
        {
            var part = await list.Find(actor, query, new PageRequest(page, PageRequest.MostOnPage), cancellation);
            numbers.AddRange(part.Items.Select(i => i.Number));
            if (numbers.Count >= part.Total || part.Items.Count == 0)
                break;
        }

        var stored = context.Initiatives.AsNoTracking().Include(i => i.Variants).AsSplitQuery();
        // A database looks through a list of numbers for every row of every part: with thousands of them, taking all is far less work
        if (numbers.Count <= FewNumbers)
            stored = stored.Where(i => numbers.Contains(i.Number));
        var found = await stored.ToDictionaryAsync(i => i.Number, cancellation);
        return [.. numbers.Where(found.ContainsKey).Select(n => Fitting(InitiativeView.Of(found[n], codes)))];
    }

    /// <summary>What was entered before there were limits is named, instead of written into a file that cannot be read again.</summary>
    private static InitiativeView Fitting(InitiativeView view)
    {
        var check = new InputCheck();
        check.Length(LabelsOf(view.Content), "/labels", Exchange.Sheets.Workbook.LongestText);
        InitiativeCheck.Quarters(view.Content, check);
        return check.Faults is [var fault, ..]
            ? throw new AgainstRuleException(new Text(
                $"Initiatief {view.Number} past niet in een blad ({fault.Where}: {fault.Text.Dutch}); wijzig dat eerst.",
                $"Initiative {view.Number} does not fit into a sheet ({fault.Where}: {fault.Text.English}); change that first."))
            : view;
    }

    private static string LabelsOf(InitiativeInput content) => string.Join('\n', content.Labels.Select(l => $"{l.Key}={l.Value}"));

    private static IEnumerable<IReadOnlyList<object?>> Rows(string sheet, List<InitiativeView> found) => sheet switch
    {
        Initiatives => found.Select(v => (v, c: v.Content)).Select(i => (IReadOnlyList<object?>)
        [
            i.v.Number, i.v.Version, Words.Json(i.v.State), i.c.Name, i.c.Summary, i.c.Department, i.c.Programme, i.c.Area, i.c.Phase, i.c.PolicyField,
            i.c.IsStatutory ? "ja" : "nee", i.c.PoliticalSponsor, i.c.ExecutiveSponsor, i.c.Lead?.ToString(),
            LabelsOf(i.c),
        ]),
        Variants => Lines<VariantInput>(found, v => [v], (n, v, _) => [n, v.Code, v.Description, v.Duration, v.EarliestStart, v.LatestStart, v.Success, v.EffectShare]),
        Spends => Lines(found, v => v.Spends, (n, v, s) => [n, v.Code, s.Budget, s.Quarter, s.Amount.Amount, s.FundingSource]),
        Efforts => Lines(found, v => v.Efforts, (n, v, e) => [n, v.Code, e.Pool, e.Quarter, e.Fte]),
        Effects => Lines(found, v => v.Effects, (n, v, e) => [n, v.Code, e.Goal, e.Points]),
        Partners => Lines(found, i => i.Partners, (n, p) => [n, p.Department, p.Contribution]),
        _ => Lines(found, i => i.Documents, (n, d) => [n, d.Title, d.Address]),
    };

    private static IEnumerable<IReadOnlyList<object?>> Lines<T>(
        List<InitiativeView> found, Func<InitiativeInput, IEnumerable<T>> lines, Func<string, T, object?[]> row) =>
        found.SelectMany(i => lines(i.Content).Select(line => (IReadOnlyList<object?>)row(i.Number, line)));

    private static IEnumerable<IReadOnlyList<object?>> Lines<T>(
        List<InitiativeView> found, Func<VariantInput, IEnumerable<T>> lines, Func<string, VariantInput, T, object?[]> row) =>
        found.SelectMany(i => i.Content.Variants.SelectMany(v => lines(v).Select(line => (IReadOnlyList<object?>)row(i.Number, v, line))));
}
