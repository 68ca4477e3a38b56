using System.Text.Json.Serialization;
using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.App.Runs;
using Koers.App.Storage;
using Koers.Domain.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Scenarios;

/// <summary>What somebody decides about an initiative while looking at a plan.</summary>
public enum AdjustmentKind
{
    /// <summary>It must be in.</summary>
    [JsonStringEnumMemberName("erin")]
    In,

    /// <summary>It stays out.</summary>
    [JsonStringEnumMemberName("eruit")]
    Out,

    /// <summary>If it is in, it starts then, in that variant, or both.</summary>
    [JsonStringEnumMemberName("start-vast")]
    Pin,

    /// <summary>Nothing is decided about it any more.</summary>
    [JsonStringEnumMemberName("vrij")]
    Free,
}

/// <summary>Something decided about one initiative.</summary>
/// <param name="Initiative">Its number.</param>
/// <param name="Kind">What.</param>
/// <param name="Start">First day of the quarter in which it starts; to pin.</param>
/// <param name="Variant">Code of the only variant that may be taken; to pin or to have it in; null = any.</param>
/// <param name="Scenario">Id of the scenario in which it is written down; null = that of the run where it is open, else a new one.</param>
public sealed record AdjustmentInput(
    [property: JsonPropertyName("initiatief")] string Initiative,
    [property: JsonPropertyName("soort")] AdjustmentKind Kind,
    [property: JsonPropertyName("start")] DateOnly? Start = null,
    [property: JsonPropertyName("variant")] string? Variant = null,
    [property: JsonPropertyName("scenario")] Guid? Scenario = null);

/// <summary>Decides something beforehand about an initiative, from the plan of a run: in the scenario of that run where it is open, else in a new one
/// with the same frames. The plan itself stays as it is; a new run shows what it costs.</summary>
/// <param name="context">The register.</param>
/// <param name="runs">The runs.</param>
/// <param name="scenarios">The scenarios.</param>
public sealed class PlanAdjustment(RegisterContext context, RunList runs, ScenarioRegister scenarios)
{
    /// <summary>Writes it down.</summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="number">Number of the run that they look at.</param>
    /// <param name="input">What they decide.</param>
    /// <param name="language">"nl" or "en": in which language a new scenario is called.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="NotAllowedException">This actor may not change scenarios.</exception>
    /// <exception cref="NotThereException">There is no such run.</exception>
    /// <exception cref="InvalidInputException">Something is wrong in the input.</exception>
    public async Task<ScenarioView> Apply(Actor actor, int number, AdjustmentInput input, string language, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        Frames.FrameRights.Demand(actor, Frames.FrameAction.ChangeScenarios);
        var run = await runs.Show(actor, number, "nl", cancellation);
        var scenario = (input.Scenario ?? run.Scenario) is { } id ? await scenarios.Show(actor, id, cancellation) : null;
        await Check(scenario, input, cancellation);
        if (scenario is not { State: ScenarioState.Open })
            scenario = await Copy(actor, number, scenario, language, cancellation);
        return await scenarios.Change(
            actor, scenario.Id, scenario.Version,
            new ScenarioInput
            {
                Name = scenario.Name,
                Description = scenario.Description,
                Content = scenario.Content,
                Choices = With(scenario.Choices, input),
            },
            cancellation);
    }

    // Before a scenario is made for it, and by the places of what was sent
    private async Task Check(ScenarioView? scenario, AdjustmentInput input, CancellationToken cancellation)
    {
        var choices = With(scenario?.Choices ?? [], input);
        var check = new InputCheck();
        await ScenarioChoices.Gather(context, [.. choices.Where(choice => choice.Initiative == input.Initiative)], check, cancellation);
        // Letting go of nothing leaves nothing to look at above
        if (choices.Count == 0 || input.Kind == AdjustmentKind.Free)
            check.That(input.Initiative is { Length: > 0 }, "/initiatief", "Kies een initiatief.", "Choose an initiative.");
        var faults = check.Faults.Select(fault => new InputFault("/" + fault.Where.Split('/')[^1], fault.Text)).ToArray();
        if (faults.Length > 0)
            throw new InvalidInputException(faults);
    }

    private async Task<ScenarioView> Copy(Actor actor, int number, ScenarioView? from, string language, CancellationToken cancellation)
    {
        var adopted = await context.AdoptedFrames.MaxAsync(frames => (int?)frames.Number, cancellation);
        // Somebody named it, as if they had typed it: in their own language
        var (name, description) = language == "en"
            ? ($"Adjusted plan of run {number}", $"Made from the plan of run {number}.")
            : ($"Aangepast plan van run {number}", $"Gemaakt vanuit het plan van run {number}.");
        var made = await scenarios.Make(actor, new NewScenarioInput(name, description, from?.BasedOn ?? adopted), cancellation);
        return from is null ? made : await scenarios.Change(
            actor, made.Id, made.Version,
            new ScenarioInput { Name = made.Name, Description = made.Description, Content = from.Content, Choices = from.Choices }, cancellation);
    }

    private static List<ChoiceInput> With(IReadOnlyList<ChoiceInput> choices, AdjustmentInput input)
    {
        var mine = choices.Where(choice => choice.Initiative == input.Initiative).ToArray();
        var kept = choices.Except(mine).ToList();
        if (input.Kind == AdjustmentKind.Free)
            return kept;
        var kind = input.Kind switch
        {
            AdjustmentKind.In => ScenarioChoiceKind.ForceIn,
            AdjustmentKind.Out => ScenarioChoiceKind.ForceOut,
            _ => ScenarioChoiceKind.PinStart,
        };
        // In and pinned go together; out goes with nothing
        if (kind != ScenarioChoiceKind.ForceOut)
            kept.AddRange(mine.Where(choice => choice.Kind != kind && choice.Kind != ScenarioChoiceKind.ForceOut));
        kept.Add(new ChoiceInput(
            input.Initiative, kind, kind == ScenarioChoiceKind.PinStart ? input.Start : null, kind == ScenarioChoiceKind.ForceOut ? null : input.Variant));
        return kept;
    }
}
