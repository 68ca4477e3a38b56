using System.IO.Compression;
using System.Xml.Linq;
using CsCheck;
using Koers.App.Exchange.Sheets;
using Xunit;

namespace Koers.App.Tests.Exchange;

public class SheetTests
{
    private static readonly Gen<string> Awkward = Gen.Char["ab;,\"'=+-@＝＋－＠\t\r\n é€_x0 D\u0001"].Array[0, 12].Select(c => new string(c));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_text_comes_back_from_CSV_as_it_was_and_none_begins_as_a_formula(bool isDutch) =>
        Gen.Select(Awkward, Awkward).Array[1, 6].Sample(rows =>
        {
            var file = CsvText.Write(["Nummer", "Naam"], rows.Select(r => (IReadOnlyList<string?>)[r.Item1, r.Item2]), isDutch);
            var (read, hasPoint) = CsvText.Read(file);
            Assert.Equal(!isDutch, hasPoint);
            Assert.Equal(rows, read.Skip(1).Select(r => (r[0], r[1])));
            Assert.All(rows, r => Assert.False(CsvText.Harmless(r.Item1) is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r', ..]));
        });

    [Fact]
    public void Every_text_comes_back_from_a_workbook_as_it_was() =>
        Awkward.Sample(text =>
        {
            var file = Workbook.Write([("Blad", [new WorkbookColumn("Naam", CellKind.Text)], [[text], ["slot"]])], [("Lijst", ["x"])]);
            var read = WorkbookReader.Read(new MemoryStream(file), ["Blad"]).Tables[0].Rows[0].Cells[0]!.Value;
            Assert.Equal(string.IsNullOrWhiteSpace(text) ? "slot" : text, read);
        }, iter: 200);

    [Fact]
    public void What_only_sets_the_elements_of_a_workbook_apart_is_no_part_of_a_text()
    {
        using var file = new MemoryStream();
        file.Write(Workbook.Write([("Blad", [new WorkbookColumn("Naam", CellKind.Text), new WorkbookColumn("Fte", CellKind.Number)], [[" Plein ", 1.5]])], [("Lijst", ["x"])]));
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
            foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).ToList())
            {
                using var part = entry.Open();
                var xml = XDocument.Load(part);
                part.SetLength(0);
                xml.Save(part);
            }

        file.Position = 0;
        var read = WorkbookReader.Read(file, ["Blad"]).Tables[0];

        Assert.Equal(["Naam", "Fte"], read.Titles);
        Assert.Equal([" Plein ", "1.5"], Assert.Single(read.Rows).Cells.Select(cell => cell!.Value));
    }

    [Theory]
    [InlineData("1.250.000,00", false, "1250000.00")]
    [InlineData("€ 1.000", false, "1000")]
    [InlineData("-1,5", false, "-1.5")]
    [InlineData("1.000,-", false, "1000")]
    [InlineData("90%", false, "0.9")]
    [InlineData("1.250", true, "1.250")]
    [InlineData("1,250.5", true, "1250.5")]
    [InlineData("1.25", false, null)]
    [InlineData("1250,5", true, null)]
    [InlineData("1.2500", false, null)]
    [InlineData("1e5", false, null)]
    [InlineData("", false, null)]
    public void A_number_is_read_in_one_way_or_not_at_all(string text, bool hasPoint, string? expected) =>
        Assert.Equal(expected is null ? null : decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), DutchNumber.Read(text, hasPoint));

    [Theory]
    [InlineData("Bedrag (€ x 1.000)", "Bedrag", 1_000)]
    [InlineData("Bedrag x € 1.000", "Bedrag", 1_000)]
    [InlineData("Bedrag (x € 1 mln)", "Bedrag", 1_000_000)]
    [InlineData("Bedrag", "Bedrag", 1)]
    public void A_title_says_by_what_its_numbers_are_multiplied(string title, string name, int times) =>
        Assert.Equal((name, times), DutchNumber.Multiple(title));

    [Fact]
    public void Days_are_counted_from_1900_or_from_1904()
    {
        Assert.Equal(new DateOnly(2027, 1, 1), DutchNumber.Day(46388, is1904: false));
        Assert.Equal(new DateOnly(2027, 1, 1), DutchNumber.Day(46388 - 1462, is1904: true));
        Assert.Null(DutchNumber.Day(1e300, is1904: false));
    }
}
