using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Initiatives;

/// <summary>How initiatives hang together: see, add, change, take away.</summary>
/// <param name="context">The register.</param>
/// <param name="trail">The audit trail.</param>
public sealed class RelationRegister(RegisterContext context, AuditTrail trail)
{
    /// <summary>Relations in order of code; all of whose initiatives this actor sees.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="type">Of which kind; null = all.</param>
    /// <param name="page">Which part.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InvalidInputException">Something is wrong in what is asked.</exception>
    public async Task<Page<RelationView>> Find(Actor actor, RelationType? type, PageRequest page, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(page);
        var check = new InputCheck();
        page.Gather(check);
        check.Done();
        var found = Seen(actor).Where(relation => type == null || relation.Type == type);
        return new Page<RelationView>(
            await Views(found.OrderBy(r => r.Code).Skip(page.Skip).Take(page.Size), cancellation), page.Number, page.Size,
            await found.CountAsync(cancellation));
    }

    /// <summary>Relations of one initiative, in order of code.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="number">Of which initiative.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">The initiative is not there, or not for this actor to see.</exception>
    public async Task<IReadOnlyList<RelationView>> Of(Actor actor, string number, CancellationToken cancellation) =>
        await Of(actor, await VisibleInitiative.Find(context, actor, number, cancellation), cancellation);

    /// <summary>The same of an initiative that this actor sees.</summary>
    internal Task<IReadOnlyList<RelationView>> Of(Actor actor, Initiative initiative, CancellationToken cancellation) =>
        Views(Seen(actor).Where(r => r.Members.Any(m => m.InitiativeId == initiative.Id)).OrderBy(r => r.Code), cancellation);

    /// <summary>Shows one relation.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="code">Which.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    public async Task<RelationView> Show(Actor actor, string code, CancellationToken cancellation) =>
        await Views(Seen(actor).Where(relation => relation.Code == code), cancellation) is [var only] ? only : throw NotThere(code);

    /// <summary>Shows one relation to somebody who is going to change it or take it away.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="code">Which.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    /// <exception cref="NotAllowedException">This actor may not change it.</exception>
    public async Task<RelationView> ShowToChange(Actor actor, string code, CancellationToken cancellation)
    {
        var relation = await Seen(actor).AsNoTracking().FirstOrDefaultAsync(r => r.Code == code, cancellation) ?? throw NotThere(code);
        await MayChange(actor, FirstOf(relation), cancellation);
        return await View(relation, cancellation);
    }

    /// <summary>Adds a relation.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="input">What is entered.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">This actor may not do that.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in the input.</exception>
    public Task<RelationView> Add(Actor actor, RelationInput input, CancellationToken cancellation) =>
        Write(actor, null, 0, input, cancellation);

    /// <summary>Changes a relation.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="code">Which.</param>
    /// <param name="version">The version that was read before.</param>
    /// <param name="input">All of what it should be.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    /// <exception cref="NotAllowedException">This actor may not do that.</exception>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in the input.</exception>
    public Task<RelationView> Change(Actor actor, string code, int version, RelationInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Write(actor, code, version, input, cancellation);
    }

    /// <summary>Takes a relation away.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="code">Which.</param>
    /// <param name="version">The version that was read before.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotThereException">It is not there, or not for this actor to see.</exception>
    /// <exception cref="NotAllowedException">This actor may not do that.</exception>
    /// <exception cref="ChangedMeanwhileException">Somebody else changed it.</exception>
    public Task Remove(Actor actor, string code, int version, CancellationToken cancellation) => trail.Save(
        actor,
        async stop =>
        {
            var relation = await Changeable(actor, code, version, stop);
            var changes = Changes.Between(Changes.Picture(await View(relation, stop)), null);
            context.Relations.Remove(relation);
            return new Happening("relatie.verwijderen", Target(code), changes.Before, changes.After);
        },
        cancellation);

    private async Task<RelationView> Write(Actor actor, string? code, int version, RelationInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(input);
        RelationView? view = null;
        // All of it when nobody else can write: two dependencies that are right one by one may close a circle together
        await trail.Save(
            actor,
            async stop =>
            {
                var relation = code is null ? null : await Changeable(actor, code, version, stop);
                var before = relation is null ? null : Changes.Picture(await View(relation, stop));
                var members = await Checked(actor, relation, input, stop);
                if (relation is null)
                    context.Relations.Add(relation = new Relation { Id = Guid.CreateVersion7(), Code = input.Code });
                Carry(input, members, relation);
                view = new RelationView(input with { Reason = relation.Reason }, relation.Version);
                var changes = Changes.Between(before, Changes.Picture(view));
                return new Happening(before is null ? "relatie.toevoegen" : "relatie.wijzigen", Target(code ?? input.Code), changes.Before, changes.After);
            },
            cancellation);
        return view!;
    }

    private async Task<Guid[]> Checked(Actor actor, Relation? relation, RelationInput input, CancellationToken cancellation)
    {
        var check = new InputCheck();
        var named = input.Members.Where(number => number is not null).ToArray();
        var initiatives = (await context.Initiatives.AsNoTracking().Where(i => named.Contains(i.Number)).ToListAsync(cancellation))
            .Where(i => InitiativeRights.MaySee(actor, i)).ToDictionary(i => i.Number, i => i.Id);
        // Who may not is told that, and not what else is wrong
        if (named.FirstOrDefault() is { } first && initiatives.TryGetValue(first, out var id))
            await MayChange(actor, id, cancellation);
        RelationCheck.Gather(input, initiatives.ContainsKey, check);
        check.That(
            !await context.Relations.AnyAsync(r => r.Code == input.Code && (relation == null || r.Id != relation.Id), cancellation), "/code",
            $"Er is al een relatie {input.Code}.", $"There is a relation {input.Code} already.");
        check.Done();
        Guid[] members = [.. input.Members.Select(number => initiatives[number])];
        await new RelationDoubles(context).Refuse(relation, input.Type, members, cancellation);
        if (input.Type == RelationType.DependsOn)
            await NoCircle(relation, members, cancellation);
        return members;
    }

    private async Task NoCircle(Relation? relation, Guid[] members, CancellationToken cancellation)
    {
        var others = await context.Relations.AsNoTracking()
            .Where(r => r.Type == RelationType.DependsOn && (relation == null || r.Id != relation.Id)).ToListAsync(cancellation);
        var circle = DependencyCircle.ClosedBy(others.Select(r => (FirstOf(r), r.Members.MaxBy(m => m.Place)!.InitiativeId)), members[0], members[1]);
        if (circle is null)
            return;
        var numbers = await Numbers(circle, cancellation);
        var check = new InputCheck();
        var shown = string.Join(" → ", circle.Select(id => numbers[id]));
        check.That(false, "/initiatieven", $"Zo wachten initiatieven in een kring op elkaar: {shown}.", $"Initiatives would wait for each other in a circle: {shown}.");
        check.Done();
    }

    private static void Carry(RelationInput input, Guid[] members, Relation relation)
    {
        (relation.Code, relation.Type, relation.Reason) = (input.Code, input.Type, input.Reason.Trim());
        (relation.Lag, relation.Min, relation.Max, relation.Value) = (input.Lag, input.Min, input.Max, input.Value);
        relation.Version++;
        if (RelationDoubles.MembersOf(relation).SequenceEqual(members))
            return;
        relation.Members.Clear();
        relation.Members.AddRange(members.Select((id, place) => new RelationMember { Place = place, InitiativeId = id }));
    }

    private async Task<Relation> Changeable(Actor actor, string code, int version, CancellationToken cancellation)
    {
        if (!await Seen(actor).AnyAsync(r => r.Code == code, cancellation))
            throw NotThere(code);
        var relation = await context.Relations.SingleAsync(r => r.Code == code, cancellation);
        await MayChange(actor, FirstOf(relation), cancellation);
        return relation.Version == version ? relation : throw new ChangedMeanwhileException(Target(code), relation.Version);
    }

    private async Task MayChange(Actor actor, Guid first, CancellationToken cancellation)
    {
        if (!InitiativeRights.MayChange(actor, await context.Initiatives.AsNoTracking().SingleAsync(i => i.Id == first, cancellation)))
            throw new NotAllowedException(new Text(
                "Een relatie vastleggen kan de portfoliomanager, en wie het eerste initiatief ervan nu mag wijzigen.",
                "The portfolio manager may set a relation, and whoever may change its first initiative now."));
    }

    private IQueryable<Relation> Seen(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var all = context.Relations.AsQueryable();
        return InitiativeRights.SeesAll(actor)
            ? all
            : all.Where(r => r.Members.All(m => context.Initiatives.Any(i => i.Id == m.InitiativeId && InitiativeRights.SeenByReaders.Contains(i.State))));
    }

    private async Task<IReadOnlyList<RelationView>> Views(IQueryable<Relation> relations, CancellationToken cancellation)
    {
        var found = await relations.AsNoTracking().ToListAsync(cancellation);
        if (found.Count == 0)
            return [];
        var numbers = await Numbers([.. found.SelectMany(r => r.Members).Select(m => m.InitiativeId)], cancellation);
        return [.. found.Select(relation => View(relation, numbers))];
    }

    private async Task<RelationView> View(Relation relation, CancellationToken cancellation) =>
        View(relation, await Numbers([.. relation.Members.Select(m => m.InitiativeId)], cancellation));

    private static RelationView View(Relation relation, Dictionary<Guid, string> numbers) => new(
        new RelationInput
        {
            Code = relation.Code,
            Type = relation.Type,
            Members = [.. relation.Members.OrderBy(m => m.Place).Select(m => numbers[m.InitiativeId])],
            Reason = relation.Reason,
            Lag = relation.Lag,
            Min = relation.Min,
            Max = relation.Max,
            Value = relation.Value,
        },
        relation.Version);

    private async Task<Dictionary<Guid, string>> Numbers(IReadOnlyList<Guid> ids, CancellationToken cancellation) =>
        await context.Initiatives.AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Number, cancellation);

    private static Guid FirstOf(Relation relation) => relation.Members.MinBy(m => m.Place)!.InitiativeId;

    private static string Target(string code) => $"relatie/{code}";

    private static NotThereException NotThere(string code) => new(new Text($"Er is geen relatie {code}.", $"There is no relation {code}."));
}
