using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.Web.Site.Forms;

namespace Koers.Web.Site.Administration;

/// <summary>What departments or programmes are called on their pages.</summary>
/// <param name="Part">The last part of the address.</param>
/// <param name="Plural">The title of the list.</param>
/// <param name="One">One of them, as in "afdeling toevoegen".</param>
/// <param name="Empty">What the list says where there is none.</param>
public sealed record UnitKind(string Part, Text Plural, Text One, Text Empty)
{
    /// <summary>Departments.</summary>
    public static UnitKind Departments { get; } = new(
        "/afdelingen", new("Afdelingen", "Departments"), new("Afdeling", "Department"),
        new("Er is nog geen afdeling. Voeg de eerste toe: elk initiatief hoort bij een afdeling.", "There is no department yet. Add the first: every initiative belongs to one."));

    /// <summary>Programmes.</summary>
    public static UnitKind Programmes { get; } = new(
        "/programmas", new("Programma's", "Programmes"), new("Programma", "Programme"),
        new("Er is nog geen programma. Zonder gaat het ook; met programma's ziet u wat bij elkaar hoort.", "There is no programme yet. It goes without; programmes show what belongs together."));

    /// <summary>Where they are.</summary>
    public string Path => AdministrationSection.Root + Part;
}

/// <summary>The list of departments or programmes.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Found">Those on this page.</param>
/// <param name="Form">One that is being added.</param>
/// <param name="MayChange">Whether who looks may change them.</param>
public sealed record UnitListModel(UnitKind Kind, Page<UnitView> Found, FormData Form, bool MayChange);

/// <summary>One department or programme.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Unit">It.</param>
/// <param name="Form">What it should be.</param>
public sealed record UnitModel(UnitKind Kind, UnitView Unit, FormData Form);
