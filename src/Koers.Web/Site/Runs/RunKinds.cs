using Koers.App.Requests;
using Koers.Domain.Runs;

namespace Koers.Web.Site.Runs;

/// <summary>The kinds of runs, said for people who decide.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Question">Which question it answers.</param>
/// <param name="IsAboutPlan">Whether it looks into the plan of a run.</param>
/// <param name="UsualSeconds">Time limit where none is given; null where it has none.</param>
public sealed record RunKindInfo(RunKind Kind, Text Name, Text Question, bool IsAboutPlan, int? UsualSeconds)
{
    /// <summary>All kinds, in the order in which people meet them.</summary>
    public static IReadOnlyList<RunKindInfo> All { get; } =
    [
        new(RunKind.Plan, new("Plan", "Plan"), new("Welke initiatieven, in welke variant en vanaf wanneer, brengen samen het meest?", "Which initiatives, in which variant and starting when, bring the most together?"), false, 60),
        new(RunKind.Explain, new("Waarom?", "Why?"), new("Waarom zit dit initiatief erin, of waarom niet?", "Why is this initiative in, or why not?"), true, 5),
        new(RunKind.Prices, new("Wat knelt", "What is scarce"), new("Wat is een euro of een mens meer waard, en wat ruimte in een kader?", "What is one more euro or person worth, and what is room in a frame worth?"), true, 20),
        new(RunKind.Frontier, new("Meer of minder middelen", "More or less means"), new("Wat zou meer of minder geld of mensen brengen?", "What would more or less money or people bring?"), false, 60),
        new(RunKind.Silos, new("De prijs van verkokering", "The price of silos"), new("Wat kost het de gemeente als iedere afdeling voor zichzelf kiest?", "What does it cost the municipality if every department chooses for itself?"), false, 30),
        new(RunKind.Robust, new("De vaste kern", "The robust core"), new("Houdt de keuze stand als gewichten, scores of kosten onzeker zijn?", "Does the choice hold if weights, scores or costs are uncertain?"), false, 120),
        new(RunKind.Risk, new("Risico", "Risk"), new("Hoe waarschijnlijk blijft het plan binnen zijn geld en mensen?", "How likely does the plan stay within its money and people?"), true, 60),
        new(RunKind.Replan, new("Bijsturen", "Steer"), new("Er is iets veranderd: wat nu, met zo weinig mogelijk verstoring van wat is afgesproken?", "Something changed: what now, disturbing what was agreed as little as possible?"), false, 10),
        new(RunKind.Compare, new("Plannen vergelijken", "Compare plans"), new("Wat verschilt er tussen plannen?", "What differs between plans?"), true, null),
        new(RunKind.Repair, new("Kaders die botsen", "Frames that collide"), new("Welke kaders kunnen niet samen, en wat is de goedkoopste uitweg?", "Which frames cannot hold together, and what is the cheapest way out?"), false, 60),
    ];

    /// <summary>What is known of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public static RunKindInfo Of(RunKind kind) => All.First(info => info.Kind == kind);
}
