using System.CommandLine;
using System.Diagnostics;
using Koers.App.Storage;
using Koers.Bench.Reports;

namespace Koers.Bench.Serving;

/// <summary><c>koers-bench server</c>: how fast the API answers, at rest and while a plan is made, and how soon pages are there. The load comes from wrk (Debian's package).</summary>
internal static class ServerCommand
{
    private const int MostSecondsAPage = 6;
    private const string Api = "api";
    private const string Import = "import";
    private const string Pages = "pages";

    public static Command Make(string repository)
    {
        var initiatives = new Option<int>("--initiatives") { Description = "How many initiatives.", DefaultValueFactory = _ => 2000 };
        var seconds = new Option<int>("--seconds") { Description = "How long each measurement takes.", DefaultValueFactory = _ => 10 };
        var postgres = new Option<string?>("--postgresql") { Description = "An empty PostgreSQL database, to measure on that too." };
        var output = new Option<string>("--out")
        {
            Description = "The page that the table goes into, with the picture beside it.",
            DefaultValueFactory = _ => Path.Combine(repository, "docs", "benchmarks.md"),
        };
        var only = new Option<string?>("--only") { Description = "Measures nothing else: 'api', 'import' (printed, not written to the page) or 'pages'." }
            .AcceptOnlyFromAmong(Api, Import, Pages);
        var command = new Command("server", "Measures the server on a register of its own.") { initiatives, seconds, postgres, output, only };
        command.SetAction((parsed, cancellation) => Run(
            Path.Combine(repository, "src", "Koers.Cli", "bin", "Release", "net10.0", "koers.dll"), parsed.GetValue(initiatives), parsed.GetValue(seconds),
            parsed.GetValue(postgres), parsed.GetValue(output)!, parsed.GetValue(only), cancellation));
        return command;
    }

    private static async Task<int> Run(
        string koers, int initiatives, int seconds, string? postgres, string output, string? only, CancellationToken cancellation)
    {
        if (only != Import && !Wrk.IsThere())
        {
            await Console.Error.WriteLineAsync("There is no wrk: install it (apt-get install wrk).");
            return 1;
        }

        var folder = Directory.CreateTempSubdirectory("koers-bench-");
        try
        {
            var all = new List<ServerFigures>();
            foreach (var database in (string?[])[Path.Combine(folder.FullName, "koers.db"), postgres])
                if (database is not null)
                {
                    await Fill(koers, database, initiatives, cancellation);
                    if (only == Import)
                        Console.WriteLine($"{DatabaseAddress.Parse(database).Kind}: {await ImportTrial.Measure(koers, database, cancellation)}");
                    else if (only is null or Api)
                        all.Add(await ServerTrial.Measure(koers, database, initiatives, seconds, cancellation) with { Import = await ImportTrial.Measure(koers, database, cancellation) });
                }

            if (all.Count > 0)
                await Report(all, output, cancellation);
            if (only is Api or Import)
                return 0;
            var pages = await PagesTrial.Measure(koers, Path.Combine(folder.FullName, "koers.db"), initiatives, Math.Min(seconds, MostSecondsAPage), cancellation);
            ReportFile.Replace(output, "pages", PagesReport.Write(pages));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Fill(string koers, string database, int initiatives, CancellationToken cancellation)
    {
        using (var demo = Process.Start("dotnet", [koers, "demo", "--no-serve", "--database", database]))
            await demo.WaitForExitAsync(cancellation);
        await LargeRegister.Fill(database, initiatives, TimeProvider.System.GetUtcNow(), cancellation);
    }

    private static async Task Report(IReadOnlyList<ServerFigures> all, string output, CancellationToken cancellation)
    {
        ReportFile.Replace(output, "server", ServerReport.Write(all, ServerPicture.FileName));
        var picture = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(output))!, ServerPicture.FileName);
        Directory.CreateDirectory(Path.GetDirectoryName(picture)!);
        await File.WriteAllTextAsync(picture, ServerPicture.Draw(all), cancellation);
    }
}
