namespace Koers.Bench.Generation;

/// <summary>The words of a Dutch municipality; ids and labels as in the synthetic municipalities in samples/.</summary>
internal static class Vocabulary
{
    public const string Investment = "investering";
    public const string Running = "exploitatie";
    public const string Structural = "structureel";
    public const string Subsidy = "rijkssubsidie";

    public static readonly (string Id, string Name)[] GoalNames =
    [
        ("woningen", "Meer betaalbare woningen"), ("klimaat", "Klimaatneutraal in 2040"), ("bereikbaar", "Bereikbare en veilige stad"),
        ("groen", "Groen en klimaatbestendig"), ("kansen", "Gelijke kansen voor kinderen"), ("zekerheid", "Bestaanszekerheid"),
        ("economie", "Toekomstbestendige economie"), ("dienst", "Menselijke en digitale dienstverlening"), ("veilig", "Veilige wijken"),
        ("gezond", "Gezonde en sportieve inwoners"),
    ];

    public static readonly string[] Goals = [.. GoalNames.Select(g => g.Id)];

    public static readonly string[] Capacities =
    [
        "projectleiders", "stedenbouw", "civiele techniek", "vergunningen", "juridisch", "inkoop", "ICT", "data", "communicatie",
        "participatie", "financieel advies", "beleid sociaal",
    ];

    public static readonly string[] Departments =
    [
        "Ruimte", "Duurzaamheid", "Economie", "Mobiliteit", "Sociaal Domein", "Cultuur", "Veiligheid", "ICT en Data", "Vastgoed",
        "Dienstverlening", "Onderwijs en Sport", "Stadsbeheer",
    ];

    public static readonly string[] Programmes =
    [
        "Bestaanszekerheid", "Bereikbaarheid", "Jeugd", "Energietransitie", "Klimaatadaptatie", "Digitale gemeente", "Vitale wijken",
        "Wonen",
    ];

    public static readonly string[] Areas =
        ["stadsbreed", "Stationskwartier", "Oost", "Zuid", "West", "Noord", "Centrum", "Buitengebied", "Havenkwartier"];

    public static readonly string[] Kinds = ["change", "improve", "run", "innovation"];
}
