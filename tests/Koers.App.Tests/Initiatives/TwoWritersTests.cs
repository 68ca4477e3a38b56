using Koers.App.Audit;
using Koers.App.Exchange.Initiatives;
using Koers.App.Initiatives;
using Koers.App.Memory;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.App.Tests.Initiatives;

/// <summary>Somebody removes what somebody else refers to, at the same moment.</summary>
public class TwoWritersTests(PostgreSqlServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_department_that_is_removed_while_an_initiative_is_proposed_for_it_is_a_fault_in_the_input(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await Add(register, "sport");
        await using var context = register.Open();
        var fault = await Assert.ThrowsAsync<InvalidInputException>(() => WhileRemoved(
            register, "sport", () => Initiatives(context).Propose(TestRegister.Manager, new InitiativeInput { Name = "Zwembad", Department = "sport" }, Stop)));
        Assert.Equal("/afdeling", Assert.Single(fault.Faults).Where);
        Assert.Equal(0, await context.Initiatives.CountAsync(Stop));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_department_that_is_removed_while_an_initiative_is_moved_to_it_is_a_fault_in_the_input(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await register.SaveSquare();
        await Add(register, "sport");
        await using var context = register.Open();
        var square = await Initiatives(context).Show(TestRegister.Manager, "2026-0042", Stop);
        var fault = await Assert.ThrowsAsync<InvalidInputException>(() => WhileRemoved(
            register, "sport",
            () => Initiatives(context).Change(TestRegister.Manager, square.Number, square.Version, square.Content with { Department = "sport" }, Stop)));
        Assert.Equal("/afdeling", Assert.Single(fault.Faults).Where);
        await using var after = register.Open();
        Assert.Equal("ruimte", (await Initiatives(after).Show(TestRegister.Manager, "2026-0042", Stop)).Content.Department);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, false)]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.PostgreSql, false)]
    [InlineData(DatabaseKind.PostgreSql, true)]
    public async Task A_department_that_is_removed_while_a_file_is_imported_that_names_it_is_refused_as_a_whole(DatabaseKind kind, bool isRemembered)
    {
        using var register = await TestRegister.Make(kind, server);
        await Add(register, "sport");
        await Add(register, "zorg");
        await using var context = register.Open();
        var file = "Nummer;Naam;Afdeling\n;Wijkteam;zorg\n;Zwembad;sport\n"u8.ToArray();
        using var seen = new SeenImports(TimeProvider.System);
        var import = new InitiativeImport(context, Trail(context), TimeProvider.System, isRemembered ? seen : null);
        var preview = await import.Take(TestRegister.Manager, file, null, "nl", Stop);
        Assert.Empty(preview.Faults);
        await Assert.ThrowsAsync<AgainstRuleException>(() => WhileRemoved(
            register, "sport", () => import.Take(TestRegister.Manager, file, preview.Token, "nl", Stop)));
        Assert.Equal(0, await context.Initiatives.CountAsync(Stop));
    }

    /// <summary>Removes a department, and has it not yet confirmed when something else begins.</summary>
    private static async Task<T> WhileRemoved<T>(TestRegister register, string code, Func<Task<T>> meanwhile)
    {
        await using var context = register.Open();
        var (isRemoved, isEnough) = (new TaskCompletionSource(), new TaskCompletionSource());
        var removal = Trail(context).Save(
            TestRegister.Manager,
            async stop =>
            {
                context.Departments.Remove(await context.Departments.SingleAsync(d => d.Code == code, stop));
                isRemoved.SetResult();
                await isEnough.Task.WaitAsync(stop);
                return new Happening("afdeling.verwijderen", $"afdeling/{code}");
            },
            Stop);
        await isRemoved.Task.WaitAsync(Stop);
        var other = Task.Run(meanwhile, Stop);
        // Time to read all that it reads before it waits for its turn; it may take longer, and sees the removal all the same
        await Task.Delay(500, Stop);
        isEnough.SetResult();
        await removal;
        return await other;
    }

    private static async Task Add(TestRegister register, string code)
    {
        await using var context = register.Open();
        await Trail(context).Save(
            TestRegister.Manager,
            _ =>
            {
                context.Departments.Add(new Department { Id = Guid.CreateVersion7(), Code = code, Name = code });
                return Task.FromResult(new Happening("afdeling.toevoegen", $"afdeling/{code}"));
            },
            Stop);
    }

    private static InitiativeRegister Initiatives(RegisterContext context) => new(context, Trail(context), new RegisterMemory(), TimeProvider.System);

    private static AuditTrail Trail(RegisterContext context) => new(context, TimeProvider.System);
}
