using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Initiatives;
using Koers.App.Memory;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.App.Weighing;
using Koers.Domain.Accounts;
using Koers.Domain.Frames;
using Koers.Domain.Goals;
using Koers.Domain.Initiatives;
using Xunit;

namespace Koers.App.Tests.Weighing;

/// <summary>A register with two goals below one, a few people with accounts, and the square handed in.</summary>
public sealed class WeighedTown : IDisposable
{
    private WeighedTown(TestRegister register) => Register = register;

    public TestRegister Register { get; }

    public Actor Proposer { get; private set; } = null!;

    public Actor One { get; private set; } = null!;

    public Actor Two { get; private set; } = null!;

    public static Actor Manager => TestRegister.Manager;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<WeighedTown> Make(DatabaseKind kind, PostgreSqlServer server)
    {
        var town = new WeighedTown(await TestRegister.Make(kind, server));
        var square = await town.Register.SaveSquare();
        await using var context = town.Register.Open();
        var living = new Goal { Id = Guid.CreateVersion7(), Code = "wonen", Name = "Prettig wonen", Weight = 1 };
        context.Goals.AddRange(
            living,
            new Goal { Id = Guid.CreateVersion7(), ParentId = living.Id, Code = "groen", Name = "Meer groen", Weight = 0.75, Order = 1 },
            new Goal { Id = Guid.CreateVersion7(), ParentId = living.Id, Code = "veilig", Name = "Veilige straten", Weight = 0.25, Order = 2 });
        context.Settings.Add(new PlanningSettings { Municipality = "Waterhoek", Start = new DateOnly(2027, 1, 1) });
        town.Proposer = Person(context, "beleidsadviseur groen", Role.Proposer, Role.Assessor);
        town.One = Person(context, "beoordelaar ruimte", Role.Assessor);
        town.Two = Person(context, "beoordelaar financiën", Role.Assessor);
        var saved = await context.Initiatives.FindAsync([square.Id], Stop);
        (saved!.Summary, saved.ExecutiveSponsor, saved.ProposerId) = ("Bomen en schaduw op het plein", "directeur Ruimte", town.Proposer.Id);
        saved.Take(InitiativeSteps.Find(InitiativeState.Idea, InitiativeState.InPreparation)!, null);
        saved.Take(InitiativeSteps.Find(InitiativeState.InPreparation, InitiativeState.Submitted)!, null);
        await context.SaveChangesAsync(Stop);
        return town;
    }

    public async Task<T> With<T>(Func<Scoring, Task<T>> work)
    {
        await using var context = Register.Open();
        return await work(new Scoring(context, new AuditTrail(context, TimeProvider.System), TimeProvider.System));
    }

    public Task<OwnScore> Give(Actor actor, string goal, double points, int? version = null) =>
        With(scoring => scoring.Give(actor, "2026-0042", goal, version, new ScoreInput(points, "omdat"), Stop));

    public async Task<InitiativeView> Step(Actor actor, InitiativeState to, string? reason = null)
    {
        await using var context = Register.Open();
        using var memory = new RegisterMemory();
        var register = new InitiativeRegister(context, new AuditTrail(context, TimeProvider.System), memory, TimeProvider.System);
        var version = (await register.Show(actor, "2026-0042", Stop)).Version;
        return await register.Take(actor, "2026-0042", version, to, reason, Stop);
    }

    public async Task<T> Results<T>(Func<WeighingResults, Task<T>> work)
    {
        await using var context = Register.Open();
        return await work(new WeighingResults(context));
    }

    public static Actor Person(RegisterContext context, string name, params Role[] roles)
    {
        ArgumentNullException.ThrowIfNull(context);
        var account = new Account { Id = Guid.CreateVersion7(), UserName = Guid.NewGuid().ToString("N"), DisplayName = name };
        context.Users.Add(account);
        return new Actor(account.Id, $"account/{account.Id}", [.. roles.Select(role => new Grant(role))], "127.0.0.1");
    }

    public void Dispose() => Register.Dispose();
}
