using Koers.App.Runs;
using Xunit;

namespace Koers.App.Tests.Runs;

public class ProofTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData(100.0, null, "nog niets bewezen")]
    [InlineData(100.0, 100.0, "bewezen het best denkbare")]
    [InlineData(100.0, 101.2, "hooguit 1,2% onder het best denkbare")]
    // "At most" is rounded up: 1.21% is not at most 1.2%
    [InlineData(100.0, 101.21, "hooguit 1,3% onder het best denkbare")]
    [InlineData(100.0, 100.012, "hooguit 0,02% onder het best denkbare")]
    // A share of nothing, or of less, says nothing
    [InlineData(0.0, 2.5, "hooguit 2,5 punten onder het best denkbare")]
    [InlineData(-4.0, -1.0, "hooguit 3 punten onder het best denkbare")]
    public void How_good_a_plan_is_in_words(double? value, double? bound, string? words) => Assert.Equal(words, RunView.ProofOf(value, bound)?.Dutch);
}
