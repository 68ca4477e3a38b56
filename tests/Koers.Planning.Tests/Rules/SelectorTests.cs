using Koers.Planning.Problems;
using Koers.Planning.Tests.Towns;
using Xunit;

namespace Koers.Planning.Tests.Rules;

public class SelectorTests
{
    private static Town Town(Selector where) => Towns.Town.Plans(1)
        .Can("a").Labelled("wijk", "noord").Labelled("soort", "brug")
        .Can("b").Labelled("wijk", "zuid").Labelled("soort", "brug")
        .Can("c").Labelled("wijk", "oost").Labelled("soort", "weg")
        .Can("d").Has(new CountFrame(new("f"), "f", where, null, 0));

    private static Selector Both(string[] districts, string[] kinds) => new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["wijk"] = districts,
        ["soort"] = kinds,
    });

    [Fact]
    public void Without_keys_it_selects_all()
    {
        Verdict.Breaks("frame/f", Town(Selector.Everything), "a@0");
        Verdict.Breaks("frame/f", Town(Selector.Everything), "d@0");
    }

    [Fact]
    public void A_list_means_any_of()
    {
        Verdict.Breaks("frame/f", Town(Towns.Town.Where("wijk", "noord", "zuid")), "b@0");
        Verdict.Keeps(Town(Towns.Town.Where("wijk", "noord", "zuid")), "c@0", "d@0");
    }

    [Fact]
    public void Every_key_must_match()
    {
        Verdict.Breaks("frame/f", Town(Both(["noord", "oost"], ["brug"])), "a@0");
        Verdict.Keeps(Town(Both(["noord", "oost"], ["brug"])), "b@0", "c@0", "d@0");
    }

    [Fact]
    public void An_empty_list_matches_nobody() =>
        Verdict.Keeps(Town(Towns.Town.Where("wijk")), "a@0", "b@0", "c@0", "d@0");
}
