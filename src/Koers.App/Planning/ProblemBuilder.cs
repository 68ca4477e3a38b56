using Koers.App.Requests;
using Koers.Domain.Frames;
using Koers.Domain.Goals;
using Koers.Planning.Formats;
using Koers.Planning.Problems;

namespace Koers.App.Planning;

/// <summary>
/// Makes the problem that the engine plans of what the register holds. Initiatives are named by their number, everything else by its code; money
/// is in euros, periods are quarters and period 0 is the first quarter of the settings. What takes part and how is in
/// <see cref="Participation"/>, what relations become in <see cref="RelationReading"/>.
/// </summary>
public static class ProblemBuilder
{
    private const int QuartersInYear = 4;

    /// <summary>Makes the problem, and has the engine check it.</summary>
    /// <param name="source">What it is made of.</param>
    /// <exception cref="AgainstRuleException">No problem can be made of it; the message names initiatives by number and all else by
    /// code.</exception>
    public static Problem Build(PlanningSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var obstacles = new Obstacles();
        var settings = source.Frames.Settings;
        if (settings.Start is not { Month: 1, Day: 1 })
            obstacles.Add(
                "De eerste planningsdag is geen 1 januari: budgetten gelden per kalenderjaar.",
                "The first day that is planned is not 1 January: budgets are for calendar years.");
        var goals = GoalsOf(source, obstacles);
        obstacles.Done();
        var calendar = Calendar.Of(settings);
        var means = new MeansEntries(source.Frames, calendar, obstacles);
        var participation = Participation.Of(source, calendar, obstacles);
        var relations = RelationReading.Of(source, participation, obstacles);
        obstacles.Done();
        var initiatives = new InitiativeEntries(source, calendar, means, goals.Select(g => g.Domain)).Of(participation, obstacles);
        var problem = Framed(source.Frames, goals, calendar, means, obstacles) with
        {
            Initiatives = initiatives,
            Relations = relations,
            Reference = ReferenceOf(source, calendar, initiatives),
        };
        obstacles.Done();
        ThrowIfFaulty(problem);
        return problem;
    }

    /// <summary>What frames become in a problem, whatever is proposed: time, goals, means and limits.</summary>
    /// <param name="frames">The frames.</param>
    /// <exception cref="AgainstRuleException">No problem can be made of them.</exception>
    internal static Problem OfFrames(FrameContent frames)
    {
        var obstacles = new Obstacles();
        var source = new PlanningSource { Frames = frames, Initiatives = [], Departments = new Dictionary<Guid, string>() };
        var goals = GoalsOf(source, obstacles);
        obstacles.Done();
        var calendar = Calendar.Of(frames.Settings);
        var problem = Framed(frames, goals, calendar, new MeansEntries(frames, calendar, obstacles), obstacles);
        obstacles.Done();
        return problem;
    }

    private static Problem Framed(
        FrameContent frames, List<(Domain.Goals.Goal Domain, Koers.Planning.Problems.Goal Entry)> goals, Calendar calendar, MeansEntries means,
        Obstacles obstacles) => new(
        frames.Settings.Municipality, new Horizon(calendar.Start, calendar.Quarters, QuartersInYear),
        new ValueSettings(frames.Settings.DiscountPerYear, frames.Settings.TailQuarters, Normalise: true),
        [.. goals.Select(g => g.Entry)], means.Budgets, means.Capacities, [], [],
        new FrameEntries(frames, calendar, means, goals.ToDictionary(g => g.Domain.Id, g => g.Entry.Id)).Of(obstacles), null);

    private static List<(Domain.Goals.Goal Domain, Koers.Planning.Problems.Goal Entry)> GoalsOf(PlanningSource source, Obstacles obstacles)
    {
        try
        {
            var tree = new GoalTree(source.Frames.Goals);
            if (tree.Goals.Count == 0)
                obstacles.Add("Er zijn geen doelen.", "There are no goals.");
            var codes = tree.Goals.ToDictionary(goal => goal.Id, goal => goal.Code);
            foreach (var (parent, sum) in tree.LevelsThatAreNotWhole())
            {
                var share = (sum * 100).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
                obstacles.Add(
                    $"De gewichten {(parent is { } id ? $"onder doel {codes[id]}" : "van de hoofddoelen")} tellen op tot {share.Replace('.', ',')}% en niet tot 100%.",
                    $"The weights {(parent is { } one ? $"below goal {codes[one]}" : "of the top goals")} add up to {share}%, not to 100%.");
            }

            return [.. tree.Leaves.Select(goal =>
                (goal, new Koers.Planning.Problems.Goal(new GoalId(goal.Code), goal.Name, tree.ShareOfWhole(goal), goal.Cap)))];
        }
        catch (ArgumentException e)
        {
            obstacles.Add($"De doelenboom klopt niet: {e.Message}", $"The tree of goals is not right: {e.Message}");
            return [];
        }
    }

    /// <summary>The agreement in force, as far as what it chose still takes part in that variant. Without penalties: it binds nobody, and planning
    /// again begins at it.</summary>
    private static ReferencePlan? ReferenceOf(PlanningSource source, Calendar calendar, IReadOnlyList<Initiative> initiatives)
    {
        if (source.Agreement is not { } agreement)
            return null;
        var numbers = source.Initiatives.ToDictionary(i => i.Id, i => i.Number);
        var known = initiatives.ToDictionary(i => i.Id);
        var held = agreement.Initiatives
            .Where(line => numbers.ContainsKey(line.InitiativeId))
            .Select(line => new Choice(
                new InitiativeId(numbers[line.InitiativeId]), new VariantId(line.Variant), calendar.PeriodOf(line.Start)))
            .Where(choice => known.TryGetValue(choice.Initiative, out var i) && i.Variants.Any(v => v.Id == choice.Variant))
            .OrderBy(choice => choice.Initiative.Value, StringComparer.Ordinal);
        return new ReferencePlan([.. held], 0, 0, 0, 0);
    }

    private static void ThrowIfFaulty(Problem problem)
    {
        var errors = ProblemValidator.Validate(problem).Where(fault => fault.Severity == Severity.Error).ToArray();
        var obstacles = new Obstacles();
        foreach (var fault in errors)
            obstacles.Add(FaultNames.Line(problem, fault, "nl"), FaultNames.Line(problem, fault, "en"));
        obstacles.Done();
    }
}
