using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Demo;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Frames;
using Koers.Domain.Goals;
using Koers.Domain.Initiatives;
using Koers.Planning.Checking;
using Koers.Planning.Formats;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.App.Tests.Demo;

public class DemoMunicipalityTests(PostgreSqlServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task It_has_everything_that_a_municipality_has_and_its_history_is_whole(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await using var context = register.Open();
        Assert.True(await DemoMunicipality.IsEmpty(context, Stop));
        await DemoMunicipality.Fill(context, new FixedClock(), Stop);

        await using var read = register.Open();
        Assert.True(await DemoMunicipality.IsDemo(read, Stop));
        var initiatives = await read.Initiatives.Include(i => i.Variants).AsSplitQuery().ToListAsync(Stop);
        Assert.InRange(initiatives.Count, 110, 140);
        Assert.Equal(Enum.GetValues<InitiativeState>(), initiatives.Select(i => i.State).Distinct().Order());
        Assert.Equal(Enum.GetValues<FrameType>(), (await read.Frames.ToListAsync(Stop)).Select(f => f.Type).Distinct().Order());
        Assert.Equal(Enum.GetValues<RelationType>(), (await read.Relations.ToListAsync(Stop)).Select(r => r.Type).Distinct().Order());
        Assert.Equal(8, await read.Budgets.CountAsync(Stop));
        Assert.Empty(new GoalTree(await read.Goals.ToListAsync(Stop)).LevelsThatAreNotWhole());
        Assert.Empty(await new AuditTrail(read, TimeProvider.System).Verify(Stop).ToListAsync(Stop));
        Assert.All(initiatives, i => Assert.True(i.CreatedAt <= i.ChangedAt && i.ChangedAt < FixedClock.Moment));
        Assert.True(FixedClock.Moment - initiatives.Min(i => i.CreatedAt) > TimeSpan.FromDays(700));
        Assert.All(initiatives.Where(i => i.State is InitiativeState.Running or InitiativeState.Chosen), i =>
            Assert.Contains(i.Variants, variant => variant.Code == i.AgreedVariant && i.AgreedStart is not null));
        Assert.All(initiatives.Where(i => i.State == InitiativeState.Running), i =>
            Assert.True(i.AgreedStart < DateOnly.FromDateTime(FixedClock.Moment.UtcDateTime)));
    }

    [Fact]
    public async Task Its_agreement_is_a_plan_of_the_engine_for_the_problem_that_is_kept_and_that_keeps_every_rule()
    {
        using var register = await Made();
        await using var context = register.Open();
        var agreement = await context.Agreements.SingleAsync(Stop);
        var run = await context.Runs.SingleAsync(r => r.Id == agreement.RunId, Stop);
        var problem = ProblemReader.Read(System.Text.Encoding.UTF8.GetBytes(run.Problem)).Required();
        var plan = PlanReader.Read(System.Text.Encoding.UTF8.GetBytes(run.Result!)).Required();
        Assert.Equal(agreement.Initiatives.Count, plan.Selected.Count);
        var report = Evaluator.Check(problem, plan);
        Assert.Empty(report.Violations);
        Assert.True(report.Holds);
        Assert.Equal(run.Value!.Value, report.Value!.Value, 6);
        Assert.True(run.Gap < 0.03, $"The gap is {run.Gap}.");
        var candidates = problem.Initiatives.Count(i => i.Variants.All(v => v.EarliestStart >= 0));
        var chosen = await context.Initiatives.CountAsync(i => i.State == InitiativeState.Chosen, Stop);
        Assert.InRange(chosen / (double)candidates, 0.30, 0.45);
    }

    [Fact]
    public async Task Every_role_has_an_account_that_can_sign_in()
    {
        using var register = await Made();
        await using var context = register.Open();
        Assert.Equal(Enum.GetValues<Role>(), DemoMunicipality.Accounts.Select(account => account.Role));
        foreach (var (role, userName, _) in DemoMunicipality.Accounts)
        {
            var normalized = userName.ToUpperInvariant();
            var account = await context.Users.SingleAsync(user => user.NormalizedUserName == normalized, Stop);
            Assert.NotEqual(
                PasswordVerificationResult.Failed,
                new PasswordHasher<Account>().VerifyHashedPassword(account, account.PasswordHash!, DemoMunicipality.Password));
            Assert.True(await context.RoleGrants.AnyAsync(grant => grant.AccountId == account.Id && grant.Role == role, Stop));
        }
    }

    [Fact]
    public async Task The_same_moment_gives_the_same_municipality()
    {
        using var one = await Made();
        using var other = await Made();
        await using var first = one.Open();
        await using var second = other.Open();
        Assert.Equal(await Hashes(first), await Hashes(second));
        Assert.Equal(
            (await first.Scores.OrderBy(s => s.Id).ToListAsync(Stop)).Select(s => (s.Id, s.Points)),
            (await second.Scores.OrderBy(s => s.Id).ToListAsync(Stop)).Select(s => (s.Id, s.Points)));
    }

    [Fact]
    public async Task A_register_in_which_something_is_stays_as_it_is()
    {
        using var register = await TestRegister.Make(DatabaseKind.Sqlite, server);
        await register.SaveSquare();
        await using var context = register.Open();
        await Assert.ThrowsAsync<InvalidOperationException>(() => DemoMunicipality.Fill(context, new FixedClock(), Stop));
        Assert.Equal(1, await context.Initiatives.CountAsync(Stop));
    }

    // Each line hashes what it says and all before it: the last stands for the whole history, with the choices of the plan in it
    private static async Task<string> Hashes(RegisterContext context) =>
        (await context.AuditEntries.OrderByDescending(e => e.Number).FirstAsync(Stop)).Hash;

    private async Task<TestRegister> Made()
    {
        var register = await TestRegister.Make(DatabaseKind.Sqlite, server);
        await using var context = register.Open();
        await DemoMunicipality.Fill(context, new FixedClock(), Stop);
        return register;
    }

    private sealed class FixedClock : TimeProvider
    {
        public static DateTimeOffset Moment { get; } = new(2027, 3, 9, 14, 5, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Moment;
    }
}
