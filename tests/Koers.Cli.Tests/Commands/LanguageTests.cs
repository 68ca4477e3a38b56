using Koers.Cli.Texts;
using Xunit;

namespace Koers.Cli.Tests.Commands;

public class LanguageTests
{
    [Theory]
    [InlineData("nl_NL.UTF-8", null, null, "Dutch")]
    [InlineData(null, "nl_BE.UTF-8", "en_US.UTF-8", "Dutch")]
    [InlineData(null, null, "nl", "Dutch")]
    [InlineData("C", null, "nl_NL.UTF-8", "English")]
    [InlineData("en_GB.UTF-8", "nl_NL.UTF-8", "nl_NL.UTF-8", "English")]
    [InlineData(null, null, "nld_Zz", "English")]
    [InlineData(null, null, "fr_FR.UTF-8", "English")]
    public void The_environment_chooses_as_POSIX_orders_it(string? all, string? messages, string? lang, string expected)
    {
        string? Environment(string name) => name switch { "LC_ALL" => all, "LC_MESSAGES" => messages, "LANG" => lang, _ => null };
        Assert.Equal(expected, LanguageChoice.For([], Environment).ToString());
    }

    [Theory]
    [InlineData("Dutch", "plan", "x", "--language", "nl")]
    [InlineData("Dutch", "--language=NL", "plan", "x")]
    [InlineData("English", "plan", "x", "--", "--language", "nl")]
    [InlineData("English", "plan", "--language")]
    public void The_command_line_chooses_first(string expected, params string[] arguments) =>
        Assert.Equal(expected, LanguageChoice.For(arguments, _ => null).ToString());

    [Fact]
    public void A_Dutch_environment_gives_Dutch_words_and_numbers()
    {
        var environment = new Dictionary<string, string> { ["LANG"] = "nl_NL.UTF-8" };
        var run = KoersProcess.Run(environment, "", "plan", KoersProcess.Town, "--time-limit", "2s", "--quiet");
        Assert.Contains("Gekozen, op volgorde van start", run.Out, StringComparison.Ordinal);
        Assert.Contains("1.000", run.Out, StringComparison.Ordinal);
        Assert.Contains("2027 K1", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_of_input_are_told_in_Dutch_without_ICU()
    {
        using var folder = new TemporaryFolder();
        var run = KoersProcess.Run("validate", folder.With("bad.json", "{}"), "--language", "nl");
        Assert.Equal(2, run.Status);
        Assert.All(run.ErrorLines, line => Assert.Contains("verwacht", line, StringComparison.Ordinal));
        Assert.DoesNotContain("expected", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_of_a_plan_are_told_in_Dutch_without_ICU()
    {
        using var folder = new TemporaryFolder();
        var plan = folder.With("plan.json", """
            {"format":"koers-plan/1","status":"feasible","selected":[],"value":7,"bound":-1,"certificate":{"bound":5,"prices":{"weg/0":1}}}
            """);
        var run = KoersProcess.Run("check", KoersProcess.Town, plan, "--language", "nl");
        Assert.Equal(1, run.Status);
        Assert.Contains("Het plan zegt dat het 7 waard is; het is 0 waard.", run.Flat, StringComparison.Ordinal);
        Assert.Contains("De bovengrens -1 ligt onder de waarde 0.", run.Flat, StringComparison.Ordinal);
        Assert.Contains("een rij die het probleem niet heeft: weg/0.", run.Flat, StringComparison.Ordinal);
        Assert.DoesNotContain("The ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_does_not_need_ICU() => Assert.Contains(
        "\"System.Globalization.Invariant\": true",
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "koers.runtimeconfig.json")), StringComparison.Ordinal);
}
