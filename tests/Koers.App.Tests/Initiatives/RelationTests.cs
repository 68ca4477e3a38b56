using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.App.Tests.Weighing;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Xunit;

namespace Koers.App.Tests.Initiatives;

public class RelationTests(PostgreSqlServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_relation_is_added_changed_listed_and_taken_away(DatabaseKind kind)
    {
        using var register = await Town(kind);
        var added = await With(register, r => r.Add(TestRegister.Manager, New(RelationType.DependsOn, "2026-0001", "2026-0002") with { Lag = 2 }, Stop));
        Assert.Equal(1, added.Version);
        var changed = await With(register, r => r.Change(
            TestRegister.Manager, "r1", 1, New(RelationType.Group, "2026-0003", "2026-0002", "2026-0001") with { Min = 1, Max = 2 }, Stop));
        Assert.Equal(2, changed.Version);
        var shown = await With(register, r => r.Show(TestRegister.Manager, "r1", Stop));
        Assert.Equal(["2026-0003", "2026-0002", "2026-0001"], shown.Content.Members);
        Assert.Equal((RelationType.Group, 0, 1, 2), (shown.Content.Type, shown.Content.Lag, shown.Content.Min, shown.Content.Max));
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => With(register, r => r.Change(
            TestRegister.Manager, "r1", 1, New(RelationType.Excludes, "2026-0001", "2026-0002"), Stop)));
        Assert.Single(await With(register, r => r.Of(TestRegister.Manager, "2026-0003", Stop)));
        Assert.Empty((await With(register, r => r.Find(TestRegister.Manager, RelationType.DependsOn, new PageRequest(), Stop))).Items);
        await With(register, async r =>
        {
            await r.Remove(TestRegister.Manager, "r1", 2, Stop);
            return 0;
        });
        await Assert.ThrowsAsync<NotThereException>(() => With(register, r => r.Show(TestRegister.Manager, "r1", Stop)));
    }

    [Theory]
    [InlineData(RelationType.DependsOn, false)]
    [InlineData(RelationType.Requires, false)]
    [InlineData(RelationType.Excludes, true)]
    public async Task The_same_relation_of_the_same_initiatives_is_written_down_once_and_the_fault_names_the_one_there_is(RelationType type, bool isRefusedTurnedRound)
    {
        using var register = await Town(DatabaseKind.Sqlite);
        await With(register, r => r.Add(TestRegister.Manager, New(type, "2026-0001", "2026-0002"), Stop));

        var twice = await Assert.ThrowsAsync<InvalidInputException>(() => With(register, r => r.Add(
            TestRegister.Manager, New(type, "2026-0001", "2026-0002") with { Code = "r2", Reason = "Nog eens" }, Stop)));
        var kept = await With(register, r => r.Change(TestRegister.Manager, "r1", 1, New(type, "2026-0001", "2026-0002") with { Reason = "Waarom" }, Stop));

        Assert.Contains("r1", Assert.Single(twice.Faults, fault => fault.Where == "/initiatieven").Text.Dutch, StringComparison.Ordinal);
        Assert.Equal("Waarom", kept.Content.Reason);
        // Another kind between the same is something else
        Assert.Equal("r3", (await With(register, r => r.Add(TestRegister.Manager, New(RelationType.Together, "2026-0001", "2026-0002") with { Code = "r3" }, Stop))).Content.Code);
        if (isRefusedTurnedRound)
            await Assert.ThrowsAsync<InvalidInputException>(() => With(register, r => r.Add(
                TestRegister.Manager, New(type, "2026-0002", "2026-0001") with { Code = "r4" }, Stop)));
    }

    public static TheoryData<string, RelationInput, string[]> Wrong => new()
    {
        { "one member", New(RelationType.Excludes, "2026-0001"), ["/initiatieven"] },
        { "three where two belong", New(RelationType.Requires, "2026-0001", "2026-0002", "2026-0003"), ["/initiatieven"] },
        { "twice the same", New(RelationType.Together, "2026-0001", "2026-0001"), ["/initiatieven/1"] },
        { "not there", New(RelationType.Together, "2026-0001", "2026-9999"), ["/initiatieven/1"] },
        { "nothing chosen", New(RelationType.Together, "2026-0001", ""), ["/initiatieven/1"] },
        { "a hole", New(RelationType.Together, "2026-0001", null!), ["/initiatieven/1"] },
        { "a lag too long", New(RelationType.Before, "2026-0001", "2026-0002") with { Lag = 81 }, ["/tussentijd"] },
        { "a lag where none belongs", New(RelationType.Requires, "2026-0001", "2026-0002") with { Lag = 1 }, ["/tussentijd"] },
        { "a group of nothing", New(RelationType.Group, "2026-0001", "2026-0002"), ["/minstens"] },
        { "a group upside down", New(RelationType.Group, "2026-0001", "2026-0002") with { Min = 2, Max = 1 }, ["/hoogstens"] },
        { "more than there are", New(RelationType.Group, "2026-0001", "2026-0002") with { Min = 3 }, ["/minstens"] },
        { "a synergy of nothing", New(RelationType.Synergy, "2026-0001", "2026-0002"), ["/waarde"] },
        { "a synergy of 0", New(RelationType.Synergy, "2026-0001", "2026-0002") with { Value = 0 }, ["/waarde"] },
        { "a synergy without number", New(RelationType.Synergy, "2026-0001", "2026-0002") with { Value = double.NaN }, ["/waarde"] },
        {
            "everything at once", New(RelationType.Before, "2026-0001") with { Code = "R 1", Min = 1, Value = 3, Lag = -99 },
            ["/code", "/initiatieven", "/tussentijd", "/minstens", "/waarde"]
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_in_a_relation_is_named(string what, RelationInput input, string[] places)
    {
        using var register = await Town(DatabaseKind.Sqlite);
        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => With(register, r => r.Add(TestRegister.Manager, input, Stop)));
        Assert.True(places.SequenceEqual(refused.Faults.Select(f => f.Where)), $"{what}: {string.Join(' ', refused.Faults.Select(f => f.Where))}");
    }

    [Fact]
    public async Task A_circle_of_dependencies_is_refused_and_named_also_by_a_change()
    {
        using var register = await Town(DatabaseKind.Sqlite);
        await With(register, r => r.Add(TestRegister.Manager, New(RelationType.DependsOn, "2026-0001", "2026-0002"), Stop));
        await With(register, r => r.Add(TestRegister.Manager, New(RelationType.DependsOn, "2026-0002", "2026-0003") with { Code = "r2" }, Stop));
        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => With(register, r => r.Add(
            TestRegister.Manager, New(RelationType.DependsOn, "2026-0003", "2026-0001") with { Code = "r3" }, Stop)));
        Assert.Contains("2026-0003 → 2026-0001 → 2026-0002 → 2026-0003", Assert.Single(refused.Faults).Text.Dutch, StringComparison.Ordinal);
        // Turned round, r2 alone closes none; the order of another kind is no dependency
        await With(register, r => r.Change(TestRegister.Manager, "r2", 1, New(RelationType.DependsOn, "2026-0003", "2026-0002") with { Code = "r2" }, Stop));
        await With(register, r => r.Add(TestRegister.Manager, New(RelationType.Before, "2026-0002", "2026-0001") with { Code = "r4" }, Stop));
        await Assert.ThrowsAsync<InvalidInputException>(() => With(register, r => r.Change(
            TestRegister.Manager, "r2", 2, New(RelationType.DependsOn, "2026-0002", "2026-0001") with { Code = "r2" }, Stop)));
    }

    [Fact]
    public async Task Of_two_who_close_a_circle_at_the_same_time_one_is_refused()
    {
        using var register = await Town(DatabaseKind.PostgreSql);
        (string, string)[] pairs = [("2026-0001", "2026-0002"), ("2026-0002", "2026-0001")];
        var both = await Task.WhenAll(pairs.Select(pair => Task.Run(async () => await Record.ExceptionAsync(async () => await With(register, r => r.Add(
                TestRegister.Manager, New(RelationType.DependsOn, pair.Item1, pair.Item2) with { Code = $"r{pair.Item1}" }, Stop))))));
        Assert.IsType<InvalidInputException>(Assert.Single(both, e => e is not null));
    }

    [Fact]
    public async Task Who_writes_the_first_initiative_sets_its_relations_until_it_is_handed_in()
    {
        using var register = await Town(DatabaseKind.Sqlite);
        Actor owner;
        await using (var context = register.Open())
        {
            owner = WeighedTown.Person(context, "indiener", Role.Proposer);
            context.Initiatives.Single(i => i.Number == "2026-0001").ProposerId = owner.Id;
            await context.SaveChangesAsync(Stop);
        }

        await Assert.ThrowsAsync<NotAllowedException>(() => With(register, r => r.Add(owner, New(RelationType.Excludes, "2026-0002", "2026-0001"), Stop)));
        await With(register, r => r.Add(owner, New(RelationType.Excludes, "2026-0001", "2026-0002"), Stop));
        // Nor by giving it away to an initiative of another
        await Assert.ThrowsAsync<NotAllowedException>(() => With(register, r => r.Change(
            owner, "r1", 1, New(RelationType.Excludes, "2026-0002", "2026-0001"), Stop)));
        await using (var context = register.Open())
        {
            var mine = context.Initiatives.Single(i => i.Number == "2026-0001");
            mine.Take(InitiativeSteps.Find(InitiativeState.Idea, InitiativeState.InPreparation)!, null);
            mine.Take(InitiativeSteps.Find(InitiativeState.InPreparation, InitiativeState.Submitted)!, null);
            await context.SaveChangesAsync(Stop);
        }

        await Assert.ThrowsAsync<NotAllowedException>(() => With(register, async r =>
        {
            await r.Remove(owner, "r1", 1, Stop);
            return 0;
        }));
    }

    private static RelationInput New(RelationType type, params string[] members) => new() { Code = "r1", Type = type, Members = members };

    private async Task<TestRegister> Town(DatabaseKind kind)
    {
        var register = await TestRegister.Make(kind, server);
        var square = await register.SaveSquare();
        await using var context = register.Open();
        for (var n = 1; n <= 3; n++)
            context.Initiatives.Add(new Initiative
            {
                Id = Guid.CreateVersion7(),
                Number = $"2026-000{n}",
                Name = $"Straat {n} opnieuw inrichten",
                DepartmentId = square.DepartmentId,
                CreatedAt = DateTimeOffset.UnixEpoch,
            });
        await context.SaveChangesAsync(Stop);
        return register;
    }

    private static async Task<T> With<T>(TestRegister register, Func<RelationRegister, Task<T>> work)
    {
        await using var context = register.Open();
        return await work(new RelationRegister(context, new AuditTrail(context, TimeProvider.System)));
    }
}
