using Koers.Domain.Initiatives;
using Koers.Planning.Problems;
using Relation = Koers.Domain.Initiatives.Relation;

namespace Koers.App.Planning;

/// <summary>
/// Relations as the engine has them, where some of their initiatives take no part. What is done counts as chosen, what is out as not chosen, and what
/// runs already is a fact that no relation undoes:
/// <list type="bullet">
/// <item><b>hangt-af-van</b>: needed work that is done is there; needed work that is out leaves out what needs it; what runs already is not
/// stopped for it.</item>
/// <item><b>eerst</b>: an order needs two that can be chosen; running work has begun already.</item>
/// <item><b>vereist</b>: as hangt-af-van, without the order.</item>
/// <item><b>sluit-uit</b>: one that is done leaves out the others. Of several that run one stands for all in the rule.</item>
/// <item><b>samen</b>: one that is done forces in the others; one that is out leaves them out. Where some are done or run and others are out, a
/// decision has parted them already, and the relation is over.</item>
/// <item><b>groep</b>: those that are done are taken off both limits; those that run are never too many. Where no member takes part or is done
/// it says nothing.</item>
/// <item><b>synergie</b>: one that is done is there already, so the others bring it; one that is out takes it away.</item>
/// </list>
/// Leaving out one initiative may leave out another, and so on.
/// </summary>
internal sealed class RelationReading
{
    private readonly Participation _parts;
    private readonly Obstacles _obstacles;
    private bool _isChanged;

    private RelationReading(Participation parts, Obstacles obstacles) => (_parts, _obstacles) = (parts, obstacles);

    public static IReadOnlyList<Koers.Planning.Problems.Relation> Of(PlanningSource source, Participation parts, Obstacles obstacles)
    {
        var reading = new RelationReading(parts, obstacles);
        var relations = source.Relations.OrderBy(relation => relation.Code, StringComparer.Ordinal).ToArray();
        do
        {
            reading._isChanged = false;
            foreach (var relation in relations)
                reading.LeaveOut(relation);
        }
        while (reading._isChanged);
        foreach (var relation in relations.Where(relation => relation.Type == RelationType.Together))
            reading.ForceIn(MembersOf(relation));
        var calendar = Calendar.Of(source.Frames.Settings);
        var cut = source.Initiatives.Where(i => parts[i.Id] == Part.Running).ToDictionary(i => i.Id, i => InitiativeEntries.CutOff(i, calendar));
        return [.. relations.Select(relation => reading.Entry(relation, cut)).OfType<Koers.Planning.Problems.Relation>()];
    }

    private static Guid[] MembersOf(Relation relation) => [.. relation.Members.OrderBy(m => m.Place).Select(m => m.InitiativeId)];

    /// <summary>Leaves out, or forces in, what follows from work that takes no part.</summary>
    private void LeaveOut(Relation relation)
    {
        var members = MembersOf(relation);
        switch (relation.Type)
        {
            case RelationType.DependsOn:
                if (_parts[members[0]] == Part.Out)
                    LeaveOut([members[1]], relation, $"{_parts.NumberOf(members[0])} doet niet mee", $"{_parts.NumberOf(members[0])} takes no part");
                break;
            case RelationType.Requires:
                if (_parts[members[1]] == Part.Out)
                    LeaveOut([members[0]], relation, $"{_parts.NumberOf(members[1])} doet niet mee", $"{_parts.NumberOf(members[1])} takes no part");
                break;
            case RelationType.Excludes:
                if (members.FirstOrDefault(m => _parts[m] == Part.Completed) is var done && done != Guid.Empty)
                    LeaveOut(members, relation, $"{_parts.NumberOf(done)} is al gedaan", $"{_parts.NumberOf(done)} is done already");
                break;
            case RelationType.Together:
                if (members.FirstOrDefault(m => _parts[m] == Part.Out) is var missing && missing != Guid.Empty && !IsBegun(members))
                    LeaveOut(members, relation, $"{_parts.NumberOf(missing)} doet niet mee", $"{_parts.NumberOf(missing)} takes no part");
                break;
            default:
                break;
        }
    }

    private bool IsBegun(Guid[] members) => members.Any(m => _parts[m] is Part.Completed or Part.Running);

    private void ForceIn(Guid[] members)
    {
        if (!IsBegun(members) || members.Any(m => _parts[m] == Part.Out))
            return;
        foreach (var member in members.Where(m => _parts[m] == Part.Free))
            _parts.Force(member);
    }

    private void LeaveOut(IEnumerable<Guid> members, Relation relation, string dutch, string english)
    {
        foreach (var member in members.Where(m => _parts[m] == Part.Free))
        {
            _parts.LeaveOut(member, $"{dutch} (samenhang {relation.Code})", $"{english} (relation {relation.Code})", _obstacles);
            _isChanged = true;
        }
    }

    private Koers.Planning.Problems.Relation? Entry(Relation relation, Dictionary<Guid, int> cut)
    {
        var members = MembersOf(relation);
        var taking = members.Where(m => _parts[m] is Part.Free or Part.Running).ToArray();
        // What only runs already is no choice any more; what it brings together still counts
        if (taking.Length == 0 || (taking.All(m => _parts[m] == Part.Running) && relation.Type != RelationType.Synergy))
            return null;
        var id = new RelationId(relation.Code);
        switch (relation.Type)
        {
            case RelationType.DependsOn or RelationType.Before:
                if (taking.Length < 2 || _parts[members[1]] == Part.Running)
                    return null;
                // The engine sees the first finish earlier where it runs past the time that is planned
                var lag = relation.Lag + cut.GetValueOrDefault(members[0]);
                return relation.Type == RelationType.DependsOn
                    ? new DependsOn(id, Name(members[0]), Name(members[1]), lag)
                    : new Before(id, Name(members[0]), Name(members[1]), lag);
            case RelationType.Requires:
                return taking.Length < 2 || _parts[members[0]] == Part.Running ? null : new Requires(id, Name(members[0]), Name(members[1]));
            case RelationType.Excludes:
                var running = taking.FirstOrDefault(m => _parts[m] == Part.Running);
                Guid[] sides = [.. taking.Where(m => m == running || _parts[m] == Part.Free)];
                return sides.Length < 2 ? null : new Excludes(id, Names(sides));
            case RelationType.Together:
                // Where some are not in the problem, what follows from that was settled above
                return taking.Length < members.Length || taking.Length < 2 ? null : new Together(id, Names(taking));
            case RelationType.Group:
                return GroupEntry(relation, id, members, taking);
            default:
                return members.Any(m => _parts[m] == Part.Out) ? null : new Synergy(id, Names(taking), relation.Value ?? 0);
        }
    }

    private Group? GroupEntry(Relation relation, RelationId id, Guid[] members, Guid[] taking)
    {
        var done = members.Count(m => _parts[m] == Part.Completed);
        var running = taking.Count(m => _parts[m] == Part.Running);
        int? min = relation.Min is { } least ? Math.Max(0, least - done) : null;
        int? max = relation.Max is { } most ? Math.Max(running, most - done) : null;
        if (min > taking.Length)
        {
            _obstacles.Add(
                $"Samenhang {relation.Code} vraagt ten minste {relation.Min} van {members.Length}, maar {taking.Length + done} doen mee of zijn gedaan.",
                $"Relation {relation.Code} asks for at least {relation.Min} of {members.Length}, but {taking.Length + done} take part or are done.");
            return null;
        }

        return new Group(id, Names(taking), min, max);
    }

    private InitiativeId Name(Guid member) => new(_parts.NumberOf(member));

    private InitiativeId[] Names(IEnumerable<Guid> members) => [.. members.Select(Name)];
}
