using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Koers.App.Requests;

namespace Koers.App.Exchange.Archive;

/// <summary>Writes an archive: a zip with a file per table, a row per line, and the manifest.</summary>
internal sealed class ArchiveWriter(ZipArchive zip)
{
    // The same contents give the same bytes
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly JsonSerializerOptions Indented = new(RegisterJson.Options) { WriteIndented = true };

    public async Task<ArchivedFile> Write(ArchiveTable table, bool hasSecrets, DbCommand select, CancellationToken cancellation)
    {
        var rows = 0L;
        await using var target = new HashedStream(Entry(table.FileName));
        target.Write("["u8);
        if (hasSecrets || !ArchiveSecrets.IsSecret(table.Name))
        {
            select.CommandText = table.SelectAll();
            await using var reader = await select.ExecuteReaderAsync(cancellation);
            for (; await reader.ReadAsync(cancellation); rows++)
            {
                target.Write(rows == 0 ? "\n"u8 : ",\n"u8);
                var row = new JsonObject();
                for (var i = 0; i < table.Columns.Count; i++)
                    row[table.Columns[i].Name] = table.Columns[i].Read(reader, i);
                if (!hasSecrets)
                    ArchiveSecrets.Mask(table.Name, row);
                target.Write(JsonSerializer.SerializeToUtf8Bytes(row, RegisterJson.Options));
            }
        }

        target.Write("\n]\n"u8);
        return new ArchivedFile(table.FileName, rows, target.Written, target.Hash());
    }

    public void Write(ArchiveManifest manifest)
    {
        using var target = Entry(ArchiveManifest.FileName);
        JsonSerializer.Serialize(target, manifest, Indented);
    }

    private Stream Entry(string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }

    /// <summary>Writes on, and counts and hashes what passes.</summary>
    private sealed class HashedStream(Stream target) : IAsyncDisposable
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Written { get; private set; }

        public void Write(ReadOnlySpan<byte> bytes)
        {
            target.Write(bytes);
            _hash.AppendData(bytes);
            Written += bytes.Length;
        }

        public string Hash() => Convert.ToHexStringLower(_hash.GetCurrentHash());

        public async ValueTask DisposeAsync()
        {
            _hash.Dispose();
            await target.DisposeAsync();
        }
    }
}
