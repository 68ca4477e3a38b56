using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Exchange.Sheets;
using Koers.App.Initiatives;
using Koers.App.Memory;
using Koers.App.Operation;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Exchange.Initiatives;

/// <summary>Takes initiatives in from a workbook or CSV: first it says what would change, then it stores all of it or nothing.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
/// <param name="clock">The time.</param>
/// <param name="seen">What was seen and not stored yet; null looks at everything anew.</param>
public sealed class InitiativeImport(RegisterContext context, AuditTrail trail, TimeProvider clock, SeenImports? seen = null)
{
    /// <summary>Largest file, in bytes.</summary>
    public const int LargestFile = 20 << 20;

    private const int MostInitiatives = 10_000;
    private const int MostFaults = 1_000;

    /// <summary>Whether somebody may import.</summary>
    /// <param name="actor">Who.</param>
    public static bool MayImport(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Has(Role.PortfolioManager);
    }

    /// <summary>Says what a file would change, and stores it where that was seen before.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="file">The file.</param>
    /// <param name="token">The token of the preview that was seen; null = only say.</param>
    /// <param name="language">"nl" or "en", for the faults.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not import.</exception>
    /// <exception cref="InvalidInputException">The file cannot be read; or it is to be stored and something in it is wrong.</exception>
    /// <exception cref="AgainstRuleException">The file or the register is not what it was in the preview.</exception>
    public async Task<ImportPreview> Take(Actor actor, byte[] file, string? token, string language, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!MayImport(actor))
            throw new NotAllowedException(new Text("Initiatieven invoeren uit een bestand kan de portfoliomanager.", "The portfolio manager may import initiatives from a file."));
        try
        {
            var preview = await Taken(actor, file, token, language, cancellation);
            Instruments.ImportFinished(preview.Faults.Count > 0 ? ImportOutcome.Refused : preview.IsApplied ? ImportOutcome.Stored : ImportOutcome.Seen);
            return preview;
        }
        catch (Exception e) when (e is InvalidInputException or AgainstRuleException)
        {
            Instruments.ImportFinished(ImportOutcome.Refused);
            throw;
        }
    }

    private async Task<ImportPreview> Taken(Actor actor, byte[] file, string? token, string language, CancellationToken cancellation)
    {
        var (hash, mark) = (Convert.ToHexStringLower(SHA256.HashData(file)), await TrailMark.Read(context, cancellation));
        if (token is not null && seen?.Take(token, hash, mark) is { } same)
            return await Store(
                actor, same.Preview, same.Found, await Load([.. same.Found.Where(c => c.Before is not null).Select(c => c.Key)], cancellation), same.Mark, cancellation);
        var check = new InputCheck(MostFaults);
        var sheets = Read(file);
        var reading = new ImportReading(sheets, check);
        var codes = await CodeBook.Read(context, cancellation);
        var there = await Load(sheets.Tables.SelectMany(ImportReading.Keys).Select(row => row.Key).OfType<string>().ToHashSet(), cancellation);
        var found = reading.Read(there.ToDictionary(i => i.Key, i => InitiativeContent.Read(i.Value, codes)));
        await Check(reading, found, there, codes, check, cancellation);
        var faults = sheets.Faults.Concat(check.Faults).Take(MostFaults).ToList();
        if (faults.Count > 0)
            return token is null
                ? new ImportPreview { Faults = [.. faults.Select(f => new ImportFault(f.Where, f.Text.In(language)))] }
                : throw new InvalidInputException(faults);
        var preview = Preview(hash, found, there);
        if (token is null)
        {
            if (mark is not null && file.Length <= SeenImports.LargestFile)
                seen?.Keep(new SeenImport(hash, mark, preview, found));
            return preview;
        }

        if (token != preview.Token)
            throw new AgainstRuleException(new Text(
                "Het bestand of het register is niet meer wat het was toen u zag wat er zou wijzigen. Bekijk het opnieuw.",
                "The file or the register is not what it was when you saw what would change. Look at it again."));
        return await Store(actor, preview, found, there, unchanged: null, cancellation);
    }

    private static SheetFile Read(byte[] file)
    {
        if (file is [(byte)'P', (byte)'K', ..])
        {
            var book = WorkbookReader.Read(new MemoryStream(file), [.. InitiativeSheets.Columns.Keys]);
            return book.Tables.Count + book.Faults.Count > 0 ? book : throw FileFault.Of(
                "", $"Er is geen blad in met een van deze namen: {string.Join(", ", InitiativeSheets.Columns.Keys)}.", $"There is no sheet in it with one of these names: {string.Join(", ", InitiativeSheets.Columns.Keys)}.");
        }

        var (rows, hasPoint) = CsvText.Read(file);
        var titles = rows.Count > 0 ? rows[0].Select(t => t.Trim()).ToList() : [];
        bool Has(string title) => titles.Exists(t => t.StartsWith(title, StringComparison.OrdinalIgnoreCase));
        var name = Has("Budget") ? InitiativeSheets.Spends : Has("Pool") ? InitiativeSheets.Efforts : Has("Doel") ? InitiativeSheets.Effects
            : Has("Variant") ? InitiativeSheets.Variants : Has("Bijdrage") ? InitiativeSheets.Partners : Has("Adres") ? InitiativeSheets.Documents : Has("Nummer") ? InitiativeSheets.Initiatives
            : throw FileFault.Of("", "Dit is geen werkmap en geen CSV van koers: een kolom Nummer ontbreekt.", "This is no workbook and no CSV of koers: a column Nummer is missing.");
        var table = rows.Skip(1).Select((row, i) => new SheetRow(i + 2, [.. row.Select(text =>
            string.IsNullOrWhiteSpace(text) ? null : new SheetCell(text))])).Where(row => row.Cells.Any(c => c is not null));
        return new SheetFile([new SheetTable(name, titles, [.. table])], [], hasPoint, Is1904: false);
    }

    private async Task<Dictionary<string, Initiative>> Load(HashSet<string> keys, CancellationToken cancellation)
    {
        if (keys.Count > MostInitiatives)
            throw FileFault.Of("", $"Ten hoogste {Words.Number(MostInitiatives).Dutch} initiatieven in een keer.", $"At most {Words.Number(MostInitiatives).English} initiatives at once.");
        return await context.Initiatives.Include(i => i.Variants).AsSplitQuery().Where(i => keys.Contains(i.Number)).ToDictionaryAsync(i => i.Number, cancellation);
    }

    private async Task Check(
        ImportReading reading, IReadOnlyList<ImportedContent> found, Dictionary<string, Initiative> there, CodeBook codes, InputCheck check, CancellationToken cancellation)
    {
        var leads = found.Select(c => c.Input.Lead).OfType<Guid>().ToHashSet();
        var accounts = await context.Users.Where(a => leads.Contains(a.Id) && !a.IsClosed).Select(a => a.Id).ToListAsync(cancellation);
        foreach (var content in found)
        {
            var own = new InputCheck();
            InitiativeCheck.Gather(content.Input, codes, own);
            own.That(content.Input.Lead is not { } lead || accounts.Contains(lead), "/opdrachtnemer", "Er is geen account met dit id.", "There is no account with this id.");
            var initiative = there.GetValueOrDefault(content.Key);
            var isNumber = content.Key.Length >= 9 && content.Key[4] == '-' && content.Key.Where((_, i) => i != 4).All(char.IsAsciiDigit);
            own.That(initiative is not null || !isNumber, "", $"Er is geen initiatief {content.Key}. Laat het nummer van een nieuw initiatief leeg, of geef het een eigen naam zoals nieuw-1.", $"There is no initiative {content.Key}. Leave the number of a new initiative empty, or give it a name of its own such as nieuw-1.");
            var (version, state) = reading.Versions.GetValueOrDefault(content.Key);
            own.That(version is null || version == initiative?.Version, "/versie", $"Intussen is dit gewijzigd: het register heeft versie {initiative?.Version}. Schrijf het opnieuw uit.", $"This was changed in the meantime: the register has version {initiative?.Version}. Write it out again.");
            own.That(string.IsNullOrEmpty(state) || state == Words.Json(initiative?.State ?? InitiativeState.Idea), "/toestand", "De toestand wijzigt niet door invoer, maar door een stap te zetten.", "The state is not changed by import, but by taking a step.");
            foreach (var fault in own.Faults)
                check.That(false, content.PlaceOf(fault.Where), fault.Text.Dutch, fault.Text.English);
        }
    }

    private static ImportPreview Preview(string hash, IReadOnlyList<ImportedContent> found, Dictionary<string, Initiative> there)
    {
        var initiatives = new List<ImportedInitiative>();
        var state = new StringBuilder(hash);
        foreach (var content in found)
        {
            content.Input = Ordered(content.Input, content.Before);
            var before = content.Before is { } was ? Changes.Picture(Ordered(was, was)) : null;
            var changes = Changes.Between(before, Changes.Picture(content.Input));
            var outcome = before is null ? "nieuw" : changes.AreNone ? "ongewijzigd" : "gewijzigd";
            var (old, becomes) = outcome == "ongewijzigd" ? (null, null) : (changes.Before, changes.After);
            initiatives.Add(new ImportedInitiative(content.Key, outcome, Parsed(old), Parsed(becomes)));
            state.Append(CultureInfo.InvariantCulture, $"|{content.Key}|{there.GetValueOrDefault(content.Key)?.Version}|{old}|{becomes}");
        }

        return new ImportPreview { Initiatives = initiatives, Token = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state.ToString()))) };
    }

    private static JsonNode? Parsed(string? json) => json is null ? null : JsonNode.Parse(json);

    /// <summary>As the register would give it back: without spaces around texts, and lines in its order.</summary>
    private static InitiativeInput Ordered(InitiativeInput input, InitiativeInput? before)
    {
        static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        var places = before?.Variants.Select((v, i) => (v.Code, i)).ToDictionary(v => v.Code, v => v.i) ?? [];
        return input with
        {
            Name = input.Name.Trim(),
            Summary = input.Summary.Trim(),
            Area = OrNull(input.Area),
            Phase = OrNull(input.Phase),
            Programme = OrNull(input.Programme),
            PolicyField = OrNull(input.PolicyField),
            PoliticalSponsor = OrNull(input.PoliticalSponsor),
            ExecutiveSponsor = OrNull(input.ExecutiveSponsor),
            Partners = [.. input.Partners.OrderBy(p => p.Department, StringComparer.Ordinal)],
            Labels = input.Labels.OrderBy(l => l.Key, StringComparer.Ordinal).ToDictionary(l => l.Key, l => l.Value),
            Variants = [.. input.Variants.OrderBy(v => places.GetValueOrDefault(v.Code, int.MaxValue)).Select(v => v with
            {
                Description = v.Description.Trim(),
                Spends = [.. v.Spends.Select(s => s with { FundingSource = OrNull(s.FundingSource) }).OrderBy(s => s.Budget, StringComparer.Ordinal)
                    .ThenBy(s => s.Quarter ?? int.MaxValue).ThenBy(s => s.Amount).ThenBy(s => s.FundingSource, StringComparer.Ordinal)],
                Efforts = [.. v.Efforts.OrderBy(e => e.Pool, StringComparer.Ordinal).ThenBy(e => e.Quarter).ThenBy(e => e.Fte)],
                Effects = [.. v.Effects.OrderBy(e => e.Goal, StringComparer.Ordinal).ThenBy(e => e.Points)],
            })],
        };
    }

    /// <param name="actor">Who.</param>
    /// <param name="preview">What was shown.</param>
    /// <param name="found">What the file says.</param>
    /// <param name="there">What the register has of it.</param>
    /// <param name="unchanged">How far the audit trail must be still; null where what was found is looked at once more instead.</param>
    /// <param name="cancellation">Stops.</param>
    private async Task<ImportPreview> Store(
        Actor actor, ImportPreview preview, IReadOnlyList<ImportedContent> found, Dictionary<string, Initiative> there, TrailMark? unchanged,
        CancellationToken cancellation)
    {
        var stored = new List<ImportedInitiative>();
        try
        {
            await trail.SaveAll(
                actor,
                async stop =>
                {
                    // When nobody else can write: what a code stands for may just have been removed
                    var codes = await CodeBook.Read(context, stop);
                    if (!(unchanged is null ? AreSound(found, codes) : await TrailMark.Read(context, stop) == unchanged))
                        throw ChangedMeanwhile();
                    using var numbers = await InitiativeNumbers.Following(context, clock, stop);
                    (var happenings, stored) = await new ImportWriting(context, actor, codes, clock.GetUtcNow()).Write(found, preview.Initiatives, there, numbers, stop);
                    return happenings;
                },
                cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw ChangedMeanwhile();
        }

        return preview with { IsApplied = true, Initiatives = stored };
    }

    private static bool AreSound(IReadOnlyList<ImportedContent> found, CodeBook codes)
    {
        var check = new InputCheck();
        foreach (var content in found)
            InitiativeCheck.Gather(content.Input, codes, check);
        return check.Faults.Count == 0;
    }

    private static AgainstRuleException ChangedMeanwhile() => new(new Text(
        "Intussen heeft een ander een van deze initiatieven gewijzigd, of iets waar zij naar verwijzen; er is niets opgeslagen. Bekijk het opnieuw.",
        "Somebody else changed one of these initiatives in the meantime, or something that they refer to; nothing was stored. Look at it again."));
}
