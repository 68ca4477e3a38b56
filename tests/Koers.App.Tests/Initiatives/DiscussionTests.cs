using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.App.Tests.Weighing;
using Koers.Domain.Accounts;
using Koers.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.App.Tests.Initiatives;

public class DiscussionTests(PostgreSqlServer server)
{
    private const string Square = "2026-0042";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Answers_to_answers_stand_in_the_thread_in_order_of_time(DatabaseKind kind)
    {
        using var town = await WeighedTown.Make(kind, server);
        var first = await Say(town, town.One, "Waarom geen fontein?");
        var answer = await Say(town, town.Two, "Te duur.", first.Id);
        var other = await Say(town, town.Two, "Wie beheert de bomen?");
        var deeper = await Say(town, town.Proposer, "Een kleine kan wel.", answer.Id);
        var threads = await Read(town, town.One);
        Assert.Equal([first.Id, other.Id], threads.Select(t => t.Remark.Id));
        Assert.Equal([answer.Id, deeper.Id], threads[0].Answers.Select(a => a.Id));
        Assert.Equal((answer.Id, "beleidsadviseur groen"), (deeper.Answers, deeper.Name));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Words_are_taken_back_by_who_wrote_them_only_and_their_place_stays(DatabaseKind kind)
    {
        using var town = await WeighedTown.Make(kind, server);
        var first = await Say(town, town.One, "Dit had ik niet moeten schrijven: geheim.");
        await Say(town, town.Two, "Inderdaad.", first.Id);
        foreach (var other in (Actor[])[town.Two, WeighedTown.Manager, Everybody(Role.Administrator), new(null, "client/x", [new(Role.PortfolioManager)], "")])
            await Assert.ThrowsAsync<NotAllowedException>(() => TakeBack(town, other, first.Id));
        await TakeBack(town, town.One, first.Id);
        await TakeBack(town, town.One, first.Id);
        var thread = Assert.Single(await Read(town, town.Two));
        Assert.Equal(("", true, "Inderdaad."), (thread.Remark.Text, thread.Remark.IsTakenBack, Assert.Single(thread.Answers).Text));
        await Assert.ThrowsAsync<NotThereException>(() => TakeBack(town, town.One, Guid.NewGuid()));

        await using var context = town.Register.Open();
        var lines = await context.AuditEntries.AsNoTracking().OrderBy(e => e.Number).ToListAsync(Stop);
        Assert.Equal(["opmerking.plaatsen", "opmerking.plaatsen", "opmerking.terugnemen"], lines.Select(e => e.Action));
        // That something was said, and not what
        Assert.DoesNotContain(lines, e => (e.Before + e.After).Contains("geheim", StringComparison.Ordinal));
        Assert.Empty(await context.Remarks.Where(r => r.Text.Contains("geheim")).ToListAsync(Stop));
    }

    [Theory]
    [InlineData(Role.Reader, false, false)]
    [InlineData(Role.Proposer, true, true)]
    [InlineData(Role.Assessor, true, true)]
    [InlineData(Role.DepartmentHead, true, true)]
    [InlineData(Role.Lead, true, true)]
    [InlineData(Role.Controller, true, true)]
    [InlineData(Role.Executive, true, true)]
    [InlineData(Role.PortfolioManager, true, true)]
    [InlineData(Role.Administrator, true, true)]
    public async Task Employees_with_an_account_take_part_and_readers_do_not(Role role, bool reads, bool says)
    {
        using var town = await WeighedTown.Make(DatabaseKind.Sqlite, server);
        // Adopted, so that readers see the initiative itself
        await using (var context = town.Register.Open())
        {
            var square = await context.Initiatives.SingleAsync(i => i.Number == Square, Stop);
            foreach (var state in (InitiativeState[])[InitiativeState.Weighed, InitiativeState.Chosen])
                square.Take(InitiativeSteps.Find(square.State, state)!, null);
            await context.SaveChangesAsync(Stop);
        }

        Actor person;
        await using (var context = town.Register.Open())
        {
            person = WeighedTown.Person(context, role.ToString(), role);
            await context.SaveChangesAsync(Stop);
        }

        Assert.Equal(reads, await Goes(() => Read(town, person)));
        Assert.Equal(says, await Goes(() => Say(town, person, "Mooi plan")));
        // Another system may read along where its role may, and has no voice
        var system = new Actor(null, "client/x", [new Grant(role)], "");
        Assert.Equal(reads, await Goes(() => Read(town, system)));
        Assert.False(await Goes(() => Say(town, system, "Mooi plan")));
    }

    [Fact]
    public async Task What_a_reader_does_not_see_is_not_there_to_talk_about()
    {
        using var town = await WeighedTown.Make(DatabaseKind.Sqlite, server);
        await Assert.ThrowsAsync<NotThereException>(() => Read(town, Everybody(Role.Reader)));
        await Assert.ThrowsAsync<NotThereException>(() => Say(town, town.One, "Hallo?", number: "2026-0099"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script><img src=x onerror=alert(2)>")]
    [InlineData("'; DROP TABLE remarks; -- \" ) OR 1=1")]
    [InlineData("{{7*7}} ${jndi:ldap://x} %s %n =cmd|'/c calc'!A1")]
    [InlineData("\u202Etxt.exe \u200B\u0301\u0301\u0301 \U0001F333\U0001F468\u200D\U0001F469")]
    [InlineData("regel een\r\nregel twee\tmet tab")]
    public async Task Words_come_back_as_they_were_said_whatever_they_look_like(string text)
    {
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            using var town = await WeighedTown.Make(kind, server);
            var said = await Say(town, town.One, text);
            Assert.Equal((text, text), (said.Text, Assert.Single(await Read(town, town.Two)).Remark.Text));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("\u200B \u202E\u2060")]
    [InlineData("tot \u0000 zover")]
    [InlineData("een bel \u0007")]
    [InlineData("half {0}")]
    public async Task What_is_empty_or_no_text_is_not_said(string text)
    {
        using var town = await WeighedTown.Make(DatabaseKind.Sqlite, server);
        // Half a character does not come through the runner
        var fault = await Assert.ThrowsAsync<InvalidInputException>(() => Say(town, town.One, text.Replace("{0}", "\ud83d", StringComparison.Ordinal)));
        Assert.All(fault.Faults, f => Assert.Equal("/tekst", f.Where));
        Assert.Empty(await Read(town, town.One));
    }

    [Fact]
    public async Task A_remark_has_at_most_five_thousand_characters_and_answers_one_about_the_same_initiative()
    {
        using var town = await WeighedTown.Make(DatabaseKind.Sqlite, server);
        Assert.Equal(5_000, (await Say(town, town.One, new string('a', 5_000))).Text.Length);
        await Assert.ThrowsAsync<InvalidInputException>(() => Say(town, town.One, new string('a', 5_001)));
        Guid elsewhere;
        await using (var context = town.Register.Open())
        {
            var square = await context.Initiatives.SingleAsync(Stop);
            var other = new Initiative { Id = Guid.CreateVersion7(), Number = "2026-0043", Name = "Ander", DepartmentId = square.DepartmentId, CreatedAt = square.CreatedAt };
            context.Initiatives.Add(other);
            await context.SaveChangesAsync(Stop);
        }

        elsewhere = (await Say(town, town.One, "Daar", number: "2026-0043")).Id;
        foreach (var answered in (Guid[])[elsewhere, Guid.NewGuid()])
            Assert.Equal(
                "/antwoordOp", Assert.Single((await Assert.ThrowsAsync<InvalidInputException>(() => Say(town, town.One, "Hier", answered))).Faults).Where);
        await Assert.ThrowsAsync<NotThereException>(() => TakeBack(town, town.One, elsewhere));
    }

    private static Actor Everybody(Role role) => new(Guid.NewGuid(), "account/x", [new Grant(role)], "");

    private static async Task<bool> Goes<T>(Func<Task<T>> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (NotAllowedException)
        {
            return false;
        }
    }

    private static Task<IReadOnlyList<RemarkThread>> Read(WeighedTown town, Actor actor) => With(town, d => d.Read(actor, Square, Stop));

    private static Task<RemarkView> Say(WeighedTown town, Actor actor, string text, Guid? answers = null, string number = Square) =>
        With(town, d => d.Say(actor, number, new RemarkInput(text, answers), Stop));

    private static Task<int> TakeBack(WeighedTown town, Actor actor, Guid id) => With(town, async d =>
    {
        await d.TakeBack(actor, Square, id, Stop);
        return 0;
    });

    private static async Task<T> With<T>(WeighedTown town, Func<Discussion, Task<T>> work)
    {
        await using var context = town.Register.Open();
        return await work(new Discussion(context, new AuditTrail(context, TimeProvider.System), TimeProvider.System));
    }
}
