using System.Globalization;
using Koers.App.Frames;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Initiatives;
using Koers.Domain.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Scenarios;

/// <summary>What scenarios decide beforehand about initiatives.</summary>
internal static class ScenarioChoices
{
    private const int MostChoices = 5_000;
    private const int MonthsInQuarter = 3;

    private static readonly InitiativeState[] Plannable = [InitiativeState.Weighed, InitiativeState.Chosen, InitiativeState.Running];

    public static async Task Gather(RegisterContext context, IReadOnlyList<ChoiceInput> choices, InputCheck check, CancellationToken cancellation)
    {
        if (!FrameLimits.AtMost(check, choices.Count, MostChoices, "/keuzes"))
            return;
        var numbers = choices.Select(choice => choice.Initiative).Distinct().ToList();
        var variants = (await context.Initiatives.Where(i => numbers.Contains(i.Number))
            .Select(i => new { i.Number, Variants = i.Variants.Select(v => v.Code).ToList() }).ToListAsync(cancellation))
            .ToDictionary(i => i.Number, i => i.Variants);
        for (var i = 0; i < choices.Count; i++)
            Gather(choices[i], variants, check, $"/keuzes/{i}");
        FrameLimits.NoDoubles(check, [.. choices.Select(c => $"{c.Initiative} {Words.Json(c.Kind)}")], i => $"/keuzes/{i}");
        var contrary = choices.Where(c => c.Kind == ScenarioChoiceKind.ForceIn).Select(c => c.Initiative)
            .Intersect(choices.Where(c => c.Kind == ScenarioChoiceKind.ForceOut).Select(c => c.Initiative)).ToList();
        foreach (var number in contrary)
            check.That(false, "/keuzes", $"Initiatief {number} kan niet er én in én uit.", $"Initiative {number} cannot be both in and out.");
    }

    private static void Gather(ChoiceInput choice, Dictionary<string, List<string>> variants, InputCheck check, string place)
    {
        if (!check.That(choice.Initiative is { Length: > 0 }, place + "/initiatief", "Kies een initiatief.", "Choose an initiative."))
            return;
        if (check.That(
            variants.TryGetValue(choice.Initiative, out var there), place + "/initiatief",
            $"Er is geen initiatief {choice.Initiative}.", $"There is no initiative {choice.Initiative}."))
            check.That(
                choice.Variant is null || there!.Contains(choice.Variant), place + "/variant",
                $"Initiatief {choice.Initiative} heeft geen variant “{choice.Variant}”.",
                $"Initiative {choice.Initiative} has no variant “{choice.Variant}”.");
        check.That(
            choice.Variant is null || choice.Kind != ScenarioChoiceKind.ForceOut, place + "/variant",
            "Wat eruit blijft heeft geen variant.", "What stays out has no variant.");
        if (choice.Kind == ScenarioChoiceKind.PinStart)
            check.That(
                choice.Start is not null || choice.Variant is not null, place + "/start",
                "Zet een start vast, een variant of beide.", "Pin a start, a variant or both.");
        else
            check.That(choice.Start is null, place + "/start", "Een start hoort bij start-vast.", "A start goes with start-vast.");
        check.That(
            choice.Start is not { } start || (start.Day == 1 && start.Month % MonthsInQuarter == 1), place + "/start",
            "Een kwartaal begint op 1 januari, 1 april, 1 juli of 1 oktober.", "A quarter begins on 1 January, 1 April, 1 July or 1 October.");
    }

    public static async Task<IReadOnlyList<ChoiceInput>> Read(RegisterContext context, Scenario scenario, CancellationToken cancellation)
    {
        var ids = scenario.Choices.Select(choice => choice.InitiativeId).Distinct().ToList();
        var numbers = await context.Initiatives.Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Number, cancellation);
        return [.. scenario.Choices.Select(c => new ChoiceInput(numbers[c.InitiativeId], c.Kind, c.Start, c.Variant))
            .OrderBy(c => c.Initiative, StringComparer.Ordinal).ThenBy(c => c.Kind)];
    }

    /// <summary>What is in by force although no plan with it can be adopted, as the initiatives stand now.</summary>
    public static async Task<IReadOnlyList<ChoiceObstacle>> Obstacles(
        RegisterContext context, IReadOnlyList<ChoiceInput> choices, CancellationToken cancellation)
    {
        var numbers = choices.Where(choice => choice.Kind == ScenarioChoiceKind.ForceIn).Select(choice => choice.Initiative).ToList();
        if (numbers.Count == 0)
            return [];
        var found = await context.Initiatives.AsNoTracking()
            .Where(i => numbers.Contains(i.Number) && !Plannable.Contains(i.State)).OrderBy(i => i.Number).Select(i => new { i.Number, i.State })
            .ToListAsync(cancellation);
        return [.. found.Select(i => new ChoiceObstacle(i.Number, i.State, Obstacle(i.Number, i.State)))];
    }

    private static Text Obstacle(string number, InitiativeState state) => state == InitiativeState.Parked
        ? new Text(
            $"Initiatief {number} is geparkeerd. U kunt zien wat het kost, maar een plan ermee kan pas worden vastgesteld als de portfoliomanager het heeft teruggezet op “gewogen”.",
            $"Initiative {number} is parked. You can see what it costs, but a plan with it can be adopted only after the portfolio manager has taken it back to “weighed”.")
        : new Text(
            $"Initiatief {number} heeft toestand “{Words.Dutch(state)}”. Er kan geen plan mee worden gemaakt: daarvoor moet het gewogen, gekozen, geparkeerd of lopend zijn.",
            $"Initiative {number} has state “{Words.English(state)}”. No plan can be made with it: for that it must be weighed, chosen, parked or running.");

    /// <summary>Writes what was entered, once it was checked. Lines that stay are changed, not replaced.</summary>
    public static async Task Write(RegisterContext context, Scenario scenario, IReadOnlyList<ChoiceInput> choices, CancellationToken cancellation)
    {
        var numbers = choices.Select(choice => choice.Initiative).Distinct().ToList();
        var ids = await context.Initiatives.Where(i => numbers.Contains(i.Number)).ToDictionaryAsync(i => i.Number, i => i.Id, cancellation);
        scenario.Choices.RemoveAll(there => !choices.Any(c => ids[c.Initiative] == there.InitiativeId && c.Kind == there.Kind));
        foreach (var choice in choices)
        {
            var there = scenario.Choices.Find(c => c.InitiativeId == ids[choice.Initiative] && c.Kind == choice.Kind);
            if (there is null)
                scenario.Choices.Add(there = new ScenarioChoice { InitiativeId = ids[choice.Initiative], Kind = choice.Kind });
            (there.Start, there.Variant) = (choice.Start, choice.Variant);
        }
    }

    /// <summary>What differs between the choices of two scenarios.</summary>
    public static IEnumerable<FrameChange> Between(IReadOnlyList<ChoiceInput> was, IReadOnlyList<ChoiceInput> becomes)
    {
        foreach (var number in was.Concat(becomes).Select(choice => choice.Initiative).Distinct().Order(StringComparer.Ordinal))
        {
            var (before, after) = (Said(was, number), Said(becomes, number));
            if (before != after)
                yield return new FrameChange("keuze", number, new Text($"Keuze voor {number}", $"Choice for {number}"), before, after);
        }
    }

    private static Text? Said(IReadOnlyList<ChoiceInput> choices, string number)
    {
        var its = choices.Where(choice => choice.Initiative == number).Select(Said).ToList();
        return its.Count == 0 ? null : new Text(string.Join("; ", its.Select(t => t.Dutch)), string.Join("; ", its.Select(t => t.English)));
    }

    private static Text Said(ChoiceInput choice)
    {
        var variant = choice.Variant is null ? "" : $" ({choice.Variant})";
        var start = choice.Start?.ToString("O", CultureInfo.InvariantCulture);
        return choice.Kind switch
        {
            ScenarioChoiceKind.ForceIn => new Text($"erin{variant}", $"in{variant}"),
            ScenarioChoiceKind.ForceOut => new Text("eruit", "out"),
            _ => start is null
                ? new Text($"variant vast{variant}", $"variant pinned{variant}")
                : new Text($"start vast op {start}{variant}", $"start pinned at {start}{variant}"),
        };
    }
}
