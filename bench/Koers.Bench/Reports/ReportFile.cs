namespace Koers.Bench.Reports;

/// <summary>A page partly written by people: the benchmark replaces what stands between its two marks and leaves the rest alone.</summary>
internal static class ReportFile
{
    public static void Replace(string path, string section, string content)
    {
        var (open, close) = ($"<!-- {section}: written by the benchmark -->", $"<!-- end of {section} -->");
        var page = File.Exists(path) ? File.ReadAllText(path) : "# Benchmarks\n";
        var start = page.IndexOf(open, StringComparison.Ordinal);
        var end = page.IndexOf(close, StringComparison.Ordinal);
        var block = $"{open}\n{content.Trim()}\n{close}";
        page = start < 0 || end < start
            ? $"{page.TrimEnd()}\n\n{block}\n"
            : page[..start] + block + page[(end + close.Length)..];
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, page);
    }
}
