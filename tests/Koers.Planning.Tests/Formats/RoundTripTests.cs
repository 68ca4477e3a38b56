using System.Diagnostics;
using System.Globalization;
using System.Text;
using Koers.Planning.Formats;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.Planning.Tests.Formats;

public class RoundTripTests
{
    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(RealFiles.Problems), MemberType = typeof(RealFiles))]
    public void Real_problems_are_usable_and_come_back_the_same(string path)
    {
        var read = ProblemReader.ReadFile(path);
        Assert.All(read.Faults, f => Assert.Equal(FaultKind.NegativeRemainder, f.Kind)); // in one of them, -0.1 of 5.8
        var written = ProblemWriter.ToBytes(read.Required());
        var again = ProblemReader.Read(written);
        Assert.Equal(read.Faults.Select(f => f.ToString()), again.Faults.Select(f => f.ToString()));
        Assert.Equal(written, ProblemWriter.ToBytes(again.Required()));
    }

    [Fact]
    public void A_problem_with_every_field_comes_back_the_same()
    {
        var written = ProblemWriter.ToBytes(Sample.Read());
        Assert.Equal(written, ProblemWriter.ToBytes(ProblemReader.Read(written).Required()));
    }

    [Fact]
    public void Writes_a_problem_with_one_line_per_entry_and_without_defaults()
    {
        var lines = Encoding.UTF8.GetString(ProblemWriter.ToBytes(Sample.Read())).Split('\n');
        Assert.Contains("""    {"id":"woningen","name":"Meer woningen","weight":0.6,"cap":50},""", lines);
        Assert.Contains("""    {"id":"exploitatie","name":"exploitatie","perYear":[50,50]}""", lines);
        Assert.Contains("""    {"id":"school","name":"school","variants":[{"id":"basis","duration":4}]}""", lines);
        Assert.Contains("""    {"id":"r2","type":"requires","initiative":"park","requires":"brug"},""", lines);
        Assert.Contains("""    {"id":"f5","name":"f5","type":"concurrent","max":2},""", lines);
        Assert.Contains("""      {"initiative":"brug","variant":"basis","start":2}""", lines);
    }

    [Fact]
    public void Writes_numbers_the_same_in_every_culture_and_as_short_as_they_read_back()
    {
        var problem = Sample.Read();
        problem = problem with { Budgets = [problem.Budgets[0] with { PerYear = [0.1 + 0.2, 1e12] }, problem.Budgets[1]] };
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nl-NL");
            var text = Encoding.UTF8.GetString(ProblemWriter.ToBytes(problem));
            Assert.Contains("\"perYear\":[0.30000000000000004,1000000000000]", text, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Writes_the_same_bytes_whatever_order_a_dictionary_has()
    {
        var problem = Sample.Read();
        var park = problem.Initiatives[1];
        byte[] With(params (string Goal, double Points)[] points)
        {
            var variant = park.Variants[0] with { Contribution = points.ToDictionary(p => new GoalId(p.Goal), p => p.Points) };
            return ProblemWriter.ToBytes(problem with { Initiatives = [park with { Variants = [variant] }] });
        }
        Assert.Equal(With(("groen", 1), ("woningen", 2)), With(("woningen", 2), ("groen", 1)));
    }

    [Fact]
    public void Reads_five_thousand_initiatives_in_well_under_a_second()
    {
        var json = Sample.Utf8(Large(5_000));
        var watch = Stopwatch.StartNew();
        var read = ProblemReader.Read(json);
        watch.Stop();
        Assert.Empty(read.Faults);
        TestContext.Current.TestOutputHelper?.WriteLine($"{json.Length / 1e6:0.0} MB in {watch.ElapsedMilliseconds} ms");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}"); // 0.3 s where it has a processor of its own
    }

    /// <summary>Initiatives with 2 variants, 25 starts and 16 periods of money and people each.</summary>
    private static string Large(int initiatives)
    {
        var profile = string.Join(',', Enumerable.Range(1, 16).Select(i => FormattableString.Invariant($"{i * 1.37:0.00}")));
        var variant = $$"""
            "duration":16,"spend":{"b":[{{profile}}]},"effort":{"c":[{{profile}}]},
            "contribution":{"g":12.5},"success":0.9,"effect":{"profile":[{{profile}}],"after":0.8}
            """;
        var json = new StringBuilder($$"""
            {"format":"koers-problem/1","name":"groot","horizon":{"start":"2027-01-01","periods":40,"periodsPerYear":4},
             "goals":[{"id":"g","weight":1}],"budgets":[{"id":"b","perYear":[1,1,1,1,1,1,1,1,1,1]}],
             "capacities":[{"id":"c","perPeriod":[{{string.Join(',', Enumerable.Repeat(1, 40))}}]}],"initiatives":[
            """);
        for (var i = 0; i < initiatives; i++)
            json.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $$"""
                {"id":"i{{i}}","name":"Initiatief {{i}}","labels":{"afdeling":"a{{i % 9}}"},
                 "variants":[{"id":"v",{{variant}}},{"id":"w",{{variant}}}]}
                """);
        return json.Append("]}").ToString();
    }
}
