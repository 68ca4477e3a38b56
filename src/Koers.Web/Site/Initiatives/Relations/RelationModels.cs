using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.Domain.Initiatives;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Initiatives.Relations;

/// <summary>A relation that is being added or changed.</summary>
/// <param name="Number">From which initiative somebody came.</param>
/// <param name="Code">Which relation; null where it is new.</param>
/// <param name="Form">What stands in it.</param>
/// <param name="Names">Names of the initiatives in it, by number.</param>
/// <param name="Now">The relation as it is saved now; null where it is new.</param>
public sealed record RelationModel(string Number, string? Code, FormData Form, IReadOnlyDictionary<string, string> Names, RelationView? Now);

/// <summary>A relation that is about to go.</summary>
/// <param name="Number">From which initiative somebody came.</param>
/// <param name="Relation">The relation.</param>
/// <param name="Names">Names of the initiatives in it, by number.</param>
public sealed record RelationRemovalModel(string Number, RelationView Relation, IReadOnlyDictionary<string, string> Names);

/// <summary>Initiatives of which a part of the name or number was typed.</summary>
/// <param name="Found">The first of them.</param>
/// <param name="Typed">What was typed.</param>
public sealed record NumberModel(IReadOnlyList<InitiativeLine> Found, string Typed);

/// <summary>Words for relations.</summary>
internal static class RelationWords
{
    /// <summary>What a kind of relation means.</summary>
    public static Text Meaning(RelationType type) => type switch
    {
        RelationType.DependsOn => new("Hangt af van: de tweede kan pas als de eerste klaar is", "Depends on: the second needs the first to be finished"),
        RelationType.Before => new("Eerst: als beide gekozen zijn, gaat de eerste voor", "Before: if both are chosen, the first goes first"),
        RelationType.Requires => new("Vereist: de eerste kan niet zonder de tweede", "Requires: the first cannot be without the second"),
        RelationType.Excludes => new("Sluit uit: hoogstens één ervan", "Excludes: at most one of them"),
        RelationType.Together => new("Samen: allemaal of geen", "Together: all of them or none"),
        RelationType.Group => new("Groep: minstens en hoogstens zoveel ervan", "Group: at least and at most so many of them"),
        _ => new("Synergie: samen meer (of minder) waard", "Synergy: worth more (or less) together"),
    };
}
