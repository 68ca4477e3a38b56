using Xunit;

namespace Koers.Cli.Tests.Commands;

public class ExitStatusTests
{
    [Fact]
    public void A_plan_that_was_found_is_done()
    {
        var run = KoersProcess.Run("plan", KoersProcess.Town, "--time-limit", "5s");
        Assert.Equal(0, run.Status);
        Assert.Contains("Nieuwe school in het zuiden", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proven_conflict_is_infeasible_and_says_who_cannot_go_together()
    {
        using var folder = new TemporaryFolder();
        var run = KoersProcess.Run("plan", KoersProcess.Conflict, "--time-limit", "5s", "--out", folder["plan.json"]);
        Assert.Equal(3, run.Status);
        Assert.Contains("\"Nieuwe brug\" must be done", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"Nieuwe weg\" must be done", run.Out, StringComparison.Ordinal);
        Assert.Contains("budget \"Algemene middelen\"", run.Out, StringComparison.Ordinal);
        Assert.Contains("mandatory/brug", File.ReadAllText(folder["plan.json"]), StringComparison.Ordinal);
        Assert.Equal(0, KoersProcess.Run("check", KoersProcess.Conflict, folder["plan.json"]).Status);
    }

    [Fact]
    public void A_plan_that_holds_is_done_and_a_changed_one_does_not_hold()
    {
        using var folder = new TemporaryFolder();
        KoersProcess.Run("plan", KoersProcess.Town, "--time-limit", "5s", "--out", folder["plan.json"]);
        var held = KoersProcess.Run("check", KoersProcess.Town, folder["plan.json"]);
        Assert.Equal(0, held.Status);
        Assert.Matches("^(The plan holds|The plan keeps every rule)", held.Out);

        // Without the school, which is mandatory
        folder.With("changed.json", """
            {"format":"koers-plan/1","status":"feasible","selected":[{"initiative":"park","variant":"basis","start":0}],
             "value":1,"bound":null,"gap":null,"certificate":null,"conflict":[],"seconds":1,"engine":"hand"}
            """);
        var changed = KoersProcess.Run("check", KoersProcess.Town, folder["changed.json"]);
        Assert.Equal(1, changed.Status);
        Assert.Contains("mandatory/school", changed.Out, StringComparison.Ordinal);
        Assert.Contains("\"Nieuwe school in het zuiden\" must be done", changed.Flat, StringComparison.Ordinal);
    }

    [Fact]
    public void Unusable_input_gives_one_line_per_fault()
    {
        using var folder = new TemporaryFolder();
        var file = folder.With("bad.json", """{"format":"koers-problem/1","name":5,"zork":1}""");
        var run = KoersProcess.Run("plan", file);
        Assert.Equal(2, run.Status);
        Assert.Equal("", run.Out);
        Assert.Contains(run.ErrorLines, line => line.Contains("#/name: ", StringComparison.Ordinal));
        Assert.Contains(run.ErrorLines, line => line.Contains("zork", StringComparison.Ordinal));
        Assert.All(run.ErrorLines, line => Assert.Contains("expected", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Stopped_without_a_plan_says_so_and_keeps_an_older_file()
    {
        using var folder = new TemporaryFolder();
        var old = folder.With("plan.json", "the plan of last week");
        var run = KoersProcess.Run(
            "plan", folder.With("large.json", LargeProblem.Json(initiatives: 3000, mandatory: true)), "--time-limit", "1ms", "--out", old);
        Assert.Equal(4, run.Status);
        Assert.Contains("No plan was found", run.Out, StringComparison.Ordinal);
        Assert.Equal("the plan of last week", File.ReadAllText(old));
    }

    [Fact]
    public void A_file_that_can_be_used_is_valid()
    {
        var run = KoersProcess.Run("validate", KoersProcess.Town);
        Assert.Equal(0, run.Status);
        Assert.Equal("", run.Error);
        Assert.Contains("4 initiatives, 2 relations, 4 frames", run.Flat, StringComparison.Ordinal);
    }

    [Fact]
    public void The_reference_formulation_is_exported()
    {
        using var folder = new TemporaryFolder();
        var run = KoersProcess.Run("export-mps", KoersProcess.Town, folder["town.mps"]);
        Assert.Equal(0, run.Status);
        Assert.StartsWith("NAME", File.ReadAllText(folder["town.mps"]), StringComparison.Ordinal);
        Assert.Equal([folder["town.mps"]], Directory.GetFiles(folder.Name));
    }
}
