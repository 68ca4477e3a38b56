using Xunit;

namespace Koers.Planning.Tests.Formats;

/// <summary>The shared problems, where somebody laid them beside the project; without them their tests have nothing to do.</summary>
internal static class RealFiles
{
    public static TheoryData<string> Problems { get; } = [.. Find()];

    private static IEnumerable<string> Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(data)) return Directory.GetFiles(data, "*.json").Order(StringComparer.Ordinal);
        }
        return [];
    }
}
