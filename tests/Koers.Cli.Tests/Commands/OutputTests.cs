using System.Diagnostics;
using System.Text.Json;
using Koers.Cli.Terminal;
using Xunit;

namespace Koers.Cli.Tests.Commands;

public class OutputTests
{
    [Fact]
    public void A_pipe_gets_plain_lines_of_at_most_80_cells()
    {
        var run = KoersProcess.Run("plan", KoersProcess.Town, "--time-limit", "2s", "--all");
        Assert.DoesNotContain('\e', run.Out + run.Error);
        Assert.All(run.Lines, line => Assert.True(Display.Width(line) <= 80, line));
        Assert.All(run.Lines, line => Assert.Equal(line.TrimEnd(), line));
    }

    [Theory]
    [InlineData("60")]
    [InlineData("120")]
    public void COLUMNS_sets_the_width_of_a_pipe(string columns)
    {
        var environment = new Dictionary<string, string> { ["COLUMNS"] = columns, ["LANG"] = "nl_NL.UTF-8" };
        var run = KoersProcess.Run(environment, "", "plan", KoersProcess.Town, "--time-limit", "1s", "--quiet");
        var widest = run.Lines.Max(Display.Width);
        Assert.InRange(widest, 50, int.Parse(columns, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Progress_goes_to_standard_error_and_quiet_has_none()
    {
        var run = KoersProcess.Run("plan", KoersProcess.Town, "--time-limit", "2s");
        Assert.Matches(@"^[\d.]+ s: ", run.ErrorLines[0]);
        Assert.Equal("", KoersProcess.Run("plan", KoersProcess.Town, "--time-limit", "1s", "--quiet").Error);
    }

    [Fact]
    public void Json_is_the_plan_and_nothing_else()
    {
        var run = KoersProcess.Run("plan", KoersProcess.Town, "--time-limit", "2s", "--json", "--language", "nl");
        using var plan = JsonDocument.Parse(run.Out);
        Assert.Equal("koers-plan/1", plan.RootElement.GetProperty("format").GetString());
        Assert.Equal(JsonValueKind.Number, plan.RootElement.GetProperty("value").ValueKind);
    }

    [Fact]
    public void The_result_says_what_was_asked_for()
    {
        var run = KoersProcess.Run("plan", KoersProcess.Town, "--time-limit", "3s", "--quiet");
        Assert.Contains("Kleine stad", run.Out, StringComparison.Ordinal);
        Assert.Contains("4 initiatives, 8 quarters from 2027 Q1", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"Value [\d.,]+: (at most|proven best)", run.Out);
        Assert.Matches(@"2027 Q1 +4 q +Nieuwe school in het zuiden .*Onderwijs +600", run.Out);
        Assert.Contains("Investeringskredieten (what is left goes to the next year)", run.Out, StringComparison.Ordinal);
        Assert.Contains("█", run.Out, StringComparison.Ordinal);
        Assert.Contains("hired", run.Out, StringComparison.Ordinal);
        Assert.Contains("Deel voor Ruimte", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_are_ASCII_where_the_locale_is()
    {
        var run = KoersProcess.Run(
            new Dictionary<string, string> { ["LC_ALL"] = "C" }, "", "plan", KoersProcess.Town, "--time-limit", "1s", "--quiet");
        Assert.Contains("###", run.Out, StringComparison.Ordinal);
        Assert.All(run.Out, sign => Assert.True(char.IsAscii(sign)));
    }

    [Fact]
    public void Hostile_names_cannot_steer_the_terminal()
    {
        string[][] commands = [["plan", KoersProcess.Hostile, "--time-limit", "1s", "--all"], ["validate", KoersProcess.Hostile]];
        foreach (var command in commands)
        {
            var run = KoersProcess.Run(command);
            Assert.Equal(0, run.Status);
            Assert.DoesNotContain(run.Out + run.Error, sign => char.IsControl(sign) && sign != '\n');
            Assert.DoesNotContain('\u202e', run.Out);
        }

        var wide = new Dictionary<string, string> { ["COLUMNS"] = "140" };
        var plan = KoersProcess.Run(wide, "", "plan", KoersProcess.Hostile, "--time-limit", "1s", "--quiet").Out;
        Assert.StartsWith("[red]Stad rood[/] gnirts\n", plan, StringComparison.Ordinal);
        Assert.Contains("[link=http://voorbeeld.nl]Regel een Regel twee[/]", plan, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_can_be_the_problem()
    {
        var run = KoersProcess.Run(
            new Dictionary<string, string>(), File.ReadAllText(KoersProcess.Town), "validate", "-", "--json");
        Assert.Equal(0, run.Status);
        using var faults = JsonDocument.Parse(run.Out);
        Assert.True(faults.RootElement.GetProperty("usable").GetBoolean());
        Assert.Equal(2, KoersProcess.Run("check", "-", "-").Status);
    }

    [Fact]
    public void Check_and_validate_have_results_for_scripts()
    {
        using var folder = new TemporaryFolder();
        KoersProcess.Run("plan", KoersProcess.Town, "--time-limit", "2s", "--out", folder["plan.json"]);
        var check = KoersProcess.Run("check", KoersProcess.Town, folder["plan.json"], "--json");
        using var verdict = JsonDocument.Parse(check.Out);
        Assert.True(verdict.RootElement.GetProperty("holds").GetBoolean());
        Assert.Empty(new SchemaReading("koers-check-1.schema.json").Faults(verdict.RootElement));

        var validate = KoersProcess.Run("validate", folder.With("bad.json", "{}"), "--json");
        Assert.Equal(2, validate.Status);
        using var faults = JsonDocument.Parse(validate.Out);
        Assert.Empty(new SchemaReading("koers-validation-1.schema.json").Faults(faults.RootElement));
        Assert.All(
            faults.RootElement.GetProperty("faults").EnumerateArray(),
            fault => Assert.NotEmpty(fault.GetProperty("message").GetString()!));
    }

    [Fact]
    public void Long_lists_show_their_head_and_all_of_them_with_all()
    {
        using var folder = new TemporaryFolder();
        var problem = folder.With("large.json", LargeProblem.Json(initiatives: 300));
        var head = KoersProcess.Run("plan", problem, "--time-limit", "3s", "--quiet");
        Assert.Equal(0, head.Status);
        Assert.Matches(@"… and \d+ more \(see --all\)", head.Out);
        Assert.True(head.Lines.Length < 150, $"{head.Lines.Length} lines");
        var all = KoersProcess.Run("plan", problem, "--time-limit", "3s", "--quiet", "--all");
        Assert.DoesNotContain("see --all", all.Out, StringComparison.Ordinal);
        Assert.Contains("Initiatief nummer 299", all.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_pipe_is_no_failure()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var process = KoersProcess.Start(
            new Dictionary<string, string>(), "plan", KoersProcess.Town, "--time-limit", "2s", "--quiet");
        process.StandardOutput.Close();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal("", error);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public void A_full_disk_behind_standard_output_is_one_clear_line()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "a device of Linux");
        var start = new ProcessStartInfo("sh", ["-c", "dotnet \"$0\" validate \"$1\" >/dev/full", KoersProcess.Program, KoersProcess.Town])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        start.Environment["LC_ALL"] = "en_US.UTF-8";
        using var process = Process.Start(start)!;
        var run = KoersProcess.Finish(process);
        Assert.Equal(70, run.Status);
        Assert.StartsWith("koers failed: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2>&-")]
    [InlineData("2>/dev/full")]
    public void Where_no_message_can_be_written_the_plan_is_and_the_status_tells(string messages)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "a device of Linux");
        using var folder = new TemporaryFolder();
        int Status(string arguments) => RunShell($"dotnet \"$0\" {arguments} >/dev/null {messages}");
        Assert.Equal(0, Status($"plan '{KoersProcess.Town}' --time-limit 2s --out '{folder["plan.json"]}'"));
        Assert.Equal(0, KoersProcess.Run("check", KoersProcess.Town, folder["plan.json"]).Status);
        Assert.Equal(2, Status($"validate '{folder.With("broken.json", "{")}'"));
        Assert.Equal(2, Status("plan --nonsense"));
    }

    private static int RunShell(string line)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", line, KoersProcess.Program]))!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
