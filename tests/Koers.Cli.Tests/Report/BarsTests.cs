using Koers.Cli.Report;
using Spectre.Console;
using Xunit;

namespace Koers.Cli.Tests.Report;

public class BarsTests
{
    [Theory]
    [InlineData(5, 0, 5, "#####.....")]
    [InlineData(10, 0, 0, "##########")]
    [InlineData(0, 0, 10, "..........")]
    [InlineData(4, 2, 4, "####++....")]
    [InlineData(9.9, 0, 0.1, "#########.")]
    [InlineData(0.1, 0, 9.9, "#.........")]
    [InlineData(9.8, 0.1, 0.1, "########+.")]
    [InlineData(2, 0, 2, "##..      ")]
    [InlineData(12, 0, -2, "##########")]
    [InlineData(-3, 0, 3, "...       ")]
    public void Parts_fill_the_cells_and_a_little_never_looks_like_nothing(double used, double hired, double left, string expected) =>
        Assert.Equal(expected, Draw(10, 10, used, hired, left));

    [Fact]
    public void Nothing_to_compare_with_is_an_empty_bar() => Assert.Equal("     ", Draw(5, 0, 0, 0, 0));

    [Fact]
    public void Bars_are_never_longer_than_their_cells()
    {
        for (var cells = 1; cells < 6; cells++)
            Assert.Equal(cells, Draw(cells, 1, 0.5, 0.3, 0.2).Length);
    }

    private static string Draw(int cells, double scale, double used, double hired, double left) => new Cell(Bars.Draw(
        cells, scale, new BarPart(used, '#', Style.Plain), new BarPart(hired, '+', Style.Plain), new BarPart(left, '.', Style.Plain))).Text;
}
