using Koers.App.Exchange.Sheets;
using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.Domain.Means;

namespace Koers.App.Exchange.Initiatives;

/// <summary>One initiative in a file: what it becomes, and where in the file each part of that stands.</summary>
internal sealed class ImportedContent(string key, InitiativeInput? before)
{
    public string Key { get; } = key;

    public InitiativeInput? Before { get; } = before;

    public InitiativeInput Input { get; set; } = before ?? new InitiativeInput { Name = "", Department = "" };

    /// <summary>Cell by JSON pointer.</summary>
    public Dictionary<string, string> Places { get; } = [];

    /// <summary>Rows of lines by JSON pointer. There are tens of thousands: which cell it is, is worked out where it is asked.</summary>
    public Dictionary<string, (SheetReading Cells, SheetRow Row)> Lines { get; } = [];

    /// <summary>The cell of a pointer, or of the nearest thing around it.</summary>
    /// <param name="pointer">JSON pointer into <see cref="Input"/>.</param>
    public string PlaceOf(string pointer)
    {
        for (var (at, part) = (pointer, ""); ; (at, part) = (at[..at.LastIndexOf('/')], at[(at.LastIndexOf('/') + 1)..]))
            if (Places.TryGetValue(at, out var place))
                return place;
            else if (Lines.TryGetValue(at, out var line))
                return line.Cells.Where(line.Row, ImportReading.TitleOf(part));
            else if (at.Length == 0)
                return Place;
    }

    /// <summary>Forgets where its parts stand, and with that the sheets.</summary>
    public void LeavePlaces()
    {
        Places.Clear();
        Lines.Clear();
    }

    /// <summary>Where it stands first.</summary>
    public string Place { get; init; } = "";
}

/// <summary>From the tables of a file to initiatives. A sheet that is there says all of its kind of every initiative in the file; a sheet or column
/// that is not there changes nothing.</summary>
internal sealed class ImportReading(SheetFile file, InputCheck check)
{
    private readonly Dictionary<string, ImportedContent> _found = new(StringComparer.Ordinal);

    public IReadOnlyList<ImportedContent> Read(IReadOnlyDictionary<string, InitiativeInput> there)
    {
        foreach (var table in file.Tables)
            foreach (var (row, key) in Keys(table))
                if (key is not null && !_found.ContainsKey(key))
                    _found[key] = new ImportedContent(key, there.GetValueOrDefault(key)) { Place = $"/{table.Name}/{row.Number}" };
        ReadInitiatives();
        ReadVariants();
        Lines(InitiativeSheets.Spends, "uitgaven", Spend, (v, lines) => v with { Spends = lines });
        Lines(InitiativeSheets.Efforts, "inzet", Effort, (v, lines) => v with { Efforts = lines });
        Lines(InitiativeSheets.Effects, "effecten", Effect, (v, lines) => v with { Effects = lines });
        Lines(
            InitiativeSheets.Partners, "partners", (cells, row) => new PartnerInput(cells.Text(row, "Afdeling")?.Trim() ?? "", cells.Text(row, "Bijdrage") ?? ""),
            (i, lines) => i with { Partners = lines });
        Lines(
            InitiativeSheets.Documents, "documenten", (cells, row) => new DocumentInput(cells.Text(row, "Titel") ?? "", cells.Text(row, "Adres")?.Trim() ?? ""),
            (i, lines) => i with { Documents = lines });
        return [.. _found.Values];
    }

    /// <summary>What stands above the column of a part of a line; the names are the same but for the capital.</summary>
    public static string TitleOf(string part) => part.Length == 0 ? "" : char.ToUpperInvariant(part[0]) + part[1..];

    /// <summary>The rows of a table, each with what it is about: a number, or a key of its own for what is new; null where it does not say.</summary>
    public static IEnumerable<(SheetRow Row, string? Key)> Keys(SheetTable table)
    {
        var column = table.Titles.ToList().FindIndex(t => string.Equals(t.Trim(), "Nummer", StringComparison.OrdinalIgnoreCase));
        foreach (var row in table.Rows)
        {
            var key = column >= 0 && column < row.Cells.Count ? row.Cells[column]?.Value.Trim() : null;
            // In the list of initiatives a row without one is new as well
            yield return (row, string.IsNullOrEmpty(key) ? table.Name == InitiativeSheets.Initiatives ? $"rij {row.Number}" : null : key);
        }
    }

    private void ReadInitiatives()
    {
        if (Table(InitiativeSheets.Initiatives) is not { } table)
            return;
        var cells = Reading(table);
        var seen = new HashSet<string>();
        foreach (var (row, key) in Keys(table))
        {
            var content = _found[key!];
            check.That(seen.Add(content.Key), cells.Where(row, "Nummer"), $"{content.Key} staat er twee keer.", $"{content.Key} is there twice.");
            var was = content.Input;
            string? Or(string title, string? old, bool isCode = false) => cells.Has(title) ? cells.Text(row, title, isCode) : old;
            content.Input = was with
            {
                Name = Or("Naam", was.Name) ?? "",
                Summary = Or("Samenvatting", was.Summary) ?? "",
                Department = (Or("Afdeling", was.Department) ?? "").Trim(),
                Programme = Or("Programma", was.Programme)?.Trim(),
                Area = Or("Gebied", was.Area),
                Phase = Or("Fase", was.Phase),
                PolicyField = Or("Taakveld", was.PolicyField, isCode: true),
                IsStatutory = cells.Has("Wettelijk") ? cells.YesNo(row, "Wettelijk") ?? false : was.IsStatutory,
                PoliticalSponsor = Or("Bestuurlijk opdrachtgever", was.PoliticalSponsor),
                ExecutiveSponsor = Or("Ambtelijk opdrachtgever", was.ExecutiveSponsor),
                Lead = cells.Has("Opdrachtnemer") ? Lead(cells, row) : was.Lead,
                Labels = cells.Has("Labels") ? Labels(cells, row) : was.Labels,
            };
            foreach (var (pointer, title) in ((string, string)[])[("/naam", "Naam"), ("/samenvatting", "Samenvatting"), ("/afdeling", "Afdeling"),
                ("/programma", "Programma"), ("/gebied", "Gebied"), ("/fase", "Fase"), ("/taakveld", "Taakveld"), ("/labels", "Labels"),
                ("/bestuurlijkOpdrachtgever", "Bestuurlijk opdrachtgever"), ("/ambtelijkOpdrachtgever", "Ambtelijk opdrachtgever"),
                ("/opdrachtnemer", "Opdrachtnemer"), ("/versie", "Versie"), ("/toestand", "Toestand"), ("", "Nummer")])
                content.Places[pointer] = cells.Where(row, title);
            Versions[content.Key] = (cells.Whole(row, "Versie"), cells.Text(row, "Toestand")?.Trim());
        }
    }

    /// <summary>Version and state that the file says of initiatives: in which version it was written out.</summary>
    public Dictionary<string, (int? Version, string? State)> Versions { get; } = [];

    private Guid? Lead(SheetReading cells, SheetRow row)
    {
        if (cells.Text(row, "Opdrachtnemer") is not { } text)
            return null;
        check.That(Guid.TryParse(text, out var id), cells.Where(row, "Opdrachtnemer"), $"“{text}” is geen id van een account.", $"“{text}” is no id of an account.");
        return id;
    }

    private Dictionary<string, string> Labels(SheetReading cells, SheetRow row)
    {
        var labels = new Dictionary<string, string>();
        foreach (var line in (cells.Text(row, "Labels") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
            check.That(parts.Length == 2 && labels.TryAdd(parts[0], parts[1]), cells.Where(row, "Labels"),
                "Schrijf elk label één keer, op een regel van de cel: soort=innovatie.", "Write each label once, on a line of the cell: soort=innovatie.");
        }

        return labels;
    }

    private void ReadVariants()
    {
        if (Table(InitiativeSheets.Variants) is not { } table)
            return;
        var cells = Reading(table);
        var entered = _found.Keys.ToDictionary(key => key, _ => new List<VariantInput>());
        foreach (var (row, key) in Keys(table))
            if (Found(key, row, cells) is { } content)
            {
                var code = cells.Text(row, "Variant")?.Trim() ?? "";
                var was = content.Input.Variants.FirstOrDefault(v => v.Code == code) ?? new VariantInput { Code = code };
                var at = $"/varianten/{entered[content.Key].Count}";
                entered[content.Key].Add(was with
                {
                    Description = cells.Has("Omschrijving") ? cells.Text(row, "Omschrijving") ?? "" : was.Description,
                    Duration = cells.Has("Looptijd") ? cells.Whole(row, "Looptijd") ?? 0 : was.Duration,
                    EarliestStart = cells.Has("Vroegste start") ? cells.Day(row, "Vroegste start") : was.EarliestStart,
                    LatestStart = cells.Has("Laatste start") ? cells.Day(row, "Laatste start") : was.LatestStart,
                    Success = cells.Has("Kans van slagen") ? (double)(cells.Number(row, "Kans van slagen") ?? 1) : was.Success,
                    EffectShare = cells.Has("Aandeel effect") ? (double)(cells.Number(row, "Aandeel effect") ?? 1) : was.EffectShare,
                });
                foreach (var (pointer, title) in ((string, string)[])[("", "Variant"), ("/code", "Variant"), ("/omschrijving", "Omschrijving"), ("/looptijd", "Looptijd"),
                    ("/vroegsteStart", "Vroegste start"), ("/laatsteStart", "Laatste start"), ("/kansVanSlagen", "Kans van slagen"), ("/aandeelEffect", "Aandeel effect")])
                    content.Places[at + pointer] = cells.Where(row, title);
            }

        foreach (var content in _found.Values)
            content.Input = content.Input with { Variants = entered[content.Key] };
    }

    private void Lines<T>(string sheet, string pointer, Func<SheetReading, SheetRow, T?> read, Func<VariantInput, IReadOnlyList<T>, VariantInput> write) where T : class
    {
        if (Table(sheet) is not { } table)
            return;
        var cells = Reading(table);
        var entered = new Dictionary<(string, string), List<T>>();
        foreach (var (row, key) in Keys(table))
            if (Found(key, row, cells) is { } content)
            {
                var code = cells.Text(row, "Variant")?.Trim() ?? "";
                var variant = content.Input.Variants.Index().FirstOrDefault(v => v.Item.Code == code, (-1, null!)).Index;
                if (variant < 0)
                    check.That(false, cells.Where(row, "Variant"), $"{content.Key} heeft geen variant “{code}”.", $"{content.Key} has no variant “{code}”.");
                if (variant < 0 || read(cells, row) is not { } line)
                    continue;
                if (!entered.TryGetValue((content.Key, code), out var lines))
                    entered[(content.Key, code)] = lines = [];
                content.Lines[$"/varianten/{variant}/{pointer}/{lines.Count}"] = (cells, row);
                lines.Add(line);
            }

        foreach (var content in _found.Values)
            content.Input = content.Input with { Variants = [.. content.Input.Variants.Select(v => write(v, entered.GetValueOrDefault((content.Key, v.Code), [])))] };
    }

    private void Lines<T>(string sheet, string pointer, Func<SheetReading, SheetRow, T> read, Func<InitiativeInput, IReadOnlyList<T>, InitiativeInput> write)
    {
        if (Table(sheet) is not { } table)
            return;
        var cells = Reading(table);
        var entered = _found.Keys.ToDictionary(key => key, _ => new List<T>());
        foreach (var (row, key) in Keys(table))
            if (Found(key, row, cells) is { } content)
            {
                content.Lines[$"/{pointer}/{entered[content.Key].Count}"] = (cells, row);
                entered[content.Key].Add(read(cells, row));
            }

        foreach (var content in _found.Values)
            content.Input = write(content.Input, entered[content.Key]);
    }

    private SpendInput? Spend(SheetReading cells, SheetRow row)
    {
        var amount = Needed(cells, row, "Bedrag");
        var isExact = amount is not { } given || check.That(decimal.Round(given, 2) == given, cells.Where(row, "Bedrag"), $"{given} heeft delen van een cent.", $"{given} has parts of a cent.");
        return amount is { } euros && isExact
            ? new SpendInput(cells.Text(row, "Budget")?.Trim() ?? "", cells.Whole(row, "Kwartaal"), Euro.Of(decimal.Round(euros, 2)), cells.Text(row, "Dekking"))
            : null;
    }

    private EffortInput? Effort(SheetReading cells, SheetRow row) =>
        (Needed(cells, row, "Kwartaal"), Needed(cells, row, "Fte")) is ({ }, { } fte) && cells.Whole(row, "Kwartaal") is { } quarter
            ? new EffortInput(cells.Text(row, "Pool")?.Trim() ?? "", quarter, (double)fte) : null;

    private EffectInput? Effect(SheetReading cells, SheetRow row) =>
        Needed(cells, row, "Punten") is { } points ? new EffectInput(cells.Text(row, "Doel")?.Trim() ?? "", (double)points) : null;

    private decimal? Needed(SheetReading cells, SheetRow row, string title)
    {
        var before = check.Count;
        var number = cells.Number(row, title);
        check.That(number is not null || check.Count > before, cells.Where(row, title), "Vul dit in.", "Fill this in.");
        return number;
    }

    private ImportedContent? Found(string? key, SheetRow row, SheetReading cells)
    {
        if (key is not null)
            return _found[key];
        check.That(false, cells.Where(row, "Nummer"), "Vul in bij welk initiatief dit hoort.", "Say to which initiative this belongs.");
        return null;
    }

    private SheetTable? Table(string name) => file.Tables.FirstOrDefault(t => t.Name == name);

    private SheetReading Reading(SheetTable table) => new(file, table, InitiativeSheets.Columns[table.Name], check);
}
