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
    public void A_number_is_never_cut_nor_a_bar_and_headers_go_on()
    {
        var paper = new Paper(width: 34);
        var table = new TextTable(
            new Column("Naam", Fit: Fit.Cut), new Column("", Fit: Fit.LeaveOut), new Column("Wat er is", Right: true),
            new Column("Wat er wordt gebruikt", Right: true));
        table.Row("Bereikbaarheid", "########", "1.234.567", "234.567");
        table.Write(paper.Page);
        // Names give way before headers do: 8 cells are the least of the name, then "Wat er wordt" goes on
        Assert.Equal(
            ["  Naam      Wat er is       Wat er", "                             wordt", "                          gebruikt", "  Berei...  1.234.567      234.567"], paper.Lines);
    }

    [Fact]
    public void Where_the_numbers_do_not_fit_beside_each_other_a_row_becomes_a_list()
    {
        var paper = new Paper(width: 30);
        var table = new TextTable(
            new Column("Zwaarte"), new Column("Waarde", Right: true), new Column("Meer", Fit: Fit.LeaveOut), new Column("Hoogstens", Right: true));
        table.Row("1/4-256", "12.345,67", "########", "0,0000%");
        table.Write(paper.Page);
        Assert.Equal(["  Zwaarte: 1/4-256", "    Waarde: 12.345,67", "    Hoogstens: 0,0000%"], paper.Lines);
    }

    [Fact]
    public void A_word_is_not_broken_while_another_column_has_room_to_give()
    {
        var paper = new Paper(width: 44);
        var table = new TextTable(
            new Column("Middel", Fit: Fit.Wrap, Least: 12), new Column("Deel", Fit: Fit.Cut, Least: 8), new Column("Over", Right: true));
        table.Row("Investeringskrediet, 2027", "Bereikbaarheid en openbare ruimte", "4.681");
        table.Write(paper.Page);
        Assert.Contains("Investeringskrediet,", paper.Lines[1], StringComparison.Ordinal);
        Assert.Contains("4.681", paper.Lines[1], StringComparison.Ordinal);
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
