using System.Globalization;
using Koers.App.Requests;
using Koers.Planning;
using Koers.Planning.Analyses;

namespace Koers.App.Runs;

/// <summary>What a run says of itself: kept as a word without a language, told as a sentence.</summary>
public static class RunMessages
{
    internal const string TooManyAttempts = "attempts";
    internal const string BrokenOff = "broken-off";
    internal const string NothingFound = "nothing-found";
    internal const string Broken = "broken";
    internal const string Elsewhere = "elsewhere";
    private const string Steps = "steps:";
    private const string Phase = "phase:";

    internal static string Of(PlanningPhase phase) => Phase + phase;

    internal static string Of(AnalysisProgress progress) =>
        string.Create(CultureInfo.InvariantCulture, $"{Steps}{progress.Done}/{progress.Total}");

    /// <summary>The sentence; null where there is nothing to say.</summary>
    /// <param name="message">What is kept.</param>
    public static Text? Tell(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.StartsWith(Steps, StringComparison.Ordinal))
        {
            var parts = message[Steps.Length..].Split('/');
            return new Text($"{parts[0]} van {parts[1]} gedaan", $"{parts[0]} of {parts[1]} done");
        }

        return message switch
        {
            "" => null,
            TooManyAttempts => new Text(
                $"{RunWorker.MostAttempts} keer begonnen en telkens viel de rekenaar midden in het werk weg; niet nog eens geprobeerd",
                $"begun {RunWorker.MostAttempts} times, and each time its worker went away in the middle; not tried again"),
            BrokenOff => new Text(
                $"{RunWorker.MostAttempts} keer begonnen en telkens viel de rekenaar midden in het werk weg; dit is het beste plan dat toen gevonden was",
                $"begun {RunWorker.MostAttempts} times, and each time its worker went away in the middle; this is the best plan that was found by then"),
            NothingFound => new Text(
                "binnen de tijd is geen plan gevonden en ook niet bewezen dat het niet kan; probeer het met een langere tijdslimiet",
                "within the time no plan was found, and it was not proven impossible either; try a longer time limit"),
            Broken => new Text(
                "het rekenen is mislukt door een fout in het programma; het logboek van de rekenaar zegt meer",
                "planning failed by a fault of the program; the log of the worker says more"),
            Elsewhere => new Text(
                "elders gemaakt en ingebracht; de controle vond dat het plan voor dit probleem klopt",
                "made elsewhere and brought in; the checker found that the plan holds for this problem"),
            _ => Enum.TryParse<PlanningPhase>(message.Replace(Phase, "", StringComparison.Ordinal), out var phase) ? Tell(phase) : new Text(message, message),
        };
    }

    private static Text Tell(PlanningPhase phase) => phase switch
    {
        PlanningPhase.Preparing => new Text("voorbereiden", "preparing"),
        PlanningPhase.Bounding => new Text("bovengrens bepalen", "finding the bound"),
        PlanningPhase.FirstPlan => new Text("eerste plan zoeken", "looking for a first plan"),
        PlanningPhase.Improving => new Text("plan verbeteren", "improving the plan"),
        PlanningPhase.Explaining => new Text("uitzoeken wat niet samengaat", "finding what cannot hold together"),
        _ => new Text("klaar", "done"),
    };
}
