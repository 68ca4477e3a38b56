using Koers.App.Frames;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.Domain.Frames;

namespace Koers.App.Initiatives;

/// <summary>What must hold of what people enter of an initiative.</summary>
internal static class InitiativeCheck
{
    private const int LongestName = 200;
    private const int LongestText = 20_000;
    private const int LongestAddress = 2_000;
    private const int FirstYear = 1990;
    private const int LastYear = 2100;
    private const int MostLines = 2_000;
    private const double MostFte = 10_000;
    private const double MostPoints = 1_000_000;

    /// <summary>Gathers all faults.</summary>
    /// <param name="input">What was entered.</param>
    /// <param name="codes">Codes that are there.</param>
    /// <param name="check">Where faults are noted.</param>
    /// <param name="place">JSON pointer of the initiative in what was sent; empty where it is the whole.</param>
    public static void Gather(InitiativeInput input, CodeBook codes, InputCheck check, string place = "")
    {
        // What is not there cannot be looked into
        if (!WellFormed.Gather(input, check, place))
            return;
        check.Line(input.Name, place + "/naam", LongestName);
        check.Length(input.Summary, place + "/samenvatting", LongestText);
        check.Known(codes.Departments, input.Department, place + "/afdeling", "afdeling", "department");
        if (input.Programme is not null)
            check.Known(codes.Programmes, input.Programme, place + "/programma", "programma", "programme");
        foreach (var (text, name) in ((string?, string)[])[(input.Area, "gebied"), (input.Phase, "fase"),
            (input.PoliticalSponsor, "bestuurlijkOpdrachtgever"), (input.ExecutiveSponsor, "ambtelijkOpdrachtgever")])
            check.Line(text, $"{place}/{name}", LongestName, isNeeded: false);
        if (!string.IsNullOrWhiteSpace(input.PolicyField))
            check.PolicyField(input.PolicyField.Trim(), place + "/taakveld");
        foreach (var (key, value) in input.Labels)
        {
            check.Code(key, $"{place}/labels/{key}");
            check.Line(value, $"{place}/labels/{key}", LongestName);
        }

        Partners(input, codes, check, place);
        for (var i = 0; i < input.Documents.Count; i++)
            Document(input.Documents[i], check, $"{place}/documenten/{i}");
        Variants(input, codes, check, place);
    }

    private static void Document(DocumentInput document, InputCheck check, string at)
    {
        check.Line(document.Title, at + "/titel", LongestName);
        check.Length(document.Address, at + "/adres", LongestAddress);
        check.That(
            Uri.TryCreate(document.Address, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
                && !document.Address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)),
            at + "/adres",
            "Een adres begint met https:// of http:// en heeft geen spaties of regeleinden.",
            "An address begins with https:// or http:// and has no spaces or line ends.");
    }

    private static void Partners(InitiativeInput input, CodeBook codes, InputCheck check, string place)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < input.Partners.Count; i++)
        {
            var partner = input.Partners[i];
            check.Known(codes.Departments, partner.Department, $"{place}/partners/{i}/afdeling", "afdeling", "department");
            check.Length(partner.Contribution, $"{place}/partners/{i}/bijdrage", LongestText);
            check.That(
                seen.Add(partner.Department),
                $"{place}/partners/{i}/afdeling",
                $"Afdeling {partner.Department} staat er al bij.",
                $"Department {partner.Department} is there already.");
        }
    }

    private static void Variants(InitiativeInput input, CodeBook codes, InputCheck check, string place)
    {
        Quarters(input, check, place);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < input.Variants.Count; i++)
        {
            var (variant, at) = (input.Variants[i], $"{place}/varianten/{i}");
            check.Code(variant.Code, at + "/code");
            check.That(
                seen.Add(variant.Code),
                at + "/code",
                $"Er is al een variant {variant.Code}.",
                $"There is a variant {variant.Code} already.");
            check.Length(variant.Description, at + "/omschrijving", LongestText);
            check.Range(variant.Duration, at + "/looptijd", 1, PlanningSettings.MostQuarters);
            check.Range(variant.Success, at + "/kansVanSlagen", 0, 1);
            check.Range(variant.EffectShare, at + "/aandeelEffect", 0, 5);
            check.That(
                !(variant.EarliestStart > variant.LatestStart),
                at + "/laatsteStart",
                "De laatste start ligt voor de vroegste.",
                "The latest start lies before the earliest.");
            if (check.That(
                variant.Spends.Count + variant.Efforts.Count + variant.Effects.Count <= MostLines,
                at, $"Ten hoogste {MostLines} regels in een variant.", $"At most {MostLines} lines in a variant."))
                Lines(variant, codes, check, at);
        }
    }

    private static void Lines(VariantInput variant, CodeBook codes, InputCheck check, string at)
    {
        for (var i = 0; i < variant.Spends.Count; i++)
        {
            var (spend, here) = (variant.Spends[i], $"{at}/uitgaven/{i}");
            check.Known(codes.Budgets, spend.Budget, here + "/budget", "budget", "budget");
            check.Line(spend.FundingSource, here + "/dekking", LongestName, isNeeded: false);
            if (spend.Quarter is { } quarter)
                Within(variant, quarter, check, here + "/kwartaal");
            FrameLimits.Money(check, spend.Amount, here + "/bedrag");
        }

        for (var i = 0; i < variant.Efforts.Count; i++)
        {
            var (effort, here) = (variant.Efforts[i], $"{at}/inzet/{i}");
            check.Known(codes.CapacityPools, effort.Pool, here + "/pool", "capaciteitspool", "capacity pool");
            Within(variant, effort.Quarter, check, here + "/kwartaal");
            check.Range(effort.Fte, here + "/fte", 0, MostFte);
        }

        for (var i = 0; i < variant.Effects.Count; i++)
        {
            var (effect, here) = (variant.Effects[i], $"{at}/effecten/{i}");
            if (check.Known(codes.Goals, effect.Goal, here + "/doel", "doel", "goal"))
                check.That(
                    codes.IsLeaf(effect.Goal), here + "/doel",
                    $"Onder {effect.Goal} liggen andere doelen; een effect hoort bij een van die.",
                    $"There are goals below {effect.Goal}; an effect belongs to one of those.");
            check.Range(effect.Points, here + "/punten", -MostPoints, MostPoints);
        }

        // Two lines on the same budget and quarter are two costs only where something else pays for them
        Once(check, variant.Spends.Select(s => (s.Budget, s.Quarter, s.FundingSource?.Trim() ?? "")), at + "/uitgaven", "budget, kwartaal en dekking", "budget, quarter and funding source");
        Once(check, variant.Efforts.Select(e => (e.Pool, e.Quarter)), at + "/inzet", "pool en kwartaal", "pool and quarter");
        Once(check, variant.Effects.Select(e => e.Goal), at + "/effecten", "doel", "goal");
    }

    // A duration that cannot be is said at the duration
    private static void Within(VariantInput variant, int quarter, InputCheck check, string where) => check.That(
        (quarter >= 0 && quarter < variant.Duration) || variant.Duration is < 1 or > PlanningSettings.MostQuarters,
        where,
        $"Dit kwartaal valt buiten de looptijd van {variant.Duration} kwartalen; het eerste is 0.",
        $"This quarter lies outside the duration of {variant.Duration} quarters; the first is 0.");

    private static void Once<T>(InputCheck check, IEnumerable<T> lines, string at, string dutch, string english)
    {
        var seen = new HashSet<T>();
        foreach (var (i, line) in lines.Index())
            check.That(
                seen.Add(line), $"{at}/{i}",
                $"Er is al een regel met hetzelfde ({dutch}); tel ze bij elkaar op.", $"There is a line with the same ({english}) already; add them up.");
    }

    /// <summary>Notes starts that are no quarter, or lie in no sensible year.</summary>
    public static void Quarters(InitiativeInput input, InputCheck check, string place = "")
    {
        for (var i = 0; i < input.Variants.Count; i++)
        {
            Quarter(check, input.Variants[i].EarliestStart, $"{place}/varianten/{i}/vroegsteStart");
            Quarter(check, input.Variants[i].LatestStart, $"{place}/varianten/{i}/laatsteStart");
        }
    }

    private static void Quarter(InputCheck check, DateOnly? day, string where)
    {
        if (day is not { } given)
            return;
        check.That(
            given.Day == 1 && given.Month % 3 == 1, where, "Een kwartaal begint op 1 januari, 1 april, 1 juli of 1 oktober.",
            "A quarter begins on 1 January, 1 April, 1 July or 1 October.");
        check.That(
            given.Year is >= FirstYear and <= LastYear, where, $"Kies een jaar van {FirstYear} tot en met {LastYear}.",
            $"Choose a year from {FirstYear} to {LastYear}.");
    }
}
