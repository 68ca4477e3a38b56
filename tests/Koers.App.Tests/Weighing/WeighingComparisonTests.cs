using Koers.App.Memory;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.App.Weighing;
using Koers.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.App.Tests.Weighing;

public class WeighingComparisonTests(PostgreSqlServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Weights_of_any_size_are_made_into_shares_and_the_value_follows_them(DatabaseKind kind)
    {
        using var town = await Weighed(kind);
        await using var context = town.Register.Open();
        using var memory = new RegisterMemory();
        var comparison = new WeighingComparison(context, memory);

        // 0.75 × 8 + 0.25 × 4 = 7; with 1 to 3: 0.25 × 8 + 0.75 × 4 = 5
        var compared = await comparison.Read(WeighedTown.Manager, new Dictionary<string, double> { ["groen"] = 1, ["veilig"] = 3 }, Stop);
        var line = Assert.Single(compared.Lines);
        Assert.Equal((7.0, 5.0), (Math.Round(line.Value, 9), Math.Round(line.ValueThen, 9)));
        Assert.Equal([(0.75, 0.25), (0.25, 0.75)], compared.Goals.Select(goal => (goal.Share, goal.ShareThen)));
        // Scores 6 and 10 on green: 2 on either side of 8
        Assert.Equal(("groen", 2.0), (compared.Disputes(5)[0].Opinion.Goal, compared.Disputes(5)[0].Opinion.Spread));
        Assert.Equal(125_000.10m, line.Cost.Amount);
    }

    [Fact]
    public async Task What_is_remembered_follows_an_initiative_that_goes_back_is_scored_anew_and_is_weighed_again()
    {
        using var town = await WeighedTown.Make(DatabaseKind.Sqlite, server);
        using var memory = new RegisterMemory();
        var score = await town.Give(town.One, "groen", 8);
        await town.Give(town.One, "veilig", 4);
        Assert.Empty(await Values());
        await town.Step(WeighedTown.Manager, InitiativeState.Weighed);
        Assert.Equal([7.0], await Values());

        await town.Step(WeighedTown.Manager, InitiativeState.Submitted, "Er kwam nieuws.");
        Assert.Empty(await Values());
        await town.Give(town.One, "groen", 4, score.Version);
        Assert.Empty(await Values());
        await town.Step(WeighedTown.Manager, InitiativeState.Weighed);
        Assert.Equal([4.0], await Values());

        async Task<IEnumerable<double>> Values()
        {
            await using var context = town.Register.Open();
            return (await new WeighingComparison(context, memory).Read(WeighedTown.Manager, null, Stop)).Lines.Select(line => Math.Round(line.Value, 9));
        }
    }

    [Fact]
    public async Task Before_a_weighing_is_over_nothing_of_it_is_compared()
    {
        using var town = await WeighedTown.Make(DatabaseKind.Sqlite, server);
        await town.Give(town.One, "groen", 6);
        await town.Give(town.One, "veilig", 4);
        await using var context = town.Register.Open();
        using var memory = new RegisterMemory();
        Assert.Empty((await new WeighingComparison(context, memory).Read(WeighedTown.Manager, null, Stop)).Lines);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(double.NaN, 1)]
    public async Task Weights_that_say_nothing_are_refused(double green, double safe)
    {
        using var town = await WeighedTown.Make(DatabaseKind.Sqlite, server);
        await using var context = town.Register.Open();
        using var memory = new RegisterMemory();
        await Assert.ThrowsAsync<InvalidInputException>(() => new WeighingComparison(context, memory).Read(
            WeighedTown.Manager, new Dictionary<string, double> { ["groen"] = green, ["veilig"] = safe }, Stop));
    }

    private async Task<WeighedTown> Weighed(DatabaseKind kind)
    {
        var town = await WeighedTown.Make(kind, server);
        await town.Give(town.One, "groen", 6);
        await town.Give(town.Two, "groen", 10);
        await town.Give(town.One, "veilig", 4);
        await using var context = town.Register.Open();
        var square = await context.Initiatives.SingleAsync(Stop);
        square.Take(InitiativeSteps.Find(InitiativeState.Submitted, InitiativeState.Weighed)!, null);
        await context.SaveChangesAsync(Stop);
        return town;
    }
}
