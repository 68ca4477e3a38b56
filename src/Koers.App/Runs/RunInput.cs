using System.Text.Json;
using System.Text.Json.Serialization;
using Koers.App.Requests;
using Koers.Domain.Runs;
using Koers.Planning.Analyses;

namespace Koers.App.Runs;

/// <summary>What is asked: a run, of what, and how.</summary>
public sealed record RunInput
{
    /// <summary>What it should find out.</summary>
    [JsonPropertyName("soort")]
    public required RunKind Kind { get; init; }

    /// <summary>Id of the scenario that is planned; null = the municipality's own frames.</summary>
    [JsonPropertyName("scenario")]
    public Guid? Scenario { get; init; }

    /// <summary>Which frames, where there is no scenario: those in force, or the draft.</summary>
    [JsonPropertyName("kaders")]
    public FramesAsked Frames { get; init; }

    /// <summary>Number of the run whose problem and plan are looked into; null where the kind needs none.</summary>
    [JsonPropertyName("run")]
    public int? Run { get; init; }

    /// <summary>How long and how hard to search, and what the kind asks for.</summary>
    [JsonPropertyName("opties")]
    public RunOptions Options { get; init; } = new();
}

/// <summary>Which frames are asked to be planned.</summary>
public enum FramesAsked
{
    /// <summary>Those in force, or the draft where none were adopted.</summary>
    [JsonStringEnumMemberName("vastgesteld")]
    InForce,

    /// <summary>The draft.</summary>
    [JsonStringEnumMemberName("concept")]
    Draft,
}

/// <summary>How means are divided, for the price of silos.</summary>
public enum DivisionAsked
{
    /// <summary>By what is asked.</summary>
    [JsonStringEnumMemberName("gevraagd")]
    Asked,

    /// <summary>As until now; needs shares.</summary>
    [JsonStringEnumMemberName("historisch")]
    Historic,

    /// <summary>The same for all.</summary>
    [JsonStringEnumMemberName("gelijk")]
    Equal,
}

/// <summary>How long and how hard a run searches, and what its kind asks for. What is not given is as the command line has it.</summary>
public sealed record RunOptions
{
    /// <summary>Seconds after which it answers with what it has, 1 to 3600.</summary>
    [JsonPropertyName("tijdslimiet")]
    public double? TimeLimit { get; init; }

    /// <summary>The gap at which a plan is good enough, 0 to 1; 0.001 = 0.1%.</summary>
    [JsonPropertyName("marge")]
    public double? Gap { get; init; }

    /// <summary>Seed of every random choice, 0 or more.</summary>
    [JsonPropertyName("zaad")]
    public int? Seed { get; init; }

    /// <summary>Whether the same problem and seed must give the same answer; effort is then counted in steps.</summary>
    [JsonPropertyName("herhaalbaar")]
    public bool? Deterministic { get; init; }

    /// <summary>Explain: number of the initiative.</summary>
    [JsonPropertyName("initiatief")]
    public string? Initiative { get; init; }

    /// <summary>Prices: how much more is tried, as a share of the limit, more than 0 and at most 1.</summary>
    [JsonPropertyName("verlichting")]
    public double? Relief { get; init; }

    /// <summary>Prices: how many are confirmed by planning again, 0 to 1000.</summary>
    [JsonPropertyName("bevestigen")]
    public int? Confirm { get; init; }

    /// <summary>Silos: the label that divides, for example "afdeling".</summary>
    [JsonPropertyName("label")]
    public string? Label { get; init; }

    /// <summary>Silos: how means are divided.</summary>
    [JsonPropertyName("verdeling")]
    public DivisionAsked? Division { get; init; }

    /// <summary>Silos: how means were divided until now, a koers-shares/1.</summary>
    [JsonPropertyName("aandelen")]
    public JsonElement? Shares { get; init; }

    /// <summary>Frontier: codes of budgets that are made scarcer or wider.</summary>
    [AtMost(1_000)]
    [JsonPropertyName("budgetten")]
    public IReadOnlyList<string>? Budgets { get; init; }

    /// <summary>Frontier: codes of pools that are made scarcer or wider.</summary>
    [AtMost(1_000)]
    [JsonPropertyName("pools")]
    public IReadOnlyList<string>? Pools { get; init; }

    /// <summary>Frontier: the least factor on the means, 0 or more.</summary>
    [JsonPropertyName("van")]
    public double? From { get; init; }

    /// <summary>Frontier: the largest factor on the means, at most 10.</summary>
    [JsonPropertyName("tot")]
    public double? To { get; init; }

    /// <summary>Frontier: number of points, 2 to 200.</summary>
    [JsonPropertyName("punten")]
    public int? Points { get; init; }

    /// <summary>Robust: codes of goals from the most to the least important.</summary>
    [AtMost(1_000)]
    [JsonPropertyName("volgorde")]
    public IReadOnlyList<string>? Order { get; init; }

    /// <summary>Robust: how far weights may be off, as a share, 0 to 1.</summary>
    [JsonPropertyName("spreiding")]
    public double? Spread { get; init; }

    /// <summary>Robust: number of weight vectors, 1 to 100,000.</summary>
    [JsonPropertyName("vectoren")]
    public int? Vectors { get; init; }

    /// <summary>Risk: number of simulated runs, 1 to 1,000,000.</summary>
    [JsonPropertyName("trekkingen")]
    public int? Draws { get; init; }

    /// <summary>Replan: quarters at the beginning that stay as they are.</summary>
    [JsonPropertyName("bevriezen")]
    public int? Freeze { get; init; }

    /// <summary>Replan: points for each initiative that is dropped.</summary>
    [JsonPropertyName("boeteVervallen")]
    public double? DropPenalty { get; init; }

    /// <summary>Replan: points for each initiative that is new.</summary>
    [JsonPropertyName("boeteNieuw")]
    public double? AddPenalty { get; init; }

    /// <summary>Replan: points for each quarter by which a start moves.</summary>
    [JsonPropertyName("boeteVerschuiven")]
    public double? ShiftPenalty { get; init; }

    /// <summary>Replan: points for each initiative in another variant.</summary>
    [JsonPropertyName("boeteVariant")]
    public double? VariantPenalty { get; init; }

    /// <summary>Repair: most conflicts to find, 1 to 1000.</summary>
    [JsonPropertyName("conflicten")]
    public int? Conflicts { get; init; }

    /// <summary>Repair: whether statutory tasks and relations may be given up wherever that is cheapest.</summary>
    [JsonPropertyName("magOpgeven")]
    public bool? MayGiveUp { get; init; }

    /// <summary>Compare: numbers of the runs whose plans are set beside that of the run, 1 to 8.</summary>
    [JsonPropertyName("andereRuns")]
    public IReadOnlyList<int>? OtherRuns { get; init; }

    /// <summary>The division as the engine has it.</summary>
    internal MeansDivision MeansDivision => Division switch
    {
        DivisionAsked.Historic => MeansDivision.Historic,
        DivisionAsked.Equal => MeansDivision.Equal,
        _ => Shares is null ? MeansDivision.Asked : MeansDivision.Historic,
    };
}
