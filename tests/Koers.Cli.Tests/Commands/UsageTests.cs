using Xunit;

namespace Koers.Cli.Tests.Commands;

public class UsageTests
{
    [Theory]
    [InlineData("Options take a decimal point in every language: 0.5%.", "plan", "town.json", "--gap", "0,5%")]
    [InlineData("Options take a decimal point in every language: 1.5h.", "explain", "a", "b", "-i", "c", "--time-limit", "1,5h")]
    [InlineData("Opties hebben in elke taal een decimale punt: 2.5.", "replan", "a", "-r", "b", "--drop-penalty", "2,5", "--language", "nl")]
    [InlineData("\"koers compare\" needs at least 2 of PLAN; 1 given.", "compare", "plan.json", "--problem", "town.json")]
    [InlineData("\"koers compare\" needs PLAN.", "compare", "--problem", "town.json")]
    public void A_fault_says_what_is_expected(string expected, params string[] arguments)
    {
        var run = KoersProcess.Run(arguments);
        Assert.Equal(2, run.Status);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_says_what_a_plan_is_for_and_what_repeats_and_how_many_conflicts_there_may_be()
    {
        Assert.Contains("The plan asked about", KoersProcess.Run("explain", "--help").Flat, StringComparison.Ordinal);
        Assert.Contains("give the same answer", KoersProcess.Run("prices", "--help").Flat, StringComparison.Ordinal);
        Assert.Contains("conflicts, 1 to 1000. Default 10.", KoersProcess.Run("repair", "--help").Flat, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"koers plan\" needs FILE.", "plan")]
    [InlineData("\"koers check\" needs PLAN.", "check", "town.json")]
    [InlineData("--gap needs a value.", "plan", "town.json", "--gap")]
    [InlineData("--gap is given more than once.", "plan", "town.json", "--gap", "0.1", "--gap", "0.2")]
    [InlineData("--gap \"1.5\" is not a gap", "plan", "town.json", "--gap", "1.5")]
    [InlineData("--time-limit \"soon\" is not a time", "plan", "town.json", "--time-limit", "soon")]
    [InlineData("--threads \"0\" is not a number of threads", "plan", "town.json", "--threads", "0")]
    [InlineData("--seed \"-1\" is not a seed", "plan", "town.json", "--seed", "-1")]
    [InlineData("--language \"de\" is not a language", "plan", "town.json", "--language", "de")]
    [InlineData("\"--jsn\" is not a command or option of \"koers plan\". Did you mean --json?", "plan", "--jsn", "town.json")]
    [InlineData("\"plna\" is not a command or option of \"koers\". Did you mean plan?", "plna", "town.json")]
    [InlineData("\"extra\" is one argument too many for \"koers plan\".", "plan", "town.json", "extra")]
    public void A_wrong_command_line_is_one_clear_line_and_the_way_to_help(string expected, params string[] arguments)
    {
        var run = KoersProcess.Run(arguments);
        Assert.Equal(2, run.Status);
        Assert.Equal("", run.Out);
        Assert.StartsWith(expected, run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal(2, run.ErrorLines.Length);
        Assert.StartsWith("See: koers", run.ErrorLines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bij \"koers plan\" ontbreekt FILE.", "plan", "--language", "nl")]
    [InlineData("Bij --gap ontbreekt een waarde.", "--language=nl", "plan", "town.json", "--gap")]
    [InlineData("\"plna\" is geen opdracht of optie van \"koers\". Bedoelt u plan?", "--language", "nl", "plna")]
    public void Dutch_is_spoken_about_the_command_line_too(string expected, params string[] arguments) =>
        Assert.Equal(expected, KoersProcess.Run(arguments).ErrorLines[0]);

    [Theory]
    [InlineData("plan", "--time-limit", "Examples", "koers plan town.json")]
    [InlineData("check", "--json", "Examples", "koers check town.json plan.json")]
    [InlineData("validate", "--json", "Examples", "koers validate town.json")]
    [InlineData("export-mps", "OUT", "Examples", "koers export-mps town.json town.mps")]
    public void Every_command_has_help_with_examples(string command, params string[] expected)
    {
        var run = KoersProcess.Run(command, "--help");
        Assert.Equal(0, run.Status);
        Assert.Equal("", run.Error);
        Assert.All(expected, text => Assert.Contains(text, run.Out, StringComparison.Ordinal));
        Assert.All(run.Lines, line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void Without_arguments_the_help_is_shown()
    {
        var run = KoersProcess.Run();
        Assert.Equal(0, run.Status);
        Assert.Contains("Exit status", run.Out, StringComparison.Ordinal);
        Assert.Equal(run.Out, KoersProcess.Run("--help").Out);
    }

    [Theory]
    [InlineData("en", "130 stopped by a second Ctrl-C", "143 stopped by a second SIGTERM")]
    [InlineData("nl", "130 gestopt door een tweede Ctrl-C", "143 gestopt door een tweede SIGTERM")]
    public void Help_names_the_exit_statuses_of_a_second_signal(string language, params string[] expected)
    {
        var help = KoersProcess.Run("--help", "--language", language).Flat;
        Assert.All(expected, status => Assert.Contains(status, help, StringComparison.Ordinal));
    }

    [Fact]
    public void Help_is_Dutch_where_Dutch_is_asked_for()
    {
        var run = KoersProcess.Run("plan", "--help", "--language", "nl");
        Assert.Contains("Voorbeelden", run.Out, StringComparison.Ordinal);
        Assert.Contains("Toon hulp en voorbeelden.", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Usage", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_one_line() => Assert.Matches(@"^koers \d+\.\d+\.\d+\n$", KoersProcess.Run("--version").Out);
}
