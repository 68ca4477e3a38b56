using System.Collections.Concurrent;
using Koers.App.Initiatives;
using Koers.App.Organisation;
using Koers.App.Storage;
using Koers.App.Weighing;

namespace Koers.App.Memory;

/// <summary>The register as it was at a mark of its trail: codes, a row for each initiative, and the initiatives that were shown. For reading by
/// many at once.</summary>
public sealed class RememberedRegister
{
    /// <summary>Most things that are kept of <see cref="Made"/>, and of <see cref="Written"/>: a page of a list is some fifteen kilobytes.</summary>
    private const int MostMade = 200;

    /// <summary>Most initiatives that are kept whole: a few megabytes.</summary>
    private const int MostWhole = 2_000;

    private readonly Dictionary<string, InitiativeRow> _rows;
    private readonly ConcurrentDictionary<string, InitiativeRow[]> _orders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RememberedInitiative> _whole;
    private readonly Dictionary<string, ComparedInitiative> _weighed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte[]> _written = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, object> _madeNow = new(StringComparer.Ordinal);
    private WeighedInitiatives? _allWeighed;

    // Carried along as long as only initiatives change
    private ConcurrentDictionary<string, object> _made = new(StringComparer.Ordinal);

    private RememberedRegister(TrailMark? mark, CodeBook codes, Dictionary<string, InitiativeRow> rows, IEnumerable<KeyValuePair<string, RememberedInitiative>> whole) =>
        (Mark, Codes, _rows, _whole) = (mark, codes, rows, new(whole, StringComparer.Ordinal));

    /// <summary>The mark; null where the trail had no line, and then this is of one moment only.</summary>
    public TrailMark? Mark { get; }

    /// <summary>Codes of everything that has one.</summary>
    public CodeBook Codes { get; }

    /// <summary>All initiatives, sorted.</summary>
    /// <param name="order">One of <see cref="InitiativeList.Orders"/>, with a hyphen before it from high to low.</param>
    internal InitiativeRow[] Initiatives(string order) => _orders.GetOrAdd(order, static (by, rows) => InitiativeRow.Sorted(rows.Values, by), _rows);

    /// <summary>An initiative that was shown before; null where it was not.</summary>
    /// <param name="number">Its number.</param>
    public RememberedInitiative? Initiative(string number) => _whole.GetValueOrDefault(number);

    /// <summary>Keeps an initiative for who asks next.</summary>
    /// <param name="initiative">As it is at this mark.</param>
    internal void Keep(RememberedInitiative initiative)
    {
        if (_whole.Count >= MostWhole)
            _whole.Clear();
        _whole[initiative.View.Number] = initiative;
    }

    /// <summary>What was made of the register before, or is made now. For what depends on frames, means, departments and programmes only; initiatives,
    /// runs and agreements may change beneath it.</summary>
    /// <param name="what">Its name.</param>
    /// <param name="make">Makes it.</param>
    internal async Task<T> Made<T>(string what, Func<Task<T>> make) where T : class
    {
        if (Mark is null)
            return await make();
        if (_made.TryGetValue(what, out var known))
            return (T)known;
        var made = await make();
        if (_made.Count >= MostMade)
            _made.Clear();
        _made[what] = made;
        return made;
    }

    /// <summary>What was made of the register as it is at this very mark, or is made now. For whatever never changes without a line in the trail:
    /// with the next line it is made anew.</summary>
    /// <param name="what">Its name.</param>
    /// <param name="make">Makes it.</param>
    internal async Task<T> MadeNow<T>(string what, Func<Task<T>> make) where T : class
    {
        if (Mark is null)
            return await make();
        if (_madeNow.TryGetValue(what, out var known))
            return (T)known;
        var made = await make();
        if (_madeNow.Count >= MostWhole)
            _madeNow.Clear();
        _madeNow[what] = made;
        return made;
    }

    /// <summary>An answer as it was sent before at this very mark, or is written now.</summary>
    /// <param name="asked">What was asked, with whatever of who asks makes a difference.</param>
    /// <param name="write">Writes it.</param>
    internal byte[] Written(string asked, Func<byte[]> write)
    {
        if (Mark is null)
            return write();
        if (_written.TryGetValue(asked, out var known))
            return known;
        var written = write();
        if (_written.Count >= MostMade)
            _written.Clear();
        return _written[asked] = written;
    }

    /// <summary>How an initiative is called; its number where there is none.</summary>
    /// <param name="number">Its number.</param>
    internal string NameOf(string number) => _rows.TryGetValue(number, out var row) ? row.Line.Name : number;

    /// <summary>What is weighed; null where that was not read yet, or not all of it.</summary>
    internal WeighedInitiatives? Weighed => Volatile.Read(ref _allWeighed);

    /// <summary>Which initiatives are to be read to know all that is weighed; null = all of them.</summary>
    internal IReadOnlyList<string>? NotKnownAsWeighed { get; private init; }

    /// <summary>Keeps what is weighed.</summary>
    /// <param name="read">What was read at this mark: what is in <see cref="NotKnownAsWeighed"/>.</param>
    internal WeighedInitiatives Keep(WeighedInitiatives read)
    {
        var all = new WeighedInitiatives(read.Goals, [.. _weighed.Values, .. read.Initiatives]);
        Volatile.Write(ref _allWeighed, all);
        return all;
    }

    /// <summary>Reads all of it.</summary>
    internal static async Task<RememberedRegister> Read(RegisterContext context, TrailMark? mark, CancellationToken cancellation)
    {
        var codes = await CodeBook.Read(context, cancellation);
        return new RememberedRegister(mark, codes, await InitiativeRow.Read(context, numbers: null, codes, cancellation), []);
    }

    /// <summary>The same at a later mark, when only some initiatives were changed, or added.</summary>
    internal async Task<RememberedRegister> With(IReadOnlySet<string> changed, RegisterContext context, TrailMark mark, CancellationToken cancellation)
    {
        var rows = new Dictionary<string, InitiativeRow>(_rows, StringComparer.Ordinal);
        foreach (var number in changed)
            rows.Remove(number);
        if (changed.Count > 0)
            foreach (var (number, row) in await InitiativeRow.Read(context, changed, Codes, cancellation))
                rows[number] = row;
        var later = new RememberedRegister(mark, Codes, rows, _whole.Where(one => !changed.Contains(one.Key)))
        {
            _made = _made,
            NotKnownAsWeighed = Weighed is null ? NotKnownAsWeighed is null ? null : [.. NotKnownAsWeighed.Union(changed)] : [.. changed],
        };
        foreach (var weighed in Weighed?.Initiatives ?? [.. _weighed.Values])
            if (!changed.Contains(weighed.Number))
                later._weighed[weighed.Number] = weighed;
        // While initiatives are being scored, what was weighed before stays as it is
        if (Weighed is { } all && later._weighed.Count == all.Initiatives.Count && !changed.Any(number => rows.TryGetValue(number, out var row) && WeighedInitiatives.MayBeOver(row.Line.State)))
            later._allWeighed = all;
        return later;
    }
}
