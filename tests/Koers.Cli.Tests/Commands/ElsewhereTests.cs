using System.Text.Json.Nodes;
using System.Xml.Linq;
using Xunit;

namespace Koers.Cli.Tests.Commands;

/// <summary>The register with other programs beside it: problems out and plans in, schedules out and compared.</summary>
public class ElsewhereTests
{
    private static readonly XNamespace Mspdi = "http://schemas.microsoft.com/project";

    [Fact]
    public void A_schedule_goes_out_and_what_was_moved_in_it_is_shown_and_a_problem_goes_out_and_its_plan_comes_in()
    {
        using var folder = new TemporaryFolder();
        var (register, planning) = (folder["demo.db"], folder["planning.xml"]);
        Assert.Equal(0, KoersProcess.Run("demo", "--database", register, "--no-serve").Status);

        var written = KoersProcess.Run("schedule", "export", planning, "--by", "department", "--database", register);
        Assert.Equal((0, ""), (written.Status, written.Error));
        var same = KoersProcess.Run("schedule", "compare", planning, "--database", register);
        Assert.Contains("initiatives as agreed", Assert.Single(same.Lines), StringComparison.Ordinal);
        var file = XDocument.Load(planning);
        var task = file.Descendants(Mspdi + "Task").First(t => t.Element(Mspdi + "Summary")!.Value == "0");
        (task.Element(Mspdi + "Start")!.Value, task.Element(Mspdi + "Finish")!.Value) = ("2041-01-01T08:00:00", "2041-03-31T17:00:00");
        file.Save(planning);
        var moved = KoersProcess.Run("schedule", "compare", planning, "--database", register);
        Assert.Contains("2041-01-01 to 2041-03-31", moved.Flat, StringComparison.Ordinal);
        var json = JsonNode.Parse(KoersProcess.Run("schedule", "compare", planning, "--json", "--database", register).Out)!;
        Assert.Equal("2041-01-01", (string?)Assert.Single(json["verschillen"]!.AsArray())!["startNieuw"]);

        var (problem, plan) = (folder["probleem.json"], folder["plan.json"]);
        Assert.Equal(0, KoersProcess.Run("run", "problem", problem, "--database", register).Status);
        Assert.Equal(0, KoersProcess.Run("plan", problem, "--time-limit", "3s", "--gap", "50%", "--out", plan).Status);
        var added = KoersProcess.Run("run", "add", plan, "--database", register);
        Assert.Equal((0, ""), (added.Status, added.Error));
        Assert.Contains("planning run 2", added.Flat, StringComparison.Ordinal);
        // The same problem again, as that run keeps it
        Assert.Equal(0, KoersProcess.Run("run", "problem", folder["nogmaals.json"], "--run", "2", "--database", register).Status);
        Assert.Equal(File.ReadAllText(problem), File.ReadAllText(folder["nogmaals.json"]));

        var broken = JsonNode.Parse(File.ReadAllText(plan))!;
        broken["value"] = 1;
        var refused = KoersProcess.Run("run", "add", folder.With("fout.json", broken.ToJsonString()), "--database", register);
        Assert.Equal(2, refused.Status);
        Assert.Contains(refused.ErrorLines, line => line.StartsWith("/value: ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_cannot_be_done_is_one_line()
    {
        using var folder = new TemporaryFolder();
        var register = folder["koers.db"];
        KoersProcess.Run("db", "migrate", "--database", register);
        foreach (var arguments in (string[][])
        [
            ["schedule", "export", folder["planning.xml"]], ["schedule", "compare", folder["nergens.xml"]], ["schedule", "compare", folder.With("brief.xml", "Geacht college,")],
            ["run", "problem", folder["probleem.json"]], ["run", "problem", folder["probleem.json"], "--run", "9"], ["run", "add", folder["nergens.json"]],
            ["run", "problem", folder["nergens/probleem.json"]],
        ])
        {
            var outcome = KoersProcess.Run([.. arguments, "--database", register]);
            Assert.True(outcome.Status == 2, $"{string.Join(' ', arguments)}: {outcome.Status} {outcome.Error}");
            Assert.Single(outcome.ErrorLines);
        }
    }
}
