namespace Koers.Planning.Formats;

/// <summary>Collects faults: the first of them in full, the rest by number, so that nonsense costs no memory.</summary>
internal sealed class FaultList
{
    private readonly List<Fault> _listed = [];
    private readonly HashSet<string> _unusable = new(StringComparer.Ordinal);
    private int _errors;
    private int _warnings;

    public bool HasErrors => _errors > 0;

    /// <summary>Whether there are more errors than are listed: looking further helps nobody.</summary>
    public bool IsFull => _errors > FormatLimits.FaultsListed;

    /// <summary>Whether there are so many errors that even counting on would take long.</summary>
    public bool IsExhausted => _errors >= FormatLimits.FaultsCounted;

    /// <summary>Whether another fault would be listed. Who finds that too costly to describe asks first.</summary>
    public bool Lists(Severity severity) => (severity == Severity.Error ? _errors : _warnings) < FormatLimits.FaultsListed;

    public void Add(Fault fault)
    {
        if (Lists(fault.Severity)) _listed.Add(fault);
        Count(fault.Severity);
    }

    public void Count(Severity severity) => _ = severity == Severity.Error ? _errors++ : _warnings++;

    /// <summary>What stands at this pointer could not be read: what depends on it is not judged.</summary>
    public void MarkUnusable(string pointer)
    {
        if (_unusable.Count <= 4 * FormatLimits.FaultsListed) _unusable.Add(pointer);
    }

    /// <summary>Whether what stands at this place, or something around it, could not be read.</summary>
    public bool IsUnusable(JsonPath path)
    {
        if (_unusable.Count == 0) return false;
        for (var at = path; at is not null; at = at.Parent)
            if (_unusable.Contains(at.ToString()))
                return true;
        return false;
    }

    public IReadOnlyList<Fault> ToList()
    {
        var all = new List<Fault>(_listed);
        if (_errors > FormatLimits.FaultsListed)
            all.Add(Fault.Of(Severity.Error, "", FaultKind.MoreErrors, MoreErrors()));
        if (_warnings > FormatLimits.FaultsListed)
            all.Add(Fault.Of(Severity.Warning, "", FaultKind.MoreWarnings, _warnings - FormatLimits.FaultsListed));
        return all;
    }

    private object MoreErrors()
    {
        var more = _errors - FormatLimits.FaultsListed;
        return IsExhausted ? new Phrase($"at least {more}", $"minstens {more}") : more;
    }

    /// <summary>The value with its faults; no value where there are errors.</summary>
    public ReadResult<T> With<T>(T? value) where T : class => new(HasErrors ? null : value, ToList());
}
