using Koers.Cli.Report;
using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Koers.Planning.Problems;

namespace Koers.Cli.Files;

/// <summary>Reads the files that commands are given.</summary>
internal static class InputFile
{
    /// <summary>What stands for standard input.</summary>
    public const string StandardInput = "-";

    // Who plans wants the plan; who wants all warnings validates
    private const int WarningsShown = 3;

    public static ReadResult<Problem> Problem(string path)
    {
        if (path != StandardInput)
            return ProblemReader.ReadFile(path);
        using var input = Console.OpenStandardInput();
        return ProblemReader.Read(input);
    }

    public static ReadResult<Plan> Plan(string path)
    {
        if (path != StandardInput)
            return PlanReader.ReadFile(path);
        using var input = Console.OpenStandardInput();
        return PlanReader.Read(input);
    }

    /// <summary>Reads a problem and writes its faults, and a few of its warnings, as messages; null where it cannot be used.</summary>
    public static Problem? ProblemOrFaults(string path, Vocabulary vocabulary) => Told(path, vocabulary, Problem(path));

    /// <summary>Reads a plan and writes its faults as messages; null where it cannot be used.</summary>
    public static Plan? PlanOrFaults(string path, Vocabulary vocabulary) => Told(path, vocabulary, Plan(path));

    /// <summary>Reads how means were divided until now into a problem; null, with its faults as messages, where it cannot be
    /// used.</summary>
    public static Problem? SharesOrFaults(string path, Problem problem, Vocabulary vocabulary)
    {
        if (path != StandardInput)
            return Told(path, vocabulary, SharesReader.ReadFile(path, problem));
        using var input = Console.OpenStandardInput();
        return Told(path, vocabulary, SharesReader.Read(input, problem));
    }

    private static T? Told<T>(string path, Vocabulary vocabulary, ReadResult<T> result) where T : class
    {
        var warnings = result.Faults.Where(fault => fault.Severity == Severity.Warning).ToArray();
        var shown = ListSizes.Shown(warnings.Length, WarningsShown);
        FaultLines.Write(Console.Error, vocabulary, path, result.Faults.Where(fault => fault.Severity == Severity.Error));
        FaultLines.Write(Console.Error, vocabulary, path, warnings.Take(shown));
        if (shown < warnings.Length)
            Screen.Message(vocabulary.Messages.MoreWarnings.With(path));
        return result.Value;
    }
}
