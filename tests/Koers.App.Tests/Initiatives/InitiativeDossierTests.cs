using System.Text.Json;
using Koers.App.Accounts;
using Koers.App.Agreements;
using Koers.App.Audit;
using Koers.App.Frames;
using Koers.App.Initiatives;
using Koers.App.Memory;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.App.Tests.Weighing;
using Koers.App.Weighing;
using Koers.Domain.Accounts;
using Koers.Domain.Frames;
using Koers.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.App.Tests.Initiatives;

/// <summary>One memory serves all who ask, as in the server; what it says is held against use cases that remember nothing.</summary>
public sealed class InitiativeDossierTests(PostgreSqlServer databases) : IDisposable
{
    private const string Square = "2026-0042";
    private readonly RegisterMemory _memory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Actor Reader { get; } = new(Guid.NewGuid(), "account/lezer", [new Grant(Role.Reader)], "127.0.0.1");

    public void Dispose() => _memory.Dispose();

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task After_every_change_everybody_gets_what_the_use_cases_say_without_memory(DatabaseKind kind)
    {
        using var town = await WeighedTown.Make(kind, databases);
        await WithAnother(town, InitiativeState.Idea);
        await Said(town, "Eerste");
        await SameForAll(town);
        await Related(town, "samen");
        await SameForAll(town);
        await town.Give(town.One, "groen", 7);
        await SameForAll(town);
        await town.Give(town.Two, "veilig", 5);
        await SameForAll(town);
        await town.Step(TestRegister.Manager, InitiativeState.Weighed);
        Assert.NotNull((await Read(town, town.One))!.Weighing);
        await SameForAll(town);
        await Said(town, "Tweede");
        await Renamed(town, "beoordelaar wonen");
        await SameForAll(town);
        Assert.Contains("beoordelaar wonen", (await Read(town, town.Two))!.Discussion!.Select(thread => thread.Remark.Name));
        await town.Step(TestRegister.Manager, InitiativeState.Parked, "Eerst het plein ernaast.");
        await SameForAll(town);
    }

    [Fact]
    public async Task A_reader_gets_less_than_employees_though_all_of_it_is_remembered()
    {
        using var town = await WeighedTown.Make(DatabaseKind.Sqlite, databases);
        await WithAnother(town, InitiativeState.Idea);
        await Said(town, "Onder ons");
        await Related(town, "samen");
        await Chosen(town);
        Assert.Null((await Read(town, Reader))!.Weighing);
        await Adopted(town);
        await Redrafted(town);
        var inside = (await Read(town, TestRegister.Manager))!;
        Assert.True(inside is { Discussion.Count: 1, History.Total: > 0, Relations.Count: 1, MayChange: true });
        var outside = (await Read(town, Reader))!;
        Assert.True(outside is { Discussion: null, History: null, Relations.Count: 0, Steps.Count: 0, MayChange: false });
        Assert.All(outside.Weighing!.Goals, goal => Assert.Empty(goal.Scores));
        // As it was adopted, not as it is being written now
        Assert.Equal(("Meer groen", 0.75), outside.Weighing.Goals.Where(goal => goal.Goal == "groen").Select(goal => (goal.Name, goal.Share)).Single());
        Assert.Equal("Meer groen", outside.Codes.Goals.Name("groen"));
        var budget = Assert.Single(outside.Codes.Budgets.Lines);
        Assert.Equal("Een ander potje", inside.Codes.Budgets.Name(budget.Code));
        Assert.NotEqual("Een ander potje", budget.Name);
        Assert.Equal(("Nog veel meer groen", 0.5), inside.Weighing!.Goals.Where(goal => goal.Goal == "groen").Select(goal => (goal.Name, goal.Share)).Single());
        Assert.Contains(inside.Weighing!.Goals, goal => goal.Scores.Count > 0);
        await Assert.ThrowsAsync<NotThereException>(() => Read(town, Reader, number: "2026-0043"));
        await Assert.ThrowsAsync<NotThereException>(() => Read(town, TestRegister.Manager, number: "2026-9999"));
    }

    private async Task SameForAll(WeighedTown town)
    {
        foreach (var actor in (Actor[])[TestRegister.Manager, town.Proposer, town.One, town.Two, Reader])
            // Twice: asked for, and remembered
            for (var time = 0; time < 2; time++)
            {
                await using var context = town.Register.Open();
                var isThere = InitiativeRights.MaySee(actor, await context.Initiatives.Where(i => i.Number == Square).Select(i => i.State).SingleAsync(Stop));
                var parts = await Read(town, actor, isThere);
                if (parts is null)
                    continue;
                var trail = new AuditTrail(context, TimeProvider.System);
                var guide = new InitiativeGuide(context);
                Same(await new RelationRegister(context, trail).Of(actor, Square, Stop), parts.Relations);
                Same(await guide.Completeness(actor, Square, Stop), parts.Completeness);
                Same(await guide.Steps(actor, Square, Stop), parts.Steps);
                Same(await new InitiativeAnswers(context).Of(actor, Square, Stop), parts.Answer);
                Same(await Weighed(new WeighingResults(context), actor), parts.Weighing);
                Same(await new Discussion(context, trail, TimeProvider.System).Read(actor, Square, Stop), parts.Discussion);
                Same(await new InitiativeHistory(context, new AuditReading(context)).Read(actor, Square, new PageRequest(1, 10), Stop), parts.History);
            }
    }

    private static async Task<WeighingView?> Weighed(WeighingResults results, Actor actor)
    {
        try
        {
            return await results.Show(actor, Square, Stop) is { IsOpen: true } view ? view : null;
        }
        catch (AgainstRuleException)
        {
            return null;
        }
    }

    private static void Same<T>(T without, T with) => Assert.Equal(JsonSerializer.Serialize(without), JsonSerializer.Serialize(with));

    private async Task<InitiativeParts?> Read(WeighedTown town, Actor actor, bool isThere = true, string number = Square)
    {
        await using var context = town.Register.Open();
        var trail = new AuditTrail(context, TimeProvider.System);
        var dossier = new InitiativeDossier(
            context, _memory, new InitiativeGuide(context), new RelationRegister(context, trail), new WeighingResults(context, _memory),
            new Discussion(context, trail, TimeProvider.System), new InitiativeHistory(context, new AuditReading(context, _memory)),
            new InitiativeAnswers(context));
        if (isThere)
            return await dossier.Read(actor, number, Stop);
        await Assert.ThrowsAsync<NotThereException>(() => dossier.Read(actor, number, Stop));
        return null;
    }

    private static async Task WithAnother(WeighedTown town, InitiativeState state)
    {
        await using var context = town.Register.Open();
        var square = await context.Initiatives.AsNoTracking().SingleAsync(i => i.Number == Square, Stop);
        var another = new Initiative
        {
            Id = Guid.CreateVersion7(),
            Number = "2026-0043",
            Name = "Tunnel schilderen",
            DepartmentId = square.DepartmentId,
            CreatedAt = square.CreatedAt,
            ChangedAt = square.ChangedAt,
        };
        Assert.Equal(state, another.State);
        context.Initiatives.Add(another);
        await context.SaveChangesAsync(Stop);
    }

    private static async Task Related(WeighedTown town, string code)
    {
        await using var context = town.Register.Open();
        await new RelationRegister(context, new AuditTrail(context, TimeProvider.System)).Add(
            TestRegister.Manager,
            new RelationInput { Code = code, Type = RelationType.DependsOn, Members = [Square, "2026-0043"], Reason = "De tunnel komt uit op het plein." },
            Stop);
    }

    private static async Task Said(WeighedTown town, string text)
    {
        await using var context = town.Register.Open();
        await new Discussion(context, new AuditTrail(context, TimeProvider.System), TimeProvider.System).Say(town.One, Square, new RemarkInput(text), Stop);
    }

    private static async Task Renamed(WeighedTown town, string name)
    {
        await using var context = town.Register.Open();
        await new AuditTrail(context, TimeProvider.System).Save(
            TestRegister.Manager,
            async stop =>
            {
                (await context.Users.SingleAsync(account => account.Id == town.One.Id, stop)).DisplayName = name;
                return new Happening("account.wijzigen", $"account/{town.One.Id}");
            },
            Stop);
    }

    private static async Task Adopted(WeighedTown town)
    {
        await using var context = town.Register.Open();
        await new AuditTrail(context, TimeProvider.System).Save(
            TestRegister.Manager,
            async stop =>
            {
                context.AdoptedFrames.Add(new AdoptedFrames
                {
                    Id = Guid.CreateVersion7(),
                    Number = 1,
                    Decision = "Kadernota 2027",
                    Content = FrameContents.Serialise(await FrameContents.ReadDraft(context, stop)),
                    AdoptedAt = DateTimeOffset.UnixEpoch,
                });
                return new Happening("kaders.vaststellen", "vaststelling/1");
            },
            Stop);
    }

    private static async Task Redrafted(WeighedTown town)
    {
        await using var context = town.Register.Open();
        await new AuditTrail(context, TimeProvider.System).Save(
            TestRegister.Manager,
            async stop =>
            {
                foreach (var goal in await context.Goals.Where(goal => goal.ParentId != null).ToListAsync(stop))
                    goal.Weight = 0.5;
                (await context.Goals.SingleAsync(goal => goal.Code == "groen", stop)).Name = "Nog veel meer groen";
                (await context.Budgets.SingleAsync(stop)).Name = "Een ander potje";
                return new Happening("doel.wijzigen", "doel/groen");
            },
            Stop);
    }

    private static async Task Chosen(WeighedTown town)
    {
        await town.Give(town.One, "groen", 7);
        await town.Give(town.Two, "veilig", 5);
        await town.Step(TestRegister.Manager, InitiativeState.Weighed);
        await using var context = town.Register.Open();
        await new AuditTrail(context, TimeProvider.System).Save(
            TestRegister.Manager,
            async stop =>
            {
                (await context.Initiatives.SingleAsync(i => i.Number == Square, stop)).Take(
                    InitiativeSteps.Find(InitiativeState.Weighed, InitiativeState.Chosen)!, null);
                return new Happening("initiatief.stap", $"initiatief/{Square}");
            },
            Stop);
    }
}
