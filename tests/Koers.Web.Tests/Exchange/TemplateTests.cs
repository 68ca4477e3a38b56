using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Koers.App.Storage;
using Koers.App.Tests.Planning;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Koers.Domain.Organisation;
using Koers.Domain.PolicyFields;
using Xunit;

namespace Koers.Web.Tests.Exchange;

/// <summary>The empty workbook that people fill in, as a spreadsheet sees it.</summary>
public partial class TemplateTests(PostgreSqlServer databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_template_is_a_sound_workbook_with_the_titles_of_every_sheet_and_no_rows()
    {
        await using var server = await RunningServer.Start(DatabaseKind.Sqlite, databases);
        await SaveTown(server);
        using var book = await Template(server);
        Assert.Empty(new OpenXmlValidator().Validate(book, Stop).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"));
        Assert.Equal(
            ["Initiatieven", "Varianten", "Uitgaven", "Inzet", "Effecten", "Partners", "Documenten", "Lijsten"],
            book.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value));
        foreach (var sheet in book.WorkbookPart.Workbook.Descendants<Sheet>().Where(sheet => sheet.Name != "Lijsten"))
            Assert.Equal((sheet.Name!.Value, "Nummer", 1), (sheet.Name.Value, Texts(Of(book, sheet.Name!), 1)[0], Of(book, sheet.Name!).Descendants<Row>().Count()));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Whoever_fills_in_a_template_chooses_from_what_the_register_has(DatabaseKind kind)
    {
        await using var server = await RunningServer.Start(kind, databases);
        await SaveTown(server);
        using var book = await Template(server);
        string[] fields = [.. PolicyFieldList.For(PolicyFieldList.Years[^1]).Select(field => field.Code)];
        Assert.Contains("2.1", fields);
        Assert.Equal(
            new Dictionary<string, string[]>
            {
                ["Initiatieven/Afdeling"] = ["ruimte", "zorg"],
                ["Initiatieven/Programma"] = ["binnenstad"],
                ["Initiatieven/Taakveld"] = fields,
                ["Initiatieven/Wettelijk"] = ["ja", "nee"],
                ["Uitgaven/Budget"] = ["investering"],
                ["Inzet/Pool"] = ["projectleiders"],
                ["Effecten/Doel"] = ["groen", "wonen"],
                ["Partners/Afdeling"] = ["ruimte", "zorg"],
            },
            Choices(book));
    }

    private static async Task SaveTown(RunningServer server)
    {
        var town = new SmallTown();
        town.With("2026-0001", InitiativeState.Idea);
        await using var context = server.Register.Open();
        context.Add(new Department { Id = Guid.CreateVersion7(), Code = "zorg", Name = "Zorg" });
        context.Add(new Programme { Id = Guid.CreateVersion7(), Code = "binnenstad", Name = "Binnenstad" });
        await town.Save(context);
    }

    private static async Task<SpreadsheetDocument> Template(RunningServer server)
    {
        using var client = await server.ClientWith(Role.Proposer);
        var file = await client.GetByteArrayAsync(new Uri("/api/v1/exports/initiatieven?vorm=sjabloon", UriKind.Relative), Stop);
        return SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
    }

    /// <summary>What each column with a list lets choose from, by sheet and title: the list is followed to the cells that it refers to.</summary>
    private static Dictionary<string, string[]> Choices(SpreadsheetDocument book)
    {
        var found = new Dictionary<string, string[]>();
        foreach (var sheet in book.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!))
            foreach (var choice in Of(book, sheet).Descendants<DataValidation>())
            {
                Assert.Equal(DataValidationValues.List, choice.Type!.Value);
                var cells = Reference().Match(choice.Formula1!.Text);
                Assert.True(cells.Success, choice.Formula1.Text);
                var lines = Enumerable.Range(Number(cells, "first"), Number(cells, "last") - Number(cells, "first") + 1);
                // From the first row under the titles, in one column
                var place = Place().Match(choice.SequenceOfReferences!.InnerText!);
                Assert.True(place.Success, choice.SequenceOfReferences.InnerText);
                found[$"{sheet}/{Text(Of(book, sheet), place.Groups["column"].Value + "1")}"] =
                    [.. lines.Select(line => Text(Of(book, cells.Groups["sheet"].Value), $"{cells.Groups["column"].Value}{line}"))];
            }

        return found;
    }

    private static Worksheet Of(SpreadsheetDocument book, string sheet) => ((WorksheetPart)book.WorkbookPart!.GetPartById(
        book.WorkbookPart.Workbook!.Descendants<Sheet>().Single(s => s.Name == sheet).Id!)).Worksheet!;

    private static string[] Texts(Worksheet sheet, int row) => [.. sheet.Descendants<Row>().ElementAt(row - 1).Elements<Cell>().Select(cell => cell.InnerText)];

    private static string Text(Worksheet sheet, string cell) => sheet.Descendants<Cell>().Single(c => c.CellReference == cell).InnerText;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<sheet>\w+)!\$(?<column>[A-Z]+)\$(?<first>\d+):\$\k<column>\$(?<last>\d+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(?<column>[A-Z]+)2:\k<column>5000$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
