namespace Koers.Domain.Initiatives.Similarity;

/// <summary>Finds texts that are likely about the same. Two views of each text are compared as vectors by their cosine: its stems
/// (<see cref="DutchText"/>), weighed by how rare they are among all texts (TF-IDF: Salton and Buckley, 1988), and the trigrams of its words, which
/// forgive typing errors and parts of compounds. The score is a weighted mean, 0 (nothing in common) to 1 (the same). A name counts more than a
/// summary; two different areas make it less likely. Immutable, so that many can search at once.</summary>
public sealed class SimilarityIndex
{
    /// <summary>From this score on, two texts are likely the same. Chosen on pairs of believable initiatives: the tests say which.</summary>
    public const double Threshold = 0.41;

    private const double ShareOfStems = 0.65;
    private const double WeightOfName = 2.0;
    private const double OtherArea = 0.75;
    private const int MostReasons = 8;

    // Short words have too many neighbours that are other words: koning and woning
    private const int ShortestMisspelt = 8;
    private const double WeightOfMisspelt = 0.9;

    private readonly Dictionary<string, int> _documentsWith = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Text, float Weight)>> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Text, float Weight)>> _trigrams = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<ComparedText> _texts;

    /// <param name="texts">All texts to search among.</param>
    public SimilarityIndex(IReadOnlyList<ComparedText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        _texts = texts;
        foreach (var text in texts)
            foreach (var stem in Counts(text).Keys)
                _documentsWith[stem] = _documentsWith.GetValueOrDefault(stem) + 1;
        for (var i = 0; i < texts.Count; i++)
        {
            foreach (var (word, stem) in DutchText.Terms(texts[i].Name))
                _words[word] = stem;
            Post(_stems, StemsOf(texts[i]), i);
            Post(_trigrams, TrigramsOf(texts[i]), i);
        }
    }

    /// <summary>Finds what is most like a text, best first.</summary>
    /// <param name="text">The text; its own key is left out.</param>
    /// <param name="most">At most how many.</param>
    /// <param name="threshold">The lowest score, 0 to 1.</param>
    public IReadOnlyList<Likeness> Find(ComparedText text, int most = 10, double threshold = Threshold)
    {
        ArgumentNullException.ThrowIfNull(text);
        var scores = new double[_texts.Count];
        var stems = StemsOf(text);
        Add(scores, _stems, stems, ShareOfStems);
        Add(scores, _stems, Misspelt(text, stems), ShareOfStems * WeightOfMisspelt);
        Add(scores, _trigrams, TrigramsOf(text), 1.0 - ShareOfStems);
        for (var i = 0; i < scores.Length; i++)
            if (Differ(text.Area, _texts[i].Area))
                scores[i] *= OtherArea;
        return [.. Enumerable.Range(0, scores.Length)
            .Where(i => scores[i] >= threshold && (text.Key is null || _texts[i].Key != text.Key))
            .OrderByDescending(i => scores[i]).ThenBy(i => _texts[i].Key, StringComparer.Ordinal)
            .Take(most)
            .Select(i => new Likeness(_texts[i].Key!, Math.Min(1.0, scores[i]), Shared(text, _texts[i])))];
    }

    private static void Add(double[] scores, Dictionary<string, List<(int Text, float Weight)>> postings, Dictionary<string, double> vector, double share)
    {
        foreach (var (term, weight) in vector)
            if (postings.TryGetValue(term, out var found))
                foreach (var (text, other) in found)
                    scores[text] += share * weight * other;
    }

    private static void Post(Dictionary<string, List<(int Text, float Weight)>> postings, Dictionary<string, double> vector, int text)
    {
        foreach (var (term, weight) in vector)
        {
            if (!postings.TryGetValue(term, out var list))
                postings[term] = list = [];
            list.Add((text, (float)weight));
        }
    }

    private Dictionary<string, double> StemsOf(ComparedText text) => Unit(Counts(text).ToDictionary(
        pair => pair.Key,
        // Often in one text is not so much more than once; in many texts tells little
        pair => Math.Log(1 + pair.Value) * Rarity(pair.Key), StringComparer.Ordinal));

    /// <summary>Stems of known words that are one typing error away from a word in the name, and that the text does not have itself.</summary>
    private Dictionary<string, double> Misspelt(ComparedText text, Dictionary<string, double> stems)
    {
        var near = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (word, stem) in DutchText.Terms(text.Name).Where(term => term.Word.Length >= ShortestMisspelt))
            foreach (var (known, knownStem) in _words)
                if (!stems.ContainsKey(knownStem) && TypingError.IsOne(word, known))
                    near[knownStem] = stems[stem];
        return near;
    }

    private double Rarity(string stem) => 1.0 + Math.Log((1.0 + _texts.Count) / (1.0 + _documentsWith.GetValueOrDefault(stem)));

    private Dictionary<string, double> TrigramsOf(ComparedText text)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (word, stem) in DutchText.Terms(text.Name))
        {
            var padded = $" {word} ";
            for (var i = 0; i + 3 <= padded.Length; i++)
                weights[padded.Substring(i, 3)] = weights.GetValueOrDefault(padded.Substring(i, 3)) + Rarity(stem);
        }

        return Unit(weights);
    }

    private static Dictionary<string, double> Counts(ComparedText text)
    {
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (_, stem) in DutchText.Terms(text.Name))
            counts[stem] = counts.GetValueOrDefault(stem) + WeightOfName;
        foreach (var (_, stem) in DutchText.Terms(text.Summary))
            counts[stem] = counts.GetValueOrDefault(stem) + 1;
        return counts;
    }

    private static Dictionary<string, double> Unit(Dictionary<string, double> vector)
    {
        var length = Math.Sqrt(vector.Values.Sum(weight => weight * weight));
        return length == 0 ? vector : vector.ToDictionary(pair => pair.Key, pair => pair.Value / length, StringComparer.Ordinal);
    }

    /// <summary>The words that both have, as the found text writes them, rarest first.</summary>
    private string[] Shared(ComparedText text, ComparedText found)
    {
        var mine = Counts(text).Keys.ToHashSet(StringComparer.Ordinal);
        return [.. DutchText.Terms(found.Name).Concat(DutchText.Terms(found.Summary))
            .Where(term => mine.Contains(term.Stem)).DistinctBy(term => term.Stem)
            .OrderByDescending(term => Rarity(term.Stem)).Take(MostReasons).Select(term => term.Word)];
    }

    private static bool Differ(string? one, string? other) =>
        !string.IsNullOrWhiteSpace(one) && !string.IsNullOrWhiteSpace(other) && !DutchText.Words(one).SequenceEqual(DutchText.Words(other));
}

/// <summary>A text that is compared.</summary>
/// <param name="Key">What it is called; null for a text that is being typed.</param>
/// <param name="Name">Name of the initiative.</param>
/// <param name="Summary">Its summary; may be empty.</param>
/// <param name="Area">Its area; null where it is not said.</param>
public sealed record ComparedText(string? Key, string Name, string Summary, string? Area);

/// <summary>A text that is like another.</summary>
/// <param name="Key">What it is called.</param>
/// <param name="Score">How much, 0 to 1.</param>
/// <param name="SharedWords">Words that both have, rarest first.</param>
public sealed record Likeness(string Key, double Score, IReadOnlyList<string> SharedWords);
