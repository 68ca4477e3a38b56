using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.Domain.Accounts;

namespace Koers.Web.Site.Tours;

/// <summary>A short walk along the pages that matter to somebody: from page to page by plain links, so that it works without scripts, survives the
/// back button and can be left anywhere.</summary>
internal static class Tour
{
    /// <summary>What says in an address at which stop somebody is, 1 = the first.</summary>
    public const string Field = "rondleiding";

    private static readonly TourStop Begin = new("/", new(
        "Welkom. Op deze pagina ziet u wat alles samen de gemeente oplevert, en rechts wat op u wacht. Hier begint u elke keer.",
        "Welcome. On this page you see what all of it together brings the municipality, and on the right what waits for you. Here you begin every time."));

    private static readonly TourStop Course = new("/koers", new(
        "De koers: waar de gemeente heen wil, hoe zwaar elk doel weegt, en welke grenzen het bestuur stelt. Bij elk kader staat hoe vol het is.",
        "The course: where the municipality wants to go, how much each goal weighs, and which limits the executive sets. Each frame says how full it is."));

    private static readonly TourStop List = new("/initiatieven", new(
        "Alle initiatieven die u mag zien. Zoek, filter en sorteer; een lijst die u vaker nodig hebt, bewaart u als weergave.",
        "All initiatives that you may see. Search, filter and sort; a list that you need more often is kept as a view."));

    private static readonly TourStop Agreements = new("/afspraken", new(
        "De portfolioafspraken: wat is gekozen, in welke variant en vanaf wanneer. Bij elk initiatief leest u ook waarom.",
        "The portfolio agreements: what was chosen, in which variant and from when. For each initiative you can also read why."));

    private static readonly TourStop Help = new("/hulp", new(
        "Dat was het. Hulp staat onder aan elke pagina: hoe het gaat, per rol en in woorden. Achter veel velden staat ook uitleg.",
        "That was it. Help stands at the bottom of every page: how it goes, for each role and in words. Many fields have an explanation too."));

    private static readonly Dictionary<Role, TourStop[]> ByRole = new()
    {
        [Role.Executive] =
        [
            new("/koers/doelen", new(
                "Hier geeft u de doelen en hun gewicht: rechtstreeks, door punten te verdelen of door ze twee aan twee te vergelijken.",
                "Here you give the goals and their weights: directly, by dividing points or by comparing them two by two.")),
            new("/koers/vaststellen", new(
                "Wat u wijzigt is een concept. Pas als u het hier vaststelt, geldt het; u ziet eerst wat er verandert.",
                "What you change is a draft. It holds only when you adopt it here; first you see what changes.")),
            new("/samenstellen", new(
                "De plannen die de portfoliomanager voorlegt, met het bewijs hoe goed ze zijn en wat een andere keuze zou kosten.",
                "The plans that the portfolio manager presents, with the proof of how good they are and what another choice would cost.")),
        ],
        [Role.PortfolioManager] =
        [
            new("/koers/middelen", new(
                "Budgetten per jaar en mensen per kwartaal. U kunt een blok cellen uit een rekenblad plakken.",
                "Budgets a year and people a quarter. You can paste a block of cells from a spreadsheet.")),
            new("/afweging/overzicht", new(
                "Wat de weging opleverde: waarde tegenover kosten, waar beoordelaars uiteenlopen, en wat andere gewichten zouden verschuiven.",
                "What the weighing brought: value against cost, where assessors are apart, and what other weights would shift.")),
            new("/samenstellen", new(
                "Hier maakt u scenario's en laat u het beste plan zoeken. Elk plan zegt hoe ver het hooguit onder het best denkbare ligt.",
                "Here you make scenarios and have the best plan searched for. Each plan says how far below the best thinkable it is at most.")),
        ],
        [Role.Proposer] =
        [
            new("/initiatieven/nieuw", new(
                "Een naam en een paar regels zijn genoeg. Terwijl u typt ziet u of iets dergelijks er al is. De rest vult u later aan.",
                "A name and a few lines are enough. While you type you see whether something like it is there already. The rest you complete later.")),
        ],
        [Role.Assessor] =
        [
            new("/afweging", new(
                "Hier staat wat u nog scoort. U scoort blind: scores van anderen ziet u pas als de weging van dat initiatief voorbij is.",
                "Here stands what you still have to score. You score blind: scores of others you see only when the weighing of that initiative is over.")),
        ],
        [Role.DepartmentHead] =
        [
            new("/koers/middelen", new(
                "Wie en wat er is: budgetten per jaar en de mensen van uw pools per kwartaal. Daarmee wordt gepland.",
                "Who and what there is: budgets a year and the people of your pools a quarter. Plans are made with these.")),
        ],
        [Role.Lead] =
        [
            new("/samenstellen", new(
                "De plannen, met per plan een routekaart: wanneer begint en eindigt uw initiatief, en waar wacht het op.",
                "The plans, each with a roadmap: when your initiative begins and ends, and what it waits for.")),
        ],
        [Role.Controller] =
        [
            new("/koers/middelen", new(
                "Het geld per jaar, incidenteel, structureel en investeringen, zoals de planning het gebruikt.",
                "The money a year, one-off, structural and investments, as planning uses it.")),
            new("/beheer/audit", new(
                "Het audit-spoor: wie deed wat, wanneer, en wat stond er eerder. Niemand kan het ongemerkt wijzigen.",
                "The audit trail: who did what, when, and what was there before. Nobody can change it unnoticed.")),
        ],
        [Role.Reader] = [],
        [Role.Administrator] =
        [
            new("/beheer", new(
                "Beheer: accounts en rollen, afdelingen, huisstijl, koppelingen, import en export.",
                "Administration: accounts and roles, departments, house style, connections, import and export.")),
            new("/beheer/accounts", new(
                "Hier geeft u mensen een account en rollen. Een rol geldt voor de hele organisatie of voor één afdeling.",
                "Here you give people an account and roles. A role is for the whole organisation or for one department.")),
        ],
    };

    /// <summary>The stops for somebody, by their roles.</summary>
    /// <param name="actor">Who.</param>
    public static IReadOnlyList<TourStop> Of(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var own = actor.Grants.Select(grant => grant.Role).Distinct().Order().SelectMany(role => ByRole[role]);
        // Somebody with several roles comes along each page once
        return [.. ((TourStop[])[Begin, Course, List, .. own, Agreements, Help]).DistinctBy(stop => stop.Path)];
    }
}

/// <summary>A page of a tour.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Text">What there is to see.</param>
internal sealed record TourStop(string Path, Text Text);
