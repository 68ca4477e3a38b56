using System.Collections.Concurrent;
using Koers.App.Initiatives;
using Koers.App.Organisation;
using Koers.App.Storage;

namespace Koers.App.Memory;

/// <summary>The register as it was at a mark of its trail: codes, a row for each initiative, and the initiatives that were shown. For reading by
/// many at once.</summary>
public sealed class RememberedRegister
{
    /// <summary>Most initiatives that are kept whole: a few megabytes.</summary>
    private const int MostViews = 2_000;

    private readonly Dictionary<string, InitiativeRow> _rows;
    private readonly ConcurrentDictionary<string, InitiativeRow[]> _orders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, InitiativeView> _views;

    private RememberedRegister(TrailMark? mark, CodeBook codes, Dictionary<string, InitiativeRow> rows, IEnumerable<KeyValuePair<string, InitiativeView>> views) =>
        (Mark, Codes, _rows, _views) = (mark, codes, rows, new(views, StringComparer.Ordinal));

    /// <summary>The mark; null where the trail had no line, and then this is of one moment only.</summary>
    public TrailMark? Mark { get; }

    /// <summary>Codes of everything that has one.</summary>
    public CodeBook Codes { get; }

    /// <summary>All initiatives, sorted.</summary>
    /// <param name="order">One of <see cref="InitiativeList.Orders"/>, with a hyphen before it from high to low.</param>
    internal InitiativeRow[] Initiatives(string order) => _orders.GetOrAdd(order, static (by, rows) => InitiativeRow.Sorted(rows.Values, by), _rows);

    /// <summary>An initiative that was shown before; null where it was not.</summary>
    /// <param name="number">Its number.</param>
    public InitiativeView? View(string number) => _views.GetValueOrDefault(number);

    /// <summary>Keeps an initiative for who asks next.</summary>
    /// <param name="view">As it is at this mark.</param>
    internal void Keep(InitiativeView view)
    {
        if (_views.Count >= MostViews)
            _views.Clear();
        _views[view.Number] = view;
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
        return new RememberedRegister(mark, Codes, rows, _views.Where(view => !changed.Contains(view.Key)));
    }
}
