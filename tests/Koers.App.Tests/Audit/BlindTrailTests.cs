using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.App.Tests.Weighing;
using Koers.Domain.Accounts;
using Koers.Domain.Audit;
using Koers.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.App.Tests.Audit;

/// <summary>A score is one of a few numbers: whoever has a hash that it leads to tries them all. So no such hash is given as long as it is blind.</summary>
public class BlindTrailTests(PostgreSqlServer server)
{
    private static readonly Actor Controller = new(Guid.NewGuid(), "account/controller", [new Grant(Role.Controller)], null);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task As_long_as_a_score_is_blind_no_hash_is_given_that_it_leads_to(DatabaseKind kind)
    {
        using var town = await WeighedTown.Make(kind, server);
        await Note(town, "eerst");
        await town.Give(town.One, "groen", 8);
        await Note(town, "daarna");
        await Note(town, "later");

        var shown = await Shown(town);
        Assert.Equal([false, true, false, false], shown.Select(line => line.IsHidden));
        // The line before is as it was. What follows on a hidden line has its hash in its own
        Assert.Equal([true, false, false, false], shown.Select(line => line.Hash is not null));
        Assert.Equal([true, true, false, false], shown.Select(line => line.Previous is not null));
        var given = shown.SelectMany(line => (string?[])[line.Hash, line.Previous]).OfType<string>().ToHashSet();
        Assert.DoesNotContain(await Guesses(town), given.Contains);

        // Also where only one line is asked for
        await using var context = town.Register.Open();
        var query = new AuditQuery { Action = "proef.later" };
        var one = Assert.Single((await new AuditReading(context).Find(Controller, query, new PageRequest(), Stop)).Items);
        Assert.Equal((null, null), (one.Hash, one.Previous));
    }

    [Fact]
    public async Task When_the_weighing_is_over_the_whole_trail_can_be_verified_from_what_is_given()
    {
        using var town = await WeighedTown.Make(DatabaseKind.Sqlite, server);
        await town.Give(town.One, "groen", 8);
        await town.Give(town.One, "veilig", 8);
        await town.Step(WeighedTown.Manager, InitiativeState.Weighed);
        var shown = await Shown(town);
        await using var context = town.Register.Open();
        var written = await context.AuditEntries.AsNoTracking().OrderBy(e => e.Number).ToListAsync(Stop);
        Assert.Equal(written.Select(e => (e.Hash, e.Previous)), shown.Select(line => (line.Hash!, line.Previous!)));
        Assert.All(shown.Zip(shown.Skip(1)), pair => Assert.Equal(pair.First.Hash, pair.Second.Previous));
    }

    /// <summary>The hashes that every score would give to its own line and to those after it.</summary>
    private static async Task<List<string>> Guesses(WeighedTown town)
    {
        await using var context = town.Register.Open();
        var written = await context.AuditEntries.AsNoTracking().OrderBy(e => e.Number).ToListAsync(Stop);
        var hashes = new List<string>();
        for (var points = 0; points <= 10; points++)
        {
            var previous = written[0].Hash;
            foreach (var entry in written.Skip(1))
            {
                var guess = (entry with
                {
                    After = entry.Action == "score.geven" ? entry.After!.Replace("\"punten\":8", $"\"punten\":{points}", StringComparison.Ordinal) : entry.After,
                    Previous = previous,
                }).Sealed();
                hashes.Add(previous = guess.Hash);
            }
        }

        // One of them is what is in the register: the guessing itself works
        Assert.Contains(written[^1].Hash, hashes);
        return hashes;
    }

    private static async Task<List<AuditLine>> Shown(WeighedTown town)
    {
        await using var context = town.Register.Open();
        return await new AuditReading(context).All(Controller, new AuditQuery(), Stop).ToListAsync(Stop);
    }

    private static async Task Note(WeighedTown town, string what)
    {
        await using var context = town.Register.Open();
        await new AuditTrail(context, TimeProvider.System).Save(WeighedTown.Manager, new Happening($"proef.{what}", "proef"), Stop);
    }
}
