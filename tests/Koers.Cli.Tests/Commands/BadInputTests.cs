using System.Text;
using Xunit;

namespace Koers.Cli.Tests.Commands;

public class BadInputTests
{
    private static readonly string Deep = new('[', 100_000);

    public static TheoryData<string, string> BadFiles => new()
    {
        { "empty", "" },
        { "white space", " \n\t" },
        { "not JSON", "Beste raad," },
        { "cut off", """{"format":"koers-problem/1","name":""" },
        { "another type", "[1,2,3]" },
        { "a plan", """{"format":"koers-plan/1","status":"unknown","selected":[]}""" },
        { "too deep", Deep },
        { "NaN", """{"format":"koers-problem/1","name":"x","goals":[{"id":"g","name":"g","weight":NaN}]}""" },
        { "beyond numbers", Town("\"weight\": 1,", "\"weight\": 1e999,") },
        { "wrong type", Town("\"duration\": 4,", "\"duration\": \"lang\",") },
        { "unknown field", Town("\"mandatory\": true,", "\"mandatoy\": true,") },
        { "duplicate id", Town("\"id\": \"park\"", "\"id\": \"school\"") },
        { "dangling id", Town("\"goal\": \"groen\"", "\"goal\": \"blauw\"") },
        { "wrong length", Town("[1000, 800]", "[1000]") },
        { "negative money", Town("[150, 150]", "[150, -150]") },
        { "negative weight", Town("\"weight\": 0.5", "\"weight\": -0.5") },
        { "impossible window", Town("\"latestStart\": 0,", "\"latestStart\": 6,") },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void Bad_input_is_refused_with_lines_and_never_a_stack_trace(string kind, string text)
    {
        using var folder = new TemporaryFolder();
        var file = folder.With("bad.json", text);
        foreach (var command in (string[])["plan", "validate"])
        {
            var run = KoersProcess.Run(command, file);
            Assert.True(run.Status == 2, kind);
            Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
            Assert.All(run.ErrorLines, line => Assert.StartsWith(file, line, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Of_very_many_faults_the_count_is_a_lower_bound()
    {
        using var folder = new TemporaryFolder();
        var goals = string.Join(',', Enumerable.Repeat("1", 5000));
        var file = folder.With("many.json", $$"""{ "format": "koers-problem/1", "goals": [{{goals}}] }""");
        var run = KoersProcess.Run("validate", file);
        Assert.Equal(2, run.Status);
        Assert.Contains("200+ faults", run.Flat, StringComparison.Ordinal);
        Assert.Matches(@"\d+ more errors are not listed; expected a file without the errors above$", run.ErrorLines[^1]);
    }

    [Fact]
    public void All_faults_come_in_one_go()
    {
        using var folder = new TemporaryFolder();
        var text = Town("\"weight\": 0.5", "\"weight\": -0.5").Replace("[1000, 800]", "[1000]", StringComparison.Ordinal);
        var run = KoersProcess.Run("validate", folder.With("bad.json", text));
        Assert.Contains("#/goals/1/weight: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("#/budgets/0/perYear: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("2 faults", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_a_folder_and_bytes_that_are_no_text_are_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["bytes.json"], [0xFF, 0xFE, 0x00, 0x80, 0xC3]);
        foreach (var path in (string[])[folder["no.json"], folder.Name, folder["bytes.json"]])
        {
            var run = KoersProcess.Run("plan", path);
            Assert.Equal(2, run.Status);
            Assert.StartsWith(path, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Both_files_of_a_check_are_judged_in_one_go()
    {
        using var folder = new TemporaryFolder();
        var problem = folder.With("problem.json", "{}");
        var plan = folder.With("plan.json", "[]");
        var run = KoersProcess.Run("check", problem, plan);
        Assert.Equal(2, run.Status);
        Assert.Contains(run.ErrorLines, line => line.StartsWith(problem, StringComparison.Ordinal));
        Assert.Contains(run.ErrorLines, line => line.StartsWith(plan, StringComparison.Ordinal));
    }

    [Fact]
    public void A_plan_of_choices_that_do_not_exist_does_not_hold()
    {
        using var folder = new TemporaryFolder();
        var plan = folder.With("plan.json", """
            {"format":"koers-plan/1","status":"feasible","selected":[{"initiative":"zwembad","variant":"basis","start":0}],
             "value":1,"bound":2,"gap":1,"certificate":null,"conflict":[],"seconds":1,"engine":"hand"}
            """);
        var run = KoersProcess.Run("check", KoersProcess.Town, plan);
        Assert.InRange(run.Status, 1, 2);
        Assert.Contains("zwembad", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_is_not_buried_under_warnings()
    {
        using var folder = new TemporaryFolder();
        var frame = """{"id":"f0","name":"Niemand","type":"count","where":{"area":"Nergens"},"max":1},""";
        var frames = string.Concat(Enumerable.Range(0, 20).Select(i => frame.Replace("f0", $"f{i}", StringComparison.Ordinal)));
        var file = folder.With("warnings.json", Town("\"frames\": [", "\"frames\": [" + frames));
        var run = KoersProcess.Run("plan", file, "--time-limit", "1s", "--quiet");
        Assert.Equal(0, run.Status);
        Assert.Equal(4, run.ErrorLines.Length);
        Assert.All(run.ErrorLines, line => Assert.Contains("warning", line, StringComparison.Ordinal));
        var all = KoersProcess.Run("validate", file);
        Assert.Equal(0, all.Status);
        Assert.Equal(20, all.ErrorLines.Length);
    }

    [Fact]
    public void Megabytes_of_nonsense_are_refused_quickly()
    {
        using var folder = new TemporaryFolder();
        var text = new StringBuilder("{\"format\":\"koers-problem/1\",\"name\":\"x\",\"goals\":[");
        for (var i = 0; i < 2_000_000; i++)
            text.Append("{\"zork\":1},");
        var run = KoersProcess.Run("validate", folder.With("nonsense.json", text.Append("0]}").ToString()));
        Assert.Equal(2, run.Status);
        Assert.True(run.ErrorLines.Length < 500, "faults are not listed without end");
    }

    private static string Town(string from, string to)
    {
        var text = File.ReadAllText(KoersProcess.Town);
        Assert.Contains(from, text, StringComparison.Ordinal);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        return text[..at] + to + text[(at + from.Length)..];
    }
}
