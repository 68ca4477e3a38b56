using Koers.App.Accounts;
using Koers.App.Requests;
using Koers.App.Storage;
using Koers.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Koers.App.Initiatives;

/// <summary>Who can be the lead of an initiative: employees with an account.</summary>
/// <param name="context">The register.</param>
public sealed class LeadChoices(RegisterContext context)
{
    /// <summary>Everybody who can be, by name.</summary>
    /// <param name="actor">Who asks: an employee.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="NotAllowedException">Readers from outside see no employees.</exception>
    public async Task<IReadOnlyList<LeadChoice>> All(Actor actor, CancellationToken cancellation)
    {
        if (!InitiativeRights.SeesAll(actor))
            throw new NotAllowedException(new Text("De lijst van medewerkers is voor medewerkers.", "The list of employees is for employees."));
        return await context.Users.AsNoTracking()
            .Where(account => !account.IsClosed && context.RoleGrants.Any(grant => grant.AccountId == account.Id && grant.Role != Role.Reader))
            .OrderBy(account => account.DisplayName).ThenBy(account => account.Id)
            .Select(account => new LeadChoice(account.Id, account.DisplayName)).ToListAsync(cancellation);
    }
}

/// <summary>Somebody who can be a lead.</summary>
/// <param name="Id">The id of the account.</param>
/// <param name="Name">How others see who it is.</param>
public sealed record LeadChoice(Guid Id, string Name);
