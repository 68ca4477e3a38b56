using Koers.App.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.Cli.Tests.Commands;

public class RegisterTests
{
    private static int MigrationsOf(string file)
    {
        using var context = RegisterContext.Open(DatabaseAddress.Parse(file));
        return context.Database.GetMigrations().Count();
    }

    [Fact]
    public void A_database_is_made_once_and_then_left_as_it_is()
    {
        using var folder = new TemporaryFolder();
        var file = folder["koers.db"];
        var made = KoersProcess.Run("db", "migrate", "--database", file);
        Assert.Equal((0, $"{file}: the database is up to date; {MigrationsOf(file)} migrations applied"), (made.Status, made.Flat));
        var again = KoersProcess.Run("db", "migrate", "--language", "nl", "--database", file);
        Assert.Equal((0, $"{file}: de database was al bij"), (again.Status, again.Flat));
        Assert.Equal("The audit trail is empty.", KoersProcess.Run("audit", "verify", "--database", file).Flat);
    }

    [Fact]
    public void A_new_register_is_for_its_owner_only_and_what_was_set_for_one_that_is_there_stays()
    {
        // Windows has other permissions
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        var (file, there) = (folder["koers.db"], folder["er-is-al.db"]);
        KoersProcess.Run("db", "migrate", "--database", file);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal("wal", JournalOf(file));
        File.Copy(file, there);
        var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        File.SetUnixFileMode(there, mode);
        KoersProcess.Run("db", "migrate", "--database", there);
        Assert.Equal(mode, File.GetUnixFileMode(there));
    }

    [Fact]
    public void A_line_that_was_noted_is_compared_and_what_is_no_line_is_refused()
    {
        using var folder = new TemporaryFolder();
        var file = folder["koers.db"];
        KoersProcess.Run("db", "migrate", "--database", file);
        Assert.Equal(0, KoersProcess.Run("export", folder["een.zip"], "--database", file).Status);
        var whole = KoersProcess.Run("audit", "verify", "--database", file).Flat;
        var noted = whole[(whole.LastIndexOf(' ') + 1)..];
        Assert.StartsWith("1:", noted, StringComparison.Ordinal);
        Assert.Equal(0, KoersProcess.Run("audit", "verify", "--after", noted, "--database", file).Status);
        var other = KoersProcess.Run("audit", "verify", "--after", noted, "--after", "1:" + new string('0', 64), "--database", file);
        Assert.Equal((1, "line 1: is not the line that was noted"), (other.Status, other.Flat));
        var gone = KoersProcess.Run("audit", "verify", "--after", "7:" + new string('0', 64), "--database", file);
        Assert.Equal((1, "line 7: is missing"), (gone.Status, gone.Flat));
        var wrong = KoersProcess.Run("audit", "verify", "--after", "nooit", "--database", file);
        Assert.Equal(2, wrong.Status);
        Assert.Contains("\"nooit\"", wrong.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mysql://koers:geheim@db/koers")]
    [InlineData("Server=db;Pwd=geheim")]
    public void An_address_of_another_database_is_no_file_and_is_not_repeated(string address)
    {
        var refused = KoersProcess.Run("db", "migrate", "--database", address);
        Assert.Equal(2, refused.Status);
        Assert.DoesNotContain("geheim", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_register_that_is_not_there_is_not_made_by_looking_into_it()
    {
        using var folder = new TemporaryFolder();
        var file = folder["koers.db"];
        var outcome = KoersProcess.Run("audit", "verify", "--database", file);
        Assert.Equal(2, outcome.Status);
        Assert.Contains("koers db migrate", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void A_line_of_the_audit_trail_that_was_changed_is_named_and_the_status_tells()
    {
        using var folder = new TemporaryFolder();
        var file = folder["koers.db"];
        KoersProcess.Run("db", "migrate", "--database", file);
        Execute(file, "INSERT INTO audit_entries VALUES (1, '2026-11-24 12:00:00', 'account/1', 'doel.wijzig', 'doel/wonen', NULL, NULL, NULL, 'Done', '', 'x')");
        var outcome = KoersProcess.Run("audit", "verify", "--database", file);
        Assert.Equal((1, "line 1: was changed after it was written"), (outcome.Status, outcome.Flat));
        Assert.Equal("regel 1: is gewijzigd nadat zij is geschreven", KoersProcess.Run("audit", "verify", "--language", "nl", "--database", file).Flat);
    }

    [Fact]
    public void The_audit_trail_is_taken_away_as_csv_without_formulas_or_as_json()
    {
        using var folder = new TemporaryFolder();
        var file = folder["koers.db"];
        KoersProcess.Run("db", "migrate", "--database", file);
        Execute(file, "INSERT INTO audit_entries VALUES (1, '2026-11-24 12:00:00', '=cmd()', 'doel.wijzig', 'doel/wonen', NULL, '{{\"a\":1}}', NULL, 'Done', '', 'x')");
        var csv = KoersProcess.Run("audit", "export", "--database", file);
        Assert.Equal(0, csv.Status);
        Assert.Contains("1,2026-11-24T12:00:00Z,'=cmd(),doel.wijzig,doel/wonen,,\"{\"\"a\"\":1}\",,gedaan,nee,,x", csv.Out, StringComparison.Ordinal);
        var json = KoersProcess.Run("audit", "export", "--format", "jsonl", "--database", file);
        Assert.Contains("\"wie\":\"=cmd()\"", Assert.Single(json.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(2, KoersProcess.Run("audit", "export", "--format", "xml", "--database", file).Status);
    }

    [Fact]
    public void A_database_of_a_newer_version_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        var file = folder["koers.db"];
        KoersProcess.Run("db", "migrate", "--database", file);
        Execute(file, "INSERT INTO __EFMigrationsHistory VALUES ('20991231000000_Later', '99.0')");
        foreach (var command in (string[][])[["db", "migrate"], ["audit", "verify"]])
        {
            var outcome = KoersProcess.Run([.. command, "--database", file]);
            Assert.Equal(2, outcome.Status);
            Assert.Contains("newer version", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("postgres://koers:geheim@127.0.0.1:1/koers")]
    [InlineData("Host=127.0.0.1;Port=1;Username=koers;Password=geheim;Database=koers")]
    public void A_server_that_does_not_answer_is_one_line_without_the_password(string address)
    {
        var outcome = KoersProcess.Run("db", "migrate", "--database", address);
        Assert.Equal(2, outcome.Status);
        Assert.Contains("127.0.0.1/koers", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", outcome.Error + outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_database_is_refused_and_stays_as_it_was()
    {
        using var folder = new TemporaryFolder();
        var file = folder["brief.txt"];
        File.WriteAllText(file, "Geacht college,");
        Assert.Equal(2, KoersProcess.Run("db", "migrate", "--database", file).Status);
        Assert.Equal("Geacht college,", File.ReadAllText(file));
        Assert.Equal(2, KoersProcess.Run("db", "migrate", "--database", folder["nergens/koers.db"]).Status);
        Assert.Equal(2, KoersProcess.Run("db", "migrate", "--database", " ").Status);
    }

    [Fact]
    public void A_command_that_only_holds_others_says_which()
    {
        var outcome = KoersProcess.Run("db");
        Assert.Equal(0, outcome.Status);
        Assert.Contains("koers db <command>", outcome.Flat, StringComparison.Ordinal);
        var help = KoersProcess.Run("db", "migrate", "--help").Flat;
        Assert.Contains("koers db migrate [options]", help, StringComparison.Ordinal);
        Assert.Contains("--language <en|nl>", help, StringComparison.Ordinal);
    }

    private static object? JournalOf(string file)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        return command.ExecuteScalar();
    }

    private static void Execute(string file, string sql)
    {
        using var context = RegisterContext.Open(DatabaseAddress.Parse(file));
        context.Database.ExecuteSqlRaw(sql);
    }
}
