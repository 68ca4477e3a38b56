namespace Koers.Domain.Accounts;

/// <summary>What somebody is in the process. One account may have several roles; a role may hold for one department only.</summary>
public enum Role
{
    /// <summary>Portfoliomanager: runs the process, planning and steering; everything but adopt.</summary>
    PortfolioManager,

    /// <summary>Bestuurder (college, wethouder): sets and adopts frames, adopts agreements, decides.</summary>
    Executive,

    /// <summary>Indiener, ambtelijk ondernemer: proposes and edits own initiatives. Every employee.</summary>
    Proposer,

    /// <summary>Beoordelaar: scores initiatives on goals.</summary>
    Assessor,

    /// <summary>Afdelingshoofd: confirms capacity and accepts mandates of the department.</summary>
    DepartmentHead,

    /// <summary>Programma- of projectleider: reports on own mandates.</summary>
    Lead,

    /// <summary>Concerncontroller: budgets, funding, reads everything including the audit trail.</summary>
    Controller,

    /// <summary>Lezer, raadslid: reads what is adopted.</summary>
    Reader,

    /// <summary>Beheerder: accounts, roles, settings, backup; no decisions on content.</summary>
    Administrator,
}
