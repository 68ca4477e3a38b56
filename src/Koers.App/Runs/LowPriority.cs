using System.Runtime.InteropServices;

namespace Koers.App.Runs;

/// <summary>Lets planning give way to answers: the thread that plans, and all threads that it begins, come after others where there is not enough
/// for all. On Linux by its nice value, which threads inherit; elsewhere by the priority of the thread itself.</summary>
internal static class LowPriority
{
    private const int OfThread = 0;
    private const int Nice = 10;

    public static void Take()
    {
        if (OperatingSystem.IsLinux())
            _ = SetPriority(OfThread, 0, Nice);
        else
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, uint who, int priority);
}
