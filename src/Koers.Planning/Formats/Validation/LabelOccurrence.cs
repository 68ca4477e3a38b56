using Koers.Planning.Problems;

namespace Koers.Planning.Formats;

/// <summary>Which labels initiatives have.</summary>
internal sealed class LabelOccurrence
{
    private readonly Dictionary<string, HashSet<string>> _labels = new(StringComparer.Ordinal);

    public LabelOccurrence(IReadOnlyList<Initiative> initiatives)
    {
        foreach (var (key, label) in initiatives.SelectMany(i => i.Labels))
        {
            if (!_labels.TryGetValue(key, out var values)) _labels[key] = values = new(StringComparer.Ordinal);
            values.Add(label);
        }
    }

    /// <summary>Whether any initiative has the label.</summary>
    public bool Has(string key) => _labels.ContainsKey(key);

    /// <summary>Whether any initiative has the label with this value.</summary>
    public bool Has(string key, string value) => _labels.TryGetValue(key, out var values) && values.Contains(value);
}
