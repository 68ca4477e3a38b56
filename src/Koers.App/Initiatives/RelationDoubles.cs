using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Initiatives;

/// <summary>The same kind of relation between the same initiatives is written down once: twice it would count twice, or say two things.</summary>
internal sealed class RelationDoubles(RegisterContext context)
{
    /// <summary>Refuses what is there already. A relation that keeps its kind and initiatives may be changed, whatever stands beside it.</summary>
    /// <param name="relation">The relation that is changed; null where one is added.</param>
    /// <param name="type">Its kind as entered.</param>
    /// <param name="members">Its initiatives as entered, at least one.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InvalidInputException">There is one; the fault names it.</exception>
    public async Task Refuse(Relation? relation, RelationType type, Guid[] members, CancellationToken cancellation)
    {
        if (relation is not null && IsSame(relation, type, members))
            return;
        var first = members[0];
        var likely = await context.Relations.AsNoTracking()
            .Where(r => r.Type == type && (relation == null || r.Id != relation.Id) && r.Members.Any(m => m.InitiativeId == first)).ToListAsync(cancellation);
        if (likely.Find(other => IsSame(other, type, members)) is not { } there)
            return;
        var check = new InputCheck();
        check.That(
            false, "/initiatieven", $"Deze relatie is er al: {there.Code}. Wijzig die, of kies andere initiatieven.",
            $"This relation is there already: {there.Code}. Change that one, or choose other initiatives.");
        check.Done();
    }

    /// <summary>Ids of the initiatives of a relation, in order.</summary>
    public static IEnumerable<Guid> MembersOf(Relation relation) => relation.Members.OrderBy(m => m.Place).Select(m => m.InitiativeId);

    // Who goes first says something in some kinds only
    private static bool IsSame(Relation other, RelationType type, Guid[] members) => other.Type == type
        && (type is RelationType.DependsOn or RelationType.Before or RelationType.Requires
            ? MembersOf(other).SequenceEqual(members)
            : MembersOf(other).ToHashSet().SetEquals(members));
}
