using Koers.Planning.Problems;

namespace Koers.Bench.Generation;

/// <summary>Draws relations: about one in four initiatives has something to do with another. Orders point from a lower number to a higher
/// one, so that they have no cycles.</summary>
internal sealed class RelationMaker(MunicipalitySettings settings, Dice dice, IReadOnlyList<Initiative> initiatives)
{
    private readonly List<InitiativeId> _voluntary = [.. initiatives.Where(i => !i.Mandatory).Select(i => i.Id)];

    public List<Relation> Make()
    {
        var relations = new List<Relation>();
        for (var k = 0; k < settings.Initiatives * 12 / 100; k++)
            relations.Add(Order(new RelationId($"d{k}")));
        for (var k = 0; k < Math.Max(1, settings.Initiatives / 25); k++)
        {
            relations.Add(new Excludes(new($"x{k}"), dice.Sample(_voluntary, 2)));
            var bonus = Math.Round(dice.Between(0.5, 5.8), 2);
            relations.Add(new Synergy(new($"s{k}"), dice.Sample(_voluntary, 2), dice.Chance(0.15) ? -bonus : bonus));
        }
        for (var k = 0; k < Math.Max(1, settings.Initiatives / 60); k++)
        {
            relations.Add(new Group(new($"g{k}"), dice.Sample(_voluntary, 4), Min: 1, Max: 2));
            relations.Add(new Together(new($"t{k}"), dice.Sample(_voluntary, 2)));
            var pair = dice.Sample(_voluntary, 2);
            relations.Add(new Requires(new($"r{k}"), pair[0], pair[1]));
        }
        return relations;
    }

    private Relation Order(RelationId id)
    {
        var pair = dice.Sample(_voluntary, 2);
        pair.Sort((a, b) => string.CompareOrdinal(a.Value, b.Value));
        var lag = dice.Chance(0.35) ? 1 : 0;
        return dice.Chance(0.67) ? new DependsOn(id, pair[0], pair[1], lag) : new Before(id, pair[0], pair[1], lag);
    }
}
