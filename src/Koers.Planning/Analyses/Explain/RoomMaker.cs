using Koers.Planning.Checking;
using Koers.Planning.Problems;

namespace Koers.Planning.Analyses;

/// <summary>
/// Makes a plan keep the rules again by taking out what stands in the way: each time the initiative that relieves the broken rows most for
/// what it is worth. Crude, and in a moment: what is found near the plan at hand is where searching for a plan with the initiative begins.
/// </summary>
internal sealed class RoomMaker(TrialProblem trial, InitiativeId id)
{
    private const int MostRemoved = 25;
    private readonly Dictionary<string, int> _rows = trial.RowsByName();

    /// <summary>The plan with as little as possible taken out, the initiative staying; null where no rules are kept that way.</summary>
    public IReadOnlyList<Choice>? Make(IReadOnlyList<Choice> plan)
    {
        var model = trial.Model;
        var kept = plan.Select(model.Options.Find).Where(o => o >= 0).ToList();
        var removed = new List<int>();
        for (var broken = Broken(kept); broken.Count > 0; broken = Broken(kept))
        {
            if (removed.Count == MostRemoved || Worst(kept, broken) is not { } worst)
                return null;
            kept.Remove(worst);
            removed.Add(worst);
        }

        // What was taken out first may have become needless by what was taken out later
        foreach (var option in removed.OrderByDescending(o => model.Objective[o]))
        {
            kept.Add(option);
            if (Broken(kept).Count > 0)
                kept.RemoveAt(kept.Count - 1);
        }

        return [.. kept.Order().Select(model.Options.ChoiceOf)];
    }

    private List<Violation> Broken(List<int> chosen) =>
        Evaluator.Violations(trial.Model.RuleBook, new Selection(trial.Model.Options, [.. chosen.Order()]));

    private int? Worst(List<int> chosen, List<Violation> broken)
    {
        var model = trial.Model;
        var excess = new Dictionary<int, double>();
        foreach (var violation in broken)
            if (_rows.TryGetValue(violation.Row, out var row))
                excess[row] = Math.Max(1e-9, violation.Found - violation.Limit);
        (int? Option, double Gain) best = (null, 0.0);
        foreach (var o in chosen)
        {
            var initiative = model.Problem.Initiatives[model.Options.Initiative[o]];
            if (initiative.Id == id || initiative.Mandatory)
                continue;
            var relief = 0.0;
            var rows = model.ByColumn.Keys(o);
            var amounts = model.ByColumn.Amounts(o);
            for (var e = 0; e < rows.Length; e++)
                if (amounts[e] > 0 && excess.TryGetValue(rows[e], out var over))
                    relief += Math.Min(1.0, amounts[e] / over);
            var gain = relief / (1e-6 + Math.Max(0.0, model.Objective[o]));
            if (gain > best.Gain)
                best = (o, gain);
        }

        return best.Option;
    }
}
