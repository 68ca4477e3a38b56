using System.Text.Json;
using System.Text.Json.Nodes;
using Koers.App.Accounts;
using Koers.App.Audit;
using Koers.App.Initiatives;
using Koers.App.Organisation;
using Koers.App.Planning;
using Koers.App.Requests;
using Koers.Domain.Agreements;
using Koers.Domain.Initiatives;
using Koers.Domain.Scenarios;
using Koers.Planning.Plans;
using Koers.Planning.Problems;
using Initiative = Koers.Domain.Initiatives.Initiative;

namespace Koers.App.Agreements;

/// <summary>What adopting a plan does to initiatives, by the table of steps.</summary>
internal sealed class Adoption(Actor actor, PortfolioAgreement agreement, Calendar calendar, CodeBook codes, DateTimeOffset now)
{
    private readonly List<Happening> _happenings = [];
    private readonly List<string> _parked = [];
    private readonly List<string> _changed = [];
    private readonly List<string> _dropped = [];

    /// <exception cref="AgainstRuleException">Some of it is parked, or the register has changed too much since the plan was made; all reasons at once.</exception>
    public void Apply(Plan plan, IReadOnlyList<Initiative> initiatives)
    {
        var byNumber = initiatives.ToDictionary(i => i.Number, StringComparer.Ordinal);
        foreach (var choice in plan.Selected)
            Agree(choice, byNumber.GetValueOrDefault(choice.Initiative.Value));
        var agreed = agreement.Initiatives.Select(line => line.InitiativeId).ToHashSet();
        foreach (var initiative in initiatives.Where(i => i.State == InitiativeState.Chosen && !agreed.Contains(i.Id)))
            Drop(initiative);
        if (AdoptionObstacles.OfInitiatives(_parked, _changed) is { } obstacle)
            throw new AgainstRuleException(obstacle);
    }

    /// <summary>What became of each initiative, as it goes into the audit trail.</summary>
    public IReadOnlyList<Happening> Happenings => _happenings;

    /// <summary>What goes into the audit trail about the agreement itself.</summary>
    public string Summary(int run, IReadOnlyList<Initiative> initiatives, Scenario? scenario)
    {
        var numbers = initiatives.ToDictionary(i => i.Id, i => i.Number);
        return JsonSerializer.Serialize(
            new
            {
                naam = agreement.Name,
                run,
                // What a scenario decided beforehand is decided by adopting its plan
                scenario = scenario?.Name,
                keuzes = scenario?.Choices.Where(choice => numbers.ContainsKey(choice.InitiativeId)).Select(choice => new
                {
                    initiatief = numbers[choice.InitiativeId],
                    soort = choice.Kind,
                    start = choice.Start,
                    variant = choice.Variant,
                }),
                initiatieven = agreement.Initiatives.Select(line => new { initiatief = numbers[line.InitiativeId], variant = line.Variant, start = line.Start }),
                nietMeerGekozen = _dropped,
            },
            RegisterJson.Options);
    }

    private void Agree(Choice choice, Initiative? initiative)
    {
        var before = initiative is null ? null : PictureOf(initiative);
        if (initiative is null || initiative.Variants.TrueForAll(variant => variant.Code != choice.Variant.Value) || !Becomes(initiative))
        {
            (initiative is { State: InitiativeState.Parked } ? _parked : _changed).Add(choice.Initiative.Value);
            return;
        }

        var start = calendar.DayOf(choice.Start);
        if (initiative.State == InitiativeState.Chosen)
        {
            (initiative.AgreedVariant, initiative.AgreedStart) = (choice.Variant.Value, start);
            Changed("initiatief.afspreken", initiative, before!);
        }

        agreement.Initiatives.Add(new AgreedInitiative { InitiativeId = initiative.Id, Variant = choice.Variant.Value, Start = start });
    }

    /// <summary>Makes it chosen where the steps allow; what runs, or was finished meanwhile, stays as it is.</summary>
    private bool Becomes(Initiative initiative)
    {
        if (initiative.State is InitiativeState.Running or InitiativeState.Completed or InitiativeState.Chosen)
            return true;
        if (InitiativeSteps.Find(initiative.State, InitiativeState.Chosen) is not { } step || !step.IsFor(actor.RolesFor(initiative.DepartmentId), isOwner: false))
            return false;
        initiative.Take(step, reason: null);
        return true;
    }

    private void Drop(Initiative initiative)
    {
        var before = PictureOf(initiative);
        if (InitiativeSteps.Find(initiative.State, InitiativeState.Weighed) is not { } step || !step.IsFor(actor.RolesFor(initiative.DepartmentId), isOwner: false))
        {
            _changed.Add(initiative.Number);
            return;
        }

        initiative.Take(step, $"Niet in portfolioafspraak {agreement.Number} ({agreement.Name})");
        (initiative.AgreedVariant, initiative.AgreedStart) = (null, null);
        Changed("initiatief.afvallen", initiative, before);
        _dropped.Add(initiative.Number);
    }

    private void Changed(string action, Initiative initiative, JsonObject before)
    {
        (initiative.ChangedAt, initiative.Version) = (now, initiative.Version + 1);
        var after = PictureOf(initiative);
        after["portfolioafspraak"] = agreement.Number;
        var changes = Changes.Between(before, after);
        _happenings.Add(new Happening(action, $"initiatief/{initiative.Number}", changes.Before, changes.After));
    }

    private JsonObject PictureOf(Initiative initiative) => Changes.Picture(InitiativeView.Of(initiative, codes));
}
