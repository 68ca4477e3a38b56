using Koers.App.Memory;

namespace Koers.App.Exchange.Initiatives;

/// <summary>The last import that somebody saw the outcome of and has not stored yet, as long as memory is not wanted for something else. Who says
/// yes to it need not wait until the same file was read and looked through once more.</summary>
public sealed class SeenImports
{
    private WeakReference<SeenImport>? _last;

    internal void Keep(SeenImport seen) => Volatile.Write(ref _last, new WeakReference<SeenImport>(seen));

    /// <summary>Takes it away: it is stored once.</summary>
    /// <param name="token">The token of its preview.</param>
    /// <param name="file">Hash of the file.</param>
    /// <param name="mark">How far the audit trail is now; null where it has no line.</param>
    /// <returns>It; null where another was seen since, or something was changed.</returns>
    internal SeenImport? Take(string token, string file, TrailMark? mark) =>
        Volatile.Read(ref _last) is { } kept && kept.TryGetTarget(out var seen)
            && seen.Preview.Token == token && seen.File == file && mark is not null && seen.Mark == mark
            && ReferenceEquals(Interlocked.CompareExchange(ref _last, null, kept), kept)
            ? seen : null;
}

/// <summary>An import that was seen.</summary>
/// <param name="File">Hash of the file.</param>
/// <param name="Mark">How far the audit trail was when it was looked through.</param>
/// <param name="Preview">What was shown.</param>
/// <param name="Found">What the file says.</param>
internal sealed record SeenImport(string File, TrailMark Mark, ImportPreview Preview, IReadOnlyList<ImportedContent> Found);
