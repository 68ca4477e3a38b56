using Koers.Cli.Report;
using Xunit;

namespace Koers.Cli.Tests.Report;

public class TextTableTests
{
    [Fact]
    public void Columns_are_as_wide_as_what_is_in_them()
    {
        var paper = new Paper();
        var table = new TextTable(new Column("Naam"), new Column("Kosten", Right: true));
        table.Row("Zwembad", "1.250");
        table.Row("Park", "90");
        table.Write(paper.Page);
        Assert.Equal(["  Naam     Kosten", "  Zwembad   1.250", "  Park         90"], paper.Lines);
    }

    [Fact]
    public void Where_the_page_is_narrow_names_go_on_and_departments_are_cut()
    {
        var paper = new Paper(width: 40);
        var table = new TextTable(
            new Column("", Fit: Fit.Wrap, Least: 12), new Column("", Fit: Fit.Cut, Least: 10), new Column("", Right: true));
        table.Row("Vernieuwing van het zwembad in Noord", "Maatschappelijke ontwikkeling", "1.250");
        table.Write(paper.Page);
        Assert.All(paper.Lines, line => Assert.True(line.Length <= 40, line));
        Assert.Contains("Vernieuwing", paper.Text, StringComparison.Ordinal);
        Assert.Contains("Noord", paper.Text, StringComparison.Ordinal);
        Assert.Contains("...", paper.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_in_which_nothing_stands_is_left_out()
    {
        var paper = new Paper();
        var table = new TextTable(new Column("A"), new Column("Afdeling"), new Column("B"));
        table.Row("1", "", "2");
        table.Write(paper.Page);
        Assert.Equal(["  A  B", "  1  2"], paper.Lines);
    }
}
