using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning.Formats;

namespace Koers.Cli.Files;

/// <summary>A file that a command is to write. Whether that can be done is found out before the work, not after it.</summary>
internal static class OutFile
{
    /// <summary>What stands in the way of writing the file, as one line; null = nothing.</summary>
    public static string? Obstacle(MessageTexts texts, string path, params ReadOnlySpan<string> inputs)
    {
        try
        {
            if (path == InputFile.StandardInput)
                return texts.OutIsDash;
            if (path.Length == 0 || Directory.Exists(path))
                return texts.OutIsDirectory.With(path.Length == 0 ? "\"\"" : path);
            var full = Path.GetFullPath(path);
            foreach (var input in inputs)
                if (input != InputFile.StandardInput && Real(input) == Real(full))
                    return texts.OutIsInput.With(path);
            if (IsDevice(full))
                return File.Exists(full) ? null : texts.OutFolderClosed.With(path, Path.GetDirectoryName(full)!);
            var real = Real(full);
            var folder = Path.GetDirectoryName(real)!;
            if (!Directory.Exists(folder))
                return texts.OutFolderMissing.With(path, folder);
            return IsDevice(real) || CanWriteIn(folder) ? null : texts.OutFolderClosed.With(path, folder);
        }
        catch (Exception e) when (IsExpected(e))
        {
            return texts.OutUnwritable.With(path, e.Message);
        }
    }

    /// <summary>Writes the file, whole or not at all; says why where that fails.</summary>
    public static bool Write(MessageTexts texts, string path, Action<Stream> write) => Write(texts, path, write, AtomicFile.Write);

    /// <summary>The same, for its owner only.</summary>
    public static bool WritePrivate(MessageTexts texts, string path, Action<Stream> write) => Write(texts, path, write, AtomicFile.WritePrivate);

    private static bool Write(MessageTexts texts, string path, Action<Stream> write, Action<string, Action<Stream>> how)
    {
        try
        {
            how(path, write);
            return true;
        }
        catch (Exception e) when (IsExpected(e))
        {
            Screen.Message(texts.OutFailed.With(path, e.Message));
            return false;
        }
    }

    /// <summary>Faults of the file system, as opposed to faults of this program.</summary>
    public static bool IsExpected(Exception e) =>
        e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or System.Security.SecurityException;

    // Written directly: nothing is made beside it
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows()
        && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal));

    private static bool CanWriteIn(string folder)
    {
        var trial = Path.Combine(folder, ".koers-" + Guid.NewGuid().ToString("N") + ".trial");
        try
        {
            using var file = new FileStream(trial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Real(string path)
    {
        var full = Path.GetFullPath(path);
        return new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
    }
}
