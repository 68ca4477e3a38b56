using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Koers.App.Audit;
using Koers.App.Exchange.Archive;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Koers.App.Tests.Exchange;

public class RegisterArchiveTests(PostgreSqlServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite, DatabaseKind.PostgreSql, true)]
    [InlineData(DatabaseKind.PostgreSql, DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Sqlite, DatabaseKind.PostgreSql, false)]
    public async Task Everything_goes_out_and_comes_back_to_the_byte_through_the_other_database(DatabaseKind kind, DatabaseKind other, bool hasSecrets)
    {
        using var first = await TestRegister.Make(kind, server);
        await FullRegister.Fill(first);
        var written = await Export(first, hasSecrets);
        Assert.All(Contents(written), file => Assert.True(file.Value.Contains('{') || !hasSecrets, file.Key + " is empty: fill it in the test"));
        using var second = await TestRegister.Make(other, server);
        await Import(second, written);
        var again = await Export(second, hasSecrets);
        Assert.Equal(Contents(written), Contents(again));
        using var third = await TestRegister.Make(kind, server);
        await Import(third, again);
        Assert.Equal(Contents(written), Contents(await Export(third, hasSecrets)));

        await using var context = second.Open();
        Assert.Empty(await new AuditTrail(context, TimeProvider.System).Verify(Stop).ToListAsync(Stop));
        // The numbers that the database gives out go on after those that came along
        var square = await context.Initiatives.Include(i => i.Variants).SingleAsync(i => i.Number == "2026-0042", Stop);
        square.Variants[0].Spends.Add(new() { BudgetId = square.Variants[0].Spends[0].BudgetId, Quarter = 1 });
        await context.SaveChangesAsync(Stop);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Without_secrets_nothing_secret_is_in_it_and_the_accounts_are(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await FullRegister.Fill(register);
        var all = string.Concat(Contents(await Export(register, hasSecrets: false)).Values);
        Assert.DoesNotContain("geheim", all, StringComparison.Ordinal);
        Assert.Contains("\"portfoliomanager\"", all, StringComparison.Ordinal);
        Assert.Contains("geheim-hash", string.Concat(Contents(await Export(register, hasSecrets: true)).Values), StringComparison.Ordinal);
        using var other = await TestRegister.Make(kind, server);
        await Import(other, await Export(register, hasSecrets: false));
        await using var context = other.Open();
        var account = await context.Users.SingleAsync(Stop);
        Assert.Equal((null, false, 32), (account.PasswordHash, account.TwoFactorEnabled, account.SecurityStamp?.Length));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_register_with_something_in_it_takes_nothing_in(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await FullRegister.Fill(register);
        var written = await Export(register, hasSecrets: true);
        await Assert.ThrowsAsync<AgainstRuleException>(() => Import(register, written));
        Assert.Equal(Contents(written), Contents(await Export(register, hasSecrets: true)));
    }

    /// <summary>Each way in which somebody can spoil a file.</summary>
    public static TheoryData<string, DatabaseKind> Spoilings => new(
        from how in Spoiled.Keys from kind in Enum.GetValues<DatabaseKind>() select (how, kind));

    private static Dictionary<string, Action<Dictionary<string, byte[]>>> Spoiled { get; } = new()
    {
        ["a file missing"] = files => files.Remove("goals.json"),
        ["a file too many"] = files => files["extra.json"] = "[]"u8.ToArray(),
        ["a name that leaves the folder"] = files => files["../../etc/passwd"] = "x"u8.ToArray(),
        ["no manifest"] = files => files.Remove("manifest.json"),
        ["a manifest that is no JSON"] = files => files["manifest.json"] = "geen json"u8.ToArray(),
        ["a manifest of a list"] = files => files["manifest.json"] = "[]"u8.ToArray(),
        ["an unknown version"] = files => Manifest(files, m => m["formaat"] = "koers-register/2"),
        ["an unknown schema"] = files => Manifest(files, m => m["schema"] = "Later"),
        ["a wrong hash"] = files => Manifest(files, m => m["bestanden"]![0]!["sha256"] = new string('0', 64)),
        ["a changed row"] = files => files["departments.json"] = [.. Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["departments.json"]).Replace("Ruimte", "Buiten", StringComparison.Ordinal))],
        ["a kind of which nothing is known"] = files => Manifest(files, m => m["bestanden"]!.AsArray().RemoveAt(0)),
        ["a row that does not fit"] = files => Rehashed(files, "departments.json", "[{\"id\":7}]"),
        ["a value of another kind"] = files => Rehashed(files, "departments.json", "[{\"code\":{},\"id\":\"x\",\"name\":7}]"),
        ["no list"] = files => Rehashed(files, "departments.json", "{}"),
        ["an empty row"] = files => Rehashed(files, "departments.json", "[null]"),
        ["a row that refers to nothing"] = files => Rehashed(files, "departments.json", "[]"),
    };

    [Theory]
    [MemberData(nameof(Spoilings))]
    public async Task A_file_that_was_spoiled_is_refused_and_nothing_of_it_stays(string how, DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        using var source = await TestRegister.Make(DatabaseKind.Sqlite, server);
        await FullRegister.Fill(source);
        using var whole = new ZipArchive(new MemoryStream(await Export(source, hasSecrets: true)));
        var files = whole.Entries.ToDictionary(e => e.FullName, e => Bytes(e));
        Spoiled[how](files);
        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => Import(register, Zip(files)));
        Assert.NotEmpty(refused.Faults[0].Text.Dutch);
        await using var context = register.Open();
        Assert.Equal((0, 0), (await context.Departments.CountAsync(Stop), await context.AuditEntries.CountAsync(Stop)));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task An_archive_of_the_schema_before_this_one_is_taken_in_and_what_it_does_not_have_is_as_a_migration_makes_it(DatabaseKind kind)
    {
        using var source = await TestRegister.Make(kind, server);
        var square = await source.SaveSquare();
        var (written, was) = (await Export(source, hasSecrets: false), await Before());
        using var register = await TestRegister.Make(kind, server);
        await Import(register, Zip(Older(written, was)));
        await using (var context = register.Open())
        {
            var read = await context.Initiatives.Include(i => i.Variants).SingleAsync(Stop);
            Assert.Equal((square.Name, null, 0), (read.Name, read.PolicyField, read.Documents.Count));
            // What the migration gives to variants that are there
            Assert.Equal((3, 1.0, 2), (read.Variants[0].Duration, read.Variants[0].EffectShare, read.Variants[0].Spends.Count));
        }

        // All that the older one knew is the same
        var again = Contents(Zip(Older(await Export(register, hasSecrets: false), was)));
        Assert.Equal(Contents(Zip(Older(written, was))), again);
    }

    [Fact]
    public async Task An_archive_that_says_it_is_older_and_has_what_came_later_is_refused()
    {
        using var source = await TestRegister.Make(DatabaseKind.Sqlite, server);
        await source.SaveSquare();
        using var whole = new ZipArchive(new MemoryStream(await Export(source, hasSecrets: false)));
        var files = whole.Entries.ToDictionary(e => e.FullName, e => Bytes(e));
        using var register = await TestRegister.Make(DatabaseKind.Sqlite, server);
        var was = await Before();
        Manifest(files, m => m["schema"] = was.Schema);
        await Assert.ThrowsAsync<InvalidInputException>(() => Import(register, Zip(files)));
    }

    /// <summary>The schema before the last migrations, as that makes it: tables and their columns. The last one adds nothing to it, the one before does.</summary>
    private static async Task<(string Schema, ILookup<string, string> Columns)> Before()
    {
        var file = Path.Combine(Path.GetTempPath(), $"koers-{Guid.NewGuid():N}.db");
        try
        {
            await using var context = RegisterContext.Open(DatabaseAddress.Parse(file));
            var before = context.Database.GetMigrations().SkipLast(2).Last();
            await context.GetService<IMigrator>().MigrateAsync(before, Stop);
            var columns = await context.Database.SqlQueryRaw<string>(
                "SELECT m.name || '.' || p.name AS Value FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table'").ToListAsync(Stop);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            return (before.Split('_', 2)[1], columns.ToLookup(c => c.Split('.')[0], c => c.Split('.')[1]));
        }
        finally
        {
            foreach (var left in (string[])[file, file + "-wal", file + "-shm"])
                File.Delete(left);
        }
    }

    /// <summary>An archive as the program of an older schema would have written it.</summary>
    private static Dictionary<string, byte[]> Older(byte[] archive, (string Schema, ILookup<string, string> Columns) was)
    {
        using var whole = new ZipArchive(new MemoryStream(archive));
        var files = whole.Entries.ToDictionary(e => e.FullName, e => Bytes(e));
        Manifest(files, m => m["schema"] = was.Schema);
        foreach (var name in files.Keys.Where(name => name != "manifest.json").ToList())
            if (was.Columns[name[..^5]].ToHashSet() is not { Count: > 0 } columns)
            {
                files.Remove(name);
                Manifest(files, m => m["bestanden"]!.AsArray().Remove(m["bestanden"]!.AsArray().Single(f => (string?)f!["naam"] == name)));
            }
            else
            {
                var rows = JsonNode.Parse(files[name])!.AsArray();
                foreach (var row in rows.Select(r => r!.AsObject()))
                    foreach (var later in row.Select(c => c.Key).Where(c => !columns.Contains(c)).ToList())
                        row.Remove(later);
                Rehashed(files, name, rows.ToJsonString(), rows.Count);
            }

        return files;
    }

    [Fact]
    public async Task A_file_that_was_cut_off_or_is_no_zip_is_refused()
    {
        using var register = await TestRegister.Make(DatabaseKind.Sqlite, server);
        using var source = await TestRegister.Make(DatabaseKind.Sqlite, server);
        await FullRegister.Fill(source);
        var whole = await Export(source, hasSecrets: true);
        foreach (var length in (int[])[0, 1, 100, whole.Length / 2, whole.Length - 30])
            await Assert.ThrowsAsync<InvalidInputException>(() => Import(register, whole[..length]));
        await Assert.ThrowsAsync<InvalidInputException>(() => Import(register, "Geacht college,"u8.ToArray()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_bomb_is_not_unpacked(bool isAnnounced)
    {
        using var register = await TestRegister.Make(DatabaseKind.Sqlite, server);
        using var source = await TestRegister.Make(DatabaseKind.Sqlite, server);
        using var whole = new ZipArchive(new MemoryStream(await Export(source, hasSecrets: false)));
        var files = whole.Entries.ToDictionary(e => e.FullName, e => Bytes(e));
        files["goals.json"] = new byte[100_000_000];
        if (isAnnounced)
            Manifest(files, m => m["bestanden"]!.AsArray().Single(f => (string?)f!["naam"] == "goals.json")!["bytes"] = 100_000_000);
        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => Import(register, Zip(files)));
        Assert.Contains("groter dan", refused.Faults[0].Text.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thousands_of_entries_are_refused_unread()
    {
        using var register = await TestRegister.Make(DatabaseKind.Sqlite, server);
        var files = Enumerable.Range(0, 5000).ToDictionary(i => $"file_{i}.json", _ => "[]"u8.ToArray());
        await Assert.ThrowsAsync<InvalidInputException>(() => Import(register, Zip(files)));
    }

    internal static async Task<byte[]> Export(TestRegister register, bool hasSecrets)
    {
        await using var context = register.Open();
        var target = new MemoryStream();
        await new RegisterArchive(context, TimeProvider.System).Write(target, hasSecrets, Stop);
        return target.ToArray();
    }

    internal static async Task Import(TestRegister register, byte[] archive)
    {
        await using var context = register.Open();
        await new RegisterArchive(context, TimeProvider.System).Read(new MemoryStream(archive), isReplaced: false, Stop);
    }

    /// <summary>What is in the files, without the manifest: that says when it was made.</summary>
    internal static SortedDictionary<string, string> Contents(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        return new(zip.Entries.Where(e => e.FullName != "manifest.json").ToDictionary(e => e.FullName, e => Encoding.UTF8.GetString(Bytes(e))), StringComparer.Ordinal);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static byte[] Zip(Dictionary<string, byte[]> files)
    {
        var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in files)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(bytes);
            }

        return target.ToArray();
    }

    private static void Manifest(Dictionary<string, byte[]> files, Action<JsonNode> change)
    {
        var manifest = JsonNode.Parse(files["manifest.json"])!;
        change(manifest);
        files["manifest.json"] = Encoding.UTF8.GetBytes(manifest.ToJsonString());
    }

    /// <summary>Other contents with the hash that belongs to them: what a deliberate forger would do.</summary>
    private static void Rehashed(Dictionary<string, byte[]> files, string name, string text, int rows = 1)
    {
        files[name] = Encoding.UTF8.GetBytes(text);
        Manifest(files, m =>
        {
            var listed = m["bestanden"]!.AsArray().Single(f => (string?)f!["naam"] == name)!;
            listed["bytes"] = files[name].Length;
            listed["sha256"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(files[name]));
            listed["regels"] = rows;
        });
    }
}
