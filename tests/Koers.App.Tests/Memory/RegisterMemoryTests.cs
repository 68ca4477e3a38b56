using System.Globalization;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Exchange.Backup;
using Koers.App.Initiatives;
using Koers.App.Memory;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Tests.Planning;
using Koers.App.Tests.Storage;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.App.Tests.Memory;

/// <summary>Each memory here is that of a process of its own: they share nothing but the database.</summary>
public sealed class RegisterMemoryTests(PostgreSqlServer databases) : IDisposable
{
    private const string Number = "2026-0001";
    private readonly RegisterMemory _one = new();
    private readonly RegisterMemory _other = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Actor Reader { get; } = new(Guid.NewGuid(), "account/lezer", [new Grant(Role.Reader)], "127.0.0.1");

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task What_one_process_confirmed_is_in_the_next_answer_of_another(DatabaseKind kind)
    {
        using var register = await Town(kind);
        for (var round = 0; round < 5; round++)
        {
            Assert.Equal(round, Assert.Single(await Names(register, _other, round == 0 ? "Initiatief 2026-0001" : $"Naam {round}")).Version);
            await Rename(register, _one, round, $"Naam {round + 1}");
            Assert.Equal($"Naam {round + 1}", (await Show(register, _other, Number)).Content.Name);
        }
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Who_asks_while_others_write_never_gets_less_than_was_confirmed_before(DatabaseKind kind)
    {
        using var register = await Town(kind);
        var confirmed = 0;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var readers = Enumerable.Range(0, 4).Select(i => Task.Run(async () =>
        {
            var memory = i % 2 == 0 ? _one : _other;
            while (!enough.IsCancellationRequested)
            {
                var before = Volatile.Read(ref confirmed);
                Assert.True((await Names(register, memory, Number))[0].Version >= before);
                Assert.True((await Show(register, memory, Number)).Version >= before);
            }
        })).ToArray();
        for (var version = 0; version < 25; version++)
        {
            await Rename(register, _one, version, string.Create(CultureInfo.InvariantCulture, $"Naam {version}"));
            Volatile.Write(ref confirmed, version + 1);
        }

        await enough.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task A_line_about_anything_that_is_not_known_to_be_harmless_has_all_of_it_read_anew()
    {
        using var register = await Town(DatabaseKind.Sqlite);
        await Names(register, _other, "");
        await using (var context = register.Open())
            await new AuditTrail(context, TimeProvider.System).Save(
                TestRegister.Manager,
                async stop =>
                {
                    (await context.Initiatives.SingleAsync(i => i.Number == Number, stop)).Area = "Noord";
                    return new Happening("iets.nieuws", "iets/1");
                },
                Stop);
        Assert.Equal("Noord", (await Names(register, _other, Number))[0].Area);
    }

    [Fact]
    public async Task A_department_that_was_added_or_got_another_name_is_known_at_once()
    {
        using var register = await Town(DatabaseKind.Sqlite);
        await using var context = register.Open();
        var departments = new DepartmentRegister(context, new AuditTrail(context, TimeProvider.System));
        var added = await departments.Add(TestRegister.Manager, new UnitInput("nieuw", "Nieuw"), Stop);
        Assert.Equal("Nieuw", await NameOf(register, "nieuw"));
        await departments.Change(TestRegister.Manager, "nieuw", added.Version, new UnitInput("nieuw", "Vernieuwd"), Stop);
        Assert.Equal("Vernieuwd", await NameOf(register, "nieuw"));
    }

    [Fact]
    public async Task A_register_that_was_put_back_is_read_anew_also_where_its_trail_is_as_long_again()
    {
        using var register = await Town(DatabaseKind.Sqlite);
        var backup = new RegisterBackup(register.Address, TimeProvider.System);
        var copy = Path.Combine(Path.GetTempPath(), $"koers-{Guid.NewGuid():N}.kopie");
        try
        {
            await backup.Make(TestRegister.Manager, copy, Stop);
            await Rename(register, _one, 0, "Wordt vergeten");
            Assert.Equal("Wordt vergeten", (await Show(register, _other, Number)).Content.Name);
            var aside = await backup.Restore(TestRegister.Manager, copy, isReplaced: true, Stop);
            File.Delete(aside!);
            Assert.Equal("Initiatief 2026-0001", (await Show(register, _other, Number)).Content.Name);
            await Rename(register, _one, 0, "Blijft");
            Assert.Equal("Blijft", (await Names(register, _other, Number))[0].Name);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    [Fact]
    public async Task A_reader_is_shown_only_what_was_adopted_though_all_is_remembered()
    {
        using var register = await Town(DatabaseKind.Sqlite);
        Assert.Equal(3, (await Names(register, _one, "")).Count);
        await Show(register, _one, Number);
        Assert.Equal(["2026-0002"], (await Names(register, _one, "", actor: Reader)).Select(line => line.Number));
        await Assert.ThrowsAsync<NotThereException>(() => Show(register, _one, Number, Reader));
        Assert.Equal("2026-0002", (await Show(register, _one, "2026-0002", Reader)).Number);
    }

    [Fact]
    public async Task Words_are_found_in_capitals_and_with_accents_and_names_are_sorted_without_regard_to_capitals()
    {
        using var register = await Town(DatabaseKind.Sqlite);
        await Rename(register, _one, 0, "één plein 100%");
        Assert.Single(await Names(register, _one, "PLEIN ÉÉN"));
        Assert.Empty(await Names(register, _one, "1_0%"));
        Assert.Single(await Names(register, _one, "00%"));
        await Rename(register, _one, 1, "initiatief 2026-00015");
        Assert.Equal(["2026-0001", "2026-0002", "2026-0003"], (await Names(register, _one, "", "naam")).Select(line => line.Number));
        Assert.Equal(["2026-0003", "2026-0002", "2026-0001"], (await Names(register, _one, "", "-naam")).Select(line => line.Number));
        Assert.Equal(["2026-0003", "2026-0001", "2026-0002"], (await Names(register, _one, "", "toestand")).Select(line => line.Number));
    }

    /// <summary>Three initiatives, the second of them chosen, the third an idea, and a first line in the trail.</summary>
    private async Task<TestRegister> Town(DatabaseKind kind)
    {
        var register = await TestRegister.Make(kind, databases);
        var town = new SmallTown();
        town.With(Number, InitiativeState.Submitted);
        town.With("2026-0002", InitiativeState.Chosen);
        town.With("2026-0003", InitiativeState.Idea);
        await using var context = register.Open();
        await town.Save(context);
        await new AuditTrail(context, TimeProvider.System).Save(TestRegister.Manager, new Happening("begin", "register"), Stop);
        return register;
    }

    private async Task<string> NameOf(TestRegister register, string department)
    {
        await using var context = register.Open();
        return (await _other.Now(context, Stop)).Codes.Departments.Lines.Single(line => line.Code == department).Name;
    }

    private static async Task Rename(TestRegister register, RegisterMemory memory, int version, string name)
    {
        await using var context = register.Open();
        var initiatives = new InitiativeRegister(context, new AuditTrail(context, TimeProvider.System), memory, TimeProvider.System);
        await initiatives.Change(TestRegister.Manager, Number, version, new InitiativeInput { Name = name, Department = "ruimte" }, Stop);
    }

    private static async Task<InitiativeView> Show(TestRegister register, RegisterMemory memory, string number, Actor? actor = null)
    {
        await using var context = register.Open();
        return await new InitiativeRegister(context, new AuditTrail(context, TimeProvider.System), memory, TimeProvider.System)
            .Show(actor ?? TestRegister.Manager, number, Stop);
    }

    private static async Task<IReadOnlyList<InitiativeLine>> Names(
        TestRegister register, RegisterMemory memory, string search, string order = "nummer", Actor? actor = null)
    {
        await using var context = register.Open();
        var query = new InitiativeQuery { Search = search, Order = order };
        return (await new InitiativeList(context, memory).Find(actor ?? TestRegister.Manager, query, new PageRequest(), Stop)).Items;
    }
}
