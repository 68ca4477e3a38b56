namespace Koers.Planning.Bounding;

/// <summary>What questions of a tree gained so far (pseudo-costs: Bénichou and others 1971), and so which to ask next. Safe for several
/// threads.</summary>
internal sealed class QuestionGains
{
    /// <summary>Questions tried out where little is known of what they gain.</summary>
    public const int Trials = 16;

    private const int TimesToKnow = 2;

    private readonly Lock _lock = new();
    private readonly Dictionary<Branching, Gain> _gains = [];
    private double _typical = 1.0;

    /// <summary>Questions in the order of what they promise, each with whether enough is known of it to ask it without trying others.</summary>
    public List<(Branching Question, bool IsKnown)> MostPromising(List<(Branching Question, double Openness)> questions)
    {
        lock (_lock)
            return [.. questions.Select(q => (q.Question, Promise: q.Openness * 2 * Expected(q.Question)))
                .OrderByDescending(q => q.Promise)
                .Select(q => (q.Question, _gains.GetValueOrDefault(q.Question).Times >= TimesToKnow))];
    }

    /// <summary>Takes note of what a question gained.</summary>
    /// <param name="question">The question.</param>
    /// <param name="yes">By how much the bound became better where the answer is yes.</param>
    /// <param name="no">Likewise where it is no.</param>
    /// <returns>How good a question that makes it.</returns>
    public double Learn(Branching question, double yes, double no)
    {
        lock (_lock)
        {
            var gain = _gains.GetValueOrDefault(question);
            _gains[question] = new Gain(gain.Yes + Math.Max(0, yes), gain.No + Math.Max(0, no), gain.Times + 1);
            var score = Score(yes, no);
            _typical = (0.95 * _typical) + (0.05 * score);
            return score;
        }
    }

    private double Expected(Branching question) =>
        _gains.TryGetValue(question, out var gain) ? Score(gain.Yes / gain.Times, gain.No / gain.Times) : _typical;

    private static double Score(double yes, double no) => Math.Max(1e-6, yes) * Math.Max(1e-6, no);

    private readonly record struct Gain(double Yes, double No, int Times);
}
