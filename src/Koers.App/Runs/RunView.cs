using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Koers.App.Requests;
using Koers.Domain.Runs;

namespace Koers.App.Runs;

/// <summary>A run as it is shown; its problem and result are fetched by themselves.</summary>
public sealed record RunView
{
    /// <summary>Its number.</summary>
    [JsonPropertyName("nummer")]
    public required int Number { get; init; }

    /// <summary>What it finds out.</summary>
    [JsonPropertyName("soort")]
    public required RunKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    [JsonPropertyName("toestand")]
    public required RunState State { get; init; }

    /// <summary>Id of the scenario; null = the municipality's own frames.</summary>
    [JsonPropertyName("scenario")]
    public Guid? Scenario { get; init; }

    /// <summary>Number of the run whose plan it looks into.</summary>
    [JsonPropertyName("run")]
    public int? PlanRun { get; init; }

    /// <summary>What was asked.</summary>
    [JsonPropertyName("opties")]
    public required JsonElement Options { get; init; }

    /// <summary>Worth of the best plan so far.</summary>
    [JsonPropertyName("waarde")]
    public double? Value { get; init; }

    /// <summary>No plan is worth more.</summary>
    [JsonPropertyName("grens")]
    public double? Bound { get; init; }

    /// <summary>How far the plan may lie below the best thinkable, 0.01 = 1%.</summary>
    [JsonPropertyName("marge")]
    public double? Gap { get; init; }

    /// <summary>The same in words, or that there was nothing to choose; null as long as there is no plan.</summary>
    [JsonPropertyName("bewijs")]
    public string? Proof { get; init; }

    /// <summary>What it is busy with, or why it failed.</summary>
    [JsonPropertyName("bericht")]
    public string? Message { get; init; }

    /// <summary>Whether somebody asked it to stop.</summary>
    [JsonPropertyName("stopGevraagd")]
    public required bool IsStopAsked { get; init; }

    /// <summary>How often it was begun.</summary>
    [JsonPropertyName("pogingen")]
    public required int Attempts { get; init; }

    /// <summary>Whether there is a result to fetch; while a plan is made, the best so far.</summary>
    [JsonPropertyName("heeftResultaat")]
    public required bool HasResult { get; init; }

    /// <summary>Who asked for it.</summary>
    [JsonPropertyName("gevraagdDoor")]
    public Guid? AskedBy { get; init; }

    /// <summary>When it was asked.</summary>
    [JsonPropertyName("gevraagdOp")]
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When the last attempt began.</summary>
    [JsonPropertyName("begonnenOp")]
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    [JsonPropertyName("geeindigdOp")]
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether it is over.</summary>
    [JsonIgnore]
    public bool IsOver => State is not (RunState.Queued or RunState.Running);

    /// <summary>What is said instead of a proof where no initiative was weighed yet: the best of nothing proves nothing.</summary>
    public static Text NothingToChoose { get; } = new("nog niets gewogen, dus er viel niets te kiezen", "nothing weighed yet, so there was nothing to choose");

    /// <summary>How good a plan is, in words: "hooguit 1,2% onder het best denkbare".</summary>
    /// <param name="value">What it is worth; null where there is no plan.</param>
    /// <param name="bound">No plan is worth more; null where nothing is known.</param>
    public static Text? ProofOf(double? value, double? bound)
    {
        const double Tolerance = 1e-6;
        if (value is not { } worth)
            return null;
        if (bound is not { } most)
            return new Text("nog niets bewezen", "nothing proven yet");
        var below = Math.Max(0, most - worth);
        if (below <= Tolerance * Math.Max(1, Math.Abs(worth)))
            return new Text("bewezen het best denkbare", "proven the best thinkable");
        // A share of a value near or under zero says nothing: then the difference itself is told
        var isShare = worth > 0 && below / worth <= 10;
        var number = isShare ? AtMost(below / worth * 100) + "%" : AtMost(below);
        return new Text(
            $"hooguit {number.Replace('.', ',')}{(isShare ? "" : " punten")} onder het best denkbare",
            $"at most {number}{(isShare ? "" : " points")} below the best thinkable");
    }

    // Rounded up: "at most" must stay true
    private static string AtMost(double number)
    {
        var digits = number >= 0.1 ? 1 : number >= 0.01 ? 2 : 4;
        var unit = Math.Pow(10, digits);
        return (Math.Ceiling((number * unit) - 1e-9) / unit).ToString("0.####", CultureInfo.InvariantCulture);
    }
}
