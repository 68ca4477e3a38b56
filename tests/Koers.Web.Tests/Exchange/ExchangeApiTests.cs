using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Koers.App.Audit;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Web.Tests.Exchange;

public class ExchangeApiTests(PostgreSqlServer databases)
{
    private const string Books = "/api/v1/exports/initiatieven?vorm=xlsx";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task What_goes_out_as_a_workbook_changes_nothing_when_it_comes_in(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.PortfolioManager);
        var preview = await Send(client, await client.GetByteArrayAsync(new Uri(Books, UriKind.Relative), Stop));
        Assert.Empty(preview["fouten"]!.AsArray());
        Assert.Equal((0, 0, 1), ((int)preview["nieuw"]!, (int)preview["gewijzigd"]!, (int)preview["ongewijzigd"]!));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_file_is_seen_first_then_stored_whole_with_a_line_in_the_trail_for_each(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.PortfolioManager);
        var file = Encoding.UTF8.GetBytes("Nummer;Naam;Afdeling\r\n2026-0042;Stationsplein;ruimte\r\n;Fietsbrug;ruimte\r\n");
        var preview = await Send(client, file);
        Assert.Equal((1, 1), ((int)preview["nieuw"]!, (int)preview["gewijzigd"]!));
        Assert.Equal("Stationsplein vergroenen", (string?)preview["initiatieven"]![0]!["oud"]!["naam"]);
        await using (var context = server.Register.Open())
            Assert.Equal((1, 0), (await context.Initiatives.CountAsync(Stop), await context.AuditEntries.CountAsync(Stop)));
        var applied = await Send(client, file, (string?)preview["kenmerk"]);
        Assert.True((bool)applied["toegepast"]!);
        await using var after = server.Register.Open();
        Assert.Equal(["Fietsbrug", "Stationsplein"], await after.Initiatives.Select(i => i.Name).OrderBy(n => n).ToListAsync(Stop));
        Assert.Equal(["initiatief.wijzigen", "initiatief.indienen"], await after.AuditEntries.OrderBy(e => e.Number).Select(e => e.Action).ToListAsync(Stop));
        Assert.Empty(await new AuditTrail(after, TimeProvider.System).Verify(Stop).ToListAsync(Stop));
        // Variants were not in the file, and are there still
        Assert.Equal(1, await after.Initiatives.CountAsync(i => i.Variants.Count == 1, Stop));
        // The same file twice: what was seen is not what would happen any more
        using var again = await Post(client, file, (string?)preview["kenmerk"]);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Partners_and_documents_go_out_and_come_in_as_sheets_of_their_own(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Register.SaveSquare();
        await using (var context = server.Register.Open())
        {
            context.AddRange(
                new Department { Id = Guid.CreateVersion7(), Code = "zorg", Name = "Zorg" }, new Department { Id = Guid.CreateVersion7(), Code = "beheer", Name = "Beheer" });
            await context.SaveChangesAsync(Stop);
        }

        using var client = await server.ClientWith(Role.PortfolioManager);
        var book = Workbook(
            ("Partners", "Nummer;Afdeling;Bijdrage", ["2026-0042;zorg;Wijkteam denkt mee", "2026-0042;beheer;"]),
            ("Documenten", "Nummer;Titel;Adres", ["2026-0042;Schetsontwerp;https://documenten.example/schets?v=2", "2026-0042;Besluit;http://raad.example/12"]));
        Assert.Equal(1, (int)(await Stored(client, book))["gewijzigd"]!);
        // Whole, and back without a change: workbook and both forms of CSV
        var out1 = await client.GetByteArrayAsync(new Uri(Books, UriKind.Relative), Stop);
        Assert.Equal(1, (int)(await Send(client, out1))["ongewijzigd"]!);
        var csv = await client.GetStringAsync(new Uri("/api/v1/exports/initiatieven?vorm=csv&blad=partners", UriKind.Relative), Stop);
        Assert.Equal(["Nummer;Afdeling;Bijdrage", "2026-0042;beheer;", "2026-0042;zorg;Wijkteam denkt mee"], csv.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        foreach (var sheet in (string[])["partners", "documenten"])
            foreach (var form in (string[])["csv", "csv-rfc4180"])
            {
                var file = await client.GetByteArrayAsync(new Uri($"/api/v1/exports/initiatieven?vorm={form}&blad={sheet}", UriKind.Relative), Stop);
                Assert.Equal(1, (int)(await Send(client, file))["ongewijzigd"]!);
            }

        // A sheet that is there says all of its kind: one partner goes, and the documents, of which nothing is said, stay
        Assert.Equal(1, (int)(await Stored(client, "Nummer;Afdeling;Bijdrage\r\n2026-0042;zorg;Wijkteam doet mee\r\n"u8.ToArray()))["gewijzigd"]!);
        var content = (await client.GetFromJsonAsync<JsonObject>("/api/v1/initiatieven/2026-0042", Stop))!["inhoud"]!;
        Assert.Equal(("zorg", "Wijkteam doet mee"), ((string?)Assert.Single(content["partners"]!.AsArray())!["afdeling"], (string?)content["partners"]![0]!["bijdrage"]));
        Assert.Equal(["Schetsontwerp", "Besluit"], content["documenten"]!.AsArray().Select(d => (string?)d!["titel"]));
    }

    [Theory]
    [InlineData("Partners", "Nummer;Afdeling;Bijdrage", "2026-0042;bestaat-niet;x", "/Partners/B2")]
    [InlineData("Partners", "Nummer;Afdeling;Bijdrage", "2026-0042;;x", "/Partners/B2")]
    [InlineData("Partners", "Nummer;Afdeling;Bijdrage", ";ruimte;x", "/Partners/A2")]
    [InlineData("Documenten", "Nummer;Titel;Adres", "2026-0042;Besluit;javascript:alert(1)", "/Documenten/C2")]
    [InlineData("Documenten", "Nummer;Titel;Adres", "2026-0042;Besluit;", "/Documenten/C2")]
    [InlineData("Documenten", "Nummer;Titel;Adres", "2026-0042;;https://raad.example/12", "/Documenten/B2")]
    public async Task What_is_wrong_with_a_partner_or_document_is_named_by_its_cell(string sheet, string titles, string row, string cell)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.PortfolioManager);
        var preview = await Send(client, Workbook((sheet, titles, [row])));
        Assert.Equal(cell, (string?)Assert.Single(preview["fouten"]!.AsArray())!["waar"]);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Two_thousand_initiatives_come_in_at_once(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.PortfolioManager);
        var file = Workbook(
            ("Initiatieven", "Nummer;Naam;Afdeling", Enumerable.Range(0, 2000).Select(i => $"nieuw-{i};Initiatief {i};ruimte")),
            ("Varianten", "Nummer;Variant;Looptijd", Enumerable.Range(0, 4000).Select(i => $"nieuw-{i / 2};{(i % 2 == 0 ? "basis" : "plus")};#8")),
            ("Uitgaven", "Nummer;Variant;Budget;Kwartaal;Bedrag", Enumerable.Range(0, 16000).Select(i => $"nieuw-{i / 8};{(i % 2 == 0 ? "basis" : "plus")};investering;#{i % 8};#{i + 0.25}")));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var preview = await Send(client, file);
        var seen = clock.Elapsed;
        Assert.Empty(preview["fouten"]!.AsArray());
        await Send(client, file, (string?)preview["kenmerk"]);
        TestContext.Current.TestOutputHelper!.WriteLine($"{kind}: seen after {seen.TotalSeconds:0.0} s, stored after {clock.Elapsed.TotalSeconds:0.0} s");
        await using var context = server.Register.Open();
        Assert.Equal(2001, await context.Initiatives.CountAsync(Stop));
        Assert.Equal(2000, await context.AuditEntries.CountAsync(Stop));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task What_is_new_and_what_changes_come_in_together_in_the_order_of_the_file(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.PortfolioManager);
        var first = await Stored(client, Rows(Enumerable.Range(0, 250).Select(i => $";Initiatief {i}")));
        var numbers = first["initiatieven"]!.AsArray().Select(i => (string)i!["nummer"]!).ToArray();
        Assert.Equal(numbers.Order(StringComparer.Ordinal), numbers);
        // Every third as it was, every third changed, and new ones in between
        var second = await Stored(client, Rows(numbers.Select((number, i) => (i % 3) switch
        {
            0 => $"{number};Initiatief {i}",
            1 => $"{number};Ander initiatief {i}",
            _ => $";Nieuw initiatief {i}",
        })));
        Assert.Equal((83, 83, 84), ((int)second["nieuw"]!, (int)second["gewijzigd"]!, (int)second["ongewijzigd"]!));
        Assert.Equal(numbers.Where((_, i) => i % 3 != 2), second["initiatieven"]!.AsArray().Where((_, i) => i % 3 != 2).Select(i => (string)i!["nummer"]!));
        await using var context = server.Register.Open();
        var stored = await context.Initiatives.AsNoTracking().ToDictionaryAsync(i => i.Number, Stop);
        Assert.Equal(1 + 250 + 83, stored.Count);
        foreach (var (i, shown) in second["initiatieven"]!.AsArray().Index())
        {
            var initiative = stored[(string)shown!["nummer"]!];
            Assert.Equal(
                ((i % 3) switch { 0 => $"Initiatief {i}", 1 => $"Ander initiatief {i}", _ => $"Nieuw initiatief {i}" }, i % 3 == 1 ? 2 : 1), (initiative.Name, initiative.Version));
        }

        var lines = await context.AuditEntries.AsNoTracking().Where(e => e.Number > 250).OrderBy(e => e.Number).Select(e => e.Target).ToListAsync(Stop);
        Assert.Equal(second["initiatieven"]!.AsArray().Where((_, i) => i % 3 != 0).Select(i => $"initiatief/{(string)i!["nummer"]!}"), lines);
        Assert.Empty(await new AuditTrail(context, TimeProvider.System).Verify(Stop).ToListAsync(Stop));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task What_goes_wrong_far_in_a_file_leaves_nothing_of_it_behind(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.PortfolioManager);
        await using var context = server.Register.Open();
        // The database itself refuses one, long after the first were written
        await (kind == DatabaseKind.Sqlite
            ? context.Database.ExecuteSqlRawAsync("CREATE TRIGGER refuse BEFORE INSERT ON initiatives WHEN NEW.name = 'Initiatief 230' BEGIN SELECT RAISE(ABORT, 'no'); END", Stop)
            : context.Database.ExecuteSqlRawAsync("ALTER TABLE initiatives ADD CONSTRAINT refuse CHECK (name <> 'Initiatief 230')", Stop));
        var file = Rows(Enumerable.Range(0, 250).Select(i => $";Initiatief {i}").Prepend("2026-0042;Stationsplein"));
        var preview = await Send(client, file);
        using var answer = await Post(client, file, (string?)preview["kenmerk"]);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("Stationsplein vergroenen", Assert.Single(await context.Initiatives.AsNoTracking().ToListAsync(Stop)).Name);
        Assert.Equal(0, await context.AuditEntries.CountAsync(Stop));
    }

    [Fact]
    public async Task Every_fault_is_named_with_its_cell_and_nothing_is_stored()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.PortfolioManager);
        var file = Workbook(
            ("Initiatieven", "Nummer;Naam;Afdeling;Taakveld;Versie;Kleur", ["2026-0042;;bestaat-niet;#0.1;#7;rood", "2026-9999;x;ruimte;;;"]),
            ("Uitgaven", "Nummer;Variant;Budget;Kwartaal;Bedrag (€ x 1.000)", ["2026-0042;basis;investering;#0;1.250", "2026-0042;sober;investering;#0;1,5", "2026-0042;basis;investering;;1.25", "2026-0042;basis;investering;#9;=1+1"]));
        var preview = await Send(client, file);
        var faults = preview["fouten"]!.AsArray().Select(f => (string?)f!["waar"]).ToHashSet();
        Assert.Superset(
            new HashSet<string?> { "/Initiatieven/B2", "/Initiatieven/C2", "/Initiatieven/D2", "/Initiatieven/E2", "/Initiatieven/F1", "/Initiatieven/A3", "/Uitgaven/B3", "/Uitgaven/E4", "/Uitgaven/E5" },
            faults);
        Assert.Null(preview["kenmerk"]);
        using var refused = await Post(client, file, "x");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Theory]
    [InlineData("1.250.000,00", 1_250_000)]
    [InlineData("€ 1.000", 1_000)]
    [InlineData("1250000", 1_250_000)]
    public async Task Money_as_Dutch_people_write_it_is_read(string written, decimal euros)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        using var client = await server.ClientWith(Role.PortfolioManager);
        // As Excel saves "CSV": Windows-1252
        var file = Encoding.Latin1.GetBytes($"Nummer;Variant;Budget;Kwartaal;Bedrag\r\n2026-0042;basis;investering;0;{written.Replace("€", "\u0080", StringComparison.Ordinal)}\r\n");
        var preview = await Send(client, file);
        Assert.Equal(euros, (decimal?)preview["initiatieven"]![0]!["nieuw"]!["varianten"]![0]!["uitgaven"]![0]!["bedrag"]);
    }

    /// <summary>Files that somebody made to do harm, and a word of the answer.</summary>
    public static TheoryData<string, string> Hostile => new()
    {
        { "xxe", "werkmap" }, { "bomb", "groot" }, { "texts", "groot" }, { "macro", "macro" }, { "link", "koppelingen" }, { "cut", "werkmap" },
        { "latin", "werkmap" }, { "letter", "Nummer" }, { "empty", "Nummer" }, { "quote", "aanhalingsteken" }, { "hidden", "verborgen" }, { "merged", "samengevoegd" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_or_broken_file_is_refused_in_words(string kind, string word)
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        using var client = await server.ClientWith(Role.PortfolioManager);
        var good = Workbook(("Initiatieven", "Nummer;Naam", ["a;b"]));
        byte[] file = kind switch
        {
            "xxe" => With(good, "xl/workbook.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"),
            "bomb" => With(good, "xl/media/image.bin", new string('\0', 60_000_000)),
            "texts" => With(good, "xl/sharedStrings.xml", $"<sst><si><t>{new string('x', 500_000)}</t></si></sst>"),
            "macro" => With(good, "xl/vbaProject.bin", "x"),
            "link" => With(good, "xl/externalLinks/externalLink1.xml", "<x/>"),
            "cut" => good[..(good.Length / 2)],
            "latin" => With(good, "xl/workbook.xml", "<?xml version=\"1.0\" encoding=\"x-bestaat-niet\"?><x/>"),
            "letter" => "Geacht college,\r\n"u8.ToArray(),
            "quote" => "Nummer;Naam\r\na;\"b\r\n"u8.ToArray(),
            "hidden" => With(good, "xl/workbook.xml", Text(good, "xl/workbook.xml").Replace("<sheet ", "<sheet state=\"veryHidden\" ", StringComparison.Ordinal)),
            "merged" => With(good, "xl/worksheets/sheet0.xml", Text(good, "xl/worksheets/sheet0.xml").Replace("</worksheet>", "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>", StringComparison.Ordinal)),
            _ => [],
        };
        using var answer = await Post(client, file, kind is "hidden" or "merged" ? "x" : null);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(word, await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_portfolio_manager_imports_and_readers_take_out_what_was_adopted()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await server.Register.SaveSquare();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var client = await server.ClientWith(role);
            using var answer = await Post(client, "Nummer;Naam\r\n2026-0042;x\r\n"u8.ToArray());
            Assert.Equal(role == Role.PortfolioManager ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
            var csv = await client.GetStringAsync(new Uri("/api/v1/exports/initiatieven?vorm=csv", UriKind.Relative), Stop);
            Assert.Equal(role != Role.Reader, csv.Contains("2026-0042", StringComparison.Ordinal));
        }
    }

    private static byte[] Rows(IEnumerable<string> rows) =>
        Encoding.UTF8.GetBytes("Nummer;Naam;Afdeling\r\n" + string.Concat(rows.Select(row => $"{row};ruimte\r\n")));

    private static async Task<JsonObject> Stored(HttpClient client, byte[] file) => await Send(client, file, (string?)(await Send(client, file))["kenmerk"]);

    private static async Task<HttpResponseMessage> Post(HttpClient client, byte[] file, string? token = null)
    {
        using var content = new ByteArrayContent(file);
        return await client.PostAsync(new Uri("/api/v1/imports" + (token is null ? "" : $"?toepassen={token}"), UriKind.Relative), content, Stop);
    }

    private static async Task<JsonObject> Send(HttpClient client, byte[] file, string? token = null)
    {
        using var answer = await Post(client, file, token);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Stop))!;
    }

    /// <summary>A workbook written by hand: "#" before a number, "=" before a formula.</summary>
    private static byte[] Workbook(params (string Name, string Titles, IEnumerable<string> Rows)[] sheets)
    {
        var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "xl/workbook.xml", $"<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" r:id=\"r{i}\"/>"))}</sheets></workbook>");
            Put(zip, "xl/_rels/workbook.xml.rels", $"<Relationships>{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"r{i}\" Target=\"worksheets/sheet{i}.xml\"/>"))}</Relationships>");
            for (var i = 0; i < sheets.Length; i++)
                Put(zip, $"xl/worksheets/sheet{i}.xml", $"<worksheet><sheetData>{string.Concat(sheets[i].Rows.Prepend(sheets[i].Titles).Select((row, r) => $"<row r=\"{r + 1}\">{string.Concat(row.Split(';').Select((text, c) => Cell($"{(char)('A' + c)}{r + 1}", text)))}</row>"))}</sheetData></worksheet>");
        }

        return target.ToArray();
    }

    private static string Cell(string place, string text) => text switch
    {
        "" => "",
        ['#', .. var number] => $"<c r=\"{place}\"><v>{number}</v></c>",
        ['=', .. var formula] => $"<c r=\"{place}\"><f>{formula}</f><v>2</v></c>",
        _ => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>",
    };

    private static byte[] With(byte[] book, string name, string text)
    {
        var target = new MemoryStream();
        target.Write(book);
        using (var zip = new ZipArchive(target, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)?.Delete();
            Put(zip, name, text);
        }

        return target.ToArray();
    }

    private static string Text(byte[] book, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(book));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static void Put(ZipArchive zip, string name, string text)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
