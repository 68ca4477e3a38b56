using System.Text.Json.Serialization;

namespace Koers.Domain.Runs;

/// <summary>What a run finds out: a plan, or one of the analyses.</summary>
public enum RunKind
{
    /// <summary>The best plan.</summary>
    [JsonStringEnumMemberName("plan")]
    Plan,

    /// <summary>Why an initiative is in, or not.</summary>
    [JsonStringEnumMemberName("verklaring")]
    Explain,

    /// <summary>What one more euro or fte is worth.</summary>
    [JsonStringEnumMemberName("prijzen")]
    Prices,

    /// <summary>What dividing the means costs.</summary>
    [JsonStringEnumMemberName("verkokering")]
    Silos,

    /// <summary>What more or less means would bring.</summary>
    [JsonStringEnumMemberName("grenslijn")]
    Frontier,

    /// <summary>Whether the choice holds if weights or scores are uncertain.</summary>
    [JsonStringEnumMemberName("robuustheid")]
    Robust,

    /// <summary>How likely the plan holds.</summary>
    [JsonStringEnumMemberName("risico")]
    Risk,

    /// <summary>What now, with the least disturbance.</summary>
    [JsonStringEnumMemberName("herplanning")]
    Replan,

    /// <summary>What differs between plans.</summary>
    [JsonStringEnumMemberName("vergelijking")]
    Compare,

    /// <summary>The cheapest way out of frames that cannot hold together.</summary>
    [JsonStringEnumMemberName("herstel")]
    Repair,
}

/// <summary>Where a run stands.</summary>
public enum RunState
{
    /// <summary>Waits for a worker.</summary>
    [JsonStringEnumMemberName("wachtend")]
    Queued,

    /// <summary>Is being worked on.</summary>
    [JsonStringEnumMemberName("bezig")]
    Running,

    /// <summary>Ended by itself; its result is there.</summary>
    [JsonStringEnumMemberName("klaar")]
    Done,

    /// <summary>Stopped on request, or broken off for good; the best result so far is there, if there was any.</summary>
    [JsonStringEnumMemberName("gestopt")]
    Stopped,

    /// <summary>Ended without a result; says why.</summary>
    [JsonStringEnumMemberName("mislukt")]
    Failed,
}

/// <summary>One planning run or analysis (planningsrun): what was asked, how far it is, and for good what was planned and found.</summary>
public sealed class Run
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its number, 1 …, in order of asking.</summary>
    public required int Number { get; init; }

    /// <summary>What it finds out.</summary>
    public required RunKind Kind { get; init; }

    /// <summary>The scenario that it plans; null = the frames in force, or the draft where none were adopted.</summary>
    public Guid? ScenarioId { get; init; }

    /// <summary>The run whose plan it looks into; null for a plan.</summary>
    public Guid? PlanRunId { get; init; }

    /// <summary>Where it stands.</summary>
    public RunState State { get; set; }

    /// <summary>What was asked, in JSON: time limit, gap, seed, and what the kind asks for.</summary>
    public required string Options { get; init; }

    /// <summary>The problem that is planned, a koers-problem/1. Written when it is asked for: what is changed later changes no run.</summary>
    public required string Problem { get; init; }

    /// <summary>The plan (koers-plan/1) or the answer of the analysis, in JSON; while a plan is made, the best so far, for a worker that goes away.
    /// Null as long as there is none.</summary>
    public string? Result { get; set; }

    /// <summary>Worth of the plan in <see cref="Result"/>; null as long as there is none.</summary>
    public double? Value { get; set; }

    /// <summary>No plan is worth more; null as long as nothing is known.</summary>
    public double? Bound { get; set; }

    /// <summary>How far the plan may lie below the best thinkable, 0.01 = 1%; null as long as there is none.</summary>
    public double? Gap { get; set; }

    /// <summary>What it is busy with, or why it failed; empty where there is nothing to say.</summary>
    public string Message { get; set; } = "";

    /// <summary>Whether somebody asked it to stop.</summary>
    public bool IsStopAsked { get; set; }

    /// <summary>Who works on it; null where nobody does.</summary>
    public string? Worker { get; set; }

    /// <summary>Until when that worker has the run for itself; it must have said something before that.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>How often it was begun: more than once where a worker went away in the middle.</summary>
    public int Attempts { get; set; }

    /// <summary>Who asked for it; null where that account is gone.</summary>
    public Guid? AskedById { get; set; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When the last attempt began; null while it waits.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it ended; null before that.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
