using System.Text.Json.Serialization;

namespace Koers.App.Exchange.Archive;

/// <summary>What an archive of the register says of itself: manifest.json.</summary>
public sealed record ArchiveManifest
{
    /// <summary>The format, with its version.</summary>
    public const string CurrentFormat = "koers-register/1";

    /// <summary>Name of the file in the archive.</summary>
    internal const string FileName = "manifest.json";

    /// <summary>Which format it is.</summary>
    [JsonPropertyName("formaat")]
    public required string Format { get; init; }

    /// <summary>The migration that the register stood at, for example "Process": the same name for both databases.</summary>
    [JsonPropertyName("schema")]
    public required string Schema { get; init; }

    /// <summary>When it was made.</summary>
    [JsonPropertyName("gemaaktOp")]
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Whether hashes of passwords and tokens, passkeys and keys are in it.</summary>
    [JsonPropertyName("geheimen")]
    public required bool HasSecrets { get; init; }

    /// <summary>The files, in the order in which they refer to each other.</summary>
    [JsonPropertyName("bestanden")]
    public IReadOnlyList<ArchivedFile> Files { get; init; } = [];
}

/// <summary>One file of an archive: everything of one kind, a row per line.</summary>
/// <param name="Name">Its name, for example "initiatives.json".</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Bytes">How many bytes, unpacked.</param>
/// <param name="Hash">SHA-256, in hexadecimals.</param>
public sealed record ArchivedFile(
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("regels")] long Rows,
    [property: JsonPropertyName("bytes")] long Bytes,
    [property: JsonPropertyName("sha256")] string Hash);
