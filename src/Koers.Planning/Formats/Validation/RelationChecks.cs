using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>Relations: ids unique per type (rows are named <c>type/id</c>), known and different initiatives, sensible bounds.</summary>
internal sealed class RelationChecks(ProblemNames names, Checks checks)
{
    public void Run(IReadOnlyList<Relation> relations)
    {
        var list = JsonPath.Root["relations"];
        Ids(relations, list);
        for (var i = 0; i < relations.Count; i++)
        {
            var at = list[i];
            switch (relations[i])
            {
                case DependsOn r: Pair((r.Before, at["before"]), (r.After, at["after"]), r.Lag, at); break;
                case Before r: Pair((r.First, at["before"]), (r.After, at["after"]), r.Lag, at); break;
                case Requires r: Pair((r.Initiative, at["initiative"]), (r.Required, at["requires"]), 0, at); break;
                default: Members(relations[i], at["initiatives"]); break;
            }
            if (relations[i] is Group group) Bounds(group, at);
            if (relations[i] is Synergy synergy) checks.Number(synergy.Value, at["value"]);
        }
    }

    private void Ids(IReadOnlyList<Relation> relations, JsonPath list)
    {
        var first = new Dictionary<(string Type, string Id), int>();
        for (var i = 0; i < relations.Count; i++)
        {
            var id = relations[i].Id.Value ?? "";
            if (id.Length == 0)
                checks.Error(list[i]["id"], FaultKind.EmptyId);
            else if (id.Any(char.IsControl))
                checks.Error(list[i]["id"], FaultKind.ControlCharacter, Phrase.Quote(id));
            else if (!first.TryAdd((relations[i].Type, id), i))
                checks.Error(list[i]["id"], FaultKind.DuplicateId, Phrase.Quote(id), FirstWith(relations[i].Type, id), Phrase.Relation);
        }

        string FirstWith(string type, string id) => list[first[(type, id)]].ToString();
    }

    private void Pair((InitiativeId Id, JsonPath Path) one, (InitiativeId Id, JsonPath Path) other, int lag, JsonPath at)
    {
        names.Initiatives.Has(one.Id.Value, one.Path);
        names.Initiatives.Has(other.Id.Value, other.Path);
        if (one.Id == other.Id && !checks.Faults.IsUnusable(one.Path))
            checks.Error(other.Path, FaultKind.SameInitiative, Phrase.Quote(one.Id.Value));
        checks.Range(lag, -FormatLimits.Periods, FormatLimits.Periods, at["lag"]);
    }

    private void Members(Relation relation, JsonPath at)
    {
        var seen = new HashSet<InitiativeId>();
        for (var k = 0; k < relation.Members.Count; k++)
        {
            var member = relation.Members[k];
            names.Initiatives.Has(member.Value, at[k]);
            if (seen.Add(member)) continue;
            var kind = relation is Excludes && names.Find(member)?.Mandatory == true ? FaultKind.ExcludesItself : FaultKind.Repeated;
            checks.Error(at[k], kind, Phrase.Quote(member.Value));
        }
        if (relation.Members.Count == 0) checks.Error(at, FaultKind.NoneGiven, Phrase.Initiative);
        // A group of one is a way to demand or forbid it; the other relations say nothing about one initiative
        if (relation.Members.Count == 1 && relation is not Group) checks.Warning(at, FaultKind.OneMember);
    }

    private void Bounds(Group group, JsonPath at)
    {
        checks.Limits(group.Min, group.Max, checks.NotNegative, at);
        if (group.Min > group.Members.Count && !checks.Faults.IsUnusable(at["initiatives"]))
            checks.Error(at["min"], FaultKind.GroupTooSmall, group.Min, group.Members.Count);
    }
}
