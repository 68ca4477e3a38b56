using System.Diagnostics;

namespace Koers.Bench.Contests;

/// <summary>Debian's package of CBC, which no NuGet package brings along.</summary>
internal static class CbcProgram
{
    /// <summary>Whether <c>cbc</c> can be run, after installing it where that is allowed.</summary>
    public static bool IsThere(TextWriter messages)
    {
        if (Machine.Finds("cbc"))
            return true;
        if (Environment.IsPrivilegedProcess && Machine.Finds("apt-get"))
        {
            messages.WriteLine("Installing coinor-cbc …");
            if (Succeeds("apt-get", "update", "-qq") && Succeeds("apt-get", "install", "-y", "-qq", "coinor-cbc") && Machine.Finds("cbc"))
                return true;
        }
        messages.WriteLine("CBC is left out: there is no program 'cbc'. Install it with: sudo apt-get install coinor-cbc");
        return false;
    }

    private static bool Succeeds(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
