using System.Runtime.InteropServices;

namespace Koers.App.Runs;

/// <summary>Memory in which solvers worked. The C library of Linux keeps what they let go of, in a part for each thread that ever asked for some: on a
/// server that goes on for months it would be held for nobody.</summary>
internal static class SolverMemory
{
    private static readonly TrimHeap? Trim = Find();

    private delegate int TrimHeap(nuint keep);

    /// <summary>Gives what is not in use back to the machine; does nothing where the C library has no such function.</summary>
    public static void GiveBack() => Trim?.Invoke(0);

    private static TrimHeap? Find() =>
        NativeLibrary.TryLoad("libc.so.6", out var library) && NativeLibrary.TryGetExport(library, "malloc_trim", out var address)
            ? Marshal.GetDelegateForFunctionPointer<TrimHeap>(address)
            : null;
}
