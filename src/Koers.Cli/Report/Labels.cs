using Koers.Cli.Terminal;
using Koers.Planning.Problems;

namespace Koers.Cli.Report;

/// <summary>Labels that a report shows.</summary>
internal static class Labels
{
    /// <summary>The department; labels are free, so both languages are understood. Empty where there is none.</summary>
    public static string Department(Initiative initiative)
    {
        foreach (var key in (string[])["department", "afdeling"])
            if (initiative.Labels.TryGetValue(key, out var department))
                return Display.Clean(department);
        return "";
    }
}
