using System.Text;
using Koers.Planning.Checking;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Xunit;

namespace Koers.Planning.Tests.Checking;

/// <summary>The example worked out by hand in docs/method.md, section 4.</summary>
public class CertificateExampleTests
{
    private const string Town = """
        {
          "format": "koers-problem/1", "name": "Example of the method",
          "horizon": { "start": "2027-01-01", "periods": 1, "periodsPerYear": 1 },
          "value": { "tailPeriods": 1, "normalise": false },
          "goals": [ { "id": "doel", "weight": 1 } ],
          "budgets": [ { "id": "geld", "perYear": [100] } ],
          "initiatives": [
            { "id": "A", "variants": [ { "id": "basis", "duration": 1, "spend": { "geld": [60] }, "contribution": { "doel": 12 } } ] },
            { "id": "B", "variants": [ { "id": "basis", "duration": 1, "spend": { "geld": [50] }, "contribution": { "doel": 9 } } ] },
            { "id": "C", "variants": [ { "id": "basis", "duration": 1, "spend": { "geld": [40] }, "contribution": { "doel": 6 } } ] }
          ]
        }
        """;

    [Fact]
    public void The_price_of_money_proves_the_bound()
    {
        // A and C: 60 + 40 = 100 spent, 12 + 6 = 18 worth
        // 0.18 × 100 + max(0, 12 - 10.8) + max(0, 9 - 9) + max(0, 6 - 7.2) = 18 + 1.2 = 19.2
        var report = Evaluator.Check(Problem(), Claim(["A", "C"], value: 18, bound: 19.2));
        Assert.True(report.Holds, string.Join(' ', report.Faults));
        Assert.Equal(18.0, report.Value!.Value, 1e-9);
        Assert.Equal(19.2, report.CertifiedBound!.Value, 1e-9);
        Assert.Equal(1.2 / 18, report.CertifiedGap!.Value, 1e-9);
    }

    [Fact]
    public void The_same_price_proves_no_lower_bound() =>
        Assert.StartsWith(
            "The certificate's prices prove 19.2",
            Assert.Single(Evaluator.Check(Problem(), Claim(["A", "C"], value: 18, bound: 19)).Faults).ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_and_B_together_cost_too_much()
    {
        // 60 + 50 = 110 > 100
        var violation = Assert.Single(Evaluator.Check(Problem(), Claim(["A", "B"], value: 21, bound: 21)).Violations);
        Assert.Equal(("budget/geld", "budget/geld/0", 110.0, 100.0), (violation.Rule, violation.Row, violation.Found, violation.Limit));
    }

    private static Problem Problem()
    {
        var read = ProblemReader.Read(Encoding.UTF8.GetBytes(Town));
        Assert.Empty(read.Faults);
        return read.Value!;
    }

    private static Plan Claim(IEnumerable<string> chosen, double value, double bound)
    {
        var selected = chosen.Select(id => new Choice(new InitiativeId(id), new VariantId("basis"), 0)).ToList();
        var prices = new Dictionary<string, double>(StringComparer.Ordinal) { ["budget/geld/0"] = 0.18 };
        return new Plan(PlanStatus.Feasible, selected, value, bound, new Certificate(bound, prices), [], 0, "by hand");
    }
}
