using Koers.App.Audit;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.App.Tests.Audit;

public class AuditTrailTests(PostgreSqlServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_trail_that_nobody_touched_is_whole(DatabaseKind kind)
    {
        using var register = await Written(kind);
        Assert.Empty(await Faults(register));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "UPDATE audit_entries SET after = '{}' WHERE number = 3", 3, AuditFaultKind.Changed)]
    [InlineData(DatabaseKind.PostgreSql, "UPDATE audit_entries SET after = '{}' WHERE number = 3", 3, AuditFaultKind.Changed)]
    [InlineData(DatabaseKind.Sqlite, "UPDATE audit_entries SET actor = 'account/ander' WHERE number = 1", 1, AuditFaultKind.Changed)]
    [InlineData(DatabaseKind.Sqlite, "UPDATE audit_entries SET at = '2020-01-01 00:00:00' WHERE number = 5", 5, AuditFaultKind.Changed)]
    [InlineData(DatabaseKind.Sqlite, "UPDATE audit_entries SET result = 'Refused' WHERE number = 2", 2, AuditFaultKind.Changed)]
    [InlineData(DatabaseKind.Sqlite, "DELETE FROM audit_entries WHERE number = 3", 3, AuditFaultKind.Missing)]
    [InlineData(DatabaseKind.PostgreSql, "DELETE FROM audit_entries WHERE number = 1", 1, AuditFaultKind.Missing)]
    public async Task Whoever_changes_or_takes_out_a_line_is_found_at_that_line(DatabaseKind kind, string tampering, long number, AuditFaultKind fault)
    {
        using var register = await Written(kind);
        await using (var context = register.Open())
            Assert.Equal(1, await context.Database.ExecuteSqlRawAsync(tampering.Replace("{}", "{{}}", StringComparison.Ordinal), Stop));
        Assert.Equal(new AuditFault(number, fault), (await Faults(register))[0]);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "UPDATE audit_entries SET at = 'onzin' WHERE number = 2")]
    [InlineData(DatabaseKind.Sqlite, "UPDATE audit_entries SET result = 'Xyz' WHERE number = 2")]
    [InlineData(DatabaseKind.Sqlite, "UPDATE audit_entries SET action = x'00ff' WHERE number = 2")]
    [InlineData(DatabaseKind.PostgreSql, "UPDATE audit_entries SET result = 'Xyz' WHERE number = 2")]
    public async Task A_line_that_cannot_be_read_any_more_is_named_and_hides_no_other(DatabaseKind kind, string tampering)
    {
        using var register = await Written(kind);
        await using (var context = register.Open())
        {
            await context.Database.ExecuteSqlRawAsync(tampering, Stop);
            await context.Database.ExecuteSqlAsync($"UPDATE audit_entries SET actor = 'account/ander' WHERE number = 5", Stop);
        }

        Assert.Equal([new AuditFault(2, AuditFaultKind.Changed), new AuditFault(5, AuditFaultKind.Changed)], await Faults(register));
    }

    [Fact]
    public async Task A_line_whose_hash_was_made_anew_no_longer_fits_the_line_after_it()
    {
        using var register = await Written(DatabaseKind.Sqlite);
        await using (var context = register.Open())
        {
            var third = await context.AuditEntries.AsNoTracking().SingleAsync(e => e.Number == 3, Stop);
            var forged = (third with { Actor = "account/ander" }).Sealed();
            await context.Database.ExecuteSqlAsync($"UPDATE audit_entries SET actor = {forged.Actor}, hash = {forged.Hash} WHERE number = 3", Stop);
        }

        Assert.Equal([new AuditFault(4, AuditFaultKind.Unchained)], await Faults(register));
    }

    // The chain has no key: this is what it cannot show by itself, and what a noted line shows
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_trail_that_was_made_anew_or_cut_off_shows_beside_a_line_that_was_noted_elsewhere(DatabaseKind kind)
    {
        using var register = await Written(kind);
        AuditAnchor third, sixth;
        await using (var context = register.Open())
        {
            var lines = await context.AuditEntries.AsNoTracking().OrderBy(e => e.Number).ToListAsync(Stop);
            (third, sixth) = (new AuditAnchor(3, lines[2].Hash), AuditAnchor.Parse($"6:{lines[5].Hash.ToUpperInvariant()}")!);
            Assert.Empty(await new AuditTrail(context, TimeProvider.System).Verify([third, sixth], Stop).ToListAsync(Stop));
            var previous = "";
            foreach (var line in lines)
            {
                var forged = (line with { Actor = line.Number == 1 ? "account/ander" : line.Actor, Previous = previous }).Sealed();
                await context.Database.ExecuteSqlAsync(
                    $"UPDATE audit_entries SET actor = {forged.Actor}, previous = {forged.Previous}, hash = {previous = forged.Hash} WHERE number = {line.Number}", Stop);
            }

            await context.Database.ExecuteSqlAsync($"DELETE FROM audit_entries WHERE number = 6", Stop);
        }

        Assert.Empty(await Faults(register));
        await using var after = register.Open();
        Assert.Equal(
            [new AuditFault(3, AuditFaultKind.Unanchored), new AuditFault(6, AuditFaultKind.Missing)],
            await new AuditTrail(after, TimeProvider.System).Verify([third, sixth], Stop).ToListAsync(Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("3:")]
    [InlineData("0:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("3:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeg")]
    [InlineData("3:0123456789abcdef")]
    public void What_is_no_number_and_hash_is_no_noted_line(string text) => Assert.Null(AuditAnchor.Parse(text));

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Many_who_write_at_once_make_one_chain(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(
            async () =>
            {
                for (var n = 0; n < 10; n++)
                    await Write(register, $"doel/{writer}-{n}");
            },
            Stop)));
        Assert.Empty(await Faults(register));
        await using var context = register.Open();
        Assert.Equal(80, await context.AuditEntries.MaxAsync(e => e.Number, Stop));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_change_that_fails_leaves_no_line(DatabaseKind kind)
    {
        using var register = await Written(kind);
        await using (var context = register.Open())
        {
            // A department that is not there
            context.Add(TestRegister.Square(Guid.NewGuid(), Guid.NewGuid()));
            await Assert.ThrowsAsync<DbUpdateException>(() => new AuditTrail(context, TimeProvider.System).Save(
                TestRegister.Manager, new Happening("initiatief.voeg-toe", "initiatief/2026-0042"), Stop));
        }

        await using var again = register.Open();
        Assert.Equal((6, 0), (await again.AuditEntries.CountAsync(Stop), await again.Initiatives.CountAsync(Stop)));
    }

    private async Task<TestRegister> Written(DatabaseKind kind)
    {
        var register = await TestRegister.Make(kind, server);
        for (var n = 1; n <= 6; n++)
            await Write(register, $"doel/{n}");
        return register;
    }

    private static async Task Write(TestRegister register, string target)
    {
        await using var context = register.Open();
        await new AuditTrail(context, TimeProvider.System).Save(
            TestRegister.Manager, new Happening("doel.wijzig", target, """{"naam":"Wonen"}""", """{"naam":"Wonen & bouwen – é"}"""), Stop);
    }

    private static async Task<List<AuditFault>> Faults(TestRegister register)
    {
        await using var context = register.Open();
        return await new AuditTrail(context, TimeProvider.System).Verify(Stop).ToListAsync(Stop);
    }
}
