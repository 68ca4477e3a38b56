using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.Domain.Accounts;
using Koers.Web.Site.Administration;

namespace Koers.Web.Site.Layout;

/// <summary>One item of the menu.</summary>
/// <param name="Path">Where it leads; every page whose address begins with it belongs to it.</param>
/// <param name="Text">What it is called.</param>
/// <param name="IsFor">Who sees it.</param>
public sealed record MenuItem(string Path, Text Text, Func<Actor, bool> IsFor)
{
    /// <summary>The menu, in order.</summary>
    public static IReadOnlyList<MenuItem> All { get; } =
    [
        new("/", new("Start", "Home"), _ => true),
        new("/koers", new("Koers", "Course"), _ => true),
        new("/initiatieven", new("Initiatieven", "Initiatives"), _ => true),
        new("/afweging", new("Afweging", "Weighing"), IsInside),
        new("/samenstellen", new("Samenstellen", "Compose"), IsInside),
        new("/afspraken", new("Afspraken", "Agreements"), _ => true),
        new("/beheer", new("Beheer", "Administration"), AdministrationSection.AnyFor),
    ];

    /// <summary>Whether a page belongs to this item.</summary>
    /// <param name="path">Its address.</param>
    public bool Holds(string path) =>
        Path == "/" ? path == "/" : path == Path || (path?.StartsWith(Path + "/", StringComparison.Ordinal) ?? false);

    private static bool IsInside(Actor actor) => actor.Grants.Any(grant => grant.Role is not (Role.Reader or Role.Administrator));
}
