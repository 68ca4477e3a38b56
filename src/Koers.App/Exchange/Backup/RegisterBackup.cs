using System.Globalization;
using System.Text.Json;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Exchange.Archive;
using Koers.App.Requests;
using Koers.App.Storage;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Exchange.Backup;

/// <summary>Copies of the register to fall back on, made and put back while it is in use. A SQLite register is copied as it lies on the disk; a
/// PostgreSQL register as an archive with secrets, of one moment.</summary>
/// <param name="address">Where the register is.</param>
/// <param name="clock">The time.</param>
public sealed class RegisterBackup(DatabaseAddress address, TimeProvider clock)
{
    /// <summary>Makes a copy: whole and checked, or none. The audit trail of the register says so afterwards, so that line is not in the copy.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="file">Where it comes; there must be nothing yet.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="AgainstRuleException">There is something at that place.</exception>
    /// <exception cref="InvalidInputException">The register itself is damaged.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public async Task Make(Actor actor, string file, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        await Copy(file, cancellation);
        await Note(address, actor, Said("register.reservekopie", new { bestand = Path.GetFileName(file) }), cancellation);
    }

    private async Task Copy(string file, CancellationToken cancellation)
    {
        var target = Path.GetFullPath(file);
        if (Path.Exists(target))
            throw new AgainstRuleException(new Text($"{file} is er al; een reservekopie krijgt een nieuwe naam.", $"{file} is there already; a backup gets a new name."));
        var temporary = Beside(target);
        try
        {
            // Nobody else on this machine reads what is in it
            await using (var made = new FileStream(temporary, RegisterFile.Private(FileMode.CreateNew)))
                if (address.Kind == DatabaseKind.PostgreSql)
                {
                    await using var context = RegisterContext.Open(address);
                    await new RegisterArchive(context, clock).Write(made, hasSecrets: true, cancellation);
                    made.Position = 0;
                    using var read = await ArchiveReader.Open(made, cancellation);
                }

            if (address.Kind == DatabaseKind.Sqlite)
                await SqliteBackup.ToFile(address, temporary, cancellation);
            await using (var written = new FileStream(temporary, FileMode.Open, FileAccess.ReadWrite))
                written.Flush(flushToDisk: true);
            File.Move(temporary, target, overwrite: false);
        }
        finally
        {
            Clear(temporary);
        }
    }

    /// <summary>Puts a copy in the place of the register. First the copy is checked, then the register as it is gets a copy of its own.
    /// The audit trail of what was restored gets a line about it: both or neither.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="file">The copy: of <see cref="Make"/>, or an archive of koers export.</param>
    /// <param name="isReplaced">Whether a register that has something in it may be replaced.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>Where the register as it was is kept; null where there was none.</returns>
    /// <exception cref="AgainstRuleException">There is a register, and it may not be replaced; or the copy belongs elsewhere.</exception>
    /// <exception cref="InvalidInputException">The copy is damaged, or none.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public async Task<string?> Restore(Actor actor, string file, bool isReplaced, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var isSqlite = await IsSqlite(file, cancellation);
        if (isSqlite && address.Kind != DatabaseKind.Sqlite)
            throw new AgainstRuleException(new Text(
                "Dit is een kopie van een SQLite-register, en het register is hier PostgreSQL. Zet haar terug naar een bestand, en breng dat over met koers export en koers import.",
                "This is a copy of a SQLite register, and here the register is PostgreSQL. Restore it to a file, and carry that over by koers export and koers import."));
        if (isSqlite)
            await CheckSqlite(file, cancellation);
        else
            await CheckArchive(file, cancellation);
        var isThere = await IsThere(cancellation);
        if (isThere && !isReplaced)
            throw new AgainstRuleException(new Text(
                $"Er is al een register ({address.Shown}). Met --replace komt de kopie ervoor in de plaats; het oude wordt bewaard.",
                $"There is a register already ({address.Shown}). With --replace the copy takes its place; the old one is kept."));
        var aside = isThere ? Aside(file) : null;
        if (aside is not null)
            await Copy(aside, cancellation);
        var happening = Said("register.terugzetten", new { bestand = Path.GetFileName(file), bewaardAls = Path.GetFileName(aside) });
        await (isSqlite ? PutFile(file, actor, happening, cancellation) : PutArchive(file, actor, happening, cancellation));
        return aside;
    }

    private static Happening Said(string action, object what) => new(action, "register", After: JsonSerializer.Serialize(what, RegisterJson.Options));

    private async Task Note(DatabaseAddress register, Actor actor, Happening happening, CancellationToken cancellation)
    {
        await using var context = RegisterContext.Open(register);
        await new AuditTrail(context, clock).Save(actor, happening, cancellation);
    }

    /// <summary>The line of the trail comes into a copy of the copy first: what then takes the place of the register, all at once, has it.</summary>
    private async Task PutFile(string file, Actor actor, Happening happening, CancellationToken cancellation)
    {
        var staged = Beside(Path.GetFullPath(address.Shown));
        try
        {
            RegisterFile.MakePrivate(staged);
            var there = new DatabaseAddress(DatabaseKind.Sqlite, SqliteBackup.Address(staged));
            await SqliteBackup.FromFile(file, there, cancellation);
            await Note(there, actor, happening, cancellation);
            // Whoever may read the old one need not read the keys in the copy
            RegisterFile.MakePrivate(address.Shown);
            await SqliteBackup.FromFile(staged, address, cancellation);
            RegisterFile.Close(address.Shown);
        }
        finally
        {
            Clear(staged);
        }
    }

    private async Task PutArchive(string file, Actor actor, Happening happening, CancellationToken cancellation)
    {
        await using var context = RegisterContext.Open(address);
        await RegisterFile.Migrate(context, address, cancellation);
        await using var source = File.OpenRead(file);
        await new RegisterArchive(context, clock).Replace(source, actor, happening, cancellation);
    }

    /// <summary>A file for what is not ready yet, where moving it needs no copying.</summary>
    private static string Beside(string target) => Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");

    private static void Clear(string temporary)
    {
        foreach (var left in (string[])[temporary, temporary + "-wal", temporary + "-shm", temporary + "-journal"])
            File.Delete(left);
    }

    private static async Task<bool> IsSqlite(string file, CancellationToken cancellation)
    {
        var begin = new byte[SqliteBackup.Signature.Length];
        await using var stream = File.OpenRead(file);
        return await stream.ReadAtLeastAsync(begin, begin.Length, throwOnEndOfStream: false, cancellation) == begin.Length
            && begin.AsSpan().SequenceEqual(SqliteBackup.Signature);
    }

    private static async Task CheckArchive(string file, CancellationToken cancellation)
    {
        await using var source = File.OpenRead(file);
        using var archive = await ArchiveReader.Open(source, cancellation);
        if (!archive.Manifest.HasSecrets)
            throw FileFault.Of(
                "", "In dit bestand staan geen wachtwoorden en sleutels: wie het terugzet, kan niet meer aanmelden. Gebruik koers import in een leeg register.",
                "There are no passwords and keys in this file: who restores it cannot sign in any more. Use koers import in an empty register.");
    }

    private static async Task CheckSqlite(string file, CancellationToken cancellation)
    {
        await SqliteBackup.Check(file, cancellation);
        await using var context = RegisterContext.Open(new DatabaseAddress(DatabaseKind.Sqlite, SqliteBackup.Address(file)));
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellation)).ToArray();
        var known = context.Database.GetMigrations().ToArray();
        if (applied.Length == 0 || applied.Except(known).Any())
            throw FileFault.Of("", "Dit is geen register, of een van een nieuwere versie van koers.", "This is no register, or one of a newer version of koers.");
        if (applied.Length == known.Length && await new AuditTrail(context, TimeProvider.System).Verify(cancellation).AnyAsync(cancellation))
            throw FileFault.Of("", "Het auditspoor in deze kopie is niet heel; zij wordt niet teruggezet.", "The audit trail in this copy is not whole; it is not restored.");
    }

    private async Task<bool> IsThere(CancellationToken cancellation)
    {
        if (address.Kind == DatabaseKind.Sqlite)
            return File.Exists(address.Shown) && new FileInfo(address.Shown).Length > 0;
        await using var context = RegisterContext.Open(address);
        return await context.Database.CanConnectAsync(cancellation) && (await context.Database.GetAppliedMigrationsAsync(cancellation)).Any();
    }

    /// <summary>Beside the register itself, or beside the copy where the register is elsewhere.</summary>
    private string Aside(string file)
    {
        var moment = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        return address.Kind == DatabaseKind.Sqlite
            ? $"{address.Shown}.voor-herstel-{moment}"
            : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, $"koers-voor-herstel-{moment}.zip");
    }
}
