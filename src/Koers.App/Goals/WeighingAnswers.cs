using Koers.App.Frames;
using Koers.App.Requests;
using Koers.Domain.Frames;
using Koers.Domain.Weighing;

namespace Koers.App.Goals;

/// <summary>From answers to weights.</summary>
internal static class WeighingAnswers
{
    private const double Whole = 1e-6;
    private const int MostInPairs = 25;

    /// <summary>The weights, in the order of the codes, together 1; and the comparison where answers are in pairs.</summary>
    /// <exception cref="InvalidInputException">An answer is missing, too many or not possible.</exception>
    public static (IReadOnlyList<double> Weights, PairwiseComparison? Compared) Weights(WeighingInput input, IReadOnlyList<string> codes)
    {
        var check = new InputCheck();
        check.That(codes.Count > 0, "/boven", "Onder dit doel liggen geen doelen om te wegen.", "There are no goals below this one to weigh.");
        FrameLimits.AtMost(check, input.Answers.Count, FrameLimits.MostParts, "/antwoorden");
        if (input.Method == WeighingMethod.Pairwise)
        {
            check.That(
                codes.Count <= MostInPairs, "/methode",
                $"{codes.Count} doelen zijn te veel om in paren te vergelijken; ten hoogste {MostInPairs} kan.",
                $"{codes.Count} goals are too many to compare in pairs; at most {MostInPairs} is possible.");
            check.Done();
            var pairs = Pairs(input.Answers, codes, check);
            check.Done();
            var compared = PairwiseComparison.Of(codes.Count, pairs);
            return (compared.Weights, compared);
        }

        var answers = PerGoal(input, codes, check);
        check.Done();
        return (input.Method == WeighingMethod.Swing ? SwingWeights.Of(answers) : answers, null);
    }

    private static List<double> PerGoal(WeighingInput input, IReadOnlyList<string> codes, InputCheck check)
    {
        var most = input.Method == WeighingMethod.Swing ? SwingWeights.Most : 1.0;
        foreach (var (code, answer) in input.Answers)
            if (check.That(
                codes.Contains(code), $"/antwoorden/{code}", $"Op dit niveau is geen doel “{code}”.", $"There is no goal “{code}” on this level."))
                check.Range(answer, $"/antwoorden/{code}", 0, most);
        foreach (var code in codes)
            check.That(
                input.Answers.ContainsKey(code), $"/antwoorden/{code}", "Vul dit in: elk doel van dit niveau heeft een antwoord nodig.", "Fill this in: every goal on this level needs an answer.");
        var answers = codes.Select(code => input.Answers.GetValueOrDefault(code)).ToList();
        if (check.Faults.Count > 0)
            return answers;
        if (input.Method == WeighingMethod.Swing)
            check.That(
                answers.Max() >= SwingWeights.Most, "/antwoorden",
                "De belangrijkste stap krijgt 100 punten; de andere worden daarmee vergeleken.",
                "The most important step gets 100 points; the others are compared with it.");
        else
            check.That(
                Math.Abs(answers.Sum() - 1) <= Whole, "/antwoorden",
                $"De gewichten tellen op tot {FrameFigures.Number(answers.Sum() * 100, isDutch: true)}%; samen moeten ze 100% zijn.",
                $"The weights add up to {FrameFigures.Number(answers.Sum() * 100, isDutch: false)}%; together they must be 100%.");
        return answers;
    }

    private static Dictionary<(int First, int Second), double> Pairs(
        IReadOnlyDictionary<string, double> answers, IReadOnlyList<string> codes, InputCheck check)
    {
        // 1/9 is entered with as many decimals as somebody has patience for
        const double least = 0.11;
        var pairs = new Dictionary<(int First, int Second), double>();
        foreach (var (pair, times) in answers)
        {
            var names = pair.Split('/');
            var (one, other) = names.Length == 2 ? (Place(codes, names[0]), Place(codes, names[1])) : (-1, -1);
            var where = $"/antwoorden/{pair.Replace("/", "~1", StringComparison.Ordinal)}";
            if (!check.That(
                one >= 0 && other >= 0 && one != other, where, $"“{pair}” is geen paar van doelen op dit niveau, zoals a/b.",
                $"“{pair}” is no pair of goals on this level, such as a/b."))
                continue;
            check.Range(times, where, least, PairwiseComparison.MostTimes);
            var asked = one < other ? times : 1 / times;
            var bounded = Math.Clamp(asked, 1 / PairwiseComparison.MostTimes, PairwiseComparison.MostTimes);
            check.That(
                pairs.TryAdd((Math.Min(one, other), Math.Max(one, other)), bounded), where,
                "Dit paar staat er al, andersom.", "This pair is there already, the other way round.");
        }

        for (var i = 0; i < codes.Count; i++)
            for (var j = i + 1; j < codes.Count; j++)
                check.That(
                    pairs.ContainsKey((i, j)), $"/antwoorden/{codes[i]}~1{codes[j]}", $"Het paar {codes[i]}/{codes[j]} heeft nog geen antwoord.",
                    $"The pair {codes[i]}/{codes[j]} has no answer yet.");
        return pairs;
    }

    private static int Place(IReadOnlyList<string> codes, string code)
    {
        for (var i = 0; i < codes.Count; i++)
            if (codes[i] == code)
                return i;
        return -1;
    }
}
