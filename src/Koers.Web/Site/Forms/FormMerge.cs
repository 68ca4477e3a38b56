namespace Koers.Web.Site.Forms;

/// <summary>Two people changed the same at once: what one of them did not touch becomes what the other made of it, field by field and row by row.</summary>
internal sealed class FormMerge
{
    private const string Version = "/versie";

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
                // The version of a row is not for people to type
                var isTheirs = fate == Fate.Theirs || field.EndsWith(Version, StringComparison.Ordinal) || (fate == Fate.Merged && !isTouched);
                fields.Add(KeyValuePair.Create(place, isTheirs ? _theirs[field] : _mine[field]));
                if (fate != Fate.Mine && !IsAdded(field) && _theirs[field] != _was[field] && _theirs[field] != _mine[field])
                    meanwhile.Add(new MeanwhileField(place, _theirs[field], isTheirs));
            }

        return typed.Without(name => name.StartsWith('/')).With([.. fields, KeyValuePair.Create(FormData.BegunField, now.BegunText)]).Beside(meanwhile, [.. Rows()]);
    }

    // Of rows within a row that came or went, only the outermost is said
    private IEnumerable<MeanwhileRow> Rows()
    {
        foreach (var row in _was.Fields.Concat(_theirs.Fields).SelectMany(FormRows.RowsAround).Distinct(StringComparer.Ordinal)
            .Where(row => FormRows.RowsAround(row).SkipLast(1).All(around => FateOf(around) == Fate.Merged)))
        {
            if (FormRows.Said(row) is var (list, about) && ChangeOf(row) is { } change)
                yield return new MeanwhileRow(list, about, change);
        }
    }

    private RowChange? ChangeOf(string row)
    {
        var (mine, was, theirs) = Where(row);
        return (mine, was, theirs) switch
        {
            (false, false, true) => RowChange.Added,
            (true, true, false) => FateOf(row) == Fate.Gone ? RowChange.Removed : RowChange.RemovedAndKept,
            (false, true, true) when FateOf(row) == Fate.Theirs => RowChange.Back,
            _ => null,
        };
    }

    private (bool Mine, bool Was, bool Theirs) Where(string row)
    {
        var list = row[..row.LastIndexOf("/[", StringComparison.Ordinal)];
        return (_mine.Rows(list).Contains(row), _was.Rows(list).Contains(row), _theirs.Rows(list).Contains(row));
    }

    // Of the outermost row that is not looked at field by field
    private Fate Fates(string field) => FormRows.RowsAround(field).Select(FateOf).FirstOrDefault(fate => fate != Fate.Merged);

    private Fate FateOf(string row)
    {
        if (_fates.TryGetValue(row, out var known))
            return known;
        // What lies in a row that is kept or dropped as a whole goes with it
        if (FormRows.RowsAround(row).SkipLast(1).Select(FateOf).FirstOrDefault(fate => fate != Fate.Merged) is var around and not Fate.Merged)
            return _fates[row] = around;
        var (mine, was, theirs) = Where(row);
        return _fates[row] = mine && theirs ? Fate.Merged
            // Taken away by one of both: it stays where the other worked in it
            : theirs ? was && !IsTouched(row, _theirs) ? Fate.Gone : Fate.Theirs
            : mine && (!was || IsTouched(row, _mine)) ? Fate.Mine : Fate.Gone;
    }

    // Said as a row, not field by field
    private bool IsAdded(string field) => FormRows.RowsAround(field).FirstOrDefault(row => FateOf(row) != Fate.Merged) is { } row && ChangeOf(row) == RowChange.Added;

    private bool IsTouched(string row, FormRows form) => form.Fields.Concat(_was.Fields)
        .Any(field => field.StartsWith(row + "/", StringComparison.Ordinal) && form[field] != _was[field]);
}

/// <summary>A row of a list that came or went while a form was open.</summary>
/// <param name="List">The list, as the form names it: "partners".</param>
/// <param name="About">What the row is about, for example the code of a department.</param>
/// <param name="Change">What became of it.</param>
public sealed record MeanwhileRow(string List, string About, RowChange Change);

/// <summary>What became of a row while a form was open.</summary>
public enum RowChange
{
    /// <summary>Another person added it.</summary>
    Added,

    /// <summary>Another person took it away, or named it otherwise; it is not in the form any more.</summary>
    Removed,

    /// <summary>The same, and it stays in the form because this person worked in it.</summary>
    RemovedAndKept,

    /// <summary>This person took it away, and it is in the form again because another worked in it.</summary>
    Back,
}

/// <summary>A field that somebody else changed while this person was typing.</summary>
/// <param name="Where">The field.</param>
/// <param name="Theirs">What the other made of it.</param>
/// <param name="IsTakenOver">Whether that stands in the form now; else it has what this person typed.</param>
public sealed record MeanwhileField(string Where, string Theirs, bool IsTakenOver);
