using Koers.Domain.Accounts;

namespace Koers.Web.Tests.Site.Browser;

/// <summary>Every page that has an address of its own in the demo, with who sees it. A page that is not here fails a test.</summary>
internal static class SitePages
{
    private static readonly Role[] Everybody = Enum.GetValues<Role>();
    private static readonly Role[] Inside = [.. Everybody.Except([Role.Reader])];
    private static readonly Role[] Planning = [Role.PortfolioManager, Role.Executive];
    private static readonly Role[] Proposing = [Role.PortfolioManager, Role.Proposer, Role.Assessor, Role.DepartmentHead, Role.Lead, Role.Controller];

    private static readonly Role[] Organising = [Role.Administrator, Role.PortfolioManager];
    private static readonly Role[] Accounting = [Role.Administrator, Role.Controller];
    private static readonly Role[] Auditing = [Role.Administrator, Role.Controller, Role.PortfolioManager];
    private static readonly Role[] Administering = [Role.Administrator, Role.Controller, Role.PortfolioManager];

    /// <summary>Accounts of the demo, one for each role.</summary>
    public static IReadOnlyDictionary<Role, string> Accounts { get; } = new Dictionary<Role, string>
    {
        [Role.PortfolioManager] = "portfoliomanager",
        [Role.Executive] = "wethouder",
        [Role.Proposer] = "indiener1",
        [Role.Assessor] = "beoordelaar1",
        [Role.DepartmentHead] = "afdelingshoofd",
        [Role.Lead] = "projectleider",
        [Role.Controller] = "concerncontroller",
        [Role.Reader] = "raadslid",
        [Role.Administrator] = "beheerder",
    };

    /// <summary>Pages behind the sign-in, and who may see them.</summary>
    public static IReadOnlyList<(string Path, Role[] For)> All { get; } =
    [
        ("/", Everybody),
        ("/koers", Everybody),
        ("/koers/doelen", Inside),
        ("/koers/kaders", Inside),
        ("/koers/middelen", Inside),
        ("/initiatieven", Everybody),
        ("/initiatieven?zoek=school&toestand=gekozen", Everybody),
        ("/initiatieven?zoek=bestaatnergens", Everybody),
        ("/initiatieven/nieuw", Proposing),
        ("/initiatieven/2026-0003", Everybody),
        ("/initiatieven/2026-0026", Inside),
        ("/samenstellen", Inside),
        ("/samenstellen/runs/nieuw?soort=plan", Planning),
        ("/samenstellen/runs/nieuw?soort=grenslijn", Planning),
        ("/samenstellen/scenarios/nieuw", [Role.PortfolioManager, Role.Executive, Role.Controller]),
        ("/samenstellen/runs/1", Everybody),
        ("/samenstellen/runs/1/routekaart", Everybody),
        ("/samenstellen/runs/1/keuzes", Everybody),
        ("/samenstellen/runs/1/middelen", Everybody),
        ("/afspraken", Everybody),
        ("/afspraken/1", Everybody),
        ("/koers/vaststellen", Everybody),
        ("/koers/doelen/wegen", Inside),
        ("/initiatieven/2026-0026/bewerken", [Role.PortfolioManager]),
        ("/afweging", Inside),
        ("/afweging/overzicht", Inside),
        ("/mij", Everybody),
        ("/mij/tweede-stap", Everybody),
        ("/beheer", Administering),
        ("/beheer/accounts", Accounting),
        ("/beheer/accounts/nieuw", [Role.Administrator]),
        ("/beheer/audit", Auditing),
        ("/beheer/import", Administering),
        ("/beheer/afdelingen", Organising),
        ("/beheer/programmas", Organising),
        ("/beheer/clients", [Role.Administrator]),
        ("/beheer/huisstijl", [Role.Administrator]),
        ("/afspraken/vaststellen?run=1", [Role.Executive]),
    ];

    /// <summary>Pages for everybody, signed in or not.</summary>
    public static IReadOnlyList<string> Open { get; } = ["/aanmelden", "/aanmelden/tweede-stap", "/hulp", "/toegankelijkheid", "/privacy"];
}
