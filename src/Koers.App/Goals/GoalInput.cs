using System.Text.Json.Serialization;
using Koers.App.Frames;
using Koers.App.Organisation;
using Koers.App.Requests;
using Koers.Domain.Goals;

namespace Koers.App.Goals;

/// <summary>A goal as people enter it.</summary>
public sealed record GoalInput
{
    private const int MostAnchors = 25;
    private const int MostSustainableGoal = 17;

    /// <summary>A short name, unique; never changes, because files and initiatives refer to it.</summary>
    [JsonPropertyName("code")]
    public required string Code { get; init; }

    /// <summary>How people call it.</summary>
    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    /// <summary>What is meant, for those who score.</summary>
    [JsonPropertyName("omschrijving")]
    public string Description { get; init; } = "";

    /// <summary>Code of the goal that it is part of; null for a top.</summary>
    [JsonPropertyName("boven")]
    public string? Parent { get; init; }

    /// <summary>Place among the goals beside it.</summary>
    [JsonPropertyName("volgorde")]
    public int Order { get; init; }

    /// <summary>Its share among the goals beside it, 0 to 1; together 1. In the draft set by weighing a level only: leave it out, or send it as it
    /// is. In a scenario it is entered here.</summary>
    [JsonPropertyName("gewicht")]
    public double? Weight { get; init; }

    /// <summary>Score above which nothing more counts; null where there is no cap.</summary>
    [JsonPropertyName("plafond")]
    public double? Cap { get; init; }

    /// <summary>What shows how far it is reached.</summary>
    [JsonPropertyName("indicator")]
    public string? Indicator { get; init; }

    /// <summary>What the indicator should come to.</summary>
    [JsonPropertyName("streefwaarde")]
    public double? Target { get; init; }

    /// <summary>Opgave that it answers.</summary>
    [JsonPropertyName("opgave")]
    public string? SocietalChallenge { get; init; }

    /// <summary>Begrotingsprogramma that it belongs to.</summary>
    [JsonPropertyName("begrotingsprogramma")]
    public string? BudgetProgramme { get; init; }

    /// <summary>Taakveld: the Iv3 code as text.</summary>
    [JsonPropertyName("taakveld")]
    public string? PolicyField { get; init; }

    /// <summary>Sustainable development goal, 1 to 17.</summary>
    [JsonPropertyName("sdg")]
    public int? SustainableDevelopmentGoal { get; init; }

    /// <summary>Fixed points of its scale.</summary>
    [JsonPropertyName("ankers")]
    public IReadOnlyList<AnchorInput> Anchors { get; init; } = [];

    internal static GoalInput Of(Goal goal, FrameReferences codes) => new()
    {
        Code = goal.Code,
        Name = goal.Name,
        Description = goal.Description,
        Parent = codes.Goals.Code(goal.ParentId),
        Order = goal.Order,
        Weight = goal.Weight,
        Cap = goal.Cap,
        Indicator = goal.Indicator,
        Target = goal.Target,
        SocietalChallenge = goal.SocietalChallenge,
        BudgetProgramme = goal.BudgetProgramme,
        PolicyField = goal.PolicyField,
        SustainableDevelopmentGoal = goal.SustainableDevelopmentGoal,
        Anchors = [.. goal.Anchors.OrderBy(a => a.Points).Select(a => new AnchorInput(a.Points, a.Meaning))],
    };

    internal void Gather(FrameReferences codes, InputCheck check, string place = "")
    {
        check.Code(Code, place + "/code");
        check.That(
            Code is not GoalRegister.WeighingsPath, place + "/code",
            $"“{Code}” is een woord van de API en kan geen code zijn.", $"“{Code}” is a word of the API and cannot be a code.");
        check.Line(Name, place + "/naam", FrameLimits.LongestName);
        check.Length(Description, place + "/omschrijving", FrameLimits.LongestText);
        if (Parent is not null)
            check.Known(codes.Goals, Parent, place + "/boven", "doel", "goal");
        check.Range(Order, place + "/volgorde", 0, 1_000_000);
        if (Weight is { } weight)
            check.Range(weight, place + "/gewicht", 0, 1);
        if (Cap is { } cap)
            check.Range(cap, place + "/plafond", 0, FrameLimits.MostPoints);
        if (Target is { } target)
            check.Range(target, place + "/streefwaarde", -FrameLimits.MostPoints * 1000, FrameLimits.MostPoints * 1000);
        foreach (var (text, name) in ((string?, string)[])[(Indicator, "indicator"), (SocietalChallenge, "opgave"), (BudgetProgramme, "begrotingsprogramma")])
            check.Line(text, $"{place}/{name}", FrameLimits.LongestName, isNeeded: false);
        if (PolicyField is not null)
            check.PolicyField(PolicyField, place + "/taakveld");
        if (SustainableDevelopmentGoal is { } sdg)
            check.Range(sdg, place + "/sdg", 1, MostSustainableGoal);
        GatherAnchors(codes, check, place + "/ankers");
    }

    /// <summary>Writes what was entered, once it was checked. The weight stays where it is not said.</summary>
    internal void Write(Goal goal, FrameReferences codes)
    {
        (goal.Name, goal.Description, goal.ParentId, goal.Order) = (Name.Trim(), Description.Trim(), codes.Goals.Id(Parent), Order);
        (goal.Weight, goal.Cap, goal.Target) = (Weight ?? goal.Weight, Cap, Target);
        (goal.Indicator, goal.SocietalChallenge, goal.BudgetProgramme) = (OrNull(Indicator), OrNull(SocietalChallenge), OrNull(BudgetProgramme));
        (goal.PolicyField, goal.SustainableDevelopmentGoal) = (PolicyField, SustainableDevelopmentGoal);
        goal.Anchors.Clear();
        goal.Anchors.AddRange(Anchors.OrderBy(a => a.Points).Select(a => new ScaleAnchor { Points = a.Points, Meaning = a.Meaning.Trim() }));
    }

    private void GatherAnchors(FrameReferences codes, InputCheck check, string place)
    {
        if (!FrameLimits.AtMost(check, Anchors.Count, MostAnchors, place))
            return;
        for (var i = 0; i < Anchors.Count; i++)
        {
            check.Range(Anchors[i].Points, $"{place}/{i}/punten", codes.LowestScore, codes.HighestScore);
            check.Line(Anchors[i].Meaning, $"{place}/{i}/betekenis", FrameLimits.LongestText);
        }

        FrameLimits.NoDoubles(check, [.. Anchors.Select(a => a.Points)], i => $"{place}/{i}/punten");
    }

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What one score on the scale of a goal means.</summary>
/// <param name="Points">The score.</param>
/// <param name="Meaning">What an initiative with that score brings.</param>
public sealed record AnchorInput([property: JsonPropertyName("punten")] double Points, [property: JsonPropertyName("betekenis")] string Meaning);
