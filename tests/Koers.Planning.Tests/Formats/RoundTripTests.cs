using Koers.Planning.Formats;
using Xunit;

namespace Koers.Planning.Tests.Formats;

public class RoundTripTests
{
    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(RealFiles.Problems), MemberType = typeof(RealFiles))]
    public void Real_problems_are_faultless_and_come_back_the_same(string path)
    {
        var read = ProblemReader.ReadFile(path);
        Assert.Empty(read.Faults);
        var written = ProblemWriter.ToBytes(read.Required());
        var again = ProblemReader.Read(written);
        Assert.Empty(again.Faults);
        Assert.Equal(written, ProblemWriter.ToBytes(again.Required()));
    }
}
