using Koers.Domain.PolicyFields;
using Xunit;

namespace Koers.Domain.Tests.PolicyFields;

public class PolicyFieldListTests
{
    [Fact]
    public void Codes_are_text_and_each_is_there_once()
    {
        var list = PolicyFieldList.For(2027);
        Assert.Equal("Bestuur", list.Single(field => field.Code == "0.1").Name);
        Assert.Equal("Mutaties reserves", list.Single(field => field.Code == "0.10").Name);
        Assert.Equal(list.Count, list.Select(field => field.Code).Distinct().Count());
        Assert.False(PolicyFieldList.Knows("0.100"));
    }

    [Fact]
    public void Names_with_commas_are_read_whole() =>
        Assert.Equal(
            ("Verkeer en vervoer", "Verkeer, vervoer en waterstaat"),
            PolicyFieldList.For(2025).Where(field => field.Code == "2.1").Select(field => (field.Name, field.MainName)).Single());

    [Theory]
    [InlineData(1900)]
    [InlineData(2025)]
    [InlineData(2199)]
    public void Every_year_has_the_list_that_holds_for_it(int year) =>
        Assert.Equal(PolicyFieldList.Years.LastOrDefault(from => from <= year, PolicyFieldList.Years[0]), PolicyFieldList.For(year)[0].FromYear);
}
