using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.Domain.Accounts;

namespace Koers.App.Frames;

/// <summary>What can be done with frames, means, goals, scenarios and the organisation.</summary>
public enum FrameAction
{
    /// <summary>See adopted frames, departments and programmes.</summary>
    SeeAdopted,

    /// <summary>See draft frames and scenarios.</summary>
    SeeDraft,

    /// <summary>Change departments and programmes.</summary>
    ChangeOrganisation,

    /// <summary>Change over which time is planned and how value is counted.</summary>
    ChangeSettings,

    /// <summary>Change budgets and capacity pools.</summary>
    ChangeMeans,

    /// <summary>Change goals, their weights and frames.</summary>
    ChangeFrames,

    /// <summary>Adopt frames.</summary>
    Adopt,

    /// <summary>Make, change and drop scenarios.</summary>
    ChangeScenarios,

    /// <summary>Make a scenario the draft.</summary>
    Promote,
}

/// <summary>Who may do what with frames: one table. A role must hold for the whole organisation, except to see.</summary>
public static class FrameRights
{
    private static readonly Role[] Everybody = Enum.GetValues<Role>();

    /// <summary>The table.</summary>
    public static IReadOnlyDictionary<FrameAction, IReadOnlyList<Role>> Table { get; } = new Dictionary<FrameAction, IReadOnlyList<Role>>
    {
        [FrameAction.SeeAdopted] = Everybody,
        [FrameAction.SeeDraft] = [.. Everybody.Except([Role.Reader])],
        [FrameAction.ChangeOrganisation] = [Role.PortfolioManager, Role.Administrator],
        [FrameAction.ChangeSettings] = [Role.PortfolioManager, Role.Executive],
        [FrameAction.ChangeMeans] = [Role.PortfolioManager, Role.Controller],
        [FrameAction.ChangeFrames] = [Role.PortfolioManager, Role.Executive],
        [FrameAction.Adopt] = [Role.Executive],
        [FrameAction.ChangeScenarios] = [Role.PortfolioManager, Role.Executive, Role.Controller],
        [FrameAction.Promote] = [Role.PortfolioManager],
    };

    private static readonly Dictionary<FrameAction, Text> Names = new()
    {
        [FrameAction.SeeAdopted] = new("Vastgestelde kaders inzien", "See adopted frames"),
        [FrameAction.SeeDraft] = new("Concept-kaders en scenario's inzien", "See draft frames and scenarios"),
        [FrameAction.ChangeOrganisation] = new("Afdelingen en programma's wijzigen", "Change departments and programmes"),
        [FrameAction.ChangeSettings] = new("Instellingen van de planning wijzigen", "Change settings of planning"),
        [FrameAction.ChangeMeans] = new("Budgetten en capaciteitspools wijzigen", "Change budgets and capacity pools"),
        [FrameAction.ChangeFrames] = new("Doelen, gewichten en kaders wijzigen", "Change goals, weights and frames"),
        [FrameAction.Adopt] = new("Kaders vaststellen", "Adopt frames"),
        [FrameAction.ChangeScenarios] = new("Scenario's maken en wijzigen", "Make and change scenarios"),
        [FrameAction.Promote] = new("Een scenario overnemen als concept", "Make a scenario the draft"),
    };

    /// <summary>Whether somebody may do something.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="action">What.</param>
    public static bool May(Actor actor, FrameAction action)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var isSeeing = action is FrameAction.SeeAdopted or FrameAction.SeeDraft;
        return Table[action].Any(role => isSeeing ? actor.HasSomewhere(role) : actor.Has(role));
    }

    /// <summary>Refuses where somebody may not do something.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="action">What.</param>
    /// <exception cref="NotAllowedException">This actor may not.</exception>
    public static void Demand(Actor actor, FrameAction action)
    {
        if (May(actor, action))
            return;
        if (action == FrameAction.SeeDraft)
            throw new NotAllowedException(new Text(
                "Lezers zien wat is vastgesteld: /kaders/vaststellingen.", "Readers see what was adopted: /kaders/vaststellingen."));
        var roles = Table[action];
        throw new NotAllowedException(new Text(
            $"{Names[action].Dutch} kan alleen: {string.Join(", ", roles.Select(Words.Dutch))}.",
            $"{Names[action].English}: only {string.Join(", ", roles.Select(Words.English))}."));
    }
}
