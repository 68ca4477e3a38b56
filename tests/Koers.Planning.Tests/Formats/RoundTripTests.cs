using Koers.Planning.Formats;
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
}
