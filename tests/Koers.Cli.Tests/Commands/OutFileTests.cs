using System.Text.Json;
using Xunit;

namespace Koers.Cli.Tests.Commands;

public class OutFileTests
{
    [Fact]
    public void The_plan_is_written_and_nothing_else_stays_behind()
    {
        using var folder = new TemporaryFolder();
        var run = KoersProcess.Run("plan", KoersProcess.Town, "--time-limit", "2s", "--out", folder["plan.json"]);
        Assert.Equal(0, run.Status);
        Assert.Equal([folder["plan.json"]], Directory.GetFiles(folder.Name));
        using var plan = JsonDocument.Parse(File.ReadAllText(folder["plan.json"]));
        Assert.Equal("koers-plan/1", plan.RootElement.GetProperty("format").GetString());
    }

    [Fact]
    public void A_folder_of_the_system_is_said_not_to_be_writable()
    {
        if (!Directory.Exists("/proc"))
            return;
        var run = KoersProcess.Run("plan", KoersProcess.Town, "--out", "/proc/koers.json");
        Assert.Equal(2, run.Status);
        Assert.Contains("/proc", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("no such file", run.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_plan_of_before_is_replaced()
    {
        using var folder = new TemporaryFolder();
        var old = folder.With("plan.json", new string('x', 100_000));
        KoersProcess.Run("plan", KoersProcess.Town, "--time-limit", "2s", "--out", old);
        Assert.StartsWith("{", File.ReadAllText(old), StringComparison.Ordinal);
        Assert.EndsWith("}\n", File.ReadAllText(old), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan", "--out")]
    [InlineData("export-mps", null)]
    public void The_sign_of_standard_input_is_not_a_file_to_write(string command, string? option)
    {
        string[] arguments = [command, KoersProcess.Town, .. option is null ? (string[])[] : [option], "-"];
        var run = KoersProcess.Run(arguments);
        Assert.Equal(2, run.Status);
        Assert.Contains("-: stands for standard input", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists("-"));
    }

    [Theory]
    [InlineData("no-such-folder/plan.json", "does not exist")]
    [InlineData("file/plan.json", "does not exist")]
    [InlineData(".", "is a folder")]
    [InlineData("town.json", "would be lost")]
    [InlineData("link.json", "would be lost")]
    public void Where_nothing_can_be_written_is_found_out_before_the_planning(string name, string expected)
    {
        using var folder = new TemporaryFolder();
        folder.With("file", "not a folder");
        var town = folder.With("town.json", File.ReadAllText(KoersProcess.Town));
        File.CreateSymbolicLink(folder["link.json"], town);
        var files = Directory.GetFiles(folder.Name).Order(StringComparer.Ordinal);

        // A minute of planning would pass the patience of this test
        var run = KoersProcess.Run("plan", town, "--time-limit", "1h", "--gap", "0", "--out", folder[name]);
        Assert.Equal(2, run.Status);
        Assert.Contains(expected, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(files, Directory.GetFiles(folder.Name).Order(StringComparer.Ordinal));
        Assert.Equal(File.ReadAllText(KoersProcess.Town), File.ReadAllText(town));
    }

    [Fact]
    public void A_full_disk_is_told_and_the_result_is_shown_all_the_same()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "a device of Linux");
        var run = KoersProcess.Run("plan", KoersProcess.Town, "--time-limit", "1s", "--quiet", "--out", "/dev/full");
        Assert.Equal(70, run.Status);
        Assert.Contains("was not written", run.Error, StringComparison.Ordinal);
        Assert.Contains("Nieuwe school in het zuiden", run.Out, StringComparison.Ordinal);
    }
}
