using System.Runtime.InteropServices;

namespace Koers.Bench.Contests;

/// <summary>On what the measurements were made.</summary>
internal static class Machine
{
    public static string Describe()
    {
        var processor = Field("/proc/cpuinfo", "model name", ':') ?? RuntimeInformation.ProcessArchitecture.ToString();
        var system = Field("/etc/os-release", "PRETTY_NAME", '=')?.Trim('"') ?? RuntimeInformation.OSDescription;
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        return FormattableString.Invariant(
            $"{Environment.ProcessorCount} cores of {processor}, {memory:0} GB, {system}, {RuntimeInformation.FrameworkDescription}");
    }

    /// <summary>How many processes wanted to run in the last minute; measuring asks for nearly none. Null where it is not known.</summary>
    public static double? Load() => File.Exists("/proc/loadavg")
        ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)
        : null;

    public static bool Finds(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));

    private static string? Field(string file, string name, char separator) => !File.Exists(file) ? null : File.ReadLines(file)
        .Where(l => l.StartsWith(name, StringComparison.Ordinal))
        .Select(l => l[(l.IndexOf(separator, StringComparison.Ordinal) + 1)..].Trim())
        .FirstOrDefault();
}
