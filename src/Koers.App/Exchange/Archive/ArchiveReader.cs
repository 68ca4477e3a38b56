using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Koers.App.Requests;

namespace Koers.App.Exchange.Archive;

/// <summary>Reads an archive that anybody may have made: nothing in it is believed before it was counted, measured and hashed.</summary>
internal sealed class ArchiveReader : IDisposable
{
    private const long LargestManifest = 1_000_000;
    private const long LargestWhole = 16L << 30;
    private const long FreelyPacked = 16L << 20;
    private const int HighestRatio = 250;
    private const int MostEntries = 200;

    private readonly ZipArchive _zip;

    private ArchiveReader(ZipArchive zip, ArchiveManifest manifest) => (_zip, Manifest) = (zip, manifest);

    public ArchiveManifest Manifest { get; }

    /// <summary>Opens an archive and looks at every byte of it.</summary>
    /// <exception cref="InvalidInputException">It is none, or something is missing, added, changed or too large.</exception>
    public static async Task<ArchiveReader> Open(Stream file, CancellationToken cancellation)
    {
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var reader = new ArchiveReader(zip, ReadManifest(zip));
            reader.CheckList();
            foreach (var listed in reader.Manifest.Files)
                await reader.Check(listed, cancellation);
            zip = null;
            return reader;
        }
        catch (InvalidDataException)
        {
            throw FileFault.Of("", "Dit is geen zipbestand van koers export, of het is afgebroken of beschadigd.", "This is no zip file of koers export, or it was cut off or damaged.");
        }
        finally
        {
            zip?.Dispose();
        }
    }

    /// <summary>The rows of a file, one by one.</summary>
    public async IAsyncEnumerable<JsonObject> Rows(
        ArchivedFile listed, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var stream = Limited(listed);
        var rows = JsonSerializer.DeserializeAsyncEnumerable<JsonObject>(stream, RegisterJson.Options, cancellation).GetAsyncEnumerator(cancellation);
        await using var _ = rows;
        while (true)
        {
            try
            {
                if (!await rows.MoveNextAsync())
                    break;
            }
            catch (JsonException e)
            {
                throw FileFault.Of(listed.Name, $"{listed.Name}: dit is geen lijst van rijen in JSON.", $"{listed.Name}: this is no list of rows in JSON ({e.Path}).");
            }

            yield return rows.Current ?? throw FileFault.Of(listed.Name, $"{listed.Name}: een rij is leeg.", $"{listed.Name}: a row is empty.");
        }
    }

    public void Dispose() => _zip.Dispose();

    private static ArchiveManifest ReadManifest(ZipArchive zip)
    {
        if (zip.Entries.Count > MostEntries)
            throw FileFault.Of("", $"Er staan {zip.Entries.Count} bestanden in; ten hoogste {MostEntries} kan.", $"There are {zip.Entries.Count} files in it; at most {MostEntries} is possible.");
        var entry = zip.GetEntry(ArchiveManifest.FileName)
            ?? throw FileFault.Of("", "Er is geen manifest.json in: dit is geen bestand van koers export.", "There is no manifest.json in it: this is no file of koers export.");
        using var stream = new LimitedStream(entry.Open(), LargestManifest, () => TooLarge(ArchiveManifest.FileName));
        try
        {
            // Which format it is comes first: another version may have other properties
            var node = JsonNode.Parse(stream) as JsonObject;
            var format = node?["formaat"]?.ToString();
            if (format != ArchiveManifest.CurrentFormat)
                throw FileFault.Of(
                    ArchiveManifest.FileName, $"Het formaat is “{format}”; deze versie van koers leest {ArchiveManifest.CurrentFormat}.",
                    $"The format is “{format}”; this version of koers reads {ArchiveManifest.CurrentFormat}.");
            return node.Deserialize<ArchiveManifest>(RegisterJson.Options)!;
        }
        catch (JsonException)
        {
            throw FileFault.Of(ArchiveManifest.FileName, "manifest.json is niet te lezen.", "manifest.json cannot be read.");
        }
    }

    private void CheckList()
    {
        var listed = Manifest.Files.Select(f => f.Name).Append(ArchiveManifest.FileName).ToList();
        foreach (var name in listed.Concat(_zip.Entries.Select(e => e.FullName)))
            if (name.Length > 80 || !name.EndsWith(".json", StringComparison.Ordinal) || !name[..^5].All(c => char.IsAsciiLetterLower(c) || c == '_'))
                throw FileFault.Of("", "Er staat een bestand in met een naam die koers niet geeft.", "There is a file in it with a name that koers does not give.");
        if (!_zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal).SequenceEqual(listed.Order(StringComparer.Ordinal)))
            throw FileFault.Of("", "De bestanden zijn niet die van manifest.json: er ontbreekt er een, of er is een te veel.", "The files are not those of manifest.json: one is missing, or there is one too many.");
        if (Manifest.Files.Any(f => f.Bytes is < 0 or > LargestWhole) || Manifest.Files.Sum(f => f.Bytes) > LargestWhole)
            throw TooLarge(ArchiveManifest.FileName);
    }

    private async Task Check(ArchivedFile listed, CancellationToken cancellation)
    {
        if (listed.Bytes > FreelyPacked && listed.Bytes / HighestRatio > _zip.GetEntry(listed.Name)!.CompressedLength)
            throw TooLarge(listed.Name);
        await using var stream = Limited(listed);
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation)) != listed.Hash || stream.Position != listed.Bytes)
            throw FileFault.Of(listed.Name, $"{listed.Name} is niet meer wat koers export schreef: de controlesom klopt niet.", $"{listed.Name} is not what koers export wrote any more: its checksum is wrong.");
    }

    private LimitedStream Limited(ArchivedFile listed) => new(_zip.GetEntry(listed.Name)!.Open(), listed.Bytes, () => TooLarge(listed.Name));

    private static InvalidInputException TooLarge(string name) => FileFault.Of(
        name, $"{name} wordt uitgepakt groter dan is aangekondigd of kan.", $"{name} unpacks to more than was announced or is possible.");
}
