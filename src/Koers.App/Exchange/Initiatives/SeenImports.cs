using Koers.App.Memory;

namespace Koers.App.Exchange.Initiatives;

/// <summary>The last import that somebody saw the outcome of and has not stored yet, for ten minutes. Who says yes to it need not wait until the same
/// file was read and looked through once more.</summary>
/// <param name="clock">The time.</param>
public sealed class SeenImports(TimeProvider clock) : IDisposable
{
    /// <summary>Largest file that is kept, in bytes: what is read of it takes a multiple of that. A larger one is looked through once more.</summary>
    internal const int LargestFile = 5 << 20;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly Lock _turn = new();
    private SeenImport? _last;
    private ITimer? _end;

    internal void Keep(SeenImport seen)
    {
        // Where it stands in the file matters to faults, and it has none
        foreach (var content in seen.Found)
            content.LeavePlaces();
        lock (_turn)
        {
            _last = seen;
            _end ??= clock.CreateTimer(_ => Forget(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _end.Change(Kept, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Takes it away: it is stored once.</summary>
    /// <param name="token">The token of its preview.</param>
    /// <param name="file">Hash of the file.</param>
    /// <param name="mark">How far the audit trail is now; null where it has no line.</param>
    /// <returns>It; null where another was seen since, or something was changed.</returns>
    internal SeenImport? Take(string token, string file, TrailMark? mark)
    {
        lock (_turn)
        {
            if (_last is not { } seen || seen.Preview.Token != token || seen.File != file || mark is null || seen.Mark != mark)
                return null;
            _last = null;
            return seen;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _end?.Dispose();

    private void Forget()
    {
        lock (_turn)
            _last = null;
    }
}

/// <summary>An import that was seen.</summary>
/// <param name="File">Hash of the file.</param>
/// <param name="Mark">How far the audit trail was when it was looked through.</param>
/// <param name="Preview">What was shown.</param>
/// <param name="Found">What the file says.</param>
internal sealed record SeenImport(string File, TrailMark Mark, ImportPreview Preview, IReadOnlyList<ImportedContent> Found);
