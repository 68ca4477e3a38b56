using System.Diagnostics;
using System.Runtime.InteropServices;
using Koers.App.Runs;
using Xunit;

namespace Koers.App.Tests.Runs;

public sealed class SolverMemoryTests
{
    private const int Blocks = 2_000;

    // Small enough for the C library to keep, and written to, so that it is there
    private const int Bytes = 64 << 10;

    [Fact]
    public void What_a_solver_let_go_of_goes_back_to_the_machine()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere the C library has no such function.");
        var blocks = Enumerable.Range(0, Blocks).Select(_ => Marshal.AllocHGlobal(Bytes)).ToArray();
        foreach (var block in blocks)
            Marshal.Copy(new byte[Bytes], 0, block, Bytes);
        // The last one stands in the way of giving the rest back by itself
        foreach (var block in blocks[..^1])
            Marshal.FreeHGlobal(block);
        var kept = Resident();

        SolverMemory.GiveBack();

        Assert.InRange(kept - Resident(), (long)Blocks * Bytes / 2, long.MaxValue);
        Marshal.FreeHGlobal(blocks[^1]);
    }

    private static long Resident()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
