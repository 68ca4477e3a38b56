using Koers.App.Storage;
using Koers.Domain.Initiatives;
using Koers.Domain.Means;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace Koers.App.Tests.Storage;

public class RegisterTests(PostgreSqlServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task The_migrations_make_exactly_what_the_code_expects(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await using var context = register.Open();
        Assert.False(context.Database.HasPendingModelChanges(), "The model changed: add a migration for both databases.");
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Stop));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task The_model_that_is_kept_as_code_is_the_model_of_the_mappings(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await using var context = register.Open();
        Assert.IsAssignableFrom<RuntimeModel>(context.Model);
        var mapped = context.GetService<IDesignTimeModel>().Model;
        const MetadataDebugStringOptions all = MetadataDebugStringOptions.ShortDefault;
        Assert.Equal(
            mapped.GetRelationalModel().ToDebugString(all).ReplaceLineEndings(), context.Model.GetRelationalModel().ToDebugString(all).ReplaceLineEndings());
        Assert.Equal(mapped.ToDebugString(all).ReplaceLineEndings(), context.Model.ToDebugString(all).ReplaceLineEndings());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task An_initiative_comes_back_as_it_was_to_the_cent_and_the_second(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        var saved = await register.SaveSquare();
        await using var context = register.Open();
        var read = await context.Initiatives.Include(i => i.Variants).SingleAsync(i => i.Number == "2026-0042", Stop);
        Assert.Equal((saved.Name, InitiativeState.Idea, saved.CreatedAt.ToUniversalTime()), (read.Name, read.State, read.CreatedAt));
        var basis = Assert.Single(read.Variants);
        Assert.Equal((3, new DateOnly(2027, 1, 1), null, 0.9), (basis.Duration, basis.EarliestStart, basis.LatestStart, basis.Success));
        Assert.Equal(
            [(null, Euro.Of(2_500m), null), (0, Euro.Of(125_000.10m), "reserve groen")],
            basis.Spends.OrderBy(s => s.Amount).Select(s => (s.Quarter, s.Amount, s.FundingSource)));
        var years = await context.Budgets.SelectMany(b => b.Years).OrderBy(y => y.Amount).Select(y => y.Amount).ToListAsync(Stop);
        Assert.Equal([Euro.Of(9_000_000m), Euro.Of(12_000_000.05m)], years);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Of_two_people_who_change_the_same_initiative_the_second_is_told(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await register.SaveSquare();
        await using var one = register.Open();
        await using var other = register.Open();
        var (mine, yours) = (await one.Initiatives.SingleAsync(Stop), await other.Initiatives.SingleAsync(Stop));
        (mine.Name, mine.Version) = ("Stationsplein", mine.Version + 1);
        (yours.Summary, yours.Version) = ("Meer bomen", yours.Version + 1);
        await one.SaveChangesAsync(Stop);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync(Stop));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_department_that_carries_initiatives_cannot_be_taken_away(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await register.SaveSquare();
        await using var context = register.Open();
        context.Remove(await context.Departments.SingleAsync(Stop));
        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync(Stop));
    }
}
