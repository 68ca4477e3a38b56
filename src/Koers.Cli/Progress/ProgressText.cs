using Koers.Cli.Terminal;
using Koers.Cli.Texts;
using Koers.Planning;

namespace Koers.Cli.Progress;

/// <summary>Progress in words and numbers.</summary>
internal static class ProgressText
{
    public static string Phase(MessageTexts texts, PlanningPhase phase) => phase switch
    {
        PlanningPhase.Preparing => texts.Preparing,
        PlanningPhase.Bounding => texts.Bounding,
        PlanningPhase.FirstPlan => texts.FirstPlan,
        PlanningPhase.Improving => texts.Improving,
        PlanningPhase.Explaining => texts.Explaining,
        _ => texts.Done,
    };

    /// <summary>Value, bound and gap; a dash where there is none yet, so that nothing jumps about.</summary>
    public static IEnumerable<(string Name, string Number)> Figures(MessageTexts texts, Numbers numbers, PlanningProgress progress)
    {
        yield return (texts.Value, progress.Value is { } value ? numbers.Points(value) : "-");
        yield return (texts.Bound, progress.Bound is { } bound ? numbers.Points(bound) : "-");
        yield return (texts.Gap, progress.Gap is { } gap and >= 0 and < 1000 ? numbers.Gap(gap) : "-");
    }

    /// <summary>One line: <c>12 s: improving the plan, value 105.46, bound 118.10, gap 12.0%</c>.</summary>
    public static string Line(MessageTexts texts, Numbers numbers, PlanningProgress progress) =>
        numbers.Time(progress.Elapsed) + ": " + Phase(texts, progress.Phase) + string.Concat(
            Figures(texts, numbers, progress).Where(figure => figure.Number != "-").Select(figure => $", {figure.Name} {figure.Number}"));
}
