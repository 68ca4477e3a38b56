using Koers.App.Requests;
using Koers.Domain.Initiatives;

namespace Koers.App.Initiatives;

/// <summary>What is said of steps that are not taken.</summary>
internal static class StepTexts
{
    public const int LongestReason = 2_000;

    public static Text NoStep(InitiativeState from, InitiativeState to)
    {
        var possible = InitiativeSteps.All.Where(step => step.From == from).Select(step => step.To).ToArray();
        return new Text(
            $"Van “{Words.Dutch(from)}” naar “{Words.Dutch(to)}” is er geen stap. Wel naar: {List(possible.Select(Words.Dutch), "nergens heen")}.",
            $"There is no step from “{Words.English(from)}” to “{Words.English(to)}”. There is one to: {List(possible.Select(Words.English), "nowhere")}.");
    }

    public static Text NotFor(InitiativeStep step) => new(
        $"Deze stap is voorbehouden aan: {List(step.By.Select(Words.Dutch).Concat(step.ByOwner ? ["de indiener", "de opdrachtnemer"] : []), "niemand")}.",
        $"This step is reserved for: {List(step.By.Select(Words.English).Concat(step.ByOwner ? ["its proposer", "its lead"] : []), "nobody")}.");

    public static Text ForOthers { get; } = new(
        "Initiatieven laat u geen stap zetten: dat doen hun indiener of opdrachtnemer, het afdelingshoofd, de portfoliomanager en de bestuurder.",
        "You let no initiative take a step: its proposer or lead does, the head of its department, the portfolio manager and the executive.");

    private static string List(IEnumerable<string> words, string otherwise) => string.Join(", ", words.DefaultIfEmpty(otherwise));
}
