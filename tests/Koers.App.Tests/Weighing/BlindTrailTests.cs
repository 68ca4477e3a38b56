using System.Text;
using System.Text.Json;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.App.Weighing;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.App.Tests.Weighing;

/// <summary>History and audit trail tell nobody a score before the weighing is over, whoever asks and in whatever form.</summary>
public class BlindTrailTests(PostgreSqlServer server)
{
    private const string Square = "2026-0042";
    private const string Words = "omdat-het-geheim-is";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Nobody_reads_a_score_before_the_weighing_is_over_and_who_may_reads_it_afterwards(Role role)
    {
        using var town = await Scored();
        var before = await All(town, role);
        Assert.DoesNotContain(Words, before, StringComparison.Ordinal);
        Assert.DoesNotContain("7.25", before, StringComparison.Ordinal);
        Assert.DoesNotContain("7,25", before, StringComparison.Ordinal);

        await Steps(town, InitiativeState.Weighed);
        var after = await All(town, role);
        // Readers and those who are not an employee read no history; the trail is for three roles
        Assert.Equal(role != Role.Reader, after.Contains(Words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(InitiativeState.Parked)]
    [InlineData(InitiativeState.Rejected)]
    public async Task What_was_parked_or_rejected_before_every_goal_was_scored_stays_blind(InitiativeState state)
    {
        using var town = await Scored(isEverything: false);
        await Steps(town, state);
        foreach (var role in Enum.GetValues<Role>())
            Assert.DoesNotContain(Words, await All(town, role), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_back_from_the_weighing_is_blind_again()
    {
        using var town = await Scored();
        await Steps(town, InitiativeState.Weighed, InitiativeState.Submitted);
        foreach (var role in Enum.GetValues<Role>())
            Assert.DoesNotContain(Words, await All(town, role), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_score_that_was_changed_or_taken_back_stays_as_blind_as_one_that_counts()
    {
        using var town = await Scored();
        await town.Give(town.One, "groen", 3, version: 1);
        await town.With(async s =>
        {
            await s.Clear(town.One, Square, "groen", 2, Stop);
            return 0;
        });
        foreach (var role in Enum.GetValues<Role>())
            Assert.DoesNotContain(Words, await All(town, role), StringComparison.Ordinal);
    }

    private async Task<WeighedTown> Scored(bool isEverything = true)
    {
        var town = await WeighedTown.Make(DatabaseKind.Sqlite, server);
        foreach (var goal in isEverything ? (string[])["groen", "veilig"] : ["groen"])
            await town.With(s => s.Give(town.One, Square, goal, null, new ScoreInput(7.25, Words), Stop));
        return town;
    }

    /// <summary>Everything that somebody with a role gets to read about the initiative, in every form.</summary>
    private static async Task<string> All(WeighedTown town, Role role)
    {
        var text = new StringBuilder();
        foreach (var actor in (Actor[])[Person(role), new(null, "client/x", [new Grant(role)], "")])
        {
            await using var context = town.Register.Open();
            var reading = new AuditReading(context);
            await Add(text, () => new InitiativeHistory(context, reading).Read(actor, Square, new PageRequest(), Stop));
            foreach (var query in (AuditQuery[])[new(), new() { Target = $"initiatief/{Square}" }, new() { Action = "score.geven" }, new() { Target = $"initiatief/{Square}/score" }])
                await Add(text, () => reading.Find(actor, query, new PageRequest(), Stop));
            foreach (var format in Enum.GetValues<AuditFormat>())
                await Add(text, async () =>
                {
                    using var stream = new MemoryStream();
                    await AuditExport.Write(reading.All(actor, new AuditQuery(), Stop), format, stream, Stop);
                    return Encoding.UTF8.GetString(stream.ToArray());
                });
        }

        return text.ToString();
    }

    private static async Task Add<T>(StringBuilder text, Func<Task<T>> read)
    {
        try
        {
            text.Append(JsonSerializer.Serialize(await read(), RegisterJson.Options)).Append('\n');
        }
        catch (RefusedException)
        {
            // Who may not read it reads nothing
        }
    }

    private static Actor Person(Role role) => new(Guid.NewGuid(), $"account/{role}", [new Grant(role)], "");

    /// <summary>Along the table of steps, whoever would have to take them.</summary>
    private static async Task Steps(WeighedTown town, params InitiativeState[] states)
    {
        await using var context = town.Register.Open();
        var square = await context.Initiatives.SingleAsync(i => i.Number == Square, Stop);
        foreach (var state in states)
            square.Take(InitiativeSteps.Find(square.State, state)!, "zo besloten");
        await context.SaveChangesAsync(Stop);
    }
}
