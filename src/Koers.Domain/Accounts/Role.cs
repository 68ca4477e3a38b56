using System.Text.Json.Serialization;

namespace Koers.Domain.Accounts;

/// <summary>What somebody is in the process. One account may have several roles; a role may hold for one department only.</summary>
public enum Role
{
    /// <summary>Portfoliomanager: runs the process, planning and steering; everything but adopt.</summary>
    [JsonStringEnumMemberName("portfoliomanager")]
    PortfolioManager,

    /// <summary>Bestuurder (college, wethouder): sets and adopts frames, adopts agreements, decides.</summary>
    [JsonStringEnumMemberName("bestuurder")]
    Executive,

    /// <summary>Indiener, ambtelijk ondernemer: proposes and edits own initiatives. Every employee.</summary>
    [JsonStringEnumMemberName("indiener")]
    Proposer,

    /// <summary>Beoordelaar: scores initiatives on goals.</summary>
    [JsonStringEnumMemberName("beoordelaar")]
    Assessor,

    /// <summary>Afdelingshoofd: confirms capacity and accepts mandates of the department.</summary>
    [JsonStringEnumMemberName("afdelingshoofd")]
    DepartmentHead,

    /// <summary>Programma- of projectleider: reports on own mandates.</summary>
    [JsonStringEnumMemberName("projectleider")]
    Lead,

    /// <summary>Concerncontroller: budgets, funding, reads everything including the audit trail.</summary>
    [JsonStringEnumMemberName("concerncontroller")]
    Controller,

    /// <summary>Lezer, raadslid: reads what is adopted.</summary>
    [JsonStringEnumMemberName("lezer")]
    Reader,

    /// <summary>Beheerder: accounts, roles, settings, backup; no decisions on content.</summary>
    [JsonStringEnumMemberName("beheerder")]
    Administrator,
}
