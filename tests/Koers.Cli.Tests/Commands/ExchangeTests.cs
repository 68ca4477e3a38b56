using System.IO.Compression;
using System.Text.Json.Nodes;
using Xunit;

namespace Koers.Cli.Tests.Commands;

public class ExchangeTests
{
    [Fact]
    public void A_register_goes_out_comes_in_elsewhere_is_backed_up_and_restored()
    {
        using var folder = new TemporaryFolder();
        var (first, second) = (folder["een.db"], folder["twee.db"]);
        KoersProcess.Run("db", "migrate", "--database", first);
        KoersProcess.Run("db", "migrate", "--database", second);
        var written = KoersProcess.Run("export", folder["register.zip"], "--database", first);
        Assert.Equal((0, ""), (written.Status, written.Error));
        Assert.Equal(0, KoersProcess.Run("import", folder["register.zip"], "--database", second).Status);
        // That everything was taken out is in the trail, afterwards: it is in the next file
        Assert.Equal(0, KoersProcess.Run("export", folder["later.zip"], "--with-secrets", "--database", first).Status);
        using (var zip = ZipFile.OpenRead(folder["later.zip"]))
        using (var trail = new StreamReader(zip.GetEntry("audit_entries.json")!.Open()))
            Assert.Contains("register.exporteren", trail.ReadToEnd(), StringComparison.Ordinal);

        Assert.Equal(0, KoersProcess.Run("backup", folder["kopie.db"], "--database", first).Status);
        // Whoever may read the register that is there need not read the keys in what takes its place
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(second, (UnixFileMode)0b110_100_100);
        var refused = KoersProcess.Run("restore", folder["kopie.db"], "--database", second, "--language", "nl");
        Assert.Equal(2, refused.Status);
        Assert.Contains("--replace", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(0, KoersProcess.Run("restore", folder["kopie.db"], "--replace", "--database", second).Status);
        var aside = Assert.Single(Directory.GetFiles(folder.Name, "twee.db.voor-herstel-*"));
        if (!OperatingSystem.IsWindows())
            foreach (var file in (string[])[folder["register.zip"], folder["later.zip"], folder["kopie.db"], second, aside])
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        // Two exports before the copy was made, and that it was put here
        Assert.Contains("3 lines", KoersProcess.Run("audit", "verify", "--database", second).Flat, StringComparison.Ordinal);
        Assert.Equal(["register.exporteren", "register.exporteren", "register.terugzetten"], Actions(second));
        Assert.Equal(["register.exporteren", "register.exporteren", "register.reservekopie"], Actions(first));
        IEnumerable<string?> Actions(string register) => KoersProcess.Run("audit", "export", "--format", "jsonl", "--database", register)
            .Lines.Select(line => (string?)JsonNode.Parse(line)!["actie"]);
    }

    [Theory]
    [InlineData("koers.db", "export")]
    [InlineData("koers.db-wal", "export")]
    [InlineData("koers.db", "schedule", "export")]
    [InlineData("koers.db", "run", "problem")]
    public void Nothing_is_written_over_the_register_that_it_comes_from(string written, params string[] command)
    {
        using var folder = new TemporaryFolder();
        KoersProcess.Run("db", "migrate", "--database", folder["koers.db"]);
        var before = File.ReadAllBytes(folder["koers.db"]);
        var outcome = KoersProcess.Run([.. command, folder[written], "--database", folder["koers.db"]]);
        Assert.Equal(2, outcome.Status);
        Assert.Contains("is also an input file", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(folder["koers.db"]));
    }

    [Theory]
    [InlineData("import")]
    [InlineData("restore")]
    public void A_file_that_is_not_there_or_is_something_else_is_one_line(string command)
    {
        using var folder = new TemporaryFolder();
        KoersProcess.Run("db", "migrate", "--database", folder["koers.db"]);
        foreach (var file in (string[])[folder["nergens.zip"], folder.With("brief.zip", "Geacht college,")])
        {
            var outcome = KoersProcess.Run(command, file, "--database", folder["koers.db"]);
            Assert.Equal(2, outcome.Status);
            Assert.Single(outcome.ErrorLines);
        }
    }
}
