using Koers.App.Storage;
using Koers.Domain.Goals;
using Koers.Domain.Initiatives;
using Koers.Domain.Means;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.App.Tests.Storage;

public sealed class LineWritingTests(PostgreSqlServer databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite, 1)]
    [InlineData(DatabaseKind.Sqlite, 95)]
    [InlineData(DatabaseKind.PostgreSql, 40)]
    [InlineData(DatabaseKind.PostgreSql, 81)]
    public async Task Lines_that_are_written_many_at_once_are_read_as_they_were(DatabaseKind kind, int many)
    {
        using var register = await TestRegister.Make(kind, databases);
        var variant = (await register.SaveSquare()).Variants[0];
        var (pool, goal) = (new CapacityPool { Id = Guid.CreateVersion7(), Code = "ontwerp", Name = "Ontwerp" }, new Goal { Id = Guid.CreateVersion7(), Code = "groen", Name = "Groen" });
        var spends = Enumerable.Range(0, many).Select(k => new VariantSpend
        {
            BudgetId = variant.Spends[0].BudgetId,
            Quarter = k % 3 == 0 ? null : k,
            Amount = Euro.Of(k + 0.25m),
            FundingSource = k % 2 == 0 ? null : $"reserve ’{k}’",
        }).ToList();
        var efforts = Enumerable.Range(0, many).Select(k => new VariantEffort { PoolId = pool.Id, Quarter = k, Fte = k / 8.0 }).ToList();
        await using (var context = register.Open())
        {
            context.AddRange(pool, goal);
            await context.SaveChangesAsync(Stop);
            await using var transaction = await context.Database.BeginTransactionAsync(Stop);
            await new LineWriting<VariantSpend>(context).Write([.. spends.Select(line => (variant.Id, line))], Stop);
            await new LineWriting<VariantEffort>(context).Write([.. efforts.Select(line => (variant.Id, line))], Stop);
            await new LineWriting<VariantEffect>(context).Write([(variant.Id, new VariantEffect { GoalId = goal.Id, Points = -1.5 })], Stop);
            await new LineWriting<VariantEffect>(context).Write([], Stop);
            await transaction.CommitAsync(Stop);
        }

        await using var after = register.Open();
        var read = await after.Set<Variant>().AsNoTracking().SingleAsync(Stop);

        Assert.Equal(
            spends.Select(line => (line.BudgetId, line.Quarter, line.Amount, line.FundingSource)),
            read.Spends.Where(line => line.Amount < Euro.Of(1_000)).OrderBy(line => line.Amount).Select(line => (line.BudgetId, line.Quarter, line.Amount, line.FundingSource)));
        Assert.Equal(efforts.Select(line => (line.PoolId, line.Quarter, line.Fte)), read.Efforts.OrderBy(line => line.Quarter).Select(line => (line.PoolId, line.Quarter, line.Fte)));
        Assert.Equal((goal.Id, -1.5), (Assert.Single(read.Effects).GoalId, read.Effects[0].Points));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Lines_go_with_the_transaction_in_which_they_were_written(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, databases);
        var variant = (await register.SaveSquare()).Variants[0];
        await using (var context = register.Open())
        await using (await context.Database.BeginTransactionAsync(Stop))
            await new LineWriting<VariantSpend>(context).Write([(variant.Id, new VariantSpend { BudgetId = variant.Spends[0].BudgetId, Amount = Euro.Of(1) })], Stop);

        await using var after = register.Open();
        Assert.Equal(2, (await after.Set<Variant>().AsNoTracking().SingleAsync(Stop)).Spends.Count);
    }
}
