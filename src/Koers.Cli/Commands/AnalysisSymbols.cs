using System.CommandLine;
using Koers.Cli.Texts;
using Koers.Planning;
using Koers.Planning.Analyses;
using Koers.Planning.Pools;

namespace Koers.Cli.Commands;

/// <summary>What an analysis was asked, as far as all of them are asked the same.</summary>
/// <param name="Options">How long and how hard to search.</param>
/// <param name="Quiet">Whether progress is left out.</param>
/// <param name="Json">Whether the result is JSON.</param>
/// <param name="Everything">Whether long lists are shown in full.</param>
internal sealed record AnalysisRequest(AnalysisOptions Options, bool Quiet, bool Json, bool Everything);

/// <summary>The options that all commands for analyses share.</summary>
internal sealed class AnalysisSymbols
{
    private readonly Option<TimeSpan> _timeLimit;
    private readonly Option<int> _seed;
    private readonly Option<bool> _deterministic;
    private readonly Option<int> _threads;
    private readonly Option<bool> _quiet;
    private readonly Option<bool> _json;
    private readonly Option<bool> _all;

    /// <param name="texts">The texts of commands.</param>
    /// <param name="timeLimit">How long the analysis takes at most, unless told otherwise.</param>
    public AnalysisSymbols(CommandTexts texts, TimeSpan timeLimit)
    {
        var defaults = new PlannerOptions();
        _timeLimit = SharedSymbols.Value(
            "--time-limit", texts.AnalysisTimeLimit.With(timeLimit.TotalSeconds + "s"), texts.DurationValue, timeLimit, OptionValues.Time,
            texts.BadTimeLimit, OptionValues.LongestTime.TotalHours + "h");
        _seed = SharedSymbols.Value(
            "--seed", texts.Seed, texts.NumberValue, defaults.Seed, text => OptionValues.Whole(text, 0, int.MaxValue), texts.BadSeed,
            $"{int.MaxValue}");
        _deterministic = SharedSymbols.Flag("--deterministic", texts.DeterministicAnswer);
        _threads = SharedSymbols.Value(
            "--threads", texts.Threads, texts.NumberValue, defaults.Threads,
            text => OptionValues.Whole(text, 1, OptionValues.MostThreads), texts.BadThreads, $"{OptionValues.MostThreads}");
        _quiet = SharedSymbols.Flag("--quiet", texts.Quiet);
        _json = SharedSymbols.Flag("--json", texts.Json);
        _all = SharedSymbols.Flag("--all", texts.All);
    }

    /// <summary>Adds the options to a command, after its own.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_timeLimit);
        command.Options.Add(_seed);
        command.Options.Add(_deterministic);
        command.Options.Add(_threads);
        command.Options.Add(_quiet);
        command.Options.Add(_json);
        command.Options.Add(_all);
    }

    public AnalysisRequest Read(ParseResult parsed) => new(
        new AnalysisOptions
        {
            TimeLimit = parsed.GetValue(_timeLimit),
            Seed = parsed.GetValue(_seed),
            Deterministic = parsed.GetValue(_deterministic),
            Pool = new LocalPool(parsed.GetValue(_threads)),
        },
        parsed.GetValue(_quiet), parsed.GetValue(_json), parsed.GetValue(_all));
}
