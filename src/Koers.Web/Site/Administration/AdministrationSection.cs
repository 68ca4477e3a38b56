using Koers.App.Accounts;
using Koers.App.Appearance;
using Koers.App.Audit;
using Koers.App.Exchange.Initiatives;
using Koers.App.Frames;
using Koers.App.Requests;
using Koers.App.Runs;

namespace Koers.Web.Site.Administration;

/// <summary>One part of the administration.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Title">What it is called.</param>
/// <param name="About">What is done there.</param>
/// <param name="IsFor">Who sees it: asked of the rights of its use case.</param>
public sealed record AdministrationSection(string Path, Text Title, Text About, Func<Actor, bool> IsFor)
{
    /// <summary>Where the administration is.</summary>
    public const string Root = "/beheer";

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<AdministrationSection> All { get; } =
    [
        new(Root + "/accounts", new("Accounts en rollen", "Accounts and roles"), new(
            "Wie er in kan, en wat die mag. Alle rechten meenemen voor de jaarlijkse controle.",
            "Who can sign in, and what they may do. All rights to take away for the yearly review."), actor => AccountRights.May(actor, AccountAction.See)),
        new(Root + "/afdelingen", new("Afdelingen", "Departments"), new(
            "De afdelingen waar initiatieven, mensen en pools bij horen.", "The departments that initiatives, people and pools belong to."), MayOrganise),
        new(Root + "/programmas", new("Programma's", "Programmes"), new(
            "De programma's waar initiatieven onder vallen.", "The programmes that initiatives fall under."), MayOrganise),
        new(Root + "/import", new("Import en export", "Import and export"), new(
            "Initiatieven uit Excel of CSV halen, met eerst een voorbeeld van wat er wijzigt; alles meenemen; de planning voor Microsoft Project.",
            "Take initiatives in from Excel or CSV, with a preview of what changes first; take all away; the schedule for Microsoft Project."), MayExchange),
        new(Root + "/audit", new("Auditspoor", "Audit trail"), new(
            "Wie wat deed, wanneer, en wat er veranderde.", "Who did what, when, and what changed."), AuditRights.MayRead),
        new(Root + "/clients", new("API-clients", "API clients"), new(
            "Andere systemen die met een token lezen, schrijven of plannen.", "Other systems that read, write or plan with a token."),
            actor => AccountRights.May(actor, AccountAction.ManageClients)),
        new(Root + "/huisstijl", new("Huisstijl", "Own look"), new(
            "De naam en de kleuren van uw gemeente, met een contrastcontrole.", "The name and the colours of your municipality, with a contrast check."), HouseStyleRegister.MayChange),
    ];

    /// <summary>What is administered where it is used: named here for who looks for it here.</summary>
    public static IReadOnlyList<AdministrationSection> Elsewhere { get; } =
    [
        new("/koers/middelen/capaciteit", new("Capaciteitspools", "Capacity pools"), new(
            "Hoeveel mensen er zijn per kwartaal, wat vrij blijft en wat kan worden ingehuurd. Staat bij Koers, Middelen.",
            "How many people there are by quarter, what stays free and what can be hired. It is with Course, Means."),
            actor => FrameRights.May(actor, FrameAction.ChangeMeans)),
        new("/koers/instellingen", new("Schaal en planningsperiode", "Scale and planning period"), new(
            "De laagste en hoogste score, en over welke jaren wordt gepland. Wat scores betekenen staat bij elk doel.",
            "The lowest and highest score, and over which years is planned. What scores mean is with each goal."),
            actor => FrameRights.May(actor, FrameAction.ChangeSettings)),
        new("/samenstellen#runs", new("Planningsruns", "Planning runs"), new(
            "Welke runs lopen of wachten en welke er waren, met wie ze vroeg. Staat bij Samenstellen.",
            "Which runs are going or waiting and which there were, with who asked. It is with Compose."), RunRights.MayAsk),
    ];

    /// <summary>Whether somebody sees any of them.</summary>
    /// <param name="actor">Who.</param>
    public static bool AnyFor(Actor actor) => All.Any(section => section.IsFor(actor));

    /// <summary>Whether somebody takes initiatives in and out in files: who imports, and who oversees all.</summary>
    /// <param name="actor">Who.</param>
    public static bool MayExchange(Actor actor) => InitiativeImport.MayImport(actor) || AuditRights.MayRead(actor);

    private static bool MayOrganise(Actor actor) => FrameRights.May(actor, FrameAction.ChangeOrganisation);
}
