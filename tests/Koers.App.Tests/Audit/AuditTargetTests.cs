using Koers.App.Audit;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Audit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.App.Tests.Audit;

public class AuditTargetTests(PostgreSqlServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Lines_about_something_are_those_about_it_and_its_parts_and_of_nothing_that_begins_alike(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await using var context = register.Open();
        string[] targets =
        [
            "initiatief/2026-0001", "initiatief/2026-0001/score/groen", "initiatief/2026-0001/opmerking/é", "initiatief/2026-00010",
            "initiatief/2026-0001-0", "initiatief/2026-0001 /x", "initiatief/2026-0002", "Initiatief/2026-0001/x", "initiatief/2026-0001.",
        ];
        context.AuditEntries.AddRange(targets.Select((target, i) =>
            new AuditEntry(i + 1, DateTimeOffset.UnixEpoch, "wie", "iets", target, null, null, null, AuditResult.Done, "", $"{i}")));
        await context.SaveChangesAsync(Stop);
        var found = await context.AuditEntries.About("initiatief/2026-0001").OrderBy(e => e.Number).Select(e => e.Target).ToListAsync(Stop);
        Assert.Equal(targets[..3], found);
    }
}
