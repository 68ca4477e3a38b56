using Koers.App.Audit;
using Koers.App.Exchange.Backup;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.App.Tests.Storage;
using Koers.Domain.Audit;
using Koers.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Koers.App.Tests.Exchange;

public sealed class RegisterBackupTests(PostgreSqlServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("koers-test-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_backup_made_while_others_write_holds_all_that_was_confirmed_before_it_began(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await FullRegister.Fill(register);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var confirmed = 0;
        var writers = Enumerable.Range(0, 3).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                await using var context = register.Open();
                context.Departments.Add(new Department { Id = Guid.CreateVersion7(), Code = $"a{writer}-{i}", Name = "x" });
                await new AuditTrail(context, TimeProvider.System).Save(TestRegister.Manager, new Happening("afdeling.maken", $"afdeling/a{writer}-{i}"), Stop);
                Interlocked.Increment(ref confirmed);
            }
        })).ToArray();
        var backup = new RegisterBackup(register.Address, TimeProvider.System);
        for (var i = 0; i < 3; i++)
        {
            while (Volatile.Read(ref confirmed) < 10 * (i + 1))
                await Task.Delay(10, Stop);
            var before = Volatile.Read(ref confirmed);
            await backup.Make(TestRegister.Manager, File($"kopie-{i}"), Stop);
            using var other = await TestRegister.Make(kind, server);
            await new RegisterBackup(other.Address, TimeProvider.System).Restore(TestRegister.Manager, File($"kopie-{i}"), isReplaced: true, Stop);
            await using var context = other.Open();
            var departments = await context.Departments.CountAsync(Stop) - 1;
            Assert.True(departments >= before, $"{departments} of {before} confirmed departments are in the backup.");
            // The thing and its line in the audit trail: both or neither
            Assert.Equal(departments, await context.AuditEntries.CountAsync(e => e.Action == "afdeling.maken", Stop));
            Assert.Empty(await new AuditTrail(context, TimeProvider.System).Verify(Stop).ToListAsync(Stop));
        }

        await enough.CancelAsync();
        await Task.WhenAll(writers);
        Assert.DoesNotContain(Directory.GetFiles(_folder), file => Path.GetFileName(file)[0] == '.');
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_restore_under_an_open_register_is_seen_by_who_has_it_open_and_the_old_one_is_kept(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await FullRegister.Fill(register);
        var backup = new RegisterBackup(register.Address, TimeProvider.System);
        await backup.Make(TestRegister.Manager, File("kopie"), Stop);
        await using var open = register.Open();
        open.Departments.Add(new Department { Id = Guid.CreateVersion7(), Code = "later", Name = "Later" });
        await open.SaveChangesAsync(Stop);
        await Assert.ThrowsAsync<AgainstRuleException>(() => backup.Restore(TestRegister.Manager, File("kopie"), isReplaced: false, Stop));
        Assert.Equal(2, await open.Departments.CountAsync(Stop));

        var aside = await backup.Restore(TestRegister.Manager, File("kopie"), isReplaced: true, Stop);
        Assert.Equal(1, await open.Departments.CountAsync(Stop));
        await backup.Restore(TestRegister.Manager, aside!, isReplaced: true, Stop);
        Assert.Equal(2, await open.Departments.CountAsync(Stop));
        foreach (var left in Directory.GetFiles(Path.GetDirectoryName(Path.GetFullPath(aside!))!, Path.GetFileName(register.Address.Shown) + ".voor-herstel-*"))
            System.IO.File.Delete(left);
    }

    [Fact]
    public async Task Where_there_is_no_register_yet_a_copy_becomes_one()
    {
        using var register = await TestRegister.Make(DatabaseKind.Sqlite, server);
        await FullRegister.Fill(register);
        var before = Untrailed(await RegisterArchiveTests.Export(register, hasSecrets: true));
        await new RegisterBackup(register.Address, TimeProvider.System).Make(TestRegister.Manager, File("kopie"), Stop);
        var address = DatabaseAddress.Parse(File("nieuw.db"));
        Assert.Null(await new RegisterBackup(address, TimeProvider.System).Restore(TestRegister.Manager, File("kopie"), isReplaced: false, Stop));
        Assert.Equal(before, Untrailed(await Export(address)));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task The_trail_of_a_register_says_that_it_was_copied_and_that_it_was_restored(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await FullRegister.Fill(register);
        using var other = await TestRegister.Make(kind, server);
        await new RegisterBackup(register.Address, TimeProvider.System).Make(TestRegister.Manager, File("kopie"), Stop);
        var aside = await new RegisterBackup(other.Address, TimeProvider.System).Restore(TestRegister.Manager, File("kopie"), isReplaced: true, Stop);
        var (copied, restored) = (await Last(register), await Last(other));
        Assert.Equal(("register.reservekopie", """{"bestand":"kopie"}"""), (copied.Action, copied.After));
        Assert.Equal(("register.terugzetten", TestRegister.Manager.Name), (restored.Action, restored.Actor));
        Assert.Contains(Path.GetFileName(aside)!, restored.After, StringComparison.Ordinal);
        await using var context = other.Open();
        Assert.Empty(await new AuditTrail(context, TimeProvider.System).Verify(Stop).ToListAsync(Stop));
        System.IO.File.Delete(aside!);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Without_its_line_in_the_trail_nothing_is_restored(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await FullRegister.Fill(register);
        var backup = new RegisterBackup(register.Address, TimeProvider.System);
        await backup.Make(TestRegister.Manager, File("kopie"), Stop);
        await using (var context = register.Open())
        {
            context.Departments.Add(new Department { Id = Guid.CreateVersion7(), Code = "later", Name = "Later" });
            await context.SaveChangesAsync(Stop);
        }

        // A line that cannot be written, as where the machine stops just before it
        await Assert.ThrowsAnyAsync<Exception>(() => backup.Restore(TestRegister.Manager with { Name = null! }, File("kopie"), isReplaced: true, Stop));

        await using var after = register.Open();
        Assert.Equal(2, await after.Departments.CountAsync(Stop));
        Assert.Equal("register.reservekopie", (await Last(register)).Action);
        var folder = kind == DatabaseKind.Sqlite ? Path.GetDirectoryName(Path.GetFullPath(register.Address.Shown))! : _folder;
        Assert.Empty(Directory.GetFiles(folder, $".{Path.GetFileName(register.Address.Shown)}.*"));
        foreach (var left in Directory.GetFiles(folder, Path.GetFileName(register.Address.Shown) + ".voor-herstel-*"))
            System.IO.File.Delete(left);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task What_is_damaged_cut_off_or_something_else_is_not_restored_and_the_register_stays(DatabaseKind kind)
    {
        using var register = await TestRegister.Make(kind, server);
        await FullRegister.Fill(register);
        var backup = new RegisterBackup(register.Address, TimeProvider.System);
        await backup.Make(TestRegister.Manager, File("kopie"), Stop);
        var whole = await System.IO.File.ReadAllBytesAsync(File("kopie"), Stop);
        var before = RegisterArchiveTests.Contents(await RegisterArchiveTests.Export(register, hasSecrets: true));
        byte[][] damaged = [[], "Geacht college,"u8.ToArray(), whole[..(whole.Length / 2)], [.. whole[..(whole.Length / 3)], .. new byte[5000], .. whole[((whole.Length / 3) + 5000)..]]];
        for (var i = 0; i < damaged.Length; i++)
        {
            await System.IO.File.WriteAllBytesAsync(File($"fout-{i}"), damaged[i], Stop);
            await Assert.ThrowsAsync<InvalidInputException>(() => backup.Restore(TestRegister.Manager, File($"fout-{i}"), isReplaced: true, Stop));
        }

        await System.IO.File.WriteAllBytesAsync(File("zonder"), await RegisterArchiveTests.Export(register, hasSecrets: false), Stop);
        await Assert.ThrowsAsync<InvalidInputException>(() => backup.Restore(TestRegister.Manager, File("zonder"), isReplaced: true, Stop));
        Assert.Equal(before, RegisterArchiveTests.Contents(await RegisterArchiveTests.Export(register, hasSecrets: true)));
    }

    [Fact]
    public async Task A_copy_whose_audit_trail_was_tampered_with_is_not_restored()
    {
        using var register = await TestRegister.Make(DatabaseKind.Sqlite, server);
        await FullRegister.Fill(register);
        var backup = new RegisterBackup(register.Address, TimeProvider.System);
        await backup.Make(TestRegister.Manager, File("kopie"), Stop);
        await using (var copy = RegisterContext.Open(DatabaseAddress.Parse(File("kopie"))))
            await copy.Database.ExecuteSqlRawAsync("UPDATE audit_entries SET after = 'x' WHERE number = 2", Stop);
        await Assert.ThrowsAsync<InvalidInputException>(() => backup.Restore(TestRegister.Manager, File("kopie"), isReplaced: true, Stop));
    }

    [Fact]
    public async Task A_backup_overwrites_nothing_and_is_for_its_owner_only()
    {
        using var register = await TestRegister.Make(DatabaseKind.Sqlite, server);
        var backup = new RegisterBackup(register.Address, TimeProvider.System);
        await backup.Make(TestRegister.Manager, File("kopie"), Stop);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File("kopie")));
        await Assert.ThrowsAsync<AgainstRuleException>(() => backup.Make(TestRegister.Manager, File("kopie"), Stop));
        await Assert.ThrowsAnyAsync<IOException>(() => backup.Make(TestRegister.Manager, File("nergens/kopie"), Stop));
        Assert.Single(Directory.GetFiles(_folder));
    }

    private static SortedDictionary<string, string> Untrailed(byte[] archive)
    {
        var contents = RegisterArchiveTests.Contents(archive);
        contents.Remove("audit_entries.json");
        return contents;
    }

    private static async Task<AuditEntry> Last(TestRegister register)
    {
        await using var context = register.Open();
        return await context.AuditEntries.AsNoTracking().OrderByDescending(e => e.Number).FirstAsync(Stop);
    }

    private static async Task<byte[]> Export(DatabaseAddress address)
    {
        await using var context = RegisterContext.Open(address);
        var target = new MemoryStream();
        await new Koers.App.Exchange.Archive.RegisterArchive(context, TimeProvider.System).Write(target, hasSecrets: true, Stop);
        return target.ToArray();
    }

    private string File(string name) => Path.Combine(_folder, name);
}
