using System.ComponentModel;
using System.Diagnostics;
using Koers.Planning.Formats;
using Koers.Planning.Plans;
using Xunit;

namespace Koers.Planning.Tests.Samples;

/// <summary>The reference reading of the contract, where somebody laid it beside the project; without it the test is skipped.</summary>
internal static class ReferenceScript
{
    /// <summary>Exit status with which the script says that a plan holds.</summary>
    private const int Holds = 0;

    private static readonly string? Script = SampleFiles.FindAbove("shared", "contract", "koers_reference.py");

    /// <summary>Asserts that the script finds a plan, as it is written to a file, in order.</summary>
    public static async Task Accepts(string sample, Plan plan, CancellationToken cancelled)
    {
        if (Script is null) Assert.Skip("The reference reading of the contract is not beside the project.");
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            PlanWriter.WriteFile(file, plan);
            using var python = Start(["-B", Script, "check", SampleFiles.PathOf(sample), file]);
            var output = python.StandardOutput.ReadToEndAsync(cancelled);
            var errors = python.StandardError.ReadToEndAsync(cancelled);
            await python.WaitForExitAsync(cancelled);
            Assert.True(python.ExitCode == Holds, $"{sample}: {await output}{await errors}");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Process Start(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("python3", arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("There is no python3 on this machine.");
            throw;
        }
    }
}
