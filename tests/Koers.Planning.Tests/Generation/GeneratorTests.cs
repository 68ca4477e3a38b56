using Koers.Planning.Checking;
using Koers.Planning.Formats;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Rules;
using Xunit;

namespace Koers.Planning.Tests.Generation;

public class GeneratorTests
{
    private const int Problems = 400;

    [Fact]
    public void Generated_problems_are_faultless_and_mix_every_kind_of_rule()
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0; seed < Problems; seed++)
        {
            var problem = ProblemGenerator.Make(seed);
            var errors = ProblemValidator.Validate(problem).Where(f => f.Severity == Severity.Error).ToList();
            Assert.True(errors.Count == 0, $"seed {seed}: {string.Join("; ", errors)}");
            kinds.UnionWith(problem.Relations.Select(r => r.Type).Concat(problem.Frames.Select(f => f.Type)));
        }
        string[] expected =
        [
            "before", "concurrent", "count", "dependsOn", "effort", "excludes", "goalFloor", "group", "requires", "risk", "spend", "spendShare",
            "starts", "synergy", "together",
        ];
        Assert.Equal(expected, kinds.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Checker_rows_and_a_plain_reading_of_the_contract_agree_on_every_selection_drawn()
    {
        var (kept, broken) = (0, 0);
        for (var seed = 0; seed < Problems; seed++)
        {
            var problem = ProblemGenerator.Make(seed);
            var (model, reading, random) = (new Model(problem), new PlainReading(problem), new Random(seed));
            for (var draw = 0; draw < 20; draw++)
            {
                var plan = RandomPlan.Draw(reading, random);
                int[] chosen = [.. plan.Select(o => model.Options.Find(o.Choice)).Order()];
                var byRules = Verdict.Broken(model, chosen);
                Assert.True(byRules.SequenceEqual(reading.Broken(plan)), $"seed {seed}: {RandomPlan.Text(plan)} breaks {string.Join(", ", byRules)}");
                var value = reading.Value(plan);
                Assert.Equal(value, Worth.Of(new Selection(model.Options, chosen)), 1e-9);
                Assert.Equal(value, new RowReading(model, chosen).Value, 1e-9);
                _ = byRules.Count == 0 ? kept++ : broken++;
            }
        }
        Assert.True(kept > 500 && broken > 500, $"{kept} kept and {broken} broken: the generator has become one-sided");
    }
}

/// <summary>Draws selections, from empty to full.</summary>
internal static class RandomPlan
{
    public static List<PlainOption> Draw(PlainReading reading, Random random)
    {
        var share = random.NextDouble();
        return [.. reading.Options.Where(_ => random.NextDouble() < share).Select(options => options[random.Next(options.Count)])];
    }

    public static string Text(IEnumerable<PlainOption> plan) =>
        string.Join(' ', plan.Select(o => $"{o.Initiative.Id}/{o.Variant.Id}@{o.Start}"));

    public static string Text(IEnumerable<Choice> plan) => string.Join(' ', plan.Select(c => $"{c.Initiative}/{c.Variant}@{c.Start}"));
}
