using Koers.App.Initiatives;
using Koers.App.Organisation;
using Koers.App.Storage;
using Koers.App.Weighing;

namespace Koers.App.Memory;

/// <summary>What a server remembers of its register between requests, for all callers alike: rights come after it. At every request it asks how far
/// the audit trail is, and reads anew what was changed since, by this process or another; so it is never behind a change that was confirmed.
/// Remembered is only what never changes without a line in the trail; runs are not.</summary>
public sealed class RegisterMemory : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1);

    // Replaced as a whole
    private RememberedRegister? _kept;

    /// <summary>The register as it is now.</summary>
    /// <param name="context">The register; always the same one for one memory.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<RememberedRegister> Now(RegisterContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Known(await TrailMark.Read(context, cancellation)) is { } known)
            return known;
        // One reads, the others wait for what it finds
        await _reading.WaitAsync(cancellation);
        try
        {
            await using var moment = await RegisterMoment.Begin(context, cancellation);
            var mark = await TrailMark.Read(context, cancellation);
            if (Known(mark) is { } meanwhile)
                return meanwhile;
            var now = await Refreshed(context, mark, cancellation) ?? await RememberedRegister.Read(context, mark, cancellation);
            Volatile.Write(ref _kept, now);
            return now;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Codes of everything that has one, as it is now.</summary>
    /// <param name="context">The register.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<CodeBook> Codes(RegisterContext context, CancellationToken cancellation) => (await Now(context, cancellation)).Codes;

    /// <summary>An initiative as it is now; null where there is none. Whether the asker may see it is for the caller to look.</summary>
    /// <param name="context">The register.</param>
    /// <param name="number">Its number.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<RememberedInitiative?> Initiative(RegisterContext context, string number, CancellationToken cancellation) =>
        await Initiative(context, await Now(context, cancellation), number, cancellation);

    /// <summary>The same where the register as it is now is at hand.</summary>
    /// <param name="context">The register.</param>
    /// <param name="now">As it is now.</param>
    /// <param name="number">Its number.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<RememberedInitiative?> Initiative(
        RegisterContext context, RememberedRegister now, string number, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (now.Initiative(number) is { } known)
            return known;
        await using var moment = await RegisterMoment.Begin(context, cancellation);
        var isSame = now.Mark is not null && await TrailMark.Read(context, cancellation) == now.Mark;
        // Something may have changed in between, and codes of then say nothing of what is there now
        var codes = isSame ? now.Codes : await CodeBook.Read(context, cancellation);
        if (await VisibleInitiative.WholeOf(context, number, cancellation) is not { } initiative)
            return null;
        var read = new RememberedInitiative(initiative, InitiativeView.Of(initiative, codes));
        if (isSame)
            now.Keep(read);
        return read;
    }

    /// <summary>All initiatives whose weighing is over, as it is now. What of it the asker may see is for the caller to look.</summary>
    /// <param name="context">The register.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<WeighedInitiatives> Weighed(RegisterContext context, CancellationToken cancellation)
    {
        var now = await Now(context, cancellation);
        if (now.Weighed is { } known)
            return known;
        // One reads: there are thousands of scores
        await _reading.WaitAsync(cancellation);
        try
        {
            if (now.Weighed is { } meanwhile)
                return meanwhile;
            await using var moment = await RegisterMoment.Begin(context, cancellation);
            return now.Mark is not null && await TrailMark.Read(context, cancellation) == now.Mark
                ? now.Keep(await WeighedInitiatives.Read(context, now.NotKnownAsWeighed, now.Codes, cancellation))
                : await WeighedInitiatives.Read(context, numbers: null, await CodeBook.Read(context, cancellation), cancellation);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reading.Dispose();

    private RememberedRegister? Known(TrailMark? mark) =>
        mark is not null && Volatile.Read(ref _kept) is { } kept && kept.Mark == mark ? kept : null;

    private async Task<RememberedRegister?> Refreshed(RegisterContext context, TrailMark? mark, CancellationToken cancellation) =>
        mark is not null && _kept is { Mark: { } since } kept && await TrailSince.Changed(context, since, cancellation) is { } changed
            ? await kept.With(changed, context, mark, cancellation)
            : null;
}
