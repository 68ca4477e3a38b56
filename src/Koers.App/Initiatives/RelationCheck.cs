using Koers.App.Requests;
using Koers.Domain.Frames;
using Koers.Domain.Initiatives;

namespace Koers.App.Initiatives;

/// <summary>What must hold of a relation, per kind.</summary>
internal static class RelationCheck
{
    private const int LongestReason = 2_000;
    private const int MostMembers = 200;
    private const int MostPoints = 1_000_000;

    /// <summary>Gathers all faults.</summary>
    /// <param name="input">What was entered.</param>
    /// <param name="isThere">Whether an initiative with a number is there for who enters it.</param>
    /// <param name="check">Where faults are noted.</param>
    /// <param name="place">JSON pointer of the relation in what was sent.</param>
    public static void Gather(RelationInput input, Func<string, bool> isThere, InputCheck check, string place = "")
    {
        if (!WellFormed.Gather(input, check, place))
            return;
        check.Code(input.Code, place + "/code");
        check.Length(input.Reason, place + "/toelichting", LongestReason);
        Members(input, isThere, check, place + "/initiatieven");
        if (input.Type is RelationType.DependsOn or RelationType.Before)
            check.Range(input.Lag, place + "/tussentijd", -PlanningSettings.MostQuarters, PlanningSettings.MostQuarters);
        else
            Absent(input.Lag == 0, check, place + "/tussentijd", input.Type);
        Group(input, check, place);
        if (input.Type == RelationType.Synergy)
            check.That(
                input.Value is { } value && value != 0 && Math.Abs(value) <= MostPoints, place + "/waarde",
                $"Geef punten, niet 0: meer (positief) of minder (negatief), tot {Words.Number(MostPoints).Dutch}.",
                $"Give points, not 0: more (positive) or less (negative), up to {Words.Number(MostPoints).English}.");
        else
            Absent(input.Value is null, check, place + "/waarde", input.Type);
    }

    private static void Members(RelationInput input, Func<string, bool> isThere, InputCheck check, string at)
    {
        if (input.Type is RelationType.DependsOn or RelationType.Before or RelationType.Requires)
            check.That(input.Members.Count == 2, at, "Hierbij horen precies twee initiatieven.", "This takes exactly two initiatives.");
        else
            check.That(
                input.Members.Count is >= 2 and <= MostMembers, at,
                $"Hierbij horen 2 tot en met {MostMembers} initiatieven.", $"This takes 2 to {MostMembers} initiatives.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, number) in input.Members.Take(MostMembers).Index())
            if (check.That(number.Length > 0, $"{at}/{i}", "Kies een initiatief.", "Choose an initiative.")
                && check.That(isThere(number), $"{at}/{i}", $"Er is geen initiatief {number}.", $"There is no initiative {number}."))
                check.That(seen.Add(number), $"{at}/{i}", $"{number} staat er al bij.", $"{number} is there already.");
    }

    private static void Group(RelationInput input, InputCheck check, string place)
    {
        if (input.Type != RelationType.Group)
        {
            Absent(input.Min is null, check, place + "/minstens", input.Type);
            Absent(input.Max is null, check, place + "/hoogstens", input.Type);
            return;
        }

        check.That(input.Min is not null || input.Max is not null, place + "/minstens",
            "Een groep heeft een minimum, een maximum of beide.", "A group has a minimum, a maximum or both.");
        if (input.Min is { } min)
            check.Range(min, place + "/minstens", 0, input.Members.Count);
        if (input.Max is { } max)
            check.Range(max, place + "/hoogstens", 0, input.Members.Count);
        check.That(!(input.Min > input.Max), place + "/hoogstens", "Het maximum ligt onder het minimum.", "The maximum lies below the minimum.");
    }

    private static void Absent(bool isAbsent, InputCheck check, string where, RelationType type) => check.That(
        isAbsent, where, $"Dit hoort niet bij “{Words.Dutch(type)}”.", $"This does not belong to “{Words.English(type)}”.");
}
