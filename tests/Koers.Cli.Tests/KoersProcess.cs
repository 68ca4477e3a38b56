using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Koers.Cli.Tests;

/// <summary>What a run of the program left behind.</summary>
internal sealed record Outcome(int Status, string Out, string Error)
{
    public string[] Lines => Out.TrimEnd('\n').Split('\n');

    /// <summary>The results without line breaks and double spaces: for sentences that may be broken anywhere.</summary>
    public string Flat => string.Join(' ', Out.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    public string[] ErrorLines => Error.TrimEnd('\n').Split('\n');
}

/// <summary>The built program, run as a process.</summary>
internal static class KoersProcess
{
    // Only so that nothing hangs for ever: a demo takes half a minute of a processor, which others may want too
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    public static string Program => Path.Combine(AppContext.BaseDirectory, "koers.dll");

    public static string Town => File("town.json");

    public static string Conflict => File("conflict.json");

    public static string Hostile => File("hostile.json");

    public static string File(string name) => Path.Combine(AppContext.BaseDirectory, "Problems", name);

    /// <summary>Runs in English, whatever the machine speaks.</summary>
    public static Outcome Run(params string[] arguments) =>
        Run(new Dictionary<string, string> { ["LC_ALL"] = "en_US.UTF-8" }, "", arguments);

    public static Outcome Run(IReadOnlyDictionary<string, string> environment, string input, params string[] arguments)
    {
        using var process = Start(environment, arguments);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        return Finish(process);
    }

    public static Process Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in (string[])["LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "COLUMNS", "NO_COLOR", "TERM", "KOERS_DEBUG"])
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static Outcome Finish(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            Assert.Fail("koers did not end");
        }

        process.WaitForExit();
        return new Outcome(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    public static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Name = Directory.CreateTempSubdirectory("koers-test-").FullName;

    public string Name { get; }

    public string this[string file] => Path.Combine(Name, file);

    public string With(string file, string text)
    {
        File.WriteAllText(this[file], text);
        return this[file];
    }

    public void Dispose() => Directory.Delete(Name, recursive: true);
}
