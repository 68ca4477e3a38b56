using Koers.Domain.Initiatives;
using Koers.Domain.Scenarios;

namespace Koers.App.Planning;

/// <summary>What an initiative is to the planning.</summary>
internal enum Part
{
    /// <summary>It may be chosen.</summary>
    Free,

    /// <summary>It runs: variant and start are facts, and it stays.</summary>
    Running,

    /// <summary>It is done: no part of the plan, and what needed it has it.</summary>
    Completed,

    /// <summary>It is not chosen, whatever the plan.</summary>
    Out,
}

/// <summary>
/// Which initiatives take part. Weighed and chosen ones may be chosen (what was agreed and has not begun may move), running ones stay as they are,
/// all others are out. A scenario can force one out, or in: also one that is parked, because that is wanted and only waits.
/// </summary>
internal sealed class Participation
{
    private readonly Dictionary<Guid, Part> _parts;
    private readonly Dictionary<Guid, Initiative> _byId;
    private readonly HashSet<Guid> _forced = [];

    private Participation(PlanningSource source)
    {
        _byId = source.Initiatives.ToDictionary(i => i.Id);
        _parts = source.Initiatives.ToDictionary(i => i.Id, i => i.State switch
        {
            InitiativeState.Weighed or InitiativeState.Chosen => Part.Free,
            InitiativeState.Running => Part.Running,
            InitiativeState.Completed => Part.Completed,
            _ => Part.Out,
        });
    }

    public static Participation Of(PlanningSource source, Calendar calendar, Obstacles obstacles)
    {
        var participation = new Participation(source);
        foreach (var choice in source.Choices)
            participation.Follow(choice, obstacles);
        foreach (var choice in source.Choices.Where(c => c.Kind == ScenarioChoiceKind.PinStart && c.Start is null))
            obstacles.Add(
                $"De vaste start van {participation.NumberOf(choice.InitiativeId)} noemt geen kwartaal.",
                $"The pinned start of {participation.NumberOf(choice.InitiativeId)} names no quarter.");
        foreach (var initiative in source.Initiatives.Where(i => participation[i.Id] is Part.Free))
            if (!VariantWindow.AllOf(initiative, source.Choices, calendar).Any())
                participation.LeaveOut(
                    initiative.Id, $"geen variant ervan past in de {calendar.Quarters} kwartalen vanaf {calendar.Start:yyyy-MM-dd}",
                    $"no variant of it fits in the {calendar.Quarters} quarters from {calendar.Start:yyyy-MM-dd}", obstacles);
        return participation;
    }

    public Part this[Guid id] => _parts.GetValueOrDefault(id, Part.Out);

    /// <summary>Those that are in the problem, by number.</summary>
    public IEnumerable<Initiative> Taking =>
        _byId.Values.Where(i => _parts[i.Id] is Part.Free or Part.Running).OrderBy(i => i.Number, StringComparer.Ordinal);

    public string NumberOf(Guid id) => _byId.TryGetValue(id, out var initiative) ? initiative.Number : id.ToString();

    /// <summary>Whether the plan must hold it: running, statutory, or forced in.</summary>
    public bool IsMandatory(Initiative initiative) =>
        this[initiative.Id] == Part.Running || initiative.IsStatutory || _forced.Contains(initiative.Id);

    /// <summary>What is free must be in.</summary>
    public void Force(Guid id) => _forced.Add(id);

    /// <summary>What is free cannot be chosen; that stands in the way of planning where it must be in.</summary>
    public void LeaveOut(Guid id, string dutchReason, string englishReason, Obstacles obstacles)
    {
        if (_byId.TryGetValue(id, out var initiative) && IsMandatory(initiative))
            obstacles.Add(
                $"Initiatief {initiative.Number} moet gedaan worden, maar {dutchReason}.",
                $"Initiative {initiative.Number} must be done, but {englishReason}.");
        _parts[id] = Part.Out;
    }

    private void Follow(ScenarioChoice choice, Obstacles obstacles)
    {
        var (id, number) = (choice.InitiativeId, NumberOf(choice.InitiativeId));
        if (choice.Kind == ScenarioChoiceKind.ForceOut)
        {
            if (_forced.Contains(id))
                obstacles.Add($"Het scenario wil {number} erin én eruit.", $"The scenario wants {number} in and out.");
            _parts[id] = this[id] == Part.Completed ? Part.Completed : Part.Out;
            return;
        }

        if (choice.Kind != ScenarioChoiceKind.ForceIn)
            return;
        if (_byId.TryGetValue(id, out var initiative) && initiative.State == InitiativeState.Parked && this[id] == Part.Out)
            _parts[id] = Part.Free;
        if (this[id] is Part.Free or Part.Running)
            _forced.Add(id);
        else
            obstacles.Add(
                $"Het scenario wil {number} erin, maar dat initiatief is niet gewogen, gekozen, geparkeerd of lopend, of het moet er ook uit.",
                $"The scenario wants {number} in, but that initiative is not weighed, chosen, parked or running, or must be out too.");
    }
}
