using Koers.Planning.Checking;
using Koers.Planning.Formulation;
using Koers.Planning.Problems;
using Koers.Planning.Tests.Rules;
using Xunit;

namespace Koers.Planning.Tests.Generation;

public class ReferenceScriptTests
{
    [Fact]
    public async Task The_reference_script_passes_the_same_verdict_on_generated_plans_and_prices()
    {
        var drawn = Enumerable.Range(1000, 200).Select(Draw).ToList();
        var answers = await ReferenceScript.Judge(drawn.Select(d => d.Case), TestContext.Current.CancellationToken);
        var answer = 0;
        foreach (var (seed, model, one) in drawn)
            foreach (var (selected, prices) in one.Plans)
            {
                var expected = answers[answer++];
                int[] chosen = [.. selected.Select(model.Options.Find).Order()];
                var byRows = new RowReading(model, chosen).Broken().Select(b => b.Row).Order(StringComparer.Ordinal);
                Assert.True(
                    byRows.SequenceEqual(expected.Broken.Order(StringComparer.Ordinal)),
                    $"seed {seed}: {RandomPlan.Text(selected)} breaks {string.Join(", ", expected.Broken)}");
                Assert.Equal(expected.Broken.Count == 0, Verdict.Broken(model, chosen).Count == 0);
                Assert.Equal(expected.Worth, Worth.Of(new Selection(model.Options, chosen)), 1e-9);
                double[] vector = [.. model.Rows.Names.Select(name => prices.GetValueOrDefault(name))];
                Assert.Equal(expected.Bound, LagrangianBound.Of(model, vector), 1e-7);
            }
    }

    private static (int Seed, Model Model, ReferenceScript.Case Case) Draw(int seed)
    {
        var problem = ProblemGenerator.Make(seed);
        var (model, reading, random) = (new Model(problem), new PlainReading(problem), new Random(seed));
        var plans = Enumerable.Range(0, 10).Select(_ => (
            Selected: (IReadOnlyList<Choice>)[.. RandomPlan.Draw(reading, random).Select(o => o.Choice)],
            Prices: (IReadOnlyDictionary<string, double>)model.Rows.Names.Where(_ => random.Next(3) == 0)
                .ToDictionary(name => name, _ => 0.25 * random.Next(8))));
        return (seed, model, new ReferenceScript.Case(problem, [.. plans]));
    }
}
