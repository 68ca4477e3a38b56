namespace Koers.Planning.Formats;

/// <summary>Writes files whole or not at all: who reads along, or after a power cut, sees the old file or the new one.</summary>
public static class AtomicFile
{
    /// <summary>Writes to a temporary file beside the target, makes sure that it stands on the disk, and renames it.</summary>
    /// <param name="path">Where the file must come. A link is followed; a device (<c>/dev/stdout</c>) is written directly.</param>
    /// <param name="write">Writes the contents.</param>
    /// <exception cref="IOException">The folder does not exist, the path is a folder, or the disk is full.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written in.</exception>
    public static void Write(string path, Action<Stream> write) => Put(path, write, isPrivate: false);

    /// <summary>The same, for the owner of the file only, also where the file that it takes the place of could be read by others.</summary>
    /// <param name="path">Where the file must come.</param>
    /// <param name="write">Writes the contents.</param>
    /// <exception cref="IOException">As of <see cref="Write"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written in.</exception>
    public static void WritePrivate(string path, Action<Stream> write) => Put(path, write, isPrivate: true);

    private static void Put(string path, Action<Stream> write, bool isPrivate)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        // A device is not looked up behind its link: /dev/stdout may be a pipe, which has no path
        var full = Path.GetFullPath(path);
        var target = IsDevice(full) ? full : Target(path);
        if (IsDevice(target))
        {
            using var device = new FileStream(target, FileMode.Open, FileAccess.Write);
            write(device);
            return;
        }
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        try
        {
            WriteNew(temporary, write, isPrivate);
            if (!isPrivate)
                KeepPermissions(target, temporary);
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>The file itself where the path is a link; refuses what cannot be a file.</summary>
    private static string Target(string path)
    {
        var full = Path.GetFullPath(path);
        var target = (File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName : null) ?? full;
        if (Directory.Exists(target) || Path.EndsInDirectorySeparator(path))
            throw new IOException($"'{path}' is a folder: name a file in it.");
        var folder = Path.GetDirectoryName(target);
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"The folder of '{path}' does not exist: make it first.");
        return target;
    }

    /// <summary>Renaming onto a device would replace the device.</summary>
    private static bool IsDevice(string target) =>
        !OperatingSystem.IsWindows()
        && (target.StartsWith("/dev/", StringComparison.Ordinal) || target.StartsWith("/proc/", StringComparison.Ordinal));

    private static void WriteNew(string path, Action<Stream> write, bool isPrivate)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (isPrivate && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        write(file);
        file.Flush(flushToDisk: true);
    }

    /// <summary>A file that only its owner could read stays so.</summary>
    private static void KeepPermissions(string target, string temporary)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
    }
}
