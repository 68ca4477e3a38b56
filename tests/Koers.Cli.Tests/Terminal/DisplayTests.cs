using System.Text;
using Koers.Cli.Terminal;
using Xunit;

namespace Koers.Cli.Tests.Terminal;

public class DisplayTests
{
    [Theory]
    [InlineData("Zwembad", "Zwembad")]
    [InlineData("\e[31mrood\e[0m", "rood")]
    [InlineData("\e]0;titel\aNaam", "Naam")]
    [InlineData("een\r\ntwee\tdrie", "een twee drie")]
    [InlineData("a\u202Eb\u200B\u2066c\uFEFF", "abc")]
    [InlineData("a\u0000\u0085\u2028b", "a b")]
    [InlineData("Één café 你好 [bold]", "Één café 你好 [bold]")]
    [InlineData(null, "")]
    public void Names_become_one_harmless_line(string? name, string expected) => Assert.Equal(expected, Display.Clean(name));

    [Fact]
    public void Endless_names_are_cut()
    {
        Assert.True(Display.Clean(new string('x', 1_000_000)).Length < 400);
        Assert.Equal("", Display.Clean(new string('\e', 100_000)));
    }

    [Fact]
    public void Half_a_sign_becomes_a_sign()
    {
        Assert.Equal("half \ufffd teken", Display.Clean("half \ud800 teken"));
    }

    [Theory]
    [InlineData("Bestaanszekerheid", 17, "Bestaanszekerheid")]
    [InlineData("Bestaanszekerheid", 10, "Bestaansz…")]
    [InlineData("你好世界", 5, "你好…")]
    public void Texts_are_cut_by_cells(string text, int cells, string expected) =>
        Assert.Equal(expected, Display.Cut(text, cells, Glyphs.Unicode));

    [Fact]
    public void Texts_break_between_words_and_long_words_within()
    {
        Assert.Equal(["een twee", "drie"], Display.Wrap("een twee drie", 9));
        Assert.Equal(["aaaa", "aaaa", "a b"], Display.Wrap("aaaaaaaaa b", 4));
        Assert.Equal([""], Display.Wrap("", 4));
    }

    [Theory]
    [InlineData("Investeringskredieten", 18, "Investeringskre-", "dieten")]
    [InlineData("Investeringskredieten,", 21, "Investeringskredie-", "ten,")]
    [InlineData("lichamelijk", 6, "licha-", "melijk")]
    [InlineData("projectleiders-extern", 18, "projectleiders-", "extern")]
    [InlineData("1234567,89", 6, "123456", "7,89")]
    public void A_long_word_breaks_with_a_hyphen_and_leaves_no_letter_alone(string word, int cells, params string[] expected) =>
        Assert.Equal(expected, Display.Wrap(word, cells));

    [Theory]
    [InlineData("utf-8", "nl_NL.UTF-8", "xterm", true, true)]
    [InlineData("utf-8", null, "xterm", true, true)]
    [InlineData("utf-8", "C.UTF-8", "xterm", true, true)]
    [InlineData("utf-8", "C", "xterm", true, false)]
    [InlineData("utf-8", "POSIX", "xterm", false, false)]
    [InlineData("us-ascii", "nl_NL", "xterm", true, false)]
    [InlineData("iso-8859-1", "nl_NL", "xterm", true, false)]
    [InlineData("utf-8", null, "linux", true, false)]
    [InlineData("utf-8", null, "dumb", false, true)]
    public void Bars_are_as_rich_as_the_terminal(string encoding, string? locale, string term, bool isTerminal, bool unicode)
    {
        string? Environment(string name) => name switch { "LANG" => locale, "TERM" => term, _ => null };
        Assert.Equal(unicode, Glyphs.For(Encoding.GetEncoding(encoding), isTerminal, Environment).IsUnicode);
    }
}
