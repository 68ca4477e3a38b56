using System.Globalization;
using Koers.App.Audit;
using Koers.App.Exchange.Initiatives;
using Koers.App.Initiatives;
using Koers.App.Memory;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Organisation;
using Xunit;

namespace Koers.App.Tests.Initiatives;

/// <summary>The year in the number of an initiative, and its place in it.</summary>
public class InitiativeNumberTests(PostgreSqlServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    // 1 January, half past midnight in the Netherlands: universal time is in the old year still
    [InlineData(DatabaseKind.Sqlite, "2026-12-31T23:30:00Z", "2027")]
    [InlineData(DatabaseKind.PostgreSql, "2026-12-31T23:30:00Z", "2027")]
    [InlineData(DatabaseKind.Sqlite, "2026-12-31T22:59:59Z", "2026")]
    [InlineData(DatabaseKind.PostgreSql, "2026-12-31T22:59:59Z", "2026")]
    public async Task A_number_takes_its_year_from_the_Dutch_calendar_proposed_and_imported_alike(DatabaseKind kind, string now, string year)
    {
        using var register = await TestRegister.Make(kind, server);
        await using var context = register.Open();
        context.Departments.Add(new Department { Id = Guid.CreateVersion7(), Code = "ruimte", Name = "Ruimte" });
        await context.SaveChangesAsync(Stop);
        var clock = new StillClock(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        var trail = new AuditTrail(context, clock);

        var first = await new InitiativeRegister(context, trail, new RegisterMemory(), clock).Propose(
            TestRegister.Manager, new InitiativeInput { Name = "Zwembad", Department = "ruimte" }, Stop);
        Assert.Equal(year + "-0001", first.Number);

        var file = "Nummer;Naam;Afdeling\n;Wijkteam;ruimte\n;Sporthal;ruimte\n"u8.ToArray();
        var import = new InitiativeImport(context, trail, clock);
        var shown = await import.Take(TestRegister.Manager, file, null, "nl", Stop);
        var stored = await import.Take(TestRegister.Manager, file, shown.Token, "nl", Stop);
        Assert.Equal([year + "-0002", year + "-0003"], stored.Initiatives.Select(initiative => initiative.Number));
    }

    private sealed class StillClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
