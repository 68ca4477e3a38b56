using System.Data;
using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Requests;
using Koers.App.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Exchange.Archive;

/// <summary>The whole register in one file, and back: to another database, another machine or another program. What comes back is exactly what
/// went out.</summary>
/// <param name="context">The register; migrated.</param>
/// <param name="clock">The time.</param>
public sealed class RegisterArchive(RegisterContext context, TimeProvider clock)
{
    /// <summary>Writes everything, as it is at one moment: what is written meanwhile by others is not in it.</summary>
    /// <param name="target">Where it is written.</param>
    /// <param name="hasSecrets">Whether hashes of passwords and tokens, passkeys and keys go along.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>What was written.</returns>
    public async Task<ArchiveManifest> Write(Stream target, bool hasSecrets, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var transaction = await BeginReading(cancellation);
            using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
            var writer = new ArchiveWriter(zip);
            var files = new List<ArchivedFile>();
            foreach (var table in ArchiveTable.Of(context))
            {
                await using var select = Command(transaction);
                files.Add(await writer.Write(table, hasSecrets, select, cancellation));
            }

            var manifest = new ArchiveManifest
            {
                Format = ArchiveManifest.CurrentFormat,
                Schema = ArchiveSchema.Current(context),
                MadeAt = clock.GetUtcNow(),
                HasSecrets = hasSecrets,
                Files = files,
            };
            writer.Write(manifest);
            return manifest;
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Puts everything of an archive into the register: all or nothing.</summary>
    /// <param name="source">The archive; it must be possible to read it twice.</param>
    /// <param name="isReplaced">Whether what is in the register goes; otherwise it must be empty.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="InvalidInputException">The file is no archive, or was damaged or tampered with.</exception>
    /// <exception cref="AgainstRuleException">There is something in the register.</exception>
    public Task<ArchiveManifest> Read(Stream source, bool isReplaced, CancellationToken cancellation) =>
        Read(source, isReplaced, _ => Task.CompletedTask, cancellation);

    /// <summary>Puts everything of an archive in the place of what is in the register, and a line of the audit trail that says so: all of it or
    /// nothing.</summary>
    /// <param name="source">The archive; it must be possible to read it twice.</param>
    /// <param name="actor">Who.</param>
    /// <param name="happening">What the trail says.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InvalidInputException">The file is no archive, or was damaged or tampered with.</exception>
    internal Task Replace(Stream source, Actor actor, Happening happening, CancellationToken cancellation) =>
        Read(source, isReplaced: true, stop => new AuditTrail(context, clock).Add(actor, [happening], stop), cancellation);

    private async Task<ArchiveManifest> Read(Stream source, bool isReplaced, Func<CancellationToken, Task> last, CancellationToken cancellation)
    {
        using var archive = await ArchiveReader.Open(source, cancellation);
        var tables = ArchiveTable.Of(context);
        var schema = CheckSchema(archive.Manifest, tables);
        await context.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var transaction = await context.Database.GetDbConnection().BeginTransactionAsync(cancellation);
            if (context is PostgreSqlRegister)
                await Execute(transaction, $"SELECT pg_advisory_xact_lock({AuditTrail.Lock.ToString(CultureInfo.InvariantCulture)})", cancellation);
            foreach (var table in tables.Reverse())
                if (isReplaced || table.Name == ArchiveSecrets.Keys)
                    await Execute(transaction, $"DELETE FROM {table.Quoted}", cancellation);
                else if (await Any(transaction, table, cancellation))
                    throw new AgainstRuleException(new Text(
                        $"In het register staat al iets ({table.Name}); invoeren kan alleen in een leeg register. Maak er een met koers db migrate.",
                        $"There is something in the register already ({table.Name}); import needs an empty one. Make one with koers db migrate."));
            foreach (var table in tables.Where(table => !schema.IsNew(table)))
                await Insert(transaction, archive, table, schema.Added(table), cancellation);
            await context.Database.UseTransactionAsync(transaction, cancellation);
            await last(cancellation);
            await transaction.CommitAsync(cancellation);
            return archive.Manifest;
        }
        finally
        {
            await context.Database.UseTransactionAsync(null, cancellation);
            await context.Database.CloseConnectionAsync();
        }
    }

    private static async Task Insert(DbTransaction transaction, ArchiveReader archive, ArchiveTable table, IReadOnlyDictionary<string, string> added, CancellationToken cancellation)
    {
        var listed = archive.Manifest.Files.Single(f => f.Name == table.FileName);
        var late = new List<JsonObject>();
        await using var insert = Command(transaction);
        ArchiveColumn[] there = [.. table.Columns.Where(c => !added.ContainsKey(c.Name))];
        insert.CommandText = table.Insert(there, added);
        var rows = 0L;
        await foreach (var row in archive.Rows(listed, cancellation))
        {
            if (row.Count != there.Length || !there.All(c => row.ContainsKey(c.Name)))
                throw Unfit(listed, rows, "andere kolommen", "other columns");
            ArchiveSecrets.Complete(table.Name, row);
            if (table.LateColumns.Any(name => row[name] is not null))
                late.Add(row);
            await Run(insert, there, [.. there.Select(c => table.LateColumns.Contains(c.Name) ? null : row[c.Name])], listed, rows++, cancellation);
        }

        if (rows != listed.Rows)
            throw Unfit(listed, rows, "niet het aantal rijen van manifest.json", "not the number of rows of manifest.json");
        await using var update = Command(transaction);
        foreach (var row in late)
        {
            update.CommandText = table.UpdateLate();
            ArchiveColumn[] columns = [.. table.Late, .. table.Key];
            await Run(update, columns, [.. columns.Select(c => row[c.Name])], listed, rows, cancellation);
        }

        if (table.Renumber() is { } renumber)
            await Execute(transaction, renumber, cancellation);
    }

    private static async Task Run(
        DbCommand command, ArchiveColumn[] columns, JsonNode?[] values, ArchivedFile listed, long row, CancellationToken cancellation)
    {
        command.Parameters.Clear();
        try
        {
            for (var i = 0; i < columns.Length; i++)
                command.Parameters.Add(columns[i].Parameter(command, $"@p{i}", values[i]));
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidCastException or ArgumentException or OverflowException
            or NotSupportedException or InvalidOperationException)
        {
            throw Unfit(listed, row, "een waarde van een andere soort", "a value of another kind");
        }
        catch (DbException e) when (e is SqliteException { SqliteErrorCode: 19 } || e.SqlState?.StartsWith("22", StringComparison.Ordinal) == true
            || e.SqlState?.StartsWith("23", StringComparison.Ordinal) == true)
        {
            throw Unfit(listed, row, "iets dat de database niet toelaat (" + e.Message + ")", "something that the database does not allow (" + e.Message + ")");
        }
    }

    private static InvalidInputException Unfit(ArchivedFile listed, long row, string dutch, string english) => FileFault.Of(
        $"{listed.Name}/{row}", $"{listed.Name} heeft bij rij {row} {dutch}. Er is niets ingevoerd.", $"{listed.Name} has {english} at row {row}. Nothing was imported.");

    /// <summary>What the archive does not have because it is of an older schema.</summary>
    private ArchiveSchema CheckSchema(ArchiveManifest manifest, IReadOnlyList<ArchiveTable> tables)
    {
        var (mine, schema) = (ArchiveSchema.Current(context), ArchiveSchema.Since(context, manifest.Schema));
        if (schema is null)
            throw FileFault.Of(
                ArchiveManifest.FileName,
                $"Het bestand is van een register in versie “{manifest.Schema}”; dit register staat op “{mine}” en kan dat niet omzetten. Voer het in met de versie van koers die het maakte, en breng het register daarna bij.",
                $"The file is of a register at version “{manifest.Schema}”; this register is at “{mine}” and cannot convert that. Import it with the version of koers that made it, and bring the register up to date afterwards.");
        if (!tables.Where(table => !schema.IsNew(table)).Select(t => t.FileName).Order(StringComparer.Ordinal).SequenceEqual(manifest.Files.Select(f => f.Name).Order(StringComparer.Ordinal)))
            throw FileFault.Of(ArchiveManifest.FileName, "Er ontbreekt een soort, of er is een soort te veel.", "A kind is missing, or there is one too many.");
        return schema;
    }

    private async Task<DbTransaction> BeginReading(CancellationToken cancellation) => context.Database.GetDbConnection() switch
    {
        // A reader stands in nobody's way
        SqliteConnection sqlite => sqlite.BeginTransaction(deferred: true),
        var other => await other.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation),
    };

    private static DbCommand Command(DbTransaction transaction)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        return command;
    }

    private static async Task Execute(DbTransaction transaction, string sql, CancellationToken cancellation)
    {
        await using var command = Command(transaction);
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<bool> Any(DbTransaction transaction, ArchiveTable table, CancellationToken cancellation)
    {
        await using var command = Command(transaction);
        command.CommandText = $"SELECT 1 FROM {table.Quoted} LIMIT 1";
        return await command.ExecuteScalarAsync(cancellation) is not null;
    }
}
