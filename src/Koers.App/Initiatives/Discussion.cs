using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Initiatives;

/// <summary>What people say about an initiative: read, say, answer, take back. Employees with an account take part. The audit trail tells that
/// something was said, not what: words that were taken back are gone.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
/// <param name="clock">The time.</param>
public sealed class Discussion(RegisterContext context, AuditTrail trail, TimeProvider clock)
{
    private const int LongestRemark = 5_000;
    private const int MostRemarks = 2_000;

    /// <summary>The discussion in threads, oldest first.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="number">About which initiative.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    /// <exception cref="NotAllowedException">Readers take no part.</exception>
    public async Task<IReadOnlyList<RemarkThread>> Read(Actor actor, string number, CancellationToken cancellation) =>
        await Threads(await Find(actor, number, cancellation), cancellation);

    /// <summary>The same of an initiative that was found for who may read its discussion.</summary>
    internal async Task<IReadOnlyList<RemarkThread>> Threads(Initiative initiative, CancellationToken cancellation)
    {
        var remarks = await (
            from remark in context.Remarks.AsNoTracking()
            where remark.InitiativeId == initiative.Id
            join account in context.Users on remark.AuthorId equals account.Id into authors
            from author in authors.DefaultIfEmpty()
            orderby remark.At, remark.Id
            select new { remark, Name = author == null ? null : author.DisplayName }).ToListAsync(cancellation);
        var parents = remarks.ToDictionary(r => r.remark.Id, r => r.remark.AnswersId);
        var threads = remarks.ToLookup(r => Root(r.remark.Id, parents), r => View(r.remark, r.Name));
        return [.. threads.Select(thread => new RemarkThread(thread.First(), [.. thread.Skip(1)]))];
    }

    /// <summary>Says something, or answers.</summary>
    /// <param name="actor">An employee with an account.</param>
    /// <param name="number">About which initiative.</param>
    /// <param name="input">What.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    /// <exception cref="NotAllowedException">Readers and other systems take no part.</exception>
    /// <exception cref="AgainstRuleException">There are as many remarks as can be.</exception>
    /// <exception cref="InvalidInputException">It is empty or too long, or answers what is not there.</exception>
    public async Task<RemarkView> Say(Actor actor, string number, RemarkInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var initiative = await Find(actor, number, cancellation);
        if (actor.Id is not { } author)
            throw new NotAllowedException(new Text("Meepraten kan met een eigen account.", "To take part in the discussion takes an account of one's own."));
        var check = new InputCheck();
        WellFormed.Gather(input, check);
        check.Lines(input.Text, "/tekst", LongestRemark);
        if (input.Answers is { } answers)
            check.That(
                await context.Remarks.AnyAsync(r => r.Id == answers && r.InitiativeId == initiative.Id, cancellation), "/antwoordOp",
                "Deze opmerking is er niet bij dit initiatief.", "There is no such remark with this initiative.");
        check.Done();
        var remark = new Remark
        {
            Id = Guid.CreateVersion7(),
            InitiativeId = initiative.Id,
            AnswersId = input.Answers,
            AuthorId = author,
            At = clock.GetUtcNow(),
            Text = input.Text.Trim(),
        };
        await trail.Save(
            actor,
            async stop =>
            {
                if (await context.Remarks.CountAsync(r => r.InitiativeId == initiative.Id, stop) >= MostRemarks)
                    throw new AgainstRuleException(new Text(
                        $"Er staan al {MostRemarks} opmerkingen; meer kan niet.", $"There are {MostRemarks} remarks already; more is not possible."));
                context.Remarks.Add(remark);
                return new Happening("opmerking.plaatsen", Target(number, remark.Id), null, new JsonObject { ["tekens"] = remark.Text.Length }.ToJsonString());
            },
            cancellation);
        var name = await context.Users.Where(account => account.Id == author).Select(account => account.DisplayName).FirstOrDefaultAsync(cancellation);
        return View(remark, name);
    }

    /// <summary>Takes the own words back; the place stays, so that answers keep their sense. Twice is the same as once.</summary>
    /// <param name="actor">Who said it.</param>
    /// <param name="number">About which initiative.</param>
    /// <param name="id">Which remark.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    /// <exception cref="NotAllowedException">Somebody else said it.</exception>
    public async Task TakeBack(Actor actor, string number, Guid id, CancellationToken cancellation)
    {
        var initiative = await Find(actor, number, cancellation);
        var remark = await context.Remarks.SingleOrDefaultAsync(r => r.Id == id && r.InitiativeId == initiative.Id, cancellation)
            ?? throw new NotThereException(new Text("Deze opmerking is er niet.", "There is no such remark."));
        if (actor.Id is null || remark.AuthorId != actor.Id)
            throw new NotAllowedException(new Text(
                "Woorden terugnemen kan alleen wie ze schreef.", "Only who wrote words may take them back."));
        if (remark.Text.Length == 0)
            return;
        var before = new JsonObject { ["tekens"] = remark.Text.Length }.ToJsonString();
        remark.Text = "";
        await trail.Save(actor, new Happening("opmerking.terugnemen", Target(number, id), before), cancellation);
    }

    private async Task<Initiative> Find(Actor actor, string number, CancellationToken cancellation)
    {
        var initiative = await VisibleInitiative.Find(context, actor, number, cancellation);
        return InitiativeRights.MayDiscuss(actor)
            ? initiative
            : throw new NotAllowedException(new Text("De discussie is voor medewerkers.", "The discussion is for employees."));
    }

    /// <summary>Answers to answers stand in the thread in order of time: people lose their way in a tree.</summary>
    private static Guid Root(Guid id, Dictionary<Guid, Guid?> parents)
    {
        while (parents.GetValueOrDefault(id) is { } parent && parents.ContainsKey(parent))
            id = parent;
        return id;
    }

    private static RemarkView View(Remark remark, string? name) =>
        new(remark.Id, remark.AnswersId, remark.AuthorId, name, remark.At, remark.Text, remark.Text.Length == 0);

    private static string Target(string number, Guid id) => $"initiatief/{number}/opmerking/{id}";
}

/// <summary>What somebody says.</summary>
/// <param name="Text">The words; several lines can be.</param>
/// <param name="Answers">The remark that it answers; null where it begins a thread.</param>
public sealed record RemarkInput(
    [property: JsonPropertyName("tekst")] string Text, [property: JsonPropertyName("antwoordOp")] Guid? Answers = null);

/// <summary>A remark as it is shown.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Answers">The remark that it answers; null where it begins a thread.</param>
/// <param name="Author">Account of who said it; null where that account is gone.</param>
/// <param name="Name">How others see who that is.</param>
/// <param name="At">When.</param>
/// <param name="Text">The words; empty where they were taken back.</param>
/// <param name="IsTakenBack">Whether they were taken back.</param>
public sealed record RemarkView(
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("antwoordOp")] Guid? Answers,
    [property: JsonPropertyName("auteur")] Guid? Author,
    [property: JsonPropertyName("naam")] string? Name,
    [property: JsonPropertyName("op")] DateTimeOffset At,
    [property: JsonPropertyName("tekst")] string Text,
    [property: JsonPropertyName("teruggenomen")] bool IsTakenBack);

/// <summary>A remark with all answers to it and to those, in order of time.</summary>
/// <param name="Remark">What began it.</param>
/// <param name="Answers">The answers.</param>
public sealed record RemarkThread(
    [property: JsonPropertyName("opmerking")] RemarkView Remark,
    [property: JsonPropertyName("antwoorden")] IReadOnlyList<RemarkView> Answers);
