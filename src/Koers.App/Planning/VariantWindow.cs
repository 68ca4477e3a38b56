using Koers.Domain.Initiatives;
using Koers.Domain.Scenarios;

namespace Koers.App.Planning;

/// <summary>A variant and the periods in which it may start.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Earliest">First period.</param>
/// <param name="Latest">Last period, at least the first.</param>
internal sealed record VariantWindow(Variant Variant, int Earliest, int Latest)
{
    /// <summary>The variants of an initiative that is not running that can be done within the time that is planned: they start in it and are finished
    /// in it. A scenario may allow one variant only, or one start only; a pinned start goes before the variant's own window.</summary>
    public static IEnumerable<VariantWindow> AllOf(Initiative initiative, IEnumerable<ScenarioChoice> choices, Calendar calendar)
    {
        var own = choices.Where(c => c.InitiativeId == initiative.Id && c.Kind != ScenarioChoiceKind.ForceOut).ToArray();
        var pinned = own.FirstOrDefault(c => c.Kind == ScenarioChoiceKind.PinStart)?.Start;
        foreach (var variant in initiative.Variants.OrderBy(v => v.Code, StringComparer.Ordinal))
        {
            if (own.Any(c => c.Variant is { } only && only != variant.Code))
                continue;
            var earliest = Math.Max(0, variant.EarliestStart is { } first ? calendar.PeriodOf(first) : 0);
            var latest = variant.LatestStart is { } last ? calendar.PeriodOf(last) : int.MaxValue;
            if (pinned is { } day)
                earliest = latest = calendar.PeriodOf(day);
            latest = Math.Min(latest, calendar.Quarters - variant.Duration);
            if (earliest >= 0 && earliest <= latest)
                yield return new VariantWindow(variant, earliest, latest);
        }
    }
}
