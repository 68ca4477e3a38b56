using System.Diagnostics;
using System.Diagnostics.Metrics;
using Koers.App.Accounts;
using Koers.App.Exchange.Initiatives;
using Koers.App.Requests;
using Koers.Domain.Runs;

namespace Koers.App.Operation;

/// <summary>What Koers measures of itself for whoever keeps it running, named by the conventions of OpenTelemetry. It says of which kind something was
/// and how it ended, and never who did it or what it was about. It costs next to nothing where nobody listens.</summary>
public static class Instruments
{
    /// <summary>The name under which listeners find all of it.</summary>
    public const string Name = "Koers";

    internal const string RunKindTag = "koers.run.kind";
    internal const string RunOutcomeTag = "koers.run.outcome";

    private const string RunUnit = "{run}";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Queued = Meter.CreateCounter<long>("koers.run.queued", RunUnit, "Planning runs and analyses that were asked for.");

    private static readonly Counter<long> Finished = Meter.CreateCounter<long>("koers.run.finished", RunUnit, "Planning runs and analyses that are over.");

    private static readonly Counter<long> Imports = Meter.CreateCounter<long>(
        "koers.import.finished", "{import}", "Files with initiatives that were looked at or stored.");

    private static readonly Counter<long> Refused = Meter.CreateCounter<long>("koers.sign_in.refused", "{attempt}", "Attempts to sign in that were refused.");

    internal static ActivitySource Source { get; } = new(Name);

    /// <summary>Seconds of attempts; a run takes from a moment to an hour.</summary>
    internal static Histogram<double> Duration { get; } = Meter.CreateHistogram(
        "koers.run.duration", "s", "How long an attempt at a planning run or analysis took.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600] });

    /// <summary>A run was asked for.</summary>
    /// <param name="kind">What it finds out.</param>
    internal static void RunQueued(RunKind kind) => Queued.Add(1, Tag(RunKindTag, Words.English(kind)));

    /// <summary>A run is over.</summary>
    /// <param name="kind">What it found out.</param>
    /// <param name="state">How it ended.</param>
    internal static void RunFinished(RunKind kind, RunState state) =>
        Finished.Add(1, Tag(RunKindTag, Words.English(kind)), Tag(RunOutcomeTag, Words.English(state)));

    /// <summary>A file with initiatives was looked at or stored.</summary>
    /// <param name="outcome">How that ended.</param>
    internal static void ImportFinished(ImportOutcome outcome) => Imports.Add(1, Tag("koers.import.outcome", Words.English(outcome)));

    /// <summary>An attempt to sign in was refused.</summary>
    /// <param name="why">What was wrong.</param>
    public static void SignInRefused(SignInFailure why) => Refused.Add(1, Tag("koers.sign_in.failure", Words.English(why)));

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
