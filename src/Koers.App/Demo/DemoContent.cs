using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Koers.App.Initiatives;
using Koers.App.Requests;
using Koers.Domain.Accounts;
using Koers.Domain.Frames;
using Koers.Domain.Initiatives;
using Koers.Domain.Means;

namespace Koers.App.Demo;

/// <summary>What the invented municipality consists of, as its data files say it. Money is in thousands of euros; time is counted back from now,
/// or in quarters from the first that is planned.</summary>
internal sealed record DemoContent
{
    public required TownData Town { get; init; }
    public required FrameData Frames { get; init; }
    public required IReadOnlyList<InitiativeData> Initiatives { get; init; }
    public required IReadOnlyList<RelationData> Relations { get; init; }
    public required IReadOnlyList<ThreadData> Threads { get; init; }

    public static DemoContent Read() => new()
    {
        Town = Read<TownData>("gemeente"),
        Frames = Read<FrameData>("kaders"),
        Initiatives = Read<InitiativeData[]>("initiatieven"),
        Relations = Read<RelationData[]>("relaties"),
        Threads = Read<ThreadData[]>("opmerkingen"),
    };

    private static T Read<T>(string name)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Koers.App.Demo.{name}.json")!;
        return JsonSerializer.Deserialize<T>(file, RegisterJson.Options)!;
    }
}

/// <summary>The organisation and its people.</summary>
internal sealed record TownData(
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("afdelingen")] IReadOnlyList<NamedData> Departments,
    [property: JsonPropertyName("programmas")] IReadOnlyList<NamedData> Programmes,
    [property: JsonPropertyName("accounts")] IReadOnlyList<AccountData> Accounts);

internal sealed record NamedData([property: JsonPropertyName("code")] string Code, [property: JsonPropertyName("naam")] string Name);

internal sealed record AccountData(
    [property: JsonPropertyName("gebruikersnaam")] string UserName,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("rol")] Role Role,
    [property: JsonPropertyName("afdeling")] string? Department = null);

/// <summary>What the executive sets.</summary>
internal sealed record FrameData(
    [property: JsonPropertyName("disconto")] double Discount,
    [property: JsonPropertyName("naloop")] int TailQuarters,
    [property: JsonPropertyName("besluit")] DecisionData Decision,
    [property: JsonPropertyName("vorigBesluit")] DecisionData EarlierDecision,
    [property: JsonPropertyName("doelen")] IReadOnlyList<GoalData> Goals,
    [property: JsonPropertyName("weging")] IReadOnlyList<WeighingData> Weighings,
    [property: JsonPropertyName("budgetten")] IReadOnlyList<BudgetData> Budgets,
    [property: JsonPropertyName("pools")] IReadOnlyList<PoolData> Pools,
    [property: JsonPropertyName("kaders")] IReadOnlyList<LimitData> Limits,
    [property: JsonPropertyName("scenarios")] IReadOnlyList<ScenarioData> Scenarios);

internal sealed record DecisionData([property: JsonPropertyName("naam")] string Name, [property: JsonPropertyName("dagenGeleden")] int DaysAgo);

internal sealed record GoalData(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("gewicht")] double Weight,
    [property: JsonPropertyName("omschrijving")] string Description = "",
    [property: JsonPropertyName("onder")] string? Parent = null,
    [property: JsonPropertyName("plafond")] double? Cap = null,
    [property: JsonPropertyName("indicator")] string? Indicator = null,
    [property: JsonPropertyName("streefwaarde")] double? Target = null,
    [property: JsonPropertyName("opgave")] string? Challenge = null,
    [property: JsonPropertyName("begrotingsprogramma")] string? BudgetProgramme = null,
    [property: JsonPropertyName("taakveld")] string? PolicyField = null,
    [property: JsonPropertyName("sdg")] int? DevelopmentGoal = null,
    [property: JsonPropertyName("ankers")] IReadOnlyDictionary<string, string>? Anchors = null);

internal sealed record WeighingData(
    [property: JsonPropertyName("onder")] string? Parent,
    [property: JsonPropertyName("manier")] Domain.Weighing.WeighingMethod Method,
    [property: JsonPropertyName("dagenGeleden")] int DaysAgo,
    [property: JsonPropertyName("antwoorden")] IReadOnlyDictionary<string, double> Answers);

internal sealed record BudgetData(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("soort")] BudgetKind Kind,
    [property: JsonPropertyName("meenemen")] bool CarriesOver,
    [property: JsonPropertyName("jaren")] IReadOnlyList<decimal> Years);

internal sealed record PoolData(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("afdeling")] string? Department,
    [property: JsonPropertyName("reserve")] double Reserve,
    [property: JsonPropertyName("fte")] IReadOnlyList<double> FtePerYear,
    [property: JsonPropertyName("inhuur")] double MostHired = 0,
    [property: JsonPropertyName("tarief")] decimal HirePrice = 0,
    [property: JsonPropertyName("inhuurUit")] string? HireBudget = null);

internal sealed record LimitData(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("soort")] FrameType Type,
    [property: JsonPropertyName("waar")] IReadOnlyDictionary<string, IReadOnlyList<string>>? Where = null,
    [property: JsonPropertyName("doel")] string? Goal = null,
    [property: JsonPropertyName("pool")] string? Pool = null,
    [property: JsonPropertyName("budgetten")] IReadOnlyList<string>? Budgets = null,
    [property: JsonPropertyName("jaren")] IReadOnlyList<int>? Years = null,
    [property: JsonPropertyName("min")] decimal? Min = null,
    [property: JsonPropertyName("max")] decimal? Max = null);

/// <summary>What a scenario has that is different.</summary>
internal sealed record ScenarioData(
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("omschrijving")] string Description,
    [property: JsonPropertyName("dagenGeleden")] int DaysAgo,
    [property: JsonPropertyName("budget")] string Budget,
    [property: JsonPropertyName("factor")] decimal Factor,
    [property: JsonPropertyName("erin")] IReadOnlyList<string> ForcedIn,
    [property: JsonPropertyName("eruit")] IReadOnlyList<string> ForcedOut);

/// <summary>One initiative, with what happened to it.</summary>
internal sealed record InitiativeData
{
    [JsonPropertyName("sleutel")] public required string Key { get; init; }
    [JsonPropertyName("naam")] public required string Name { get; init; }
    [JsonPropertyName("samenvatting")] public required string Summary { get; init; }
    [JsonPropertyName("afdeling")] public required string Department { get; init; }
    [JsonPropertyName("programma")] public string? Programme { get; init; }
    [JsonPropertyName("gebied")] public string? Area { get; init; }
    [JsonPropertyName("fase")] public string? Phase { get; init; }
    [JsonPropertyName("taakveld")] public string? PolicyField { get; init; }
    [JsonPropertyName("wettelijk")] public bool IsStatutory { get; init; }
    [JsonPropertyName("bestuurlijk")] public string? PoliticalSponsor { get; init; }
    [JsonPropertyName("ambtelijk")] public string? ExecutiveSponsor { get; init; }
    [JsonPropertyName("indiener")] public required string Proposer { get; init; }
    [JsonPropertyName("opdrachtnemer")] public string? Lead { get; init; }
    [JsonPropertyName("labels")] public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
    [JsonPropertyName("partners")] public IReadOnlyList<PartnerInput> Partners { get; init; } = [];
    [JsonPropertyName("documenten")] public IReadOnlyList<DocumentInput> Documents { get; init; } = [];
    [JsonPropertyName("varianten")] public IReadOnlyList<VariantData> Variants { get; init; } = [];
    [JsonPropertyName("scores")] public IReadOnlyDictionary<string, double> Scores { get; init; } = new Dictionary<string, double>();
    [JsonPropertyName("bedacht")] public int DaysAgo { get; init; }
    [JsonPropertyName("stappen")] public IReadOnlyList<StepData> Steps { get; init; } = [];
    [JsonPropertyName("gestart")] public StartData? Started { get; init; }
    [JsonPropertyName("alsNietGekozen")] public OutcomeData? WhenLeftOut { get; init; }
}

internal sealed record VariantData(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("omschrijving")] string Description,
    [property: JsonPropertyName("looptijd")] int Duration,
    [property: JsonPropertyName("kans")] double Success,
    [property: JsonPropertyName("aandeel")] double Share,
    [property: JsonPropertyName("geld")] IReadOnlyDictionary<string, decimal> Money,
    [property: JsonPropertyName("perJaarDaarna")] IReadOnlyDictionary<string, decimal> MoneyAfter,
    [property: JsonPropertyName("inzet")] IReadOnlyDictionary<string, double> People,
    [property: JsonPropertyName("nietVoor")] int? Earliest = null,
    [property: JsonPropertyName("uiterlijk")] int? Latest = null);

internal sealed record StepData(
    [property: JsonPropertyName("naar")] InitiativeState To,
    [property: JsonPropertyName("dagenGeleden")] int DaysAgo,
    [property: JsonPropertyName("door")] string By,
    [property: JsonPropertyName("reden")] string? Reason = null);

internal sealed record StartData(
    [property: JsonPropertyName("variant")] string Variant, [property: JsonPropertyName("kwartalenGeleden")] int QuartersAgo);

internal sealed record OutcomeData(
    [property: JsonPropertyName("naar")] InitiativeState To, [property: JsonPropertyName("reden")] string Reason);

internal sealed record RelationData(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("soort")] RelationType Type,
    [property: JsonPropertyName("reden")] string Reason,
    [property: JsonPropertyName("initiatieven")] IReadOnlyList<string> Initiatives,
    [property: JsonPropertyName("tussentijd")] int Lag = 0,
    [property: JsonPropertyName("min")] int? Min = null,
    [property: JsonPropertyName("max")] int? Max = null,
    [property: JsonPropertyName("waarde")] double? Value = null);

internal sealed record ThreadData(
    [property: JsonPropertyName("initiatief")] string Initiative, [property: JsonPropertyName("opmerkingen")] IReadOnlyList<RemarkData> Remarks);

internal sealed record RemarkData(
    [property: JsonPropertyName("door")] string By,
    [property: JsonPropertyName("dagenGeleden")] int DaysAgo,
    [property: JsonPropertyName("tekst")] string Text);
