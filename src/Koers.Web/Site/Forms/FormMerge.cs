namespace Koers.Web.Site.Forms;

/// <summary>Two people changed the same at once: what one of them did not touch becomes what the other made of it, field by field and row by row.</summary>
internal sealed class FormMerge
{
    private readonly FormRows _mine;
    private readonly FormRows _was;
    private readonly FormRows _theirs;
    private readonly Dictionary<string, Fate> _fates = new(StringComparer.Ordinal);

    private FormMerge(FormData typed, FormData begun, FormData now) => (_mine, _was, _theirs) = (new(typed), new(begun), new(now));

    private enum Fate
    {
        Merged,
        Mine,
        Theirs,
        Gone,
    }

    /// <summary>A form that was refused because somebody else changed the same, with what the other changed where this person changed nothing. Any other
    /// form stays as it is.</summary>
    /// <param name="typed">As it was sent.</param>
    /// <param name="now">As it would be shown now.</param>
    public static FormData Of(FormData typed, FormData now) =>
        typed.IsOvertaken && typed.Begun is { } begun ? new FormMerge(typed, begun, now).Merged(typed, now) : typed;

    private FormData Merged(FormData typed, FormData now)
    {
        var orders = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        IReadOnlyList<string> Order(string list) => orders.TryGetValue(list, out var known) ? known : orders[list] =
            [.. _mine.Rows(list).Union(_theirs.Rows(list), StringComparer.Ordinal).Where(row => FateOf(row) != Fate.Gone)];
        var (fields, meanwhile) = (new List<KeyValuePair<string, string>>(), new List<MeanwhileField>());
        foreach (var field in _mine.Fields.Union(_theirs.Fields).Union(_was.Fields, StringComparer.Ordinal))
            if (Fates(field) is var fate and not Fate.Gone && _mine.Place(field, Order) is { } place)
            {
                var isTouched = _mine[field] != _was[field];
                var isTheirs = fate == Fate.Theirs || (fate == Fate.Merged && !isTouched);
                fields.Add(KeyValuePair.Create(place, isTheirs ? _theirs[field] : _mine[field]));
                if (_theirs[field] != _was[field] && _theirs[field] != _mine[field])
                    meanwhile.Add(new MeanwhileField(place, _theirs[field], isTheirs));
            }

        return typed.Without(name => name.StartsWith('/')).With([.. fields, KeyValuePair.Create(FormData.BegunField, now.BegunText)]).Beside(meanwhile);
    }

    // Of the outermost row that is not looked at field by field
    private Fate Fates(string field) => FormRows.RowsAround(field).Select(FateOf).FirstOrDefault(fate => fate != Fate.Merged);

    private Fate FateOf(string row)
    {
        if (_fates.TryGetValue(row, out var known))
            return known;
        var list = row[..row.LastIndexOf("/[", StringComparison.Ordinal)];
        var (mine, was, theirs) = (_mine.Rows(list).Contains(row), _was.Rows(list).Contains(row), _theirs.Rows(list).Contains(row));
        return _fates[row] = mine && theirs ? Fate.Merged
            // Taken away by one of both: it stays where the other worked in it
            : theirs ? was && !IsTouched(row, _theirs) ? Fate.Gone : Fate.Theirs
            : mine && (!was || IsTouched(row, _mine)) ? Fate.Mine : Fate.Gone;
    }

    private bool IsTouched(string row, FormRows form) => form.Fields.Concat(_was.Fields)
        .Any(field => field.StartsWith(row + "/", StringComparison.Ordinal) && form[field] != _was[field]);
}

/// <summary>A field that somebody else changed while this person was typing.</summary>
/// <param name="Where">The field.</param>
/// <param name="Theirs">What the other made of it.</param>
/// <param name="IsTakenOver">Whether that stands in the form now; else it has what this person typed.</param>
public sealed record MeanwhileField(string Where, string Theirs, bool IsTakenOver);
